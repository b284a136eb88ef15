// Cases on which anybody takes any step, drawn at random: what each step is told, who takes it, and
// what a case looks like before and after.
#pragma once

#include <functional>
#include <map>
#include <random>

#include "modules/complaints/clocks/extension.h"
#include "modules/complaints/decision/deciding_fixture.h"
#include "modules/complaints/offers/service.h"
#include "modules/complaints/rules.h"
#include "platform/approvals/store.h"

namespace xb::complaints {

// Who is likely to be the right one for a step.
enum class Likely { officer, handler, asked, approver };

struct WalkStep {
  std::string name;
  std::optional<Action> action;  // none: no step of the lifecycle
  Likely likely = Likely::officer;
  std::function<Result<void>(Work&, Id<Complaint>)> take;
};

// All of a case that a refused step might leave behind.
struct Traces {
  State state = State::registered;
  std::int64_t version = 0;
  std::int64_t entries = 0;
  std::int64_t parts = 0;  // of the rows that belong to it, the versions
  bool operator==(const Traces&) const = default;
};
BOOST_DESCRIBE_STRUCT(Traces, (), (state, version, entries, parts))

class LifecycleWalk : public Deciding {
 protected:
  LifecycleWalk();

  Id<Complaint> begin();
  const WalkStep& choose(State state);
  Actor choose_actor(const WalkStep& step, Id<Complaint> id);
  static Traces traces(Work& work, Id<Complaint> id);
  static approvals::Matters matters();

  std::size_t below(std::size_t n) { return random_() % n; }
  bool chance(unsigned percent) { return below(100) < percent; }
  const Actor& any(const std::vector<Actor>& actors) { return actors[below(actors.size())]; }

  std::mt19937 random_{20261122};
  std::vector<WalkStep> steps_;
  std::vector<Actor> everybody_;
  std::vector<Id<Complaint>> cases_;

 private:
  using Telling = std::function<std::string(Work&)>;  // the JSON of an input

  template <class Input, class Out>
  void add(std::string name, std::optional<Action> action, Likely likely,
           Result<Out> (*step)(Work&, Id<Complaint>, const Input&), Telling telling);
  template <class Input, class Out>
  void add(Action action, Likely likely, Result<Out> (*step)(Work&, Id<Complaint>, const Input&),
           Telling telling) {
    add(std::string{name_of(action)}, action, likely, step, std::move(telling));
  }
  // A step on one of the rows of a case.
  template <class Input, class Out, class Row>
  void add_on(Action action, Likely likely, std::vector<Row> (*rows)(Work&, Id<Complaint>),
              Result<Out> (*step)(Work&, Id<Row>, const Input&), Telling telling);
  void add_beginning();
  void add_working();
  void add_asking();
  void add_deciding();
  void add_learning();
  void add_limits();
  void add_around();
  Result<void> give_verdict(Work& work, Id<Complaint> id);

  // So many days from now, and sometimes a day that is wrong.
  std::string day(const Work& work, int days);
  static std::string say(std::string_view json) { return std::string{json}; }
  std::string one_of(std::initializer_list<const char*> texts);
  std::string unit() { return one_of({"101", "102", "103", "104", "100"}); }
  std::string person() { return one_of({"211", "212", "213", "214", "215", "216", "999"}); }
  std::string another_case();

  const std::vector<Actor> officers_{bank_.chen_yu, wang_min(), zhao_lei()};
};

inline LifecycleWalk::LifecycleWalk() {
  hire({215}, "wutao", "branch_officer", "300000");
  hire({216}, "zhanghang", "president", "100000");
  const Actor wu_tao{
      {215}, {Level::branch, {102}}, {{102}, {}, {}}, {102}, test::appointment_of({215})};
  everybody_ = {bank_.li_na, bank_.zhou_jun, bank_.chen_yu, lin_fang(),           qian_hai(),
                wang_min(),  zhao_lei(),     wu_tao,        in_head_office({216})};
  add_beginning();
  add_working();
  add_asking();
  add_deciding();
  add_learning();
  add_limits();
  add_around();
}

inline Id<Complaint> LifecycleWalk::begin() {
  const std::string phone = "1380000" + std::to_string(1000 + cases_.size() % 3);
  std::string json = R"({"intake_channel": "电话", "business": "个人消费贷款",
                         "summary": "年费与宣传不符", "complainant": {"phone": ")" +
                     phone + R"("})";
  if (chance(5)) json += R"(, "accused_id": 215)";
  cases_.push_back(registered(json + "}", now_).id);
  return cases_.back();
}

// Often what leads on, else mostly what the state allows, and an end only now and then, so that
// cases get far.
inline const WalkStep& LifecycleWalk::choose(State state) {
  const bool goes_on = chance(35);
  for (int tries = 0;; ++tries) {
    const WalkStep& step = steps_[below(steps_.size())];
    if (state == State::joined && step.action == Action::split && chance(50)) return step;
    const bool is_hurried = goes_on && tries < 200;
    if (!step.action) {
      if (is_hurried || chance(60)) continue;
      return step;
    }
    const auto next = after(state, *step.action);
    if (is_hurried && (!next || *next == state || is_over(*next))) continue;
    if (!next && chance(88)) continue;
    if (next && is_over(*next) && *next != state && chance(65)) continue;
    return step;
  }
}

inline Actor LifecycleWalk::choose_actor(const WalkStep& step, Id<Complaint> id) {
  if (chance(25)) return any(everybody_);
  const auto of_branch = [&](Id<Unit> unit) {
    return unit == Id<Unit>{102} ? everybody_[7] : lin_fang();
  };
  switch (step.likely) {
    case Likely::officer: return any(officers_);
    case Likely::asked: return of_branch({static_cast<std::int64_t>(101 + below(2))});
    case Likely::approver: return chance(60) ? qian_hai() : any(everybody_);
    case Likely::handler: break;
  }
  const auto complaint = bank_.read(
      bank_.chen_yu, [&](Work& work) { return find_complaint(work, Actor::system(), id); });
  if (!complaint || !complaint->handling_unit_id) return any(officers_);
  for (const Actor& one : everybody_)
    if (one.person == complaint->handler_id) return one;
  return of_branch(complaint->handling_unit_id);
}

inline Traces LifecycleWalk::traces(Work& work, Id<Complaint> id) {
  const auto found = work.tx.one<Traces>(
      "SELECT state, version,"
      " (SELECT count(*) FROM evidence_entries WHERE subject_id = c.id) AS entries,"
      " (SELECT COALESCE(sum(version), 0) FROM tasks WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM offers WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM supervisions WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM contacts WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM proposals WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM fulfilments WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM preservations WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM supplement_requests WHERE complaint_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM clocks WHERE subject_id = c.id)"
      " + (SELECT COALESCE(sum(version), 0) FROM approvals WHERE subject_id = c.id)"
      " + (SELECT count(*) FROM callbacks WHERE complaint_id = c.id) AS parts"
      " FROM complaints c WHERE c.id = ?",
      id);
  EXPECT_TRUE(found.has_value());
  return *found;
}

inline approvals::Matters LifecycleWalk::matters() {
  return {decision_matter(), extension_matter(), offer_matter()};
}

inline std::string LifecycleWalk::day(const Work& work, int days) {
  return format(work.zone.date(work.now) + std::chrono::days{chance(8) ? -9 : days});
}

inline std::string LifecycleWalk::one_of(std::initializer_list<const char*> texts) {
  return *(texts.begin() + below(texts.size()));
}

inline std::string LifecycleWalk::another_case() {
  return std::to_string(cases_[below(cases_.size())].number);
}

}  // namespace xb::complaints
