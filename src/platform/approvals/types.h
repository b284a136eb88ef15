// What waits for somebody's word: an extension now, proposals and written accounts as they come.
// What is asked for is the module's own; who agrees to it stands in the approval book.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/json_struct.h"
#include "platform/evidence/entries.h"
#include "platform/identity/offices.h"
#include "platform/sealing/rows.h"

namespace xb::approvals {

struct Subject;  // what an approval is about, of whatever kind

// `granted` is still to be acted upon, `spent` was. `lapsed`: its subject ended before.
enum class State { waiting, granted, refused, handed_back, taken_back, spent, lapsed };
BOOST_DESCRIBE_ENUM(State, waiting, granted, refused, handed_back, taken_back, spent, lapsed)

// To hand back is to ask for something better; to refuse is to say no.
enum class Verdict { grant, refuse, hand_back };
BOOST_DESCRIBE_ENUM(Verdict, grant, refuse, hand_back)

using Note = privacy::Personal<privacy::Prose<5'000>>;

// What was asked for, as the JSON of the module's own input with its personal values in clear: kept
// sealed, shown by the module.
struct InputJson {
  static constexpr std::size_t max = 200'000;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view) { return {}; }
};
using Asked = privacy::Personal<InputJson>;

// One step: the offices of which any will do, and who did.
struct Step {
  std::vector<workflow::Office> offices;
  std::optional<Id<Person>> person_id;
  std::optional<Id<Person>> on_behalf_of;
  std::optional<Instant> at;
  std::optional<Verdict> verdict;
};
BOOST_DESCRIBE_STRUCT(Step, (), (offices, person_id, on_behalf_of, at, verdict))

struct Approval {
  static constexpr std::string_view table = "approvals";
  Id<Approval> id;
  Id<sealing::DataKey> key_id;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::string subject_number;
  std::string matter;
  std::string rule;
  std::int64_t rule_version = 1;
  Asked input;
  std::string steps;  // a JSON array of Step
  State state = State::waiting;
  Id<Person> asked_by_id;
  Id<Person> asked_for_id;  // the absent one whose substitute asked
  Instant asked_at;
  std::optional<Instant> settled_at;
  std::optional<Note> reason;  // of the last verdict
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  Id<Person> accused_id;  // kept from him, and from his unit
  Id<Unit> shut_unit_id;
  std::string mac;
  std::int64_t version = 1;

  bool is_open() const { return state == State::waiting || state == State::granted; }
};
BOOST_DESCRIBE_STRUCT(Approval, (),
                      (id, key_id, subject_kind, subject_id, subject_number, matter, rule,
                       rule_version, input, steps, state, asked_by_id, asked_for_id, asked_at,
                       settled_at, reason, branch_id, sub_branch_id, outlet_id, handling_unit_id,
                       handler_id, accused_id, shut_unit_id, mac, version))

// A chair before which an approval lies.
struct SeatRow {
  static constexpr std::string_view table = "approval_seats";
  Id<SeatRow> id;
  Id<Approval> approval_id;
  Id<Unit> unit_id;
  identity::Chair chair = identity::Chair::head;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (id, approval_id, unit_id, chair))

// What a subject shows of its approvals.
struct ApprovalBrief {
  Id<Approval> id;
  std::string matter;
  State state = State::waiting;
  Instant asked_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ApprovalBrief, (), (id, matter, state, asked_at, version))

// A line of the inbox.
struct ApprovalItem {
  Id<Approval> id;
  std::string matter;
  std::string subject_kind;
  Id<Subject> subject_id;
  std::string subject_number;
  State state = State::waiting;
  std::optional<Note> title;  // what its subject is about; none where the reader sees it no more
  std::optional<Instant> due_at;           // of its subject, likewise
  std::optional<std::int64_t> amount_fen;  // that is asked for
  Id<Person> asked_by_id;
  Instant asked_at;
  std::optional<Instant> settled_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ApprovalItem, (),
                      (id, matter, subject_kind, subject_id, subject_number, state, title, due_at,
                       amount_fen, asked_by_id, asked_at, settled_at, version))

struct ApprovalView {
  Id<Approval> id;
  std::string matter;
  std::string subject_kind;
  Id<Subject> subject_id;
  std::string subject_number;
  State state = State::waiting;
  evidence::RawJson input;  // as the module shows it, personal values masked
  std::string rule;
  std::int64_t rule_version = 1;
  std::string source;  // of the rule; empty if the book lacks it
  std::vector<Step> steps;
  bool waits_for_you = false;
  Id<Person> asked_by_id;
  std::optional<Id<Person>> asked_for_id;
  Instant asked_at;
  std::optional<Instant> settled_at;
  std::optional<Note> reason;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ApprovalView, (),
                      (id, matter, subject_kind, subject_id, subject_number, state, input, rule,
                       rule_version, source, steps, waits_for_you, asked_by_id, asked_for_id,
                       asked_at, settled_at, reason, version))

}  // namespace xb::approvals
