// The end of a case: decision and answer, the account of a referral, what is learnt, the archive;
// and the one case that has no end in time.
#include <algorithm>

#include "app/demo/author.h"
#include "app/demo/placing.h"

namespace xb::app::demo {

using complaints::Finding;
using complaints::FulfilmentKind;
using complaints::Outcome;
using std::chrono::days;

namespace {

struct Deed {
  std::string_view says;
  FulfilmentKind kind;
};

// What a decision asks for, by what it says; the first that it says counts.
FulfilmentKind deed_of(const Matter& matter, std::string_view decide) {
  constexpr Deed deeds[] = {{"停催", FulfilmentKind::stop_collection},
                            {"停止外呼", FulfilmentKind::stop_collection},
                            {"停止联系", FulfilmentKind::stop_collection},
                            {"出具", FulfilmentKind::certificate},
                            {"开具", FulfilmentKind::certificate},
                            {"结清证明", FulfilmentKind::certificate},
                            {"更正", FulfilmentKind::correction},
                            {"恢复", FulfilmentKind::release},
                            {"限额", FulfilmentKind::release},
                            {"致歉", FulfilmentKind::apology},
                            {"道歉", FulfilmentKind::apology}};
  for (const Deed& deed : deeds) {
    if (decide.find(deed.says) == std::string_view::npos) continue;
    const bool is_about_limits = matter.cause == "account_control" || matter.code == "card_limit";
    if (deed.kind != FulfilmentKind::release || is_about_limits) return deed.kind;
  }
  return FulfilmentKind::promise;
}

// As what money is paid: by what the decision says last before it names the amount, or at all.
FulfilmentKind payment_of(std::string_view decide) {
  constexpr Deed deeds[] = {{"退", FulfilmentKind::refund},
                            {"免", FulfilmentKind::waiver},
                            {"补", FulfilmentKind::compensation},
                            {"承担", FulfilmentKind::compensation}};
  const std::string_view before =
      decide.substr(0, std::min(decide.find("{p}"), decide.find("{a}")));
  for (const std::string_view text : {before, decide}) {
    const Deed* last = nullptr;
    std::size_t at = 0;
    for (const Deed& deed : deeds)
      if (const std::size_t found = text.rfind(deed.says);
          found != std::string_view::npos && (last == nullptr || found > at)) {
        at = found;
        last = &deed;
      }
    if (last != nullptr) return last->kind;
  }
  return FulfilmentKind::refund;
}

// What he says of it afterwards is what he said when he was told.
std::pair<std::int64_t, std::string_view> said_of(Dice& dice, Reception reception) {
  switch (reception) {
    case Reception::gladly: return {dice.between(4, 5), "pleased"};
    case Reception::fairly: return {dice.happens(0.95) ? 4 : 3, "resigned"};
    case Reception::badly: return {dice.between(1, 3), "displeased"};
  }
  std::abort();
}

}  // namespace

// Proposal, approval, answer, and what was promised with it.
void Author::conclude(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  const Instant due = life.told.received_at + std::chrono::milliseconds{static_cast<std::int64_t>(
                                                  (course.answer_day + 0.9) * 86'400'000.0)};
  if (life.told.matter->has_footage && life.told.received_at <= setting_.end - days{14})
    plot.act(*crew.handler, "complaint.preserve", steps_.could_not_keep());
  const bool is_reachable = course.delivery == complaints::Delivery::told;
  plot.reach(course.answer_day - (is_reachable ? 2.4 : 5.2), due - days{1});
  plot.pass(30, 150);  // what was heard last is thought over and written down
  plot.act(*crew.handler, "complaint.handle", steps_.proposes(course.outcome, course.pays_fen));
  if (life.dice.happens(0.07)) {
    plot.pass(60, 300);
    plot.decide(steps_.approves(false));
    plot.pass(60, 300);
    plot.act(*crew.handler, "complaint.handle", steps_.proposes(course.outcome, course.pays_fen));
  }
  // Some of the newest still wait for a word, none of them past its limit.
  const bool may_wait = limit_of(life) > setting_.end + days{1};
  const bool is_new = may_wait && plot.now() > setting_.end - std::chrono::hours{66};
  if (is_new && life.dice.happens(0.25)) plot.stop();
  plot.pass(40, 420);
  plot.decide(steps_.approves());
  const bool is_of_this_week = may_wait && plot.now() > setting_.end - std::chrono::hours{130};
  if (is_of_this_week && life.told.matter->tier == "complex" && life.dice.happens(0.8)) plot.stop();
  plot.pass(20, 200);
  plot.decide(steps_.approves());
  promise(plot, life, crew, course);
  tell(plot, life, crew, course, due);
  life.is_late = plot.now() >= limit_of(life);
  plot.pass(20, 400);
  plot.act(*crew.handler, "complaint.handle", steps_.fulfils());
}

// Money by its amount; beside it only what has a proof of its own.
void Author::promise(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  if (course.outcome == Outcome::not_supported) return;
  const Matter& matter = *life.told.matter;
  const std::string& decide = life.told.decide.empty() ? matter.decide : life.told.decide;
  const Date due = setting_.days.working_day(plot.today(), 3);
  const FulfilmentKind deed = deed_of(matter, decide);
  if (course.pays_fen > 0)
    plot.act(*crew.handler, "complaint.handle",
             steps_.promises(payment_of(decide), course.pays_fen, due));
  const bool is_proved =
      deed == FulfilmentKind::correction || deed == FulfilmentKind::stop_collection;
  if (course.pays_fen == 0 || is_proved)
    plot.act(*crew.handler, "complaint.handle", steps_.promises(deed, 0, due));
}

// By one choice: who is told, by what means, how he takes it, and the proof of it.
void Author::tell(Plot& plot, Life& life, const Crew& crew, const Course& course,
                  Instant due) const {
  using complaints::AnswerMeans;
  if (course.delivery == complaints::Delivery::unreachable) return try_in_vain(plot, crew);
  plot.reach(course.answer_day, due);
  plot.pass(23, 60);  // the conversation begins after the decision
  const bool comes =
      course.means == AnswerMeans::handed_over || course.means == AnswerMeans::settlement_agreement;
  if (!comes && life.dice.happens(0.3)) {
    plot.act(*crew.handler, "complaint.contact", steps_.misses());
    plot.pass(25, 150);
  }
  const bool is_paid = course.pays_fen > 0 && life.dice.happens(0.7);
  const std::string_view gladly = is_paid ? "told_gladly_paid" : "told_gladly";
  const std::string_view taken = course.reception == Reception::gladly   ? gladly
                                 : course.reception == Reception::fairly ? "told_fairly"
                                                                         : "told_badly";
  plot.act(*crew.handler, "complaint.contact",
           comes ? steps_.meets(taken)
                 : steps_.reaches(taken, setting_.days.working_day(plot.today(), 2)));
  std::string_view answered = "called_result";
  if (course.means == AnswerMeans::letter) answered = "mailed_result";
  if (course.means == AnswerMeans::handed_over) answered = "handed_result";
  if (course.means == AnswerMeans::settlement_agreement) answered = "agreed_result";
  plot.go_to(plot.now() + std::chrono::minutes{life.dice.between(3, 25)});  // on the same day
  plot.act(*crew.handler, "complaint.handle",
           steps_.answers(course.means, complaints::Delivery::told, answered));
}

// On three days, at another hour each, before the letter goes out.
void Author::try_in_vain(Plot& plot, const Crew& crew) const {
  std::string tried;
  for (int time = 0; time < 3; ++time) {
    if (time == 0) plot.pass(20, 120);
    if (time > 0) plot.reach_day(setting_.days.working_day(plot.today(), 1));
    if (time == 1) plot.pass(240, 330);
    tried += (tried.empty() ? "" : "、") + chinese_day(plot.today());
    plot.act(*crew.handler, "complaint.contact", steps_.misses());
  }
  plot.act(*crew.handler, "complaint.contact", steps_.texts("sms_result"));
  plot.pass(10, 60);
  plot.act(*crew.handler, "complaint.handle",
           steps_.answers(complaints::AnswerMeans::letter, complaints::Delivery::unreachable,
                          "unreached_result", std::move(tried)));
}

// Finding, cause and callback, before a second person closes.
void Author::learn(Plot& plot, Life& life, const Crew& crew, const Course& course) const {
  plot.pass(5, 90);
  const Instant found_at = plot.now();
  plot.act(*crew.reviewer, "complaint.review", steps_.finds(course.finding, *crew.unit));
  if (is_the_banks(course.finding)) {
    plot.pass(5, 60);
    plot.act(*crew.reviewer, "complaint.review", steps_.names_cause(*crew.unit));
  }
  const double at = life.dice.share();
  if (at < 0.72) {
    plot.pass(10, 150);
    const bool answers = at < 0.66 && course.delivery == complaints::Delivery::told;
    const auto [score, said] = answers ? said_of(life.dice, course.reception)
                                       : std::pair{std::int64_t{0}, std::string_view{"unheard"}};
    plot.act(*crew.caller, "complaint.call_back", steps_.calls_back(score, said));
  }
  plot.pass(10, 150);
  life.over_at = plot.now();
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
    plot.act(*crew.desk, "referral.handle", steps_.finishes(life.dice.happens(0.86)));
  }
  check_classes(plot, life);
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
  plot.act(*crew.desk, "complaint.triage",
           steps_.accepts(complaints::Tier::ordinary, complaints::Urgency::ii));
  plot.act(*crew.desk, "complaint.assign", steps_.assigns(*crew.unit, crew.handler));
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
  for (const double day : {8.2, 11.2, 13.1}) {
    plot.reach(day);
    plot.act(*crew.desk, "complaint.supervise",
             steps_.chases(setting_.days.working_day(plot.today(), 1)));
  }
  plot.reach(15.1, setting_.end - std::chrono::minutes{20});
  const auto year = int{std::chrono::year_month_day{plot.today().days}.year()};
  plot.act(cast.at("officer", cast.unit("100101")), "complaint.supervise",
           steps_.supervises(plot.today() + days{4},
                             "江澜银消保督〔" + std::to_string(year) + "〕17号"));
}

}  // namespace xb::app::demo
