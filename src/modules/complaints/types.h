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
#include "platform/clocks/types.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::complaints {

// `assigned` waits for whoever was assigned; `handling` is in his hands. The last four are ends.
enum class State {
  registered,
  accepted,
  assigned,
  handling,
  closed,
  withdrawn,
  redirected,
  refused
};
BOOST_DESCRIBE_ENUM(State, registered, accepted, assigned, handling, closed, withdrawn, redirected,
                    refused)

enum class Action {
  accept,
  redirect,
  refuse,
  assign,
  take_over,
  close,
  withdraw,
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
  raise
};
BOOST_DESCRIBE_ENUM(Action, accept, redirect, refuse, assign, take_over, close, withdraw,
                    request_supplement, supplement, contact, dispatch, answer_task, hand_back_task,
                    offer, settle_offer, chase, supervise, acknowledge, reply, raise)

// How much a case asks for, and how soon (I to III).
enum class Tier { ordinary, complex, major };
BOOST_DESCRIBE_ENUM(Tier, ordinary, complex, major)
enum class Urgency { i, ii, iii };
BOOST_DESCRIBE_ENUM(Urgency, i, ii, iii)

// How the record came to be.
enum class Origin { registered, imported };
BOOST_DESCRIBE_ENUM(Origin, registered, imported)

// A code or name of a classification, stored and shown in clear; `check_codes` keeps identifiers of
// people out. The five (source, intake channel, business channel, business, cause) are never
// merged.
using Code = Text<200>;
using RequiredCode = Text<200, Presence::required>;

using Summary = privacy::Personal<privacy::Prose<300>>;
using Description = privacy::Personal<privacy::Prose<50'000>>;
using Claim = privacy::Personal<privacy::Prose<5'000>>;
using Note = privacy::Personal<privacy::Prose<5'000>>;

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
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
};
BOOST_DESCRIBE_STRUCT(NewComplainant, (),
                      (name, phone, identity_number, card_number, email, address))

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
};
BOOST_DESCRIBE_STRUCT(NewComplaint, (),
                      (source, intake_channel, business_channel, business, cause, summary,
                       description, claim, received_at, heard_by_id, accused_id, complainant))

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
  sealing::BlindIndex<privacy::Phone> phone_index;
  sealing::BlindIndex<privacy::IdentityNumber> identity_number_index;
  sealing::BlindIndex<privacy::CardNumber> card_number_index;
  sealing::BlindIndex<privacy::Email> email_index;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Complainant, (),
                      (id, key_id, name, phone, identity_number, card_number, email, address,
                       phone_index, identity_number_index, card_number_index, email_index, version))

struct Complaint {
  static constexpr std::string_view table = "complaints";
  Id<Complaint> id;
  Id<sealing::DataKey> key_id;
  std::string number;
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
  std::optional<Instant> closed_at;
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
  // Kept from the member of staff it is about and from everybody in his unit (令2020年第3号 art.
  // 17).
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::int64_t receipt_epoch = 1;  // raised to revoke the receipt code
  std::int64_t version = 1;

  bool is_shut() const { return accused_id || shut_unit_id; }
};
BOOST_DESCRIBE_STRUCT(Complaint, (),
                      (id, key_id, number, state, origin, source, intake_channel, business_channel,
                       business, cause, summary, description, claim, source_record, complainant_id,
                       received_at, registered_at, due_at, closed_at, branch_id, sub_branch_id,
                       outlet_id, tier, urgency, responsible_id, handling_unit_id, handler_id,
                       next_contact_on, raised_to_id, leader_id, accused_id, shut_unit_id,
                       receipt_epoch, version))

// What the entry of each step says: enough to count and to replay without the row.
struct Moved {
  State from = State::registered;
  State to = State::registered;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  bool is_shut = false;  // kept from somebody, so no count may show it
  std::vector<clocks::Change> clocks;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (from, to, branch_id, sub_branch_id, outlet_id, is_shut, clocks))

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
};
BOOST_DESCRIBE_STRUCT(ComplaintState, (), (id, number, state, version, clocks))

}  // namespace xb::complaints
