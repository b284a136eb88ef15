#include "modules/complaints/followers.h"

#include <map>
#include <tuple>

#include <boost/json/object.hpp>

#include "core/json.h"
#include "modules/complaints/store.h"

namespace xb::complaints {
namespace {

using Cell = std::tuple<std::int64_t, std::int64_t, std::int64_t, State>;
using Changes = std::map<Cell, std::int64_t>;

std::int64_t unit_in(const boost::json::object& facts, std::string_view name) {
  const auto* value = facts.if_contains(boost::json::string_view(name.data(), name.size()));
  return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

struct Facts {
  std::int64_t branch_id = 0;
  std::int64_t sub_branch_id = 0;
  std::int64_t outlet_id = 0;
  State state = State::registered;
};

// Facts of an entry as the log has them. Throws Failure for what no version of this program wrote.
Facts facts_of(const evidence::PlacedEntry& entry) {
  const auto json = parse_json(entry.facts);
  if (!json || !json->is_object())
    throw storage::Failure(storage::Fault::other, "facts", "evidence_entries");
  const auto& object = json->get_object();
  Facts facts{unit_in(object, "branch_id"), unit_in(object, "sub_branch_id"),
              unit_in(object, "outlet_id")};
  // The state an entry starts from or ends.
  const auto* state = object.if_contains("from");
  if (state == nullptr) state = object.if_contains("state");
  if (state != nullptr && state->is_string())
    facts.state = named<State>({state->get_string().data(), state->get_string().size()})
                      .value_or(State::registered);
  return facts;
}

void add(Changes& changes, const Facts& facts, State state, std::int64_t change) {
  changes[{facts.branch_id, facts.sub_branch_id, facts.outlet_id, state}] += change;
}

void follow(storage::Transaction& tx, const std::vector<evidence::PlacedEntry>& entries) {
  Changes changes;
  for (const auto& entry : entries) {
    if (!entry.kind.starts_with("complaint.")) continue;
    if (entry.kind == "complaint.registered" || entry.kind == "complaint.imported") {
      const Facts facts = facts_of(entry);
      add(changes, facts, facts.state, 1);
    } else if (entry.kind == "complaint.closed" || entry.kind == "complaint.withdrawn") {
      const Facts facts = facts_of(entry);
      add(changes, facts, facts.state, -1);
      add(changes, facts, entry.kind == "complaint.closed" ? State::closed : State::withdrawn, 1);
    } else if (entry.kind == "complaint.import_undone") {
      const Facts facts = facts_of(entry);
      add(changes, facts, facts.state, -1);
    }
  }
  for (const auto& [cell, change] : changes) {
    const auto& [branch, sub_branch, outlet, state] = cell;
    if (change != 0) add_to_count(tx, {{branch}, {sub_branch}, {outlet}}, state, change);
  }
}

}  // namespace

evidence::Follower counting() { return {std::string{counting_name}, follow}; }

}  // namespace xb::complaints
