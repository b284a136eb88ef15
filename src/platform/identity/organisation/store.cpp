#include "platform/identity/organisation/store.h"

namespace xb::identity {
namespace {

using storage::Query;
using storage::Sql;

constexpr storage::Fragment holder_columns =
    "SELECT appointments.unit_id, appointments.duty, people.name FROM appointments"
    " JOIN people ON people.id = appointments.person_id";

Query holders_on(Date day) {
  Query query{Sql<>("")};
  query.add(holder_columns);
  query.where("appointments.duty <> ?", Duty::none);
  query.where("appointments.since_on <= ?", day);
  query.where("(appointments.until_on IS NULL OR appointments.until_on >= ?)", day);
  return query;
}

}  // namespace

bool insert_if_free(storage::Transaction& tx, const Unit& unit) {
  return tx.insert_if_absent(unit);
}

bool update(storage::Transaction& tx, Unit& unit) { return tx.update(unit); }

void insert(storage::Transaction& tx, const UnitPeriod& period) { tx.insert(period); }

std::vector<UnitPeriod> periods_of(storage::Transaction& tx, Id<Unit> unit) {
  return tx.find_all<UnitPeriod>("WHERE unit_id = ? ORDER BY since_on, id", unit);
}

std::optional<UnitPeriod> open_period(storage::Transaction& tx, Id<Unit> unit) {
  return tx.find<UnitPeriod>("WHERE unit_id = ? AND until_on IS NULL ORDER BY id", unit);
}

void update(storage::Transaction& tx, UnitPeriod period) {
  if (!tx.update(period))
    throw storage::Failure(storage::Fault::serialization, "version", "unit_periods");
}

std::vector<Unit> units_under(storage::Transaction& tx, const Unit& top) {
  switch (top.kind) {
    case UnitKind::head_office: return units(tx);
    case UnitKind::branch:
      return tx.find_all<Unit>("WHERE branch_id = ? OR id = ? ORDER BY code", top.id, top.id);
    case UnitKind::sub_branch:
      return tx.find_all<Unit>("WHERE sub_branch_id = ? OR id = ? ORDER BY code", top.id, top.id);
    case UnitKind::outlet:
    case UnitKind::department:
    case UnitKind::committee: return tx.find_all<Unit>("WHERE id = ?", top.id);
  }
  std::abort();
}

std::vector<Unit> children_of(storage::Transaction& tx, Id<Unit> unit) {
  return tx.find_all<Unit>("WHERE parent_id = ? ORDER BY code", unit);
}

std::vector<Unit> units_on(storage::Transaction& tx, Date day) {
  return tx.all<Unit>(
      "SELECT units.id, unit_periods.code, unit_periods.name, unit_periods.name_en, units.kind,"
      " unit_periods.level, unit_periods.parent_id, unit_periods.branch_id,"
      " unit_periods.sub_branch_id, unit_periods.line, units.opened_on, units.closed_on,"
      " units.version FROM unit_periods JOIN units ON units.id = unit_periods.unit_id"
      " WHERE unit_periods.since_on <= ?"
      " AND (unit_periods.until_on IS NULL OR unit_periods.until_on >= ?)"
      " ORDER BY unit_periods.code",
      day, day);
}

std::optional<Unit> head_office(storage::Transaction& tx) {
  return tx.find<Unit>("WHERE kind = ? AND closed_on IS NULL ORDER BY id", UnitKind::head_office);
}

std::vector<DutyHolder> duty_holders(storage::Transaction& tx, Date day) {
  return tx.all<DutyHolder>(holders_on(day));
}

std::vector<DutyHolder> duty_holders_under(storage::Transaction& tx, const Unit& top, Date day) {
  Query query = holders_on(day);
  switch (top.kind) {
    case UnitKind::head_office: break;
    case UnitKind::branch:
      query.where("appointments.unit_id IN (SELECT id FROM units WHERE branch_id = ? OR id = ?)",
                  top.id, top.id);
      break;
    case UnitKind::sub_branch:
      query.where(
          "appointments.unit_id IN (SELECT id FROM units WHERE sub_branch_id = ? OR id = ?)",
          top.id, top.id);
      break;
    case UnitKind::outlet:
    case UnitKind::department:
    case UnitKind::committee: query.where("appointments.unit_id = ?", top.id); break;
  }
  return tx.all<DutyHolder>(query);
}

std::vector<MemberView> members_of(storage::Transaction& tx, Id<Unit> unit, Date day) {
  return tx.all<MemberView>(
      "SELECT appointments.id, people.id, people.staff_no, people.name, appointments.post,"
      " appointments.kind, appointments.duty, appointments.since_on, appointments.until_on"
      " FROM appointments JOIN people ON people.id = appointments.person_id"
      " WHERE appointments.unit_id = ?"
      " AND (appointments.until_on IS NULL OR appointments.until_on >= ?)"
      " ORDER BY CASE appointments.duty WHEN 'head' THEN 0 WHEN 'officer' THEN 1 ELSE 2 END,"
      " people.staff_no, appointments.id",
      unit, day);
}

void insert(storage::Transaction& tx, const Jurisdiction& jurisdiction) { tx.insert(jurisdiction); }

std::optional<Jurisdiction> find_jurisdiction(storage::Transaction& tx, Id<Jurisdiction> id) {
  return tx.find<Jurisdiction>("WHERE id = ?", id);
}

bool update(storage::Transaction& tx, Jurisdiction& jurisdiction) {
  return tx.update(jurisdiction);
}

std::vector<Jurisdiction> jurisdictions_of(storage::Transaction& tx, Id<Unit> unit) {
  return tx.find_all<Jurisdiction>("WHERE unit_id = ? OR over_id = ? ORDER BY id", unit, unit);
}

std::vector<Jurisdiction> jurisdictions(storage::Transaction& tx) {
  return tx.find_all<Jurisdiction>("ORDER BY id");
}

void insert(storage::Transaction& tx, const PlaceChange& change) { tx.insert(change); }

std::optional<PlaceChange> next_place_change(storage::Transaction& tx) {
  return tx.find<PlaceChange>("ORDER BY id LIMIT 1");
}

void forget(storage::Transaction& tx, Id<PlaceChange> id) {
  tx.execute("DELETE FROM place_changes WHERE id = ?", id);
}

}  // namespace xb::identity
