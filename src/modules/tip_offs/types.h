// The words of this module: what a tip-off (举报) is, whom it is kept from, and how it ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"
#include "core/text.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::tip_offs {

enum class State { received, assigned, decided, closed };
BOOST_DESCRIBE_ENUM(State, received, assigned, decided, closed)

enum class Action { assign, decide, close };
BOOST_DESCRIBE_ENUM(Action, assign, decide, close)

enum class Finding { substantiated, partly, unsubstantiated, cannot_tell };
BOOST_DESCRIBE_ENUM(Finding, substantiated, partly, unsubstantiated, cannot_tell)

// Anything by which the reporter could be known. Masked it shows that there is something, and
// nothing of it, not even a surname.
struct ReporterFact {
  static constexpr std::size_t max = 200;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view) { return "***"; }
};

using privacy::Personal;
using Summary = Personal<privacy::Prose<300>>;
using Wording = Personal<privacy::Prose<50'000>>;
using Note = Personal<privacy::Prose<5'000>>;
using Means = Text<100, Presence::required>;
using Proof = Text<200, Presence::required>;

inline constexpr std::size_t reported_max = 10;

// What is entered. Without a name and a way to be reached the reporter is anonymous.
struct NewTipOff {
  Summary summary;
  std::optional<Wording> wording;
  std::optional<Instant> received_at;                   // now, if not told
  std::optional<Date> due_on;                           // a regulator's, for what he has passed on
  std::optional<std::vector<Id<Person>>> reported_ids;  // whom it is about, as far as known
  std::optional<std::vector<Id<Unit>>> reported_unit_ids;  // or which units
  std::optional<Personal<ReporterFact>> reporter_name;
  std::optional<Personal<ReporterFact>> reporter_reach;  // phone, e-mail, address
};
BOOST_DESCRIBE_STRUCT(NewTipOff, (),
                      (summary, wording, received_at, due_on, reported_ids, reported_unit_ids,
                       reporter_name, reporter_reach))

struct TipOff {
  static constexpr std::string_view table = "tip_offs";
  Id<TipOff> id;
  Id<sealing::DataKey> key_id;
  std::string number;
  State state = State::received;
  bool is_anonymous = true;
  Summary summary;
  std::optional<Wording> wording;
  std::optional<Personal<ReporterFact>> reporter_name;
  std::optional<Personal<ReporterFact>> reporter_reach;
  Instant received_at;
  Instant registered_at;
  std::optional<Instant> due_at;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  std::optional<Finding> finding;
  std::optional<Wording> decision;
  Id<Person> decided_by_id;
  std::optional<Instant> decided_at;
  std::optional<Instant> told_at;
  std::optional<Means> told_by;
  std::optional<Proof> told_proof;
  std::optional<Instant> closed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TipOff, (),
                      (id, key_id, number, state, is_anonymous, summary, wording, reporter_name,
                       reporter_reach, received_at, registered_at, due_at, handling_unit_id,
                       handler_id, finding, decision, decided_by_id, decided_at, told_at, told_by,
                       told_proof, closed_at, version))

// A person or a unit that a tip-off is kept from.
struct Barrier {
  static constexpr std::string_view table = "tip_off_barriers";
  Id<Barrier> id;
  Id<TipOff> tip_off_id;
  Id<Person> person_id;
  Id<Unit> unit_id;
};
BOOST_DESCRIBE_STRUCT(Barrier, (), (id, tip_off_id, person_id, unit_id))

// What registering answers, to whoever took it down: he may see no more of it.
struct Registered {
  Id<TipOff> id;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (id, number))

// What an action answers.
struct TipOffState {
  Id<TipOff> id;
  std::string number;
  State state = State::received;
  std::optional<Instant> due_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TipOffState, (), (id, number, state, due_at, version))

}  // namespace xb::tip_offs
