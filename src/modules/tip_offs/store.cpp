#include "modules/tip_offs/store.h"

#include "core/ensure.h"

namespace xb::tip_offs {
namespace {

using storage::Query;

// Persons and units of who asks, or stands in for somebody, stand on no barrier. Only who sees the
// whole bank sees tip-offs at all.
std::optional<storage::Restriction> sealed_from(const Actor& viewer) {
  if (viewer.scope.level != Level::bank) return storage::Restriction{"1 = 0", {}};
  if (!viewer.person) return {};
  constexpr std::size_t persons = 2;
  std::vector<storage::Cell> values{viewer.person.number, viewer.on_behalf_of.number,
                                    viewer.unit.number};
  for (const Id<Unit> unit : viewer.other_units) values.emplace_back(unit.number);
  ensure(values.size() <= persons + units_of_one_max, "somebody works in too many units");
  values.resize(persons + units_of_one_max, std::int64_t{0});
  return storage::Restriction{
      "NOT EXISTS (SELECT 1 FROM tip_off_barriers AS barrier WHERE barrier.tip_off_id ="
      " tip_offs.id AND (barrier.person_id IN (?, ?)"
      " OR barrier.unit_id IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)))",
      std::move(values)};
}

void unsealed(Query& query, const Actor& viewer) {
  if (const auto sealed = sealed_from(viewer)) sealed->narrow(query);
}

}  // namespace

std::optional<TipOff> find_tip_off(Work& work, const Actor& viewer, Id<TipOff> id) {
  return sealing::find_seen(work, id, [&](Query& query) { unsealed(query, viewer); });
}

void insert(Work& work, const TipOff& tip_off, const sealing::DataKey& key) {
  sealing::insert(work, tip_off, key);
}

Result<void> update(Work& work, TipOff& tip_off, const sealing::DataKey& key) {
  return sealing::update(work, tip_off, key);
}

void insert(storage::Transaction& tx, const Barrier& barrier) { tx.insert(barrier); }

std::vector<Barrier> barriers_of(storage::Transaction& tx, Id<TipOff> id) {
  return tx.find_all<Barrier>("WHERE tip_off_id = ? ORDER BY id", id);
}

const storage::ListSpec& list_spec() {
  using storage::any_of;
  using storage::compared;
  static const storage::ListSpec spec{
      .filters =
          {
              compared<Instant>("due_before", "due_at < ?"),
              any_of<Id<Person>>("handler_id", "handler_id"),
              any_of<Id<Unit>>("handling_unit_id", "handling_unit_id"),
              any_of<State>("state", "state"),
          },
      .sorts =
          {
              {"received_at", "received_at", true, ""},
              {"due_at", "due_at", false, "due_at IS NOT NULL"},
          },
      .indexed =
          {
              {Level::bank, "", "received_at"},
              {Level::bank, "", "due_at"},
              {Level::bank, "due_before", "due_at"},
          },
  };
  return spec;
}

Result<TipOffPage> page(Work& work, const Actor& viewer, const storage::ListRequest& request) {
  const auto planned =
      TRY(storage::Plan::make(list_spec(), Scope::whole_bank(), request, sealed_from(viewer)));
  const auto keys = planned.keys(work.tx, TipOff::table);
  auto rows = storage::rows_by_ids<TipOff>(
      keys.ids, [&](const Query& query) { return sealing::find_all<TipOff>(work, query); });
  return TipOffPage{std::move(rows), keys.next};
}

std::vector<StateCount> counts(storage::Transaction& tx, const Actor& viewer) {
  Query query{storage::Sql<>("SELECT state, count(*) FROM tip_offs")};
  unsealed(query, viewer);
  query.add("GROUP BY state ORDER BY state");
  return tx.all<StateCount>(query);
}

}  // namespace xb::tip_offs
