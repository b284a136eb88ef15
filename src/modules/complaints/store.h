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

// Narrows a query over a table with place, handling_unit_id, accused_id and shut_unit_id to what
// `viewer` may see.
void in_sight(storage::Query& query, const Actor& viewer);

std::optional<Complaint> find_complaint(Work& work, const Actor& viewer, Id<Complaint> id);
std::optional<Complaint> find_complaint_by_number(Work& work, const Actor& viewer,
                                                  std::string_view number);
std::optional<Complainant> find_complainant(Work& work, Id<Complainant> id);

// False, and nothing is stored, if a complaint of any unit has its number.
bool insert_if_free(Work& work, const Complaint& complaint, const sealing::DataKey& key);
void insert(Work& work, const Complainant& complainant, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Complaint& complaint, const sealing::DataKey& key);

// A line of a list: no description, so that a page of fifty stays small.
struct ComplaintLine {
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
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ComplaintLine, (),
                      (id, key_id, number, state, origin, source, intake_channel, business_channel,
                       business, cause, summary, complainant_id, received_at, due_at, closed_at,
                       outlet_id, tier, urgency, handling_unit_id, handler_id, next_contact_on,
                       leader_id, version))

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

// Deletes a complaint, its complainant and both keys: nobody can read what was sealed.
void erase(Work& work, const Complaint& complaint);

std::vector<RoutingRule> routing_rules(Work& work);
void delete_routing_rules(Work& work);
void insert(Work& work, const RoutingRule& rule);

struct StateCount {
  State state = State::registered;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))

// Cases that belong to the unit itself, not to one below it, and do not stand at `place`.
std::vector<Complaint> complaints_elsewhere(Work& work, Id<Unit> unit, const Place& place,
                                            std::int64_t limit);

// Of those that are kept from nobody.
void add_to_count(storage::Transaction& tx, Place place, State state, std::int64_t change);
// By state: those that a follower counted, and those kept from somebody, counted now because no
// total may show them to whom they are kept from.
std::vector<StateCount> counts(storage::Transaction& tx, const Actor& viewer);

}  // namespace xb::complaints
