// The words of this module: what a regulator or the government refers to the bank, and what is done
// with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"
#include "core/text.h"
#include "modules/complaints/types.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::referrals {

// Who refers: the financial regulator (12378), the central bank (12363), the city's hotline
// (12345).
enum class Bureau { nfra, pboc, city };
BOOST_DESCRIBE_ENUM(Bureau, nfra, pboc, city)

// `working` is being looked into; what is `returned` is to be done again. `done` is the end.
enum class State {
  received,
  signed_in,
  contacted,
  working,
  account_drafted,
  account_approved,
  filled_back,
  returned,
  done
};
BOOST_DESCRIBE_ENUM(State, received, signed_in, contacted, working, account_drafted,
                    account_approved, filled_back, returned, done)

enum class Action {
  sign_in,
  contact,
  take_up,
  draft,
  approve,
  send_back,
  fill_back,
  rework,
  finish
};
BOOST_DESCRIBE_ENUM(Action, sign_in, contact, take_up, draft, approve, send_back, fill_back, rework,
                    finish)

// What is known of our own case: nobody has looked, it is a complaint we had, or one was registered
// from the referral.
enum class Matched { open, ours, registered };
BOOST_DESCRIBE_ENUM(Matched, open, ours, registered)

// As much of a phone as a bureau tells: 138****5678, the last digits, or all of them.
struct PhonePart {
  static constexpr std::size_t max = 32;
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return privacy::mask_phone(value); }
};

using privacy::Personal;
using BureauNumber = Text<100, Presence::required>;
using Topic = Text<200>;  // the bureau's own classification
using Wording = Personal<privacy::Prose<50'000>>;
using Demand = Personal<privacy::Prose<5'000>>;
using Part = Personal<privacy::Prose<10'000>>;
using Note = Personal<privacy::Prose<5'000>>;
using Proof = Text<200, Presence::required>;  // number of a picture, of a letter

// One row of a bureau's list.
struct NewReferral {
  Bureau bureau = Bureau::nfra;
  BureauNumber number;
  Instant received_at;
  std::optional<Date> due_on;  // theirs
  std::optional<Personal<privacy::Name>> complainant_name;
  std::optional<Personal<PhonePart>> phone;
  std::optional<Topic> topic;
  Wording wording;
  std::optional<Demand> demand;
  std::optional<complaints::SourceRecord> source_record;
};
BOOST_DESCRIBE_STRUCT(NewReferral, (),
                      (bureau, number, received_at, due_on, complainant_name, phone, topic, wording,
                       demand, source_record))

// What the written account says. The first four parts are asked for always.
struct Account {
  Part basic_facts;                    // 基本情况
  Part contacts;                       // 联系情况
  Part findings;                       // 调查情况
  Part outcome;                        // 处理结果
  std::optional<Part> responsibility;  // 责任认定
  std::optional<Part> rectification;   // 整改
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (basic_facts, contacts, findings, outcome, responsibility, rectification))

// What the bureau's own call to the complainant found.
enum class CallbackResult { satisfied, basically_satisfied, dissatisfied, not_reached, not_called };
BOOST_DESCRIBE_ENUM(CallbackResult, satisfied, basically_satisfied, dissatisfied, not_reached,
                    not_called)

struct Referral {
  static constexpr std::string_view table = "referrals";
  Id<Referral> id;
  Id<sealing::DataKey> key_id;
  Bureau bureau = Bureau::nfra;
  BureauNumber number;
  State state = State::received;
  Instant received_at;
  std::optional<Date> due_on;    // theirs, the newest one
  std::optional<Date> inner_on;  // ours before it
  std::optional<Instant> due_at;
  std::optional<Personal<privacy::Name>> complainant_name;
  std::optional<Personal<PhonePart>> phone;
  std::optional<Topic> topic;
  Wording wording;
  std::optional<Demand> demand;
  std::optional<complaints::SourceRecord> source_record;
  Instant registered_at;
  std::optional<Instant> signed_in_at;
  std::optional<Instant> contacted_at;
  std::int64_t attempts = 0;  // to reach the complainant, before and with the first contact
  Matched matched = Matched::open;
  Id<complaints::Complaint> complaint_id;
  bool is_upgraded = false;  // had complained to us before he went to the bureau (升级件)
  std::optional<Part> basic_facts;
  std::optional<Part> contacts;
  std::optional<Part> findings;
  std::optional<Part> outcome;
  std::optional<Part> responsibility;
  std::optional<Part> rectification;
  Id<Person> drafted_by_id;
  Id<Person> drafted_for_id;  // for whom he stood in, or none
  std::optional<Instant> drafted_at;
  Id<Person> approved_by_id;
  std::optional<Instant> approved_at;
  std::optional<Instant> filled_back_at;
  std::optional<Proof> fill_back_proof;
  std::int64_t returns = 0;  // how often it came back
  std::optional<CallbackResult> callback;
  std::optional<Instant> done_at;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> accused_id;  // of the complaint it is matched to: kept from him and from his unit
  Id<Unit> shut_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Referral, (),
                      (id, key_id, bureau, number, state, received_at, due_on, inner_on, due_at,
                       complainant_name, phone, topic, wording, demand, source_record,
                       registered_at, signed_in_at, contacted_at, attempts, matched, complaint_id,
                       is_upgraded, basic_facts, contacts, findings, outcome, responsibility,
                       rectification, drafted_by_id, drafted_for_id, drafted_at, approved_by_id,
                       approved_at, filled_back_at, fill_back_proof, returns, callback, done_at,
                       branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,
                       shut_unit_id, version))

// What an action answers.
struct ReferralState {
  Id<Referral> id;
  Bureau bureau = Bureau::nfra;
  BureauNumber number;
  State state = State::received;
  std::optional<Instant> due_at;
  std::optional<Id<complaints::Complaint>> complaint_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ReferralState, (), (id, bureau, number, state, due_at, complaint_id, version))

// A referral or a complaint as far as one may be told by the other.
struct Likeness {
  std::string name;   // empty if unknown
  std::string phone;  // digits, `*` for what is hidden
  std::string text;
  Instant received_at;
};

// Why a complaint may be what was referred.
enum class Ground { name_fits, surname_fits, phone_fits, same_matter, near_in_time };
BOOST_DESCRIBE_ENUM(Ground, name_fits, surname_fits, phone_fits, same_matter, near_in_time)

struct Score {
  std::int64_t points = 0;
  std::vector<Ground> grounds;
  std::int64_t shared_percent = 0;  // of the shorter text's pairs of characters

  bool has(Ground ground) const;
};

}  // namespace xb::referrals
