#include "app/demo/cast.h"

#include <algorithm>

#include "app/demo_people.h"
#include "core/ensure.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"

namespace xb::app::demo {

Cast::Cast(storage::Transaction& tx, Date today) : units_(identity::units(tx)) {
  for (const Unit& unit : units_)
    if (unit.kind == identity::UnitKind::outlet && !unit.closed_on) outlets_.push_back(&unit);
  for (std::size_t i = 1; i <= demo_people; ++i) {
    const std::string number = std::to_string(100'000 + i);
    const auto person = identity::find_colleague_by_staff_no(tx, number);
    if (!person) continue;
    for (const auto& one : identity::appointments_of(tx, person->id, today))
      staff_[{one.post, one.unit_id.number}].push_back(
          {person->id, one.id, identity::find_post(one.post), &unit(one.unit_id), number});
  }
}

const Unit& Cast::unit(std::string_view code) const {
  const auto found =
      std::find_if(units_.begin(), units_.end(), [&](const Unit& one) { return one.code == code; });
  ensure(found != units_.end(), "the demo bank has no such unit");
  return *found;
}

const Unit& Cast::unit(Id<Unit> id) const {
  const auto found =
      std::find_if(units_.begin(), units_.end(), [&](const Unit& one) { return one.id == id; });
  ensure(found != units_.end(), "the demo bank has no such unit");
  return *found;
}

bool Cast::has(std::string_view post, const Unit& unit) const {
  return staff_.contains(std::pair{std::string{post}, unit.id.number});
}

const Staff& Cast::at(std::string_view post, const Unit& unit) const {
  const auto found = staff_.find(std::pair{std::string{post}, unit.id.number});
  ensure(found != staff_.end(), "the demo bank has nobody at a post");
  return found->second.front();
}

const Staff& Cast::any(std::string_view post, const Unit& unit, Dice& dice) const {
  const auto found = staff_.find(std::pair{std::string{post}, unit.id.number});
  ensure(found != staff_.end(), "the demo bank has nobody at a post");
  return dice.pick(found->second);
}

const Unit& Cast::outlet(std::string_view branch, std::string_view code, Dice& dice) const {
  if (!code.empty()) return unit(code);
  if (branch.empty()) return *dice.pick(outlets_);
  const Id<Unit> wanted = unit(branch).id;
  for (;;) {
    const Unit* const drawn = dice.pick(outlets_);
    if (drawn->branch_id == wanted) return *drawn;
  }
}

Actor Cast::actor(const Staff& staff, std::string_view permission, Date today) const {
  const auto tuple =
      std::find_if(staff.post->tuples.begin(), staff.post->tuples.end(),
                   [&](const identity::Tuple& one) { return one.permission == permission; });
  if (tuple == staff.post->tuples.end())
    std::fprintf(stderr, "%s may not %s\n", staff.post->code.c_str(),
                 std::string{permission}.c_str());
  ensure(tuple != staff.post->tuples.end(), "the demo asks for what a post does not allow");
  Actor out{staff.id, identity::scope_of(tuple->reach, *staff.unit),
            identity::place_of(*staff.unit), staff.unit->id, staff.appointment};
  out.today = today;
  return out;
}

}  // namespace xb::app::demo
