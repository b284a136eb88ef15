// Finding and reading complaints: one, a list, its timeline, by an identifier of the complainant.
// Personal values are masked; nothing here opens them.
#pragma once

#include "modules/complaints/store.h"
#include "platform/evidence/entries.h"
#include "platform/taxonomies/book.h"

namespace xb::complaints {

struct ComplainantView {
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
};
BOOST_DESCRIBE_STRUCT(ComplainantView, (),
                      (name, phone, identity_number, credit_code, card_number, email, address))

struct AgentView {
  Code relation;
  Personal<privacy::Name> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<AgentProof> proof;
};
BOOST_DESCRIBE_STRUCT(AgentView, (), (relation, name, phone, identity_number, proof))

// What is read only with the case.
struct DetailsView {
  Codes rights;
  Codes claim_kinds;
  std::vector<std::string> care;  // owed to these groups: codes of `care`
  std::optional<std::int64_t> amount_fen;
  std::optional<AgentView> agent;
  std::optional<Note> method;  // what was done on the spot, and what came of it
  std::optional<Note> result;
  std::optional<std::string> repeats_number;    // where the viewer may see that case
  std::vector<std::string> supplement_grounds;  // what is missing and may be asked for
};
BOOST_DESCRIBE_STRUCT(DetailsView, (),
                      (rights, claim_kinds, care, amount_fen, agent, method, result, repeats_number,
                       supplement_grounds))

// One complaint, whole.
struct ComplaintView : DetailsView {
  Id<Complaint> id;
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
  std::optional<std::string> source_number;  // by which its source names what was imported
  std::optional<ComplainantView> complainant;
  Instant received_at;
  Instant registered_at;
  std::optional<Instant> due_at;
  std::optional<Instant> decided_at;
  std::optional<Instant> answered_at;
  std::optional<Instant> closed_at;
  SampleCheck sample_check = SampleCheck::none;
  std::optional<Date> archived_on;
  std::optional<Id<Complaint>> joined_into_id;
  std::optional<Id<Unit>> branch_id;
  std::optional<Id<Unit>> sub_branch_id;
  std::optional<Id<Unit>> outlet_id;
  std::optional<Tier> tier;
  std::optional<Urgency> urgency;
  std::optional<Id<Person>> responsible_id;
  std::optional<Id<Unit>> handling_unit_id;
  std::optional<Id<Person>> handler_id;
  std::optional<Date> next_contact_on;
  std::optional<Id<Unit>> raised_to_id;
  std::optional<Id<Person>> leader_id;
  std::optional<Id<Person>> accused_id;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  Codes customer_groups;
  bool is_repeat = false;
  Codes unknown_codes;  // members whose value no taxonomy knows
  std::vector<ClockView> clocks;
  std::vector<approvals::ApprovalBrief> approvals;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ComplaintView, (DetailsView),
                      (id, number, kind, state, origin, source, intake_channel, business_channel,
                       business, cause, summary, description, claim, source_record, source_number,
                       complainant, received_at, registered_at, due_at, decided_at, answered_at,
                       closed_at, sample_check, archived_on, joined_into_id, branch_id,
                       sub_branch_id, outlet_id, tier, urgency, responsible_id, handling_unit_id,
                       handler_id, next_contact_on, raised_to_id, leader_id, accused_id,
                       customer_kind, product, region, customer_groups, is_repeat, unknown_codes,
                       clocks, approvals, version))

// One line of a list.
struct ComplaintItem {
  Id<Complaint> id;
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
  std::optional<Personal<privacy::Name>> complainant_name;
  std::optional<Personal<privacy::Phone>> complainant_phone;
  Instant received_at;
  std::optional<Instant> due_at;
  std::optional<Instant> closed_at;
  std::optional<Id<Unit>> outlet_id;
  std::optional<Tier> tier;
  std::optional<Urgency> urgency;
  std::optional<Id<Unit>> handling_unit_id;
  std::optional<Id<Person>> handler_id;
  std::optional<Date> next_contact_on;
  std::optional<Id<Person>> leader_id;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  Codes customer_groups;
  bool is_repeat = false;
  Codes unknown_codes;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ComplaintItem, (),
                      (id, number, kind, state, origin, source, intake_channel, business_channel,
                       business, cause, summary, complainant_name, complainant_phone, received_at,
                       due_at, closed_at, outlet_id, tier, urgency, handling_unit_id, handler_id,
                       next_contact_on, leader_id, customer_kind, product, region, customer_groups,
                       is_repeat, unknown_codes, version))

Result<ComplaintView> find(Work& work, Id<Complaint> id);
Result<storage::Page<ComplaintItem>> list(Work& work, const storage::ListRequest& request);

// With what was written at a step, where that stands in no row of its own.
struct TimelineItem : evidence::TimelineEntry {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TimelineItem, (evidence::TimelineEntry), (note))

struct Timeline {
  std::vector<TimelineItem> items;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (items))
Result<Timeline> timeline(Work& work, Id<Complaint> id);

struct Counts {
  std::vector<StateCount> items;
  std::int64_t as_of_place = 0;  // the log up to here is counted
};
BOOST_DESCRIBE_STRUCT(Counts, (), (items, as_of_place))
Result<Counts> count(Work& work);

// The request with the codes of what is named, and of all that is finer.
storage::ListRequest in_codes(const taxonomies::Book& book, storage::ListRequest request);

// One identifier of the complainant, or the number of the complaint.
struct Search {
  std::optional<Text<40, Presence::required>> number;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
};
BOOST_DESCRIBE_STRUCT(Search, (), (number, phone, identity_number, credit_code, card_number, email))

struct SearchResult {
  std::vector<ComplaintItem> items;  // newest first, at most 50
};
BOOST_DESCRIBE_STRUCT(SearchResult, (), (items))

// A search by an identifier is a recorded read: it leaves an entry with the kind of identifier and
// the number of hits, never the identifier. Refuses with search.one_term unless one term is given.
Result<SearchResult> search(Work& work, const Search& input);

inline constexpr std::size_t search_max = 50;

std::vector<ComplaintItem> items_of(Work& work, std::vector<ComplaintLine> lines);

}  // namespace xb::complaints
