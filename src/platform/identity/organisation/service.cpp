#include "platform/identity/organisation/service.h"

#include <algorithm>
#include <map>

#include "platform/evidence/log.h"
#include "platform/identity/rules.h"

namespace xb::identity {
namespace {

struct Opened {
  std::string code;
  std::string name;
  UnitKind kind = UnitKind::outlet;
  Id<Unit> parent_id;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (code, name, kind, parent_id, on))

struct Moved {
  Id<Unit> from_id;
  Id<Unit> parent_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Date on;
  std::int64_t units = 0;  // with those below
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (from_id, parent_id, branch_id, sub_branch_id, on, units, reason))

struct Renamed {
  std::string from;
  std::string name;
  std::string code;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Renamed, (), (from, name, code, on, reason))

struct Closed {
  Id<Unit> successor_id;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (successor_id, on, reason))

// Units have nothing personal: the bank's own key seals the salts of their entries.
template <class Kind, class T>
void tell(Work& work, evidence::Kind kind, Id<Kind> about, const T& facts) {
  evidence::append(work, kind, evidence::Subject(about, sealing::key(work, {bank_id})), facts);
}

Date today(const Work& work) { return work.zone.date(work.now); }

UnitPeriod period_of(Work& work, const Unit& unit, Date since, std::string reason) {
  return {.id = work.new_id<UnitPeriod>(),
          .unit_id = unit.id,
          .since_on = since,
          .until_on = {},
          .code = unit.code,
          .name = unit.name,
          .name_en = unit.name_en,
          .line = unit.line,
          .level = unit.level,
          .parent_id = unit.parent_id,
          .branch_id = unit.branch_id,
          .sub_branch_id = unit.sub_branch_id,
          .reason = std::move(reason)};
}

// The period that runs ends the day before; one that would be empty never was.
Result<void> end_period(Work& work, Id<Unit> unit, Date on) {
  auto period = open_period(work.tx, unit);
  if (!period) return refuse(Reason::conflict, "unit.closed");
  if (on < period->since_on) return refuse(Reason::invalid, "unit.date", "on");
  period->until_on = on + std::chrono::days{-1};
  update(work.tx, std::move(*period));
  return {};
}

Result<void> begin_period(Work& work, const Unit& unit, Date on, const std::string& reason) {
  TRY(end_period(work, unit.id, on));
  insert(work.tx, period_of(work, unit, on, reason));
  return {};
}

// A place is that of the parent, and the parent itself where it is a branch or sub-branch.
void stand_under(Unit& unit, const Unit& parent) {
  const Place place = place_of(parent);
  unit.parent_id = parent.id;
  unit.branch_id = place.branch_id;
  unit.sub_branch_id = place.sub_branch_id;
  unit.level = level_under(unit.kind, parent);
}

Result<Unit> open_parent(Work& work, Id<Unit> id, UnitKind kind) {
  hold(work.tx, id);
  auto parent = find_unit(work.tx, id);
  if (!parent) return refuse(Reason::invalid, "unit.parent_missing", "parent_id");
  if (parent->closed_on) return refuse(Reason::invalid, "unit.parent_closed", "parent_id");
  if (!may_stand_under(kind, parent->kind))
    return refuse(Reason::invalid, "unit.wrong_parent", "parent_id");
  return std::move(*parent);
}

Result<Unit> changeable(Work& work, Id<Unit> id) {
  auto unit = find_unit(work.tx, id);
  if (!unit) return refuse(Reason::missing, "unit.missing");
  TRY(check_version(work, unit->version));
  if (unit->closed_on) return refuse(Reason::conflict, "unit.closed");
  return std::move(*unit);
}

Result<Date> day_of_change(const Work& work, const std::optional<Date>& on) {
  const Date day = on.value_or(today(work));
  // Scopes follow at once, so a change is told when it is there.
  if (day > today(work)) return refuse(Reason::invalid, "unit.date", "on");
  return day;
}

Result<void> store(Work& work, Unit& unit) {
  if (!update(work.tx, unit)) return refuse(Reason::conflict, "version.changed");
  return {};
}

void let_cases_follow(Work& work, Id<Unit> unit, const Place& place, Id<Unit> successor = {}) {
  insert(work.tx,
         PlaceChange{work.new_id<PlaceChange>(), unit, place.branch_id, place.sub_branch_id,
                     place.outlet_id, successor, work.actor.person, work.now});
}

// `top` has moved: all below it stand where it says now. Returns how many, with it.
Result<std::int64_t> take_along(Work& work, const Unit& top, Date on, const std::string& reason) {
  std::int64_t moved = 1;
  for (Unit& child : children_of(work.tx, top.id)) {
    stand_under(child, top);
    TRY(store(work, child));
    if (!child.closed_on) TRY(begin_period(work, child, on, reason));
    let_cases_follow(work, child.id, place_of(child));
    moved += TRY(take_along(work, child, on, reason));
  }
  return moved;
}

}  // namespace

Result<Unit> add_unit(Work& work, const NewUnit& input) {
  Unit unit{.id = work.new_id<Unit>(),
            .code = input.code.str(),
            .name = input.name.str(),
            .name_en = input.name_en ? input.name_en->str() : input.name.str(),
            .kind = input.kind,
            .level = Level::bank,
            .parent_id = {},
            .branch_id = {},
            .sub_branch_id = {},
            .line = input.line ? input.line->str() : std::string{},
            .opened_on = input.opened_on.value_or(today(work)),
            .closed_on = {}};
  if (unit.opened_on > today(work)) return refuse(Reason::invalid, "unit.date", "opened_on");
  if (input.kind == UnitKind::head_office) {
    if (head_office(work.tx)) return refuse(Reason::conflict, "unit.second_head_office", "kind");
  } else {
    if (!input.parent_id) return refuse(Reason::invalid, "unit.parent_missing", "parent_id");
    stand_under(unit, TRY(open_parent(work, *input.parent_id, input.kind)));
  }
  if (!insert_if_free(work.tx, unit)) return refuse(Reason::conflict, "unit.code_taken", "code");
  insert(work.tx, period_of(work, unit, unit.opened_on, ""));
  return unit;
}

Result<UnitView> open_unit(Work& work, const NewUnit& input) {
  const Unit unit = TRY(add_unit(work, input));
  tell(work, "unit.opened", unit.id,
       Opened{unit.code, unit.name, unit.kind, unit.parent_id, unit.opened_on});
  return find_unit_view(work, unit.id);
}

Result<UnitView> move_unit(Work& work, Id<Unit> id, const Move& input) {
  Unit unit = TRY(changeable(work, id));
  const Date on = TRY(day_of_change(work, input.on));
  for (const Unit& below : units_under(work.tx, unit))
    if (below.id == input.parent_id) return refuse(Reason::invalid, "unit.cycle", "parent_id");
  const Unit parent = TRY(open_parent(work, input.parent_id, unit.kind));
  const Id<Unit> from = unit.parent_id;
  stand_under(unit, parent);
  TRY(store(work, unit));
  TRY(begin_period(work, unit, on, input.reason.str()));
  let_cases_follow(work, unit.id, place_of(unit));
  const std::int64_t moved = TRY(take_along(work, unit, on, input.reason.str()));
  tell(work, "unit.moved", unit.id,
       Moved{from, parent.id, unit.branch_id, unit.sub_branch_id, on, moved, input.reason.str()});
  return find_unit_view(work, id);
}

Result<UnitView> rename_unit(Work& work, Id<Unit> id, const Renaming& input) {
  Unit unit = TRY(changeable(work, id));
  const Date on = TRY(day_of_change(work, input.on));
  const std::string from = unit.name;
  if (input.code && input.code->str() != unit.code) {
    if (find_unit_by_code(work.tx, input.code->str()))
      return refuse(Reason::conflict, "unit.code_taken", "code");
    unit.code = input.code->str();
  }
  unit.name = input.name.str();
  if (input.name_en) unit.name_en = input.name_en->str();
  if (input.line) unit.line = input.line->str();
  TRY(store(work, unit));
  TRY(begin_period(work, unit, on, input.reason.str()));
  tell(work, "unit.renamed", unit.id, Renamed{from, unit.name, unit.code, on, input.reason.str()});
  return find_unit_view(work, id);
}

namespace {

JurisdictionView view_of(const Jurisdiction& one) {
  return {one.id, one.unit_id, one.over_id, one.matter, one.since_on, one.until_on};
}

Result<JurisdictionView> end(Work& work, Jurisdiction& one) {
  one.until_on = today(work);
  if (!update(work.tx, one)) return refuse(Reason::conflict, "version.changed");
  tell(work, "jurisdiction.ended", one.unit_id, view_of(one));
  return view_of(one);
}

// One unit for one matter in a unit, and no circle of those that answer for it.
Result<void> check_jurisdiction(Work& work, const NewJurisdiction& input) {
  std::map<Id<Unit>, Id<Unit>> answers;  // who answers for it in whom
  for (const Jurisdiction& one : jurisdictions(work.tx))
    if (!one.until_on && one.matter == input.matter.str()) answers[one.over_id] = one.unit_id;
  for (auto above = find_unit(work.tx, input.over_id); above && above->parent_id;
       above = find_unit(work.tx, above->parent_id))
    if (above->parent_id == input.unit_id)
      return refuse(Reason::invalid, "jurisdiction.below", "over_id");
  if (answers.contains(input.over_id))
    return refuse(Reason::conflict, "jurisdiction.exists", "over_id");
  Id<Unit> at = input.unit_id;
  for (std::size_t steps = 0; steps < answers.size() && answers.contains(at); ++steps) {
    at = answers.at(at);
    if (at == input.over_id) return refuse(Reason::invalid, "jurisdiction.cycle", "over_id");
  }
  return {};
}

}  // namespace

Result<UnitView> close_unit(Work& work, Id<Unit> id, const UnitClosure& input) {
  Unit unit = TRY(changeable(work, id));
  const Date on = TRY(day_of_change(work, input.on));
  hold(work.tx, input.successor_id);
  const auto successor = find_unit(work.tx, input.successor_id);
  if (!successor || successor->closed_on || successor->id == id)
    return refuse(Reason::invalid, "unit.successor", "successor_id");
  for (const Unit& child : children_of(work.tx, id))
    if (!child.closed_on) return refuse(Reason::conflict, "unit.not_empty");
  if (!members_of(work.tx, id, on).empty()) return refuse(Reason::conflict, "unit.not_empty");
  unit.closed_on = on;
  TRY(store(work, unit));
  TRY(end_period(work, id, on));
  let_cases_follow(work, id, place_of(*successor), successor->id);
  for (Jurisdiction& one : jurisdictions_of(work.tx, id))
    if (!one.until_on) TRY(end(work, one));
  tell(work, "unit.closed", id, Closed{successor->id, on, input.reason.str()});
  return find_unit_view(work, id);
}

Result<JurisdictionView> give_jurisdiction(Work& work, const NewJurisdiction& input) {
  if (input.unit_id == input.over_id)
    return refuse(Reason::invalid, "jurisdiction.itself", "over_id");
  hold(work.tx, input.unit_id);
  hold(work.tx, input.over_id);
  for (const auto& [unit, field] :
       {std::pair{input.unit_id, "unit_id"}, {input.over_id, "over_id"}})
    if (const auto found = find_unit(work.tx, unit); !found || found->closed_on)
      return refuse(Reason::invalid, "unit.missing", field);
  TRY(check_jurisdiction(work, input));
  const Jurisdiction given{.id = work.new_id<Jurisdiction>(),
                           .unit_id = input.unit_id,
                           .over_id = input.over_id,
                           .matter = input.matter.str(),
                           .since_on = input.since_on.value_or(today(work)),
                           .until_on = {}};
  insert(work.tx, given);
  tell(work, "jurisdiction.given", given.unit_id, view_of(given));
  return view_of(given);
}

Result<JurisdictionView> end_jurisdiction(Work& work, Id<Jurisdiction> id) {
  auto found = find_jurisdiction(work.tx, id);
  if (!found) return refuse(Reason::missing, "jurisdiction.missing");
  if (found->until_on) return refuse(Reason::conflict, "jurisdiction.ended");
  return end(work, *found);
}

bool units_have_moved(storage::Transaction& tx) { return next_place_change(tx).has_value(); }

bool follow_units(Work& work, const std::vector<FollowUnit>& followers, std::int64_t limit) {
  const auto change = next_place_change(work.tx);
  if (!change) return false;
  std::int64_t left = 0;
  for (const FollowUnit follow : followers) left += follow(work, *change, limit);
  if (left == 0) forget(work.tx, change->id);
  return true;
}

}  // namespace xb::identity
