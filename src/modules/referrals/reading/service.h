// Finding and reading referrals: one, a list, its timeline, counts. Personal values are masked;
// nothing here opens them.
#pragma once

#include "modules/referrals/store.h"
#include "platform/evidence/entries.h"

namespace xb::referrals {

// One line of a list.
struct ReferralItem {
  Id<Referral> id;
  Bureau bureau = Bureau::nfra;
  BureauNumber number;
  State state = State::received;
  Instant received_at;
  std::optional<Instant> signed_in_at;
  std::optional<Instant> contacted_at;
  std::int64_t attempts = 0;
  std::optional<Date> due_on;    // theirs
  std::optional<Date> inner_on;  // ours before it
  std::optional<Instant> due_at;
  std::optional<Personal<privacy::Name>> complainant_name;
  std::optional<Personal<PhonePart>> phone;
  std::optional<Topic> topic;
  Matched matched = Matched::open;
  std::optional<Id<complaints::Complaint>> complaint_id;
  bool is_upgraded = false;
  std::optional<Instant> filled_back_at;
  std::int64_t returns = 0;
  std::optional<CallbackResult> callback;
  std::optional<Id<Unit>> branch_id;
  std::optional<Id<Unit>> handling_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ReferralItem, (),
                      (id, bureau, number, state, received_at, signed_in_at, contacted_at, attempts,
                       due_on, inner_on, due_at, complainant_name, phone, topic, matched,
                       complaint_id, is_upgraded, filled_back_at, returns, callback, branch_id,
                       handling_unit_id, version))

// One referral, whole.
struct ReferralView : ReferralItem {
  Wording wording;
  std::optional<Demand> demand;
  std::optional<complaints::SourceRecord> source_record;
  Instant registered_at;
  std::optional<Part> basic_facts;
  std::optional<Part> contacts;
  std::optional<Part> findings;
  std::optional<Part> outcome;
  std::optional<Part> responsibility;
  std::optional<Part> rectification;
  std::optional<Id<Person>> drafted_by_id;
  std::optional<Instant> drafted_at;
  std::optional<Id<Person>> approved_by_id;
  std::optional<Instant> approved_at;
  std::optional<Proof> fill_back_proof;
  std::optional<Instant> done_at;
  std::vector<complaints::ClockView> clocks;
};
BOOST_DESCRIBE_STRUCT(ReferralView, (ReferralItem),
                      (wording, demand, source_record, registered_at, basic_facts, contacts,
                       findings, outcome, responsibility, rectification, drafted_by_id, drafted_at,
                       approved_by_id, approved_at, fill_back_proof, done_at, clocks))

Result<ReferralView> find(Work& work, Id<Referral> id);
Result<storage::Page<ReferralItem>> list(Work& work, const storage::ListRequest& request);

// Whole ones, for a table to take away.
Result<storage::Page<ReferralView>> list_whole(Work& work, const storage::ListRequest& request);

struct Timeline {
  std::vector<evidence::TimelineEntry> items;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (items))
Result<Timeline> timeline(Work& work, Id<Referral> id);

struct Counts {
  std::vector<ReferralCount> items;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (items))
Result<Counts> count(Work& work);

}  // namespace xb::referrals
