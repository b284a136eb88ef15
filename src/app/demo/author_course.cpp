// The long way of a case: into somebody's hands, contacts, inquiry, limits, negotiation, decision.
#include <algorithm>

#include "app/demo/author.h"

namespace xb::app::demo {

using std::chrono::days;
using std::chrono::minutes;

namespace {

constexpr double limit_days = 15;

}  // namespace

void Author::decide(Plot& plot, Life& life, Crew& crew, const Life* earlier) const {
  const Course course = course_of(life);
  hand_out(plot, life, crew, earlier);
  reach_first(plot, life, crew);
  if (course.is_extended) {
    keep_talking(plot, life, crew, 4.5);
    watch_limit(plot, life, crew, course);
    inquire(plot, life, crew, course);
  } else {
    inquire(plot, life, crew, course);
    keep_talking(plot, life, crew, std::min(course.answer_day, limit_days) * 0.6);
    watch_limit(plot, life, crew, course);
  }
  keep_talking(plot, life, crew, course.answer_day * 0.75);
  negotiate(plot, life, crew, course);
  conclude(plot, life, crew, course);
  report_back(plot, life, crew, course);
  learn(plot, life, crew, course);
  file(plot, life, crew);
}

// Assigned, now and then a second time; what comes again is raised.
void Author::hand_out(Plot& plot, Life& life, Crew& crew, const Life* earlier) const {
  const Cast& cast = setting_.cast;
  const bool is_by_outlet = crew.triager->unit == crew.unit;
  const Staff& assigner = is_by_outlet ? *crew.triager : *crew.desk;
  plot.pass(3, 90);
  if (life.mistaken != nullptr) plot.act(*crew.desk, "complaint.classify", steps_.reclassifies());
  if (life.told.original == nullptr && life.dice.happens(0.05)) {
    const Unit& wrong = cast.unit(crew.unit->code == "100105" ? "100106" : "100105");
    plot.act(*crew.desk, "complaint.assign",
             steps_.assigns(wrong, &cast.any("handler", wrong, life.dice)));
    plot.pass(200, 700);
    plot.act(*crew.desk, "complaint.assign", steps_.assigns(*crew.unit, crew.handler, true));
  } else {
    plot.act(assigner, "complaint.assign", steps_.assigns(*crew.unit, crew.handler));
  }
  if (life.told.matter->tier == "major") {
    const Unit& sub_branch = cast.unit(life.outlet->sub_branch_id);
    plot.act(*crew.desk, "complaint.assign",
             steps_.assigns(sub_branch, &cast.at("sub_branch_officer", sub_branch)));
    plot.act(*crew.desk, "complaint.assign",
             steps_.raises(*crew.unit, cast.at("president", cast.unit("100000")), crew.handler,
                           nullptr, true));
  }
  const bool may_rise = crew.unit->level == Level::outlet || crew.unit->level == Level::sub_branch;
  if (earlier != nullptr && may_rise && life.dice.happens(0.6)) {
    const Unit& branch = cast.unit(life.outlet->branch_id);
    crew.unit = &branch;
    crew.handler = &cast.at("branch_officer", branch);
    crew.closer = crew.reviewer = crew.archivist = crew.desk;
    plot.pass(30, 200);
    plot.act(*crew.desk, "complaint.assign",
             steps_.raises(branch, cast.at("branch_head", branch), crew.handler, earlier, false));
  }
  plot.pass(20, 300);
  plot.act(*crew.handler, "complaint.handle", steps_.takes_over());
  // What was kept needs a file as its proof, which the demo has not: so it asks for what is still
  // there, and of what was asked for before some was lost.
  const bool is_recent = life.told.received_at > setting_.end - days{14};
  const bool is_asked = is_recent || (life.told.original == nullptr && life.dice.happens(0.12));
  if (life.told.matter->has_footage && is_asked) {
    plot.pass(5, 60);
    plot.act(*crew.handler, "complaint.preserve", steps_.asks_to_keep());
  }
}

// So many working days on, before the limit wherever there is a day left.
Date Author::next_contact(const Plot& plot, const Life& life, std::int64_t working_days) const {
  const Date last = setting_.zone.date(life.told.received_at) + days{life.limit_days - 1};
  const Date wanted = setting_.days.working_day(plot.today(), working_days);
  return wanted <= last ? wanted : setting_.days.working_day(plot.today(), 1);
}

// Real life is mostly not reaching people.
void Author::reach_first(Plot& plot, Life& life, const Crew& crew) const {
  const std::int64_t misses = life.dice.between(0, 3) + (life.dice.happens(0.3) ? 1 : 0);
  for (std::int64_t i = 0; i < misses; ++i) {
    plot.pass(15, 190);
    plot.act(*crew.handler, "complaint.contact", steps_.misses());
    if (is_referred(life.told) && i == 0)
      plot.act(*crew.desk, "referral.handle", steps_.tries(false));
  }
  plot.pass(20, 200);
  const Date next = next_contact(plot, life, life.dice.between(3, 4));
  plot.act(*crew.handler, "complaint.contact", steps_.reaches("first", next));
  if (!is_referred(life.told)) return;
  plot.act(*crew.desk, "referral.handle", steps_.tries(true));
  plot.pass(5, 60);
  plot.act(*crew.desk, "referral.handle", steps_.takes_up());
}

// Contacts until so many days after the receipt, every other one in vain.
void Author::keep_talking(Plot& plot, Life& life, const Crew& crew, double until_day) const {
  constexpr double day_ms = 86'400'000.0;
  while (!plot.is_over()) {
    const double day = static_cast<double>((plot.now() - life.told.received_at).count()) / day_ms;
    const double next_day = day + 0.9 + life.dice.share() * 1.7;
    if (next_day > until_day) return;
    plot.reach(next_day);
    const Date next = next_contact(plot, life, life.dice.between(3, 5));
    const double at = life.dice.share();
    if (at < 0.18) {
      plot.act(*crew.handler, "complaint.contact", steps_.is_called("urged", next));
    } else if (at < 0.26) {
      plot.act(*crew.handler, "complaint.contact", steps_.texts());
    } else {
      const std::int64_t misses = life.dice.happens(0.7) ? life.dice.between(1, 3) : 0;
      for (std::int64_t i = 0; i < misses; ++i) {
        plot.act(*crew.handler, "complaint.contact", steps_.misses());
        plot.pass(25, 170);
      }
      plot.act(*crew.handler, "complaint.contact", steps_.reaches("progress", next));
    }
  }
}

// Another unit is asked; now and then it hands back, is chased, or the customer has to help.
void Author::inquire(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  const Cast& cast = setting_.cast;
  Dice& dice = life.dice;
  if (dice.happens(0.07)) {
    plot.pass(20, 200);
    plot.act(*crew.handler, "complaint.contact",
             steps_.asks_supplement(setting_.days.working_day(plot.today(), 3)));
    plot.pass(500, 1'100);
    plot.act(*crew.handler, "complaint.contact", steps_.supplements());
  }
  // What did not happen at an outlet, a department knows itself.
  const std::string& via = life.told.matter->via;
  const bool is_local = via == "counter" || via == "self_service";
  if (crew.unit->kind == identity::UnitKind::department && !is_local) return;
  if (!dice.happens(0.85)) return;
  const bool is_own_outlet = crew.unit == life.outlet || life.told.matter->is_about_staff;
  const Unit& asked = is_own_outlet ? cast.unit("100105") : *life.outlet;
  const auto answerer = [&](const Unit& unit) -> const Staff& {
    return unit.kind == identity::UnitKind::outlet ? cast.at("operations_manager", unit)
                                                   : cast.any("handler", unit, dice);
  };
  const Date limit = setting_.zone.date(life.told.received_at) + days{13};
  const auto ask = [&](const Unit& unit) {
    const Date due = std::min(setting_.days.working_day(plot.today(), 3), limit);
    const Date earliest = setting_.days.working_day(plot.today(), 1);
    plot.act(*crew.handler, "complaint.handle", steps_.dispatches(unit, std::max(due, earliest)));
  };
  plot.pass(15, 200);
  // Nobody is asked for what could only come after the limit.
  const auto is_late = [&] {
    return !course.is_extended && setting_.days.working_day(plot.today(), 1) > limit + days{1};
  };
  if (is_late()) return;
  ask(asked);
  if (dice.happens(0.07)) {
    plot.pass(200, 700);
    plot.act(answerer(asked), "complaint.handle", steps_.hands_back());
    plot.pass(60, 300);
    const Unit& other = cast.unit(asked.code == "100106" ? "100102" : "100106");
    if (is_late()) return;
    ask(other);
    plot.pass(400, 1'100);
    plot.act(answerer(other), "complaint.handle", steps_.answers_task());
    return;
  }
  plot.pass(250, course.answer_day > limit_days ? 1'600 : 1'000);
  plot.act(answerer(asked), "complaint.handle", steps_.answers_task());
}

// Chased before the limit; extended where it cannot be held.
void Author::watch_limit(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  const bool is_below = crew.unit->kind != identity::UnitKind::department;
  const bool is_dragging = course.answer_day > 10.5;
  const Original* original = life.told.original;
  if (original != nullptr && (original->is_appraised || original->is_mediated)) {
    constexpr int begun = 6, appraisal_days = 18;
    const Instant latest = life.told.received_at + days{13};
    plot.reach(begun, latest);
    if (plot.now() >= latest) return;
    plot.act(*crew.desk, "complaint.exclude", steps_.excludes(original->is_appraised));
    if (!original->is_appraised) return;
    plot.reach_day(plot.today() + days{appraisal_days});
    plot.act(*crew.desk, "complaint.exclude", steps_.ends_exclusion());
    return;
  }
  if (is_dragging && is_below && life.dice.happens(0.3)) {
    plot.reach(9.2);
    plot.act(*crew.desk, "complaint.supervise",
             steps_.chases(setting_.days.working_day(plot.today(), 1)));
    plot.pass(20, 350);
    const Staff& owner = *crew.handler;
    if (life.dice.happens(0.8)) plot.act(owner, "complaint.handle", steps_.acknowledges());
  }
  if (!course.is_extended) return;
  const Instant due = life.told.received_at + days{14};
  plot.reach(11.2 + life.dice.share() * 1.5, due);
  if (plot.now() >= due) return;
  plot.act(*crew.desk, "complaint.extend", steps_.extends(30, false));
  life.limit_days = 30;
  plot.pass(10, 100);
  const Date next = setting_.days.working_day(plot.today(), 5);
  plot.act(*crew.handler, "complaint.contact", steps_.reaches("extended_note", next));
  if (!course.is_specially_extended) return;
  // A working day is left for who agrees to it, and for telling the customer.
  const auto before = [&](Date day) { return setting_.days.working_day_before(day); };
  const Date last = before(before(setting_.zone.date(life.told.received_at) + days{30}));
  const Instant latest = setting_.days.at(last, minutes{9 * 60});
  keep_talking(plot, life, crew, 24);
  plot.reach(26, latest);
  if (plot.now() >= latest) return;
  plot.act(*crew.desk, "complaint.extend", steps_.extends(60, false));
  plot.pass(30, 200);
  plot.decide(steps_.approves());
  plot.pass(10, 120);
  plot.act(*crew.desk, "complaint.extend", steps_.extends(60, true));
  life.limit_days = 60;
}

void Author::negotiate(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  plot.reach(course.answer_day * 0.77);
  if (!course.has_offer) {
    if (course.outcome != complaints::Outcome::settled) return;
    plot.pass(20, 150);
    plot.act(*crew.handler, "complaint.contact",
             steps_.reaches("agreed", setting_.days.working_day(plot.today(), 3)));
    return;
  }
  // Who borrows demands not what he has borrowed.
  constexpr std::int64_t far = 8;
  const bool is_in_dispute = course.pays_fen * far >= life.told.amount_fen;
  const std::int64_t demand_fen = is_in_dispute ? life.told.amount_fen : 0;
  // What is above his own authority waits for as many as have to agree.
  const auto offer = [&](std::int64_t amount_fen) {
    plot.act(*crew.handler, "complaint.handle", steps_.offers(amount_fen, demand_fen));
    for (int step = 0; step < 2; ++step) {
      plot.pass(10, 60);
      plot.decide(steps_.approves());
    }
  };
  const auto says = [&](std::string_view word) {
    return life.told.matter->decide.find(word) != std::string::npos;
  };
  const bool is_named = says("{a}") || says("一半");  // so he was never offered less
  if (course.pays_fen > 0 && !is_named && life.dice.happens(0.3)) {
    offer(course.pays_fen / 2);
    plot.pass(60, 500);
    plot.act(*crew.handler, "complaint.handle", steps_.settles(false));
    plot.pass(20, 90);
    plot.act(*crew.handler, "complaint.contact",
             steps_.reaches("negotiation", setting_.days.working_day(plot.today(), 2)));
  }
  plot.pass(10, 200);
  offer(course.pays_fen);
  plot.pass(20, 400);
  plot.act(*crew.handler, "complaint.handle", steps_.settles(true));
}

}  // namespace xb::app::demo
