// The long way of a case: into somebody's hands, contacts, inquiry, limits, negotiation, decision.
#include <algorithm>

#include "app/demo/author.h"

namespace xb::app::demo {

using complaints::Finding;
using complaints::FulfilmentKind;
using complaints::Outcome;
using std::chrono::days;

// What was drawn for one life.
struct Author::Course {
  double answer_day = 11;
  bool is_extended = false;
  bool is_specially_extended = false;
  Outcome outcome = Outcome::settled;
  Finding finding = Finding::not_responsible;
  std::int64_t pays_fen = 0;
  bool has_offer = false;
};

namespace {

constexpr std::int64_t fen = 100;
constexpr double limit_days = 15;

// Dates of the thirty and of the ordinary: most answers come in the second week.
double draw_answer_day(Dice& dice) { return 5.0 + 8.6 * std::max(dice.share(), dice.share()); }

Finding draw_finding(Dice& dice) {
  const double at = dice.share();
  if (at < 0.085) return Finding::responsible;
  if (at < 0.26) return Finding::partly;
  return at < 0.32 ? Finding::undetermined : Finding::not_responsible;
}

Finding finding_named(const std::string& name) {
  if (name == "responsible") return Finding::responsible;
  if (name == "partly") return Finding::partly;
  return name == "undetermined" ? Finding::undetermined : Finding::not_responsible;
}

bool is_the_banks(Finding finding) {
  return finding == Finding::responsible || finding == Finding::partly;
}

FulfilmentKind fulfilment_of(const Matter& matter, std::int64_t pays) {
  const auto claims = [&](std::string_view code) {
    return std::find(matter.claims.begin(), matter.claims.end(), code) != matter.claims.end();
  };
  if (claims("stop_collection") || claims("stop_contact")) return FulfilmentKind::stop_collection;
  if (claims("correction")) return FulfilmentKind::correction;
  if (claims("restore")) return FulfilmentKind::release;
  if (claims("refund") && pays > 0) return FulfilmentKind::refund;
  if (claims("compensation") && pays > 0) return FulfilmentKind::compensation;
  if (claims("reduction") && pays > 0) return FulfilmentKind::waiver;
  if (claims("apology")) return FulfilmentKind::apology;
  return matter.code == "loan_clear_proof" ? FulfilmentKind::certificate : FulfilmentKind::promise;
}

// What the bank pays: all of small sums where it answers for it, some of larger ones.
std::int64_t draw_payment(Life& life, Finding finding) {
  constexpr std::int64_t whole_max = 1'500 * fen, some_max = 30'000 * fen;
  const std::int64_t amount = life.told.amount_fen;
  const auto& claims = life.told.matter->claims;
  const bool asks = std::any_of(claims.begin(), claims.end(), [](const std::string& code) {
    return code == "refund" || code == "compensation" || code == "reduction";
  });
  if (!asks || amount == 0 || amount > some_max) return 0;
  if (is_the_banks(finding)) return amount <= whole_max ? amount : amount * 3 / 10;
  return amount <= whole_max && life.dice.happens(0.4) ? amount / 2 : 0;
}

}  // namespace

Author::Course Author::course_of(Life& life) const {
  Course out;
  Dice& dice = life.dice;
  out.finding = draw_finding(dice);
  out.answer_day = draw_answer_day(dice);
  out.is_extended = dice.happens(life.told.matter->tier == "complex" ? 0.24 : 0.062);
  if (out.is_extended) out.answer_day = 16.5 + dice.share() * 11.5;
  if (!out.is_extended && dice.happens(0.004)) out.answer_day = 15.6 + dice.share() * 3;
  if (out.is_extended && dice.happens(0.08)) {
    out.is_specially_extended = true;
    out.answer_day = 32 + dice.share() * 24;
  }
  if (const Original* original = life.told.original) {
    constexpr double later = 0.3;
    out.finding = finding_named(original->finding);
    out.answer_day = static_cast<double>(original->takes) + later;
    out.is_extended = original->is_extended ||
                      (original->takes > 14 && !original->is_appraised && !original->is_mediated);
    out.is_specially_extended = original->is_extended;
    out.pays_fen = original->pays_fen;
  }
  const bool is_cleared = out.finding == Finding::not_responsible && !life.told.original;
  const double settled = is_cleared ? 0.56 : 0.74;
  if (dice.happens(settled))
    out.outcome = Outcome::settled;
  else if (is_cleared)
    out.outcome = dice.happens(0.8) ? Outcome::not_supported : Outcome::partly_supported;
  else
    out.outcome = out.finding == Finding::responsible && dice.happens(0.6)
                      ? Outcome::supported
                      : Outcome::partly_supported;
  if (!life.told.original && out.outcome != Outcome::not_supported)
    out.pays_fen = draw_payment(life, out.finding);
  out.has_offer = out.outcome == Outcome::settled && dice.happens(0.7);
  if (is_cleared) {
    const bool is_agreed = out.outcome != Outcome::not_supported;
    life.told.found = dice.pick(book().phrase("cleared_found"));
    life.told.decide =
        dice.pick(book().phrase(is_agreed ? "cleared_settled" : "cleared_explained"));
  }
  return out;
}

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
  const Staff& assigner = is_by_outlet ? *crew.triager : *crew.manager;
  plot.pass(3, 90);
  if (life.mistaken != nullptr)
    plot.act(*crew.manager, "complaint.classify", steps_.reclassifies());
  if (life.told.original == nullptr && life.dice.happens(0.05)) {
    const Unit& wrong = cast.unit(crew.unit->code == "100105" ? "100106" : "100105");
    plot.act(*crew.manager, "complaint.assign",
             steps_.assigns(wrong, &cast.any("handler", wrong, life.dice)));
    plot.pass(200, 700);
    plot.act(*crew.manager, "complaint.assign", steps_.assigns(*crew.unit, crew.handler, true));
  } else {
    plot.act(assigner, "complaint.assign", steps_.assigns(*crew.unit, crew.handler));
  }
  const bool may_rise = crew.unit->level == Level::outlet || crew.unit->level == Level::sub_branch;
  if (earlier != nullptr && may_rise && life.dice.happens(0.6)) {
    const Unit& branch = cast.unit(life.outlet->branch_id);
    crew.unit = &branch;
    crew.handler = &cast.at("branch_officer", branch);
    crew.closer = crew.reviewer = crew.archivist = crew.manager;
    plot.pass(30, 200);
    plot.act(*crew.manager, "complaint.assign",
             steps_.raises(branch, cast.at("branch_head", branch), crew.handler, earlier, false));
  }
  plot.pass(20, 300);
  plot.act(*crew.handler, "complaint.handle", steps_.takes_over());
  if (life.told.matter->has_footage && life.dice.happens(0.8)) {
    plot.pass(5, 60);
    plot.act(*crew.handler, "complaint.preserve", steps_.asks_to_keep());
  }
}

