// Every SQL statement of this module. Whatever reads cases takes who asks: what is out of his
// scope, or about him or his unit, is not there.
#pragma once

#include <optional>
#include <vector>

#include "modules/complaints/assignment/rules.h"
#include "modules/complaints/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

std::optional<Complaint> find_complaint(Work& work, const Actor& viewer, Id<Complaint> id);
std::optional<Complaint> find_complaint_by_number(Work& work, const Actor& viewer,
                                                  std::string_view number);
std::optional<Complainant> find_complainant(Work& work, Id<Complainant> id);
std::optional<ComplaintDetails> find_details(Work& work, Id<Complaint> id);

// False, and nothing is stored, if a complaint of any unit has its number.
bool insert_if_free(Work& work, const Complaint& complaint, const sealing::DataKey& key);
void insert(Work& work, const Complainant& complainant, const sealing::DataKey& key);
void insert(Work& work, const ComplaintDetails& details, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Complaint& complaint, const sealing::DataKey& key);
Result<void> update(Work& work, ComplaintDetails& details, const sealing::DataKey& key);

// For lists, across cases, of what belongs to them, in tables with complaint_id: the case is in the
// viewer's sight.
storage::Restriction case_in_sight(const Actor& viewer);

// A line of a list: no description, so that a page of fifty stays small.
struct ComplaintLine {
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
  Id<Complainant> complainant_id;
  Instant received_at;
  std::optional<Instant> due_at;
  std::optional<Instant> closed_at;
  Id<Unit> outlet_id;
  std::optional<Tier> tier;
  std::optional<Urgency> urgency;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  std::optional<Date> next_contact_on;
  Id<Person> leader_id;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  Codes customer_groups;
  Id<Complaint> repeats_id;
  Codes unknown_codes;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ComplaintLine, (),
                      (id, key_id, number, kind, state, origin, source, intake_channel,
                       business_channel, business, cause, summary, complainant_id, received_at,
                       due_at, closed_at, outlet_id, tier, urgency, handling_unit_id, handler_id,
                       next_contact_on, leader_id, customer_kind, product, region, customer_groups,
                       repeats_id, unknown_codes, version))

const storage::ListSpec& list_spec();

struct ComplaintKeys {
  std::vector<ComplaintLine> lines;
  std::optional<std::string> next_cursor;
};
Result<storage::Plan> plan(const Actor& viewer, const storage::ListRequest& request);
Result<ComplaintKeys> page(Work& work, const Actor& viewer, const storage::ListRequest& request);
std::vector<ComplaintLine> lines_by_ids(Work& work, const std::vector<std::int64_t>& ids);
std::vector<Complainant> complainants(Work& work, const std::vector<std::int64_t>& ids);

// Ids of complaints whose complainant has this blind index, newest first, at most `limit`.
std::vector<std::int64_t> complaints_by_index(Work& work, const Actor& viewer,
                                              std::string_view index, const std::string& value,
                                              std::size_t limit);

// What identifies somebody: the kind of identifier and its blind index.
struct Term {
  std::string_view index;
  std::string value;
};

// A case of the same person, whoever may see it.
struct EarlierCase {
  Id<Complaint> id;
  IntakeKind kind = IntakeKind::complaint;
  State state = State::registered;
  std::optional<Code> business;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
};
BOOST_DESCRIBE_STRUCT(EarlierCase, (), (id, kind, state, business, accused_id, shut_unit_id))

// Cases whose complainant has any of these, newest first, at most `limit` of each term.
std::vector<EarlierCase> cases_of_person(Work& work, const std::vector<Term>& terms,
                                         Id<Complaint> but, std::size_t limit);
// Those of `ids` that the viewer may see, newest first.
std::vector<ComplaintLine> lines_in_sight(Work& work, const Actor& viewer,
                                          const std::vector<std::int64_t>& ids, std::size_t limit);
// Empty where the viewer may not see it.
std::string number_in_sight(Work& work, const Actor& viewer, Id<Complaint> id);

// Deletes a complaint, its complainant, what else is known of it, and both keys: nobody can read
// what was sealed. Files that it had are strays then, and swept.
void erase(Work& work, const Complaint& complaint);

std::vector<RoutingRule> routing_rules(Work& work);
void delete_routing_rules(Work& work);
void insert(Work& work, const RoutingRule& rule);

void raise_serial(storage::Transaction& tx, std::string_view name, std::int64_t year);
std::int64_t serial_of(storage::Transaction& tx, std::string_view name, std::int64_t year);

struct StateCount {
  State state = State::registered;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))

// Cases that belong to the unit itself, not to one below it, and do not stand at `place`.
std::vector<Complaint> complaints_elsewhere(Work& work, Id<Unit> unit, const Place& place,
                                            std::int64_t limit);

// Cases that are not over and wait for the unit.
std::vector<Complaint> dispatched_to(Work& work, Id<Unit> unit, std::int64_t limit);

// Of those that are kept from nobody.
void add_to_count(storage::Transaction& tx, Place place, State state, std::int64_t change);
// By state: those that a follower counted, and those kept from somebody, counted now because no
// total may show them to whom they are kept from.
std::vector<StateCount> counts(storage::Transaction& tx, const Actor& viewer);

}  // namespace xb::complaints
