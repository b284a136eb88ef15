// What is done with tip-offs. Each command leaves one entry in the evidence log.
#pragma once

#include <vector>

#include "modules/tip_offs/store.h"
#include "platform/clocks/sweep.h"
#include "platform/evidence/entries.h"

namespace xb::tip_offs {

// Takes one down and bars whoever is reported, every unit they work in, every unit above those up
// to the top, and every unit of the same line. Refuses with person.missing, unit.missing,
// tip_off.conflict_of_interest (whoever takes it down is barred himself) and as `check` does.
Result<Registered> register_tip_off(Work& work, const NewTipOff& input);
// For a registration that is asked for again by who made it.
Result<Registered> find_registered(Work& work, Id<TipOff> id);

struct TipOffItem {
  Id<TipOff> id;
  std::string number;
  State state = State::received;
  bool is_anonymous = true;
  Summary summary;
  Instant received_at;
  std::optional<Instant> due_at;
  std::optional<Id<Unit>> handling_unit_id;
  std::optional<Id<Person>> handler_id;
  std::optional<Finding> finding;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TipOffItem, (),
                      (id, number, state, is_anonymous, summary, received_at, due_at,
                       handling_unit_id, handler_id, finding, closed_at, version))

// A reminder that stands in no common list.
struct SealedNotice {
  workflow::NoticeKind kind = workflow::NoticeKind::warning;
  workflow::Office rung = workflow::Office::owner;
  Instant due_at;
  Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(SealedNotice, (), (kind, rung, due_at, sent_at))

struct TipOffView : TipOffItem {
  std::optional<Wording> wording;
  std::optional<Personal<ReporterFact>> reporter_name;
  std::optional<Personal<ReporterFact>> reporter_reach;
  Instant registered_at;
  std::vector<Id<Person>> reported_ids;
  std::optional<Wording> decision;
  std::optional<Id<Person>> decided_by_id;
  std::optional<Instant> decided_at;
  std::optional<Instant> told_at;
  std::optional<Means> told_by;
  std::optional<Proof> told_proof;
  std::vector<SealedNotice> notices;
};
BOOST_DESCRIBE_STRUCT(TipOffView, (TipOffItem),
                      (wording, reporter_name, reporter_reach, registered_at, reported_ids,
                       decision, decided_by_id, decided_at, told_at, told_by, told_proof, notices))

// All refuse with tip_off.missing, also what is kept from who asks.
Result<TipOffView> find(Work& work, Id<TipOff> id);
Result<storage::Page<TipOffItem>> list(Work& work, const storage::ListRequest& request);
struct Timeline {
  std::vector<evidence::TimelineEntry> items;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (items))
Result<Timeline> timeline(Work& work, Id<TipOff> id);
struct Counts {
  std::vector<StateCount> items;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (items))
Result<Counts> count(Work& work);

struct Assignment {
  Id<Unit> unit_id;
  Id<Person> handler_id;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (unit_id, handler_id))
// Also with person.missing, tip_off.handler_elsewhere or tip_off.in_the_line: nobody in the line of
// the reported inquires.
Result<TipOffState> assign(Work& work, Id<TipOff> id, const Assignment& input);

struct Decision {
  Finding finding{};
  Wording decision;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (finding, decision))
// Also with tip_off.not_yours: only who was assigned decides.
Result<TipOffState> decide(Work& work, Id<TipOff> id, const Decision& input);

struct ResultTold {
  Instant at;
  Means by;
  Proof proof;
};
BOOST_DESCRIBE_STRUCT(ResultTold, (), (at, by, proof))
struct Closure {
  std::optional<ResultTold> told;
};
BOOST_DESCRIBE_STRUCT(Closure, (), (told))
// Also with tip_off.result_untold, where the reporter can be reached, field.in_future or
// tip_off.told_early.
Result<TipOffState> close(Work& work, Id<TipOff> id, const Closure& input);

struct Opening {
  Personal<privacy::Prose<500>> reason;  // sealed: people name people when they explain
};
BOOST_DESCRIBE_STRUCT(Opening, (), (reason))
struct OpenedReporter {
  std::optional<privacy::Opened<ReporterFact>> reporter_name;
  std::optional<privacy::Opened<ReporterFact>> reporter_reach;
};
BOOST_DESCRIBE_STRUCT(OpenedReporter, (), (reporter_name, reporter_reach))
Result<OpenedReporter> open_reporter(Work& work, Id<TipOff> id, const Opening& input);

// The state of one, for an action that is asked for again.
Result<TipOffState> find_state(Work& work, Id<TipOff> id);

inline constexpr std::string_view clock_subject = "tip_off";
clocks::Source clock_source();

}  // namespace xb::tip_offs
