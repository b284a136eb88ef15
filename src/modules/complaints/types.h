// The words of this module: what a complaint is, who complains, and what may be done.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"
#include "core/text.h"
#include "modules/complaints/codes.h"
#include "platform/approvals/types.h"
#include "platform/clocks/types.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::complaints {

// What came in. Only a complaint is counted as one; tip-offs are taken in apart, sealed from the
// line. The taxonomy `intake_kind` has the names.
enum class IntakeKind { complaint, consultation, suggestion, praise, petition, on_the_spot };
BOOST_DESCRIBE_ENUM(IntakeKind, complaint, consultation, suggestion, praise, petition, on_the_spot)

// The taxonomy `customer_kind` has the names.
enum class CustomerKind { personal, self_employed, enterprise };
BOOST_DESCRIBE_ENUM(CustomerKind, personal, self_employed, enterprise)

// `assigned` waits for whoever was assigned; `handling` is in his hands; `proposed` waits for an
// approval; `decided` for the answer. The last five are ends; `joined` goes on as another case
// until it is split off again.
enum class State {
  registered,
  accepted,
  assigned,
  handling,
  proposed,
  decided,
  answered,
  closed,
  withdrawn,
  redirected,
  refused,
  joined
};
BOOST_DESCRIBE_ENUM(State, registered, accepted, assigned, handling, proposed, decided, answered,
                    closed, withdrawn, redirected, refused, joined)

// Those from `promise` on leave the state as it is, but for what is raised.
enum class Action {
  accept,
  redirect,
  refuse,
  assign,
  take_over,
  propose,
  hand_back,
  decide,
  answer,
  close,
  withdraw,
  join,
  promise,
  fulfil,
  find_responsibility,
  object,
  review_finding,
  name_cause,
  call_back,
  rate,
  check_sample,
  archive,
  // Working a case until there is a decision.
  request_supplement,
  supplement,
  contact,
  dispatch,
  answer_task,
  hand_back_task,
  offer,
  settle_offer,
  chase,
  supervise,
  acknowledge,
  reply,
  raise,
  split,
  check_classes
};
BOOST_DESCRIBE_ENUM(Action, accept, redirect, refuse, assign, take_over, propose, hand_back, decide,
                    answer, close, withdraw, join, promise, fulfil, find_responsibility, object,
                    review_finding, name_cause, call_back, rate, check_sample, archive,
                    request_supplement, supplement, contact, dispatch, answer_task, hand_back_task,
                    offer, settle_offer, chase, supervise, acknowledge, reply, raise, split,
                    check_classes)

// How much a case asks for, and how soon (I to III).
enum class Tier { ordinary, complex, major };
BOOST_DESCRIBE_ENUM(Tier, ordinary, complex, major)
enum class Urgency { i, ii, iii };
BOOST_DESCRIBE_ENUM(Urgency, i, ii, iii)

// What is settled on the spot is closed by one person; a superior looks at one in ten (C7).
enum class SampleCheck { none, due, passed, failed };
BOOST_DESCRIBE_ENUM(SampleCheck, none, due, passed, failed)

// How the record came to be.
enum class Origin { registered, imported };
BOOST_DESCRIBE_ENUM(Origin, registered, imported)

// A code of the taxonomy that is called as the member is; stored and shown in clear, so
// `check_codes` keeps identifiers of people out. Told it may be the name instead. Only an import
// may keep what no taxonomy knows. The five (source, intake channel, business channel, business,
// cause) are never merged.
using Code = Text<200>;
using RequiredCode = Text<200, Presence::required>;

using Summary = privacy::Personal<privacy::Prose<300>>;
using Description = privacy::Personal<privacy::Prose<50'000>>;
using Claim = privacy::Personal<privacy::Prose<5'000>>;
using Note = privacy::Personal<privacy::Prose<5'000>>;
using AgentProof = privacy::Personal<privacy::Prose<200>>;  // which paper, where it is kept

// What an import found in columns that no field takes: a JSON object of text. Nobody knows what
// stands in a foreign column, so masked it shows the names of the columns and no value.
struct ForeignColumns {
  static constexpr std::size_t max = 100'000;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view value);
};
using SourceRecord = privacy::Personal<ForeignColumns>;

using privacy::Personal;

// Who complains, as told. At least one member is given.
struct NewComplainant {
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CreditCode>> credit_code;  // of a company
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
};
BOOST_DESCRIBE_STRUCT(NewComplainant, (),
                      (name, phone, identity_number, credit_code, card_number, email, address))

// Who acts for the complainant (银保监会令2020年第3号 art. 13, 14). What is missing may be asked
// for.
struct NewAgent {
  RequiredCode relation;  // of `agent_relation`
  Personal<privacy::Name> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<AgentProof> proof;  // of the authorisation
};
BOOST_DESCRIBE_STRUCT(NewAgent, (), (relation, name, phone, identity_number, proof))

// What is entered to register a complaint.
struct NewComplaint {
  std::optional<Code> source;
  RequiredCode intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<Instant> received_at;     // now, if not told
  std::optional<Id<Person>> heard_by_id;  // who heard it first; whoever registers, if not told
  std::optional<Id<Person>> accused_id;   // the member of staff complained about
  NewComplainant complainant;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  std::optional<Codes> rights;
  std::optional<Codes> claim_kinds;
  std::optional<Codes> customer_groups;    // special groups and situations
  std::optional<std::int64_t> amount_fen;  // at issue
  std::optional<NewAgent> agent;
  std::optional<Text<40, Presence::required>> repeats_number;  // the earlier case
  std::optional<Note> method;  // what was done on the spot, and what came of it
  std::optional<Note> result;
};
BOOST_DESCRIBE_STRUCT(NewComplaint, (),
                      (source, intake_channel, business_channel, business, cause, summary,
                       description, claim, received_at, heard_by_id, accused_id, complainant,
                       customer_kind, product, region, rights, claim_kinds, customer_groups,
                       amount_fen, agent, repeats_number, method, result))

