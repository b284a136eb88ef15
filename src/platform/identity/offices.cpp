#include "platform/identity/offices.h"

#include <algorithm>

#include "core/ensure.h"
#include "platform/identity/authentic.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"

namespace xb::identity {
namespace {

using workflow::Office;

bool is_inside_an_institution(const Unit& unit) {
  return unit.kind == UnitKind::department || unit.kind == UnitKind::committee;
}

std::optional<Unit> above(storage::Transaction& tx, const Unit& unit) {
  return unit.parent_id ? find_unit(tx, unit.parent_id) : std::nullopt;
}

Unit institution_of(storage::Transaction& tx, Unit unit) {
  while (is_inside_an_institution(unit)) {
    auto next = above(tx, unit);
    if (!next) break;
    unit = std::move(*next);
  }
  return unit;
}

bool leads_complaints(const Appointment& appointment) {
  const Post* post = find_post(appointment.post);
  return post != nullptr && post->leads_complaints;
}

// Whether somebody of the institution or of a department of it sits there.
bool sits_in(const Appointment& appointment, const Unit& unit, Chair chair) {
  switch (chair) {
    case Chair::head: return appointment.unit_id == unit.id && appointment.duty == Duty::head;
    case Chair::officer: return appointment.duty == Duty::officer;
    case Chair::complaint_head: return leads_complaints(appointment);
  }
  std::abort();
}

// Looks for chairs in which somebody sits who may have a say.
class Seating {
 public:
  Seating(Work& work, const Standing& standing, std::span<const Id<Person>> barred)
      : work_(work), standing_(standing), barred_(barred) {}

  std::vector<Seat> of(Office office) {
    switch (office) {
      case Office::owner: return {};
      case Office::unit_head: return upwards(unit(), {Chair::head});
      case Office::officer: return upwards(institution(), {Chair::officer});
      case Office::branch: return upwards(branch(), {Chair::head, Chair::officer});
      case Office::head_office:
        return taken(top(), {Chair::head, Chair::officer, Chair::complaint_head});
      case Office::complaint_head: return complaint_head();
      case Office::superior: {
        const auto superior = above(work_.tx, institution());
        return superior ? upwards(*superior, {Chair::head, Chair::officer}) : std::vector<Seat>{};
      }
      case Office::executive: return taken(top(), {Chair::head});
    }
    std::abort();
  }

  // That handles it, or else the innermost it belongs to.
  Unit unit() {
    for (const Id<Unit> id : {standing_.handling_unit_id, standing_.place.outlet_id,
                              standing_.place.sub_branch_id, standing_.place.branch_id})
      if (auto found = id ? find_unit(work_.tx, id) : std::nullopt) return std::move(*found);
    return top();
  }

 private:
  Unit institution() { return institution_of(work_.tx, unit()); }
  Unit top() {
    auto found = head_office(work_.tx);
    ensure(found.has_value(), "a matter stands in no bank");
    return std::move(*found);
  }
  Unit branch() {
    auto found = find_unit(work_.tx, standing_.place.branch_id);
    return found ? std::move(*found) : top();
  }

  bool may_have_a_say(const Appointment& one) const {
    return std::find(barred_.begin(), barred_.end(), one.person_id) == barred_.end() &&
           one.person_id != standing_.accused_id && one.unit_id != standing_.shut_unit_id &&
           is_authentic(work_.keys, one);
  }
  std::vector<Seat> taken(const Unit& unit, std::initializer_list<Chair> chairs) {
    const auto people = on_duty_in(work_.tx, unit.id, work_.zone.date(work_.now));
    std::vector<Seat> out;
    for (const Chair chair : chairs)
      if (std::any_of(people.begin(), people.end(), [&](const Appointment& one) {
            return sits_in(one, unit, chair) && may_have_a_say(one);
          }))
        out.push_back({unit.id, chair});
    return out;
  }
  std::vector<Seat> upwards(Unit unit, std::initializer_list<Chair> chairs) {
    for (;;) {
      auto found = taken(unit, chairs);
      if (!found.empty()) return found;
      auto next = above(work_.tx, unit);
      if (!next) return {};
      unit = std::move(*next);
    }
  }
  // Where no post of an institution leads its complaints, its own head does.
  std::vector<Seat> complaint_head() {
    std::optional<Unit> unit = institution();
    for (; unit; unit = above(work_.tx, *unit))
      for (const Chair chair : {Chair::complaint_head, Chair::head})
        if (auto found = taken(*unit, {chair}); !found.empty()) return found;
    return {};
  }

  Work& work_;
  const Standing& standing_;
  std::span<const Id<Person>> barred_;
};

}  // namespace

std::vector<Seat> seats_of(storage::Transaction& tx, const Actor& actor) {
  const auto appointment = find_appointment(tx, actor.appointment);
  if (!appointment) return {};
  const auto unit = find_unit(tx, appointment->unit_id);
  if (!unit) return {};
  const Id<Unit> institution = institution_of(tx, *unit).id;
  std::vector<Seat> out;
  if (appointment->duty == Duty::head) out.push_back({unit->id, Chair::head});
  if (appointment->duty == Duty::officer) out.push_back({institution, Chair::officer});
  if (leads_complaints(*appointment)) out.push_back({institution, Chair::complaint_head});
  return out;
}

std::vector<Seat> seats_for(Work& work, Office office, const Standing& standing,
                            std::span<const Id<Person>> barred) {
  return Seating(work, standing, barred).of(office);
}

bool stands_in(Work& work, Office office, const Standing& standing) {
  const Actor& actor = work.actor;
  if (office == Office::owner) {
    const Id<Unit> unit = Seating(work, standing, {}).unit().id;
    const Id<Person> handler = standing.handler_id;
    if (handler && works_in(work.tx, handler, unit, work.zone.date(work.now)))
      return handler == actor.person || handler == actor.on_behalf_of;
    return actor.unit == unit;
  }
  const auto meant = seats_for(work, office, standing);
  const auto own = seats_of(work.tx, actor);
  return std::any_of(own.begin(), own.end(), [&](const Seat& seat) {
    return std::find(meant.begin(), meant.end(), seat) != meant.end();
  });
}

bool holds_in(Work& work, Id<Person> person, Id<Unit> unit, Permission permission) {
  const Date today = work.zone.date(work.now);
  for (const Appointment& one : appointments_of(work.tx, person, today)) {
    if (one.unit_id != unit || !is_valid_on(one, today)) continue;
    const Post* post = find_post(one.post);
    if (post != nullptr && tuple_for(*post, permission, Sensitivity::masked) != nullptr)
      return true;
    for (const Grant& grant : grants_of(work.tx, one.id))
      if (grant.permission == permission.name() && is_valid_on(grant, today) &&
          is_authentic(work.keys, grant))
        return true;
  }
  return false;
}

}  // namespace xb::identity
