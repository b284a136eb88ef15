// What is asked of a unit about a case: tasks, chases, supervision orders. It is seen by whoever
// sees cases of that place, and by whoever works in the unit asked; never by those the case is kept
// from. Such rows carry the place of their case, handling_unit_id (the unit asked), accused_id and
// shut_unit_id.
#pragma once

#include "modules/complaints/store.h"

namespace xb::complaints {

// Which of them a list shows: those about cases in sight, or those asked of the own unit.
enum class Side { cases, unit };
BOOST_DESCRIBE_ENUM(Side, cases, unit)

template <class Row>
std::optional<Row> find_asked(Work& work, const Actor& viewer, Id<Row> id) {
  Actor seen_as = viewer;
  for (const Scope scope : {viewer.scope, Scope{Level::department, viewer.unit}}) {
    seen_as.scope = scope;
    auto found = sealing::find_seen(
        work, id, [&](storage::Query& query) { storage::in_sight(query, seen_as); });
    if (found) return found;
  }
  return {};
}

template <class Row>
struct AskedRows {
  std::vector<Row> rows;
  std::optional<std::string> next_cursor;
};

// A page; `side` among the filters says which. Refuses as Plan::make, and with field.choice.
template <class Row>
Result<AskedRows<Row>> page_of_asked(Work& work, const storage::ListSpec& spec,
                                     storage::ListRequest request) {
  Scope scope = Scope::whole_bank();
  std::optional<storage::Restriction> restriction = case_in_sight(work.actor);
  if (const auto told = request.filters.find("side"); told != request.filters.end()) {
    const auto side = named<Side>(told->second.front());
    if (!side) return refuse(Reason::invalid, "field.choice", "side");
    if (*side == Side::unit) {
      scope = {Level::department, work.actor.unit};
      restriction = storage::kept_from(work.actor);
    }
    request.filters.erase(told);
  }
  const auto plan = TRY(storage::Plan::make(spec, scope, request, std::move(restriction)));
  const auto keys = plan.keys(work.tx, Row::table);
  auto rows = storage::rows_by_ids<Row>(
      keys.ids, [&](const storage::Query& query) { return sealing::find_all<Row>(work, query); });
  return AskedRows<Row>{std::move(rows), keys.next};
}

// The first instant after a day.
inline Instant end_of(Date day, Zone zone) { return zone.start(day + std::chrono::days{1}); }

}  // namespace xb::complaints