struct Complainant {
  static constexpr std::string_view table = "complainants";
  Id<Complainant> id;
  Id<sealing::DataKey> key_id;
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  sealing::BlindIndex<privacy::Phone> phone_index;
  sealing::BlindIndex<privacy::IdentityNumber> identity_number_index;
  sealing::BlindIndex<privacy::CardNumber> card_number_index;
  sealing::BlindIndex<privacy::Email> email_index;
  sealing::BlindIndex<privacy::CreditCode> credit_code_index;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Complainant, (),
                      (id, key_id, name, phone, identity_number, card_number, email, address,
                       credit_code, phone_index, identity_number_index, card_number_index,
                       email_index, credit_code_index, version))

struct Complaint {
  static constexpr std::string_view table = "complaints";
  Id<Complaint> id;
  Id<sealing::DataKey> key_id;
  std::string number;
  IntakeKind kind = IntakeKind::complaint;
  State state = State::registered;
  Origin origin = Origin::registered;
  std::optional<Code> source;
  RequiredCode intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<SourceRecord> source_record;
  Id<Complainant> complainant_id;  // none where an import knows nobody
  Instant received_at;
  Instant registered_at;
  std::optional<Instant> due_at;  // of its most urgent running clock; none once it is over
  std::optional<Instant> decided_at;
  std::optional<Instant> answered_at;
  std::optional<Instant> closed_at;
  Id<Person> closed_by_id;
  SampleCheck sample_check = SampleCheck::none;
  std::optional<Date> archived_on;
  Id<Complaint> joined_into_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  std::optional<Tier> tier;  // from acceptance on
  std::optional<Urgency> urgency;
  Id<Person> responsible_id;  // who heard it first, until the next takes it over (首问负责)
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  std::optional<Date> next_contact_on;  // when the complainant hears from the bank next
  Id<Unit> raised_to_id;  // the unit it was raised to: none below handles it (提级办理)
  Id<Person> leader_id;   // who answers for it since (领导包案)
  // Kept from the member of staff it is about and from everybody in his units (令2020年第3号 art.
  // 17): that of his main post when he was named, and those he works in now.
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  Codes customer_groups;
  Id<Complaint> repeats_id;        // the case of the same person on the same matter
  Codes unknown_codes;             // members whose value no taxonomy knows
  std::int64_t receipt_epoch = 1;  // raised to revoke the receipt code
  std::int64_t version = 1;

  bool is_shut() const { return accused_id || shut_unit_id; }
};
BOOST_DESCRIBE_STRUCT(Complaint, (),
                      (id, key_id, number, kind, state, origin, source, intake_channel,
                       business_channel, business, cause, summary, description, claim,
                       source_record, complainant_id, received_at, registered_at, due_at,
                       decided_at, answered_at, closed_at, closed_by_id, sample_check, archived_on,
                       joined_into_id, branch_id, sub_branch_id, outlet_id, tier, urgency,
                       responsible_id, handling_unit_id, handler_id, next_contact_on, raised_to_id,
                       leader_id, accused_id, shut_unit_id, customer_kind, product, region,
                       customer_groups, repeats_id, unknown_codes, receipt_epoch, version))

// What is read only with the case, under its key; a row of its own where anything is told.
struct ComplaintDetails {
  static constexpr std::string_view table = "complaint_details";
  Id<Complaint> id;
  Id<sealing::DataKey> key_id;
  Codes rights;
  Codes claim_kinds;
  std::optional<std::int64_t> amount_fen;
  std::optional<Code> agent_relation;
  std::optional<Personal<privacy::Name>> agent_name;
  std::optional<Personal<privacy::Phone>> agent_phone;
  std::optional<Personal<privacy::IdentityNumber>> agent_identity_number;
  std::optional<AgentProof> agent_proof;
  std::optional<Note> method;
  std::optional<Note> result;
  std::int64_t version = 1;

  bool is_empty() const {
    return rights.items.empty() && claim_kinds.items.empty() && !amount_fen && !agent_relation &&
           !method && !result;
  }
};
BOOST_DESCRIBE_STRUCT(ComplaintDetails, (),
                      (id, key_id, rights, claim_kinds, amount_fen, agent_relation, agent_name,
                       agent_phone, agent_identity_number, agent_proof, method, result, version))

// What the entry of each step says: enough to count and to replay without the row.
struct Moved {
  State from = State::registered;
  State to = State::registered;
  IntakeKind kind = IntakeKind::complaint;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  bool is_shut = false;  // kept from somebody, so no count may show it
  std::vector<clocks::Change> clocks;
};
BOOST_DESCRIBE_STRUCT(Moved, (),
                      (from, to, kind, branch_id, sub_branch_id, outlet_id, is_shut, clocks))

// A clock as it is shown, with the rule it follows.
struct ClockView {
  std::string span;
  Instant started_at;
  Date due_on;
  Instant due_at;
  std::optional<Instant> stopped_at;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(ClockView, (), (span, started_at, due_on, due_at, stopped_at, source))

// What an action answers.
struct ComplaintState {
  Id<Complaint> id;
  std::string number;
  State state = State::registered;
  std::int64_t version = 1;
  std::vector<ClockView> clocks;
  std::vector<approvals::ApprovalBrief> approvals;
};
BOOST_DESCRIBE_STRUCT(ComplaintState, (), (id, number, state, version, clocks, approvals))

}  // namespace xb::complaints