// Real life is mostly not reaching people.
void Author::reach_first(Plot& plot, Life& life, const Crew& crew) const {
  const std::int64_t misses = life.dice.between(0, 3);
  for (std::int64_t i = 0; i < misses; ++i) {
    plot.pass(15, 190);
    plot.act(*crew.handler, "complaint.contact", steps_.misses());
    if (is_referred(life.told) && i == 0)
      plot.act(*crew.manager, "referral.handle", steps_.tries(false));
  }
  plot.pass(20, 200);
  const Date next = setting_.days.working_day(plot.today(), life.dice.between(2, 3));
  plot.act(*crew.handler, "complaint.contact", steps_.reaches("first", next));
  if (!is_referred(life.told)) return;
  plot.act(*crew.manager, "referral.handle", steps_.tries(true));
  plot.pass(5, 60);
  plot.act(*crew.manager, "referral.handle", steps_.takes_up());
}

// Contacts until so many days after the receipt, every other one in vain.
void Author::keep_talking(Plot& plot, Life& life, const Crew& crew, double until_day) const {
  constexpr double day_ms = 86'400'000.0;
  while (!plot.is_over()) {
    const double day = static_cast<double>((plot.now() - life.told.received_at).count()) / day_ms;
    const double next_day = day + 1.6 + life.dice.share() * 2.6;
    if (next_day > until_day) return;
    plot.reach(next_day);
    const Date next = setting_.days.working_day(plot.today(), life.dice.between(2, 4));
    const double at = life.dice.share();
    if (at < 0.18) {
      plot.act(*crew.handler, "complaint.contact", steps_.is_called("progress", next));
    } else if (at < 0.26) {
      plot.act(*crew.handler, "complaint.contact", steps_.texts());
    } else {
      const std::int64_t misses = life.dice.between(0, 2);
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
  if (!dice.happens(0.72)) return;
  const bool is_own_outlet = crew.unit == life.outlet || life.told.matter->is_about_staff;
  const Unit& asked = is_own_outlet ? cast.unit("100105") : *life.outlet;
  const auto answerer = [&](const Unit& unit) -> const Staff& {
    return unit.kind == identity::UnitKind::outlet ? cast.at("operations_manager", unit)
                                                   : cast.any("handler", unit, dice);
  };
  const Date limit = setting_.zone.date(life.told.received_at) + days{13};
  const auto ask = [&](const Unit& unit) {
    const Date due = std::min(setting_.days.working_day(plot.today(), 3), limit);
    plot.act(*crew.handler, "complaint.handle",
             steps_.dispatches(unit, std::max(due, plot.today())));
  };
  plot.pass(15, 200);
  ask(asked);
  if (dice.happens(0.07)) {
    plot.pass(200, 700);
    plot.act(answerer(asked), "complaint.handle", steps_.hands_back());
    plot.pass(60, 300);
    const Unit& other = cast.unit(asked.code == "100106" ? "100102" : "100106");
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
    plot.reach(begun);
    plot.act(*crew.manager, "complaint.exclude", steps_.excludes(original->is_appraised));
    if (!original->is_appraised) return;
    plot.reach_day(plot.today() + days{appraisal_days});
    plot.act(*crew.manager, "complaint.exclude", steps_.ends_exclusion());
    return;
  }
  if (is_dragging && is_below && life.dice.happens(0.3)) {
    plot.reach(9.2);
    plot.act(*crew.manager, "complaint.supervise",
             steps_.chases(setting_.days.working_day(plot.today(), 1)));
    plot.pass(20, 350);
    const Staff& owner = *crew.handler;
    if (life.dice.happens(0.8)) plot.act(owner, "complaint.handle", steps_.acknowledges());
  }
  if (!course.is_extended) return;
  const Instant due = life.told.received_at + days{14};
  plot.reach(11.2 + life.dice.share() * 1.5, due);
  if (plot.now() >= due) return;
  plot.act(*crew.manager, "complaint.extend", steps_.extends(30, false));
  plot.pass(10, 100);
  const Date next = setting_.days.working_day(plot.today(), 5);
  plot.act(*crew.handler, "complaint.contact", steps_.reaches("extended_note", next));
  if (!course.is_specially_extended) return;
  keep_talking(plot, life, crew, 25);
  plot.reach(26, life.told.received_at + days{28});
  if (plot.now() >= life.told.received_at + days{28}) return;
  plot.act(*crew.manager, "complaint.extend", steps_.extends(60, false));
  plot.pass(30, 200);
  plot.decide(steps_.approves());
  plot.pass(10, 120);
  plot.act(*crew.manager, "complaint.extend", steps_.extends(60, true));
}

void Author::negotiate(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  if (!course.has_offer) return;
  plot.reach(course.answer_day * 0.77);
  const std::int64_t demand = life.told.amount_fen;
  if (course.pays_fen > 0 && life.dice.happens(0.3)) {
    plot.act(*crew.handler, "complaint.handle", steps_.offers(course.pays_fen / 2, demand));
    plot.pass(60, 500);
    plot.act(*crew.handler, "complaint.handle", steps_.settles(false));
  }
  plot.pass(10, 200);
  plot.act(*crew.handler, "complaint.handle", steps_.offers(course.pays_fen, demand));
  plot.pass(20, 400);
  plot.act(*crew.handler, "complaint.handle", steps_.settles(true));
}

// Proposal, approval, answer, and what was promised with it.
void Author::conclude(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  const Instant due = life.told.received_at + std::chrono::milliseconds{static_cast<std::int64_t>(
                                                  (course.answer_day + 0.9) * 86'400'000.0)};
  plot.reach(course.answer_day - 2.4, due - days{1});
  plot.act(*crew.handler, "complaint.handle", steps_.proposes(course.outcome, course.pays_fen));
  if (life.dice.happens(0.07)) {
    plot.pass(60, 300);
    plot.decide(steps_.approves(false));
    plot.pass(60, 300);
    plot.act(*crew.handler, "complaint.handle", steps_.proposes(course.outcome, course.pays_fen));
  }
  plot.pass(40, 420);
  plot.decide(steps_.approves());
  plot.pass(20, 200);
  plot.decide(steps_.approves());
  const FulfilmentKind kind = fulfilment_of(*life.told.matter, course.pays_fen);
  if (course.outcome != Outcome::not_supported)
    plot.act(*crew.handler, "complaint.handle",
             steps_.promises(kind, course.pays_fen, setting_.days.working_day(plot.today(), 3)));
  plot.reach(course.answer_day, due);
  const bool is_told = life.dice.happens(0.96);
  const bool is_written = life.told.way->voice != Voice::hotline || life.dice.happens(0.3);
  if (!is_told) plot.act(*crew.handler, "complaint.contact", steps_.misses());
  plot.act(
      *crew.handler, "complaint.handle",
      steps_.answers(is_told && !is_written ? complaints::AnswerMeans::telephone
                                            : complaints::AnswerMeans::letter,
                     is_told ? complaints::Delivery::told : complaints::Delivery::unreachable));
  if (is_told && is_written) {
    plot.pass(5, 30);
    plot.act(*crew.handler, "complaint.contact",
             steps_.reaches("told_result", setting_.days.working_day(plot.today(), 2)));
  }
  plot.pass(20, 400);
  plot.act(*crew.handler, "complaint.handle", steps_.fulfils());
}

// The written account of what was referred.
void Author::report_back(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  if (!is_referred(life.told)) return;
  const Staff& chief = setting_.cast.at("protection_head", setting_.cast.unit("100101"));
  const auto report = [&] {
    plot.pass(10, 120);
    plot.act(*crew.manager, "referral.handle", steps_.drafts(course.finding));
    if (life.dice.happens(0.12)) {
      plot.pass(20, 120);
      plot.act(chief, "referral.approve", steps_.sends_back_account());
      plot.pass(20, 120);
      plot.act(*crew.manager, "referral.handle", steps_.drafts(course.finding));
    }
    plot.pass(15, 160);
    plot.act(chief, "referral.approve", steps_.approves_account());
    plot.pass(5, 60);
    plot.act(*crew.manager, "referral.handle", steps_.fills_back());
  };
  report();
  if (!life.dice.happens(0.03)) return;
  plot.pass(900, 1'900);
  plot.act(*crew.manager, "referral.handle", steps_.wants_rework());
  plot.pass(15, 90);
  plot.act(*crew.manager, "referral.handle", steps_.takes_up());
  report();
}

// Finding, cause and callback, before a second person closes.
void Author::learn(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  plot.pass(20, 200);
  const Instant found_at = plot.now();
  plot.act(*crew.reviewer, "complaint.review", steps_.finds(course.finding, *crew.unit));
  if (is_the_banks(course.finding)) {
    plot.pass(5, 60);
    plot.act(*crew.reviewer, "complaint.review", steps_.names_cause(*crew.unit));
  }
  const double at = life.dice.share();
  if (at < 0.72) {
    plot.pass(15, 260);
    std::int64_t score = 0;
    if (at < 0.66)
      score = life.dice.happens(0.889) ? life.dice.between(4, 5) : life.dice.between(1, 3);
    plot.act(*crew.caller, "complaint.call_back", steps_.calls_back(score));
  }
  plot.pass(15, 240);
  plot.act(*crew.closer, "complaint.close", steps_.closes());
  const bool may_object = is_the_banks(course.finding) && crew.unit->level == Level::outlet;
  if (!may_object || !life.dice.happens(0.2)) return;
  plot.pass(200, 1'200);
  if (plot.now() > found_at + days{9}) return;  // one may object for ten
  plot.act(*crew.closer, "complaint.object", steps_.objects());
  plot.pass(600, 1'600);
  const Staff& chief = setting_.cast.at("protection_head", setting_.cast.unit("100101"));
  plot.act(chief, "complaint.review",
           steps_.reviews(life.dice.happens(0.3) ? Finding::not_responsible : course.finding));
}

void Author::file(Plot& plot, Life& life, const Crew& crew) const {
  if (is_referred(life.told)) {
    plot.pass(900, 3'000);
    plot.act(*crew.manager, "referral.handle", steps_.finishes(life.dice.happens(0.86)));
  }
  plot.pass(1'200, 5'200);
  plot.act(*crew.archivist, "complaint.archive", steps_.archives());
}

// Handed back once, chased three times in vain, then an order that waits for its reply.
void Author::write_overdue(Life& life) const {
  const Cast& cast = setting_.cast;
  Plot plot(setting_, life);
  Crew crew = crew_of(life);
  crew.unit = &cast.unit("200000");
  crew.handler = &cast.at("branch_officer", *crew.unit);
  arrive(plot, life, crew);
  plot.pass(30, 120);
  plot.act(*crew.manager, "complaint.triage",
           steps_.accepts(complaints::Tier::ordinary, complaints::Urgency::ii));
  plot.act(*crew.manager, "complaint.assign", steps_.assigns(*crew.unit, crew.handler));
  plot.pass(120, 300);
  plot.act(*crew.handler, "complaint.handle", steps_.takes_over());
  reach_first(plot, life, crew);
  plot.reach(2);
  const Unit& credit = cast.unit("100103");
  plot.act(*crew.handler, "complaint.handle",
           steps_.dispatches(credit, setting_.days.working_day(plot.today(), 3)));
  plot.pass(300, 700);
  plot.act(cast.any("handler", credit, life.dice), "complaint.handle", steps_.hands_back());
  keep_talking(plot, life, crew, 7);
  for (const double day : {9.1, 12.2, 14.1}) {
    plot.reach(day);
    plot.act(*crew.manager, "complaint.supervise",
             steps_.chases(setting_.days.working_day(plot.today(), 1)));
  }
  plot.reach(15.9);
  const auto year = int{std::chrono::year_month_day{plot.today().days}.year()};
  plot.act(cast.at("officer", cast.unit("100101")), "complaint.supervise",
           steps_.supervises(plot.today() + days{4},
                             "江澜银消保督〔" + std::to_string(year) + "〕17号"));
}

}  // namespace xb::app::demo
