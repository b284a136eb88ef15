#include "platform/identity/sessions.h"

#include <algorithm>

#include "core/encoding.h"
#include "platform/identity/authentic.h"
#include "platform/identity/recovery/store.h"
#include "platform/identity/sign_ins/store.h"
#include "platform/identity/signing_in/store.h"
#include "platform/sealing/crypto.h"

namespace xb::identity {
namespace {

constexpr std::chrono::minutes touch_after{1};

Appointment appointment_in(const SessionOwner& found) {
  return {.id = found.appointment_id,
          .person_id = found.appointed_id,
          .post = found.post,
          .unit_id = found.unit_id,
          .kind = found.appointment_kind,
          .duty = found.duty,
          .since_on = found.since_on,
          .until_on = found.until_on,
          .has_grants = found.has_grants,
          .given_by_id = found.given_by_id,
          .mac = found.mac};
}

Unit unit_in(SessionOwner& found) {
  Unit unit;
  unit.id = found.unit_id;
  unit.code = std::move(found.unit_code);
  unit.name = std::move(found.unit_name);
  unit.name_en = std::move(found.unit_name_en);
  unit.kind = found.kind;
  unit.level = found.level;
  unit.branch_id = found.branch_id;
  unit.sub_branch_id = found.sub_branch_id;
  return unit;
}

bool is_over(const SessionOwner& found, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  return found.status != Status::active || now - found.seen_at > rules.idle_max ||
         now - found.created_at > rules.age_max;
}

bool is_substitute(storage::Transaction& tx, const sealing::Keyring& keys, Id<Person> person,
                   Id<Person> absent, Date day) {
  for (const Substitute& one : absent_for(tx, person, day))
    if (one.absent_id == absent && is_valid_on(one, day) && is_authentic(keys, one)) return true;
  return false;
}

std::vector<Grant> valid_grants(storage::Transaction& tx, const sealing::Keyring& keys,
                                Id<Appointment> appointment, Date day) {
  std::vector<Grant> out;
  for (Grant& grant : grants_of(tx, appointment))
    if (is_valid_on(grant, day) && is_authentic(keys, grant)) out.push_back(std::move(grant));
  return out;
}

std::vector<Id<Unit>> other_units_of(storage::Transaction& tx, Id<Person> person, Id<Unit> unit,
                                     Date day) {
  std::vector<Id<Unit>> out;
  for (const Appointment& one : appointments_of(tx, person, day)) {
    const bool is_known =
        one.unit_id == unit || std::find(out.begin(), out.end(), one.unit_id) != out.end();
    if (is_valid_on(one, day) && !is_known) out.push_back(one.unit_id);
  }
  return out;
}

// Of a break-glass that still runs.
Id<BreakGlass> running_glass(storage::Transaction& tx, const sealing::Keyring& keys,
                             const SessionOwner& of, Instant now) {
  if (!of.glass_id) return {};
  const auto glass = find_glass(tx, of.glass_id);
  const bool runs = glass && glass->person_id == of.person_id && now < glass->ends_at &&
                    is_authentic(keys, *glass);
  return runs ? of.glass_id : Id<BreakGlass>{};
}

}  // namespace

Actor Session::actor() const {
  return {.person = person.id,
          .scope = allowed.scope,
          .place = place_of(unit),
          .unit = unit.id,
          .appointment = appointment.id,
          .on_behalf_of = on_behalf_of(),
          .glass = allowed.glass,
          .other_units = other_units,
          .today = today};
}

std::optional<Allowed> judge(const Session& session, Permission permission,
                             Sensitivity sensitivity) {
  if (session.glass && is_opened_by_glass(permission) && sensitivity <= Sensitivity::personal)
    return Allowed{Scope::whole_bank(), session.glass};
  std::optional<Reach> widest;
  if (const Tuple* tuple = tuple_for(*session.post, permission, sensitivity)) widest = tuple->reach;
  for (const Grant& grant : session.grants)
    if (grant.permission == permission.name() && grant.sensitivity >= sensitivity)
      widest = std::max(widest.value_or(grant.reach), grant.reach);
  if (!widest) return {};
  return Allowed{scope_of(*widest, session.unit), {}};
}

std::optional<Session> session_of(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone,
                                  std::string_view token, Instant now) {
  std::string hash = token_hash(token);
  auto found = find_session(tx, hash);
  if (!found || is_over(*found, now)) return {};
  const Date today = zone.date(now);
  Session session;
  session.appointment = appointment_in(*found);
  session.post = find_post(found->post);
  const bool acts = session.post != nullptr && is_valid_on(session.appointment, today) &&
                    is_authentic(keys, session.appointment);
  if (!acts) return {};
  session.id = found->id;
  session.person = {.id = found->person_id,
                    .staff_no = std::move(found->staff_no),
                    .login = std::move(found->login),
                    .name = std::move(found->name)};
  session.unit = unit_in(*found);
  const Id<Person> absent = session.on_behalf_of();
  if (absent && !is_substitute(tx, keys, session.person.id, absent, today)) return {};
  if (session.appointment.has_grants)
    session.grants = valid_grants(tx, keys, session.appointment.id, today);
  if (found->has_other_units)
    session.other_units = other_units_of(tx, session.person.id, session.unit.id, today);
  session.glass = running_glass(tx, keys, *found, now);
  session.today = today;
  session.due = found->due;
  session.token_hash = std::move(hash);
  session.created_at = found->created_at;
  session.seen_at = found->seen_at;
  session.authenticated_at = found->authenticated_at;
  session.allowed.scope = scope_of(Reach::unit, session.unit);
  return session;
}

bool wants_touch(const Session& session, Instant now) {
  return now - session.seen_at > touch_after;
}

bool is_recent(const Session& session, Instant now) {
  return now - session.authenticated_at <= signing_in_rules().recent_max;
}

std::string new_token() { return hex(sealing::random_bytes(32)); }

std::string token_hash(std::string_view token) { return base64(sealing::sha256(token)); }

std::string csrf_token(const sealing::Keyring& keys, std::string_view token) {
  return hex(keys.mac(sealing::Purpose::session, token));
}

std::vector<Appointment> appointments_open_to(storage::Transaction& tx,
                                              const sealing::Keyring& keys, Id<Person> person,
                                              Date day) {
  std::vector<Appointment> out;
  const auto add = [&](Id<Person> of) {
    for (Appointment& one : appointments_of(tx, of, day))
      if (is_valid_on(one, day) && is_authentic(keys, one)) out.push_back(std::move(one));
  };
  add(person);
  // His main post goes first, whenever it began.
  std::stable_sort(out.begin(), out.end(),
                   [](const Appointment& a, const Appointment& b) { return a.kind < b.kind; });
  for (const Substitute& one : absent_for(tx, person, day))
    if (is_valid_on(one, day) && is_authentic(keys, one)) add(one.absent_id);
  return out;
}

std::int64_t sweep_sessions(storage::Transaction& tx, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  return delete_sessions(tx, now - rules.idle_max, now - rules.age_max) +
         delete_attempts(tx, now - rules.forget_after) +
         delete_sign_ins(tx, now - rules.keep_sign_ins);
}

}  // namespace xb::identity
