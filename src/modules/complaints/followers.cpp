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
  std::optional<State> from;  // of a step
  State state = State::registered;
  bool is_shut = false;
  bool was_shut = false;     // before its accused was named
  bool is_complaint = true;  // other kinds of intake are no complaints and not counted
};

std::optional<State> state_in(const boost::json::object& facts, std::string_view name) {
  const auto* value = facts.if_contains(boost::json::string_view(name.data(), name.size()));
  if (value == nullptr || !value->is_string()) return {};
  return named<State>({value->get_string().data(), value->get_string().size()});
}

// Where a step led, for entries that do not say it themselves.
State end_of(std::string_view kind) {
  return kind == "complaint.withdrawn" ? State::withdrawn : State::closed;
}

// Facts of an entry as the log has them. Throws Failure for what no version of this program wrote.
Facts facts_of(const evidence::PlacedEntry& entry) {
  const auto json = parse_json(entry.facts);
  if (!json || !json->is_object())
    throw storage::Failure(storage::Fault::other, "facts", "evidence_entries");
  const auto& object = json->get_object();
  Facts facts{unit_in(object, "branch_id"), unit_in(object, "sub_branch_id"),
              unit_in(object, "outlet_id")};
  facts.from = state_in(object, "from");
  facts.state = facts.from ? state_in(object, "to").value_or(end_of(entry.kind))
                           : state_in(object, "state").value_or(State::registered);
  const auto is_true = [&](const char* name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && *value == true;
  };
  facts.is_shut = unit_in(object, "accused_id") != 0 || is_true("is_shut");
  facts.was_shut = is_true("was_shut");
  const auto* kind = object.if_contains("kind");
  facts.is_complaint = kind == nullptr || *kind == "complaint";
  return facts;
}

// The place that a case left with its unit.
Facts from_place(const evidence::PlacedEntry& entry, const Facts& facts) {
  const auto json = parse_json(entry.facts);
  const auto& object = json->get_object();
  Facts from = facts;
  from.branch_id = unit_in(object, "from_branch_id");
  from.sub_branch_id = unit_in(object, "from_sub_branch_id");
  from.outlet_id = unit_in(object, "from_outlet_id");
  return from;
}

void add(Changes& changes, const Facts& facts, State state, std::int64_t change) {
  changes[{facts.branch_id, facts.sub_branch_id, facts.outlet_id, state}] += change;
}

void count_states(storage::Transaction& tx, const std::vector<evidence::PlacedEntry>& entries) {
  Changes changes;
  for (const auto& entry : entries) {
    if (!entry.kind.starts_with("complaint.")) continue;
    const Facts facts = facts_of(entry);
    if (entry.kind == "complaint.accused_named" && !facts.was_shut)
      add(changes, facts, facts.state, -1);
    const bool is_start =
        entry.kind == "complaint.registered" || entry.kind == "complaint.imported";
    if (facts.is_shut || !facts.is_complaint) continue;
    if (entry.kind == "complaint.followed_unit") {
      add(changes, from_place(entry, facts), facts.state, -1);
      add(changes, facts, facts.state, 1);
    }
    if (facts.from) add(changes, facts, *facts.from, -1);
    if (facts.from || is_start) add(changes, facts, facts.state, 1);
    if (entry.kind == "complaint.import_undone") add(changes, facts, facts.state, -1);
  }
  for (const auto& [cell, change] : changes) {
    const auto& [branch, sub_branch, outlet, state] = cell;
    if (change != 0) add_to_count(tx, {{branch}, {sub_branch}, {outlet}}, state, change);
  }
}

}  // namespace

evidence::Follower counting() { return {std::string{counting_name}, count_states}; }

}  // namespace xb::complaints
