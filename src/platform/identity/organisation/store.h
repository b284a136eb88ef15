// Units, their periods, jurisdictions, and cases that have to follow a unit.
#pragma once

#include <optional>
#include <vector>

#include "platform/identity/organisation/types.h"
#include "platform/identity/store.h"
#include "platform/storage/transaction.h"

namespace xb::identity {

// False if its code is taken.
bool insert_if_free(storage::Transaction& tx, const Unit& unit);
// False if somebody was faster.
bool update(storage::Transaction& tx, Unit& unit);
void insert(storage::Transaction& tx, const UnitPeriod& period);
std::vector<UnitPeriod> periods_of(storage::Transaction& tx, Id<Unit> unit);
std::optional<UnitPeriod> open_period(storage::Transaction& tx, Id<Unit> unit);
// Throws storage::Failure if somebody was faster.
void update(storage::Transaction& tx, UnitPeriod period);

// `top` and all that stand below it.
std::vector<Unit> units_under(storage::Transaction& tx, const Unit& top);
std::vector<Unit> children_of(storage::Transaction& tx, Id<Unit> unit);
// Every unit as it was on that day: name, code, line and place of then.
std::vector<Unit> units_on(storage::Transaction& tx, Date day);
std::optional<Unit> head_office(storage::Transaction& tx);

// Who has a duty on that day, by unit and duty.
struct DutyHolder {
  Id<Unit> unit_id;
  Duty duty = Duty::none;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DutyHolder, (), (unit_id, duty, name))
std::vector<DutyHolder> duty_holders(storage::Transaction& tx, Date day);
std::vector<DutyHolder> duty_holders_under(storage::Transaction& tx, const Unit& top, Date day);

// On or after that day, those with a duty first.
std::vector<MemberView> members_of(storage::Transaction& tx, Id<Unit> unit, Date day);

void insert(storage::Transaction& tx, const Jurisdiction& jurisdiction);
std::optional<Jurisdiction> find_jurisdiction(storage::Transaction& tx, Id<Jurisdiction> id);
// False if somebody was faster.
bool update(storage::Transaction& tx, Jurisdiction& jurisdiction);
std::vector<Jurisdiction> jurisdictions_of(storage::Transaction& tx, Id<Unit> unit);
std::vector<Jurisdiction> jurisdictions(storage::Transaction& tx);

void insert(storage::Transaction& tx, const PlaceChange& change);
std::optional<PlaceChange> next_place_change(storage::Transaction& tx);
void forget(storage::Transaction& tx, Id<PlaceChange> id);

}  // namespace xb::identity
