// Changing the organisation, and showing it as it is or was. Every change closes a period of the
// unit and opens the next, so that one can tell where it stood on any day; what moves takes all
// that stands below along.
#pragma once

#include "platform/identity/organisation/store.h"
#include "platform/identity/organisation/types.h"
#include "platform/storage/work.h"

namespace xb::identity {

// Refuses with unit.code_taken, unit.parent_missing, unit.parent_closed, unit.wrong_parent,
// unit.second_head_office or unit.date.
Result<UnitView> open_unit(Work& work, const NewUnit& input);

// As open_unit, without an entry: the command around it tells.
Result<Unit> add_unit(Work& work, const NewUnit& input);

// Refuses with unit.missing, unit.closed, unit.cycle, unit.parent_missing, unit.parent_closed,
// unit.wrong_parent, unit.date or version.changed.
Result<UnitView> move_unit(Work& work, Id<Unit> id, const Move& input);

// Refuses with unit.missing, unit.closed, unit.code_taken, unit.date or version.changed.
Result<UnitView> rename_unit(Work& work, Id<Unit> id, const Renaming& input);

// Its cases go to the successor's place; those who work in it have to be appointed elsewhere first.
// Refuses with unit.missing, unit.closed, unit.not_empty, unit.successor, unit.date or
// version.changed.
Result<UnitView> close_unit(Work& work, Id<Unit> id, const UnitClosure& input);

// Refuses with unit.missing, jurisdiction.itself, jurisdiction.below, jurisdiction.cycle or
// jurisdiction.exists.
Result<JurisdictionView> give_jurisdiction(Work& work, const NewJurisdiction& input);
// Ends today. Refuses with jurisdiction.missing or jurisdiction.ended.
Result<JurisdictionView> end_jurisdiction(Work& work, Id<Jurisdiction> id);

// Refuses with unit.missing.
Result<UnitView> find_unit_view(Work& work, Id<Unit> id);

// All units on that day, or those under one as it is today. Refuses with unit.missing.
Result<Tree> tree(storage::Transaction& tx, Date today, std::optional<Date> on,
                  std::optional<Id<Unit>> under);

// Open units that should have a head, or an officer, and have none on that day.
struct Lack {
  Id<Unit> unit_id;
  std::string code;
  Duty duty = Duty::none;
};
std::vector<Lack> lacks(storage::Transaction& tx, Date day);

// True for kinds of units that have one.
bool needs(UnitKind kind, Duty duty);

// What a module does so that its records follow a unit: rewrites at most `limit` of those that
// stand at `change.unit_id`, each with an entry, and says how many were left to do.
using FollowUnit = std::int64_t (*)(Work& work, const PlaceChange& change, std::int64_t limit);

// True while cases have to follow.
bool units_have_moved(storage::Transaction& tx);

// One step of what waits: true if there may be more. Repeatable; each step is one command.
bool follow_units(Work& work, const std::vector<FollowUnit>& followers, std::int64_t limit);

}  // namespace xb::identity
