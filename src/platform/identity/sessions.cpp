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

// One HMAC under a key of its own purpose, because every request looks at it.
std::string session_mac(const sealing::Keyring& keys, const SessionPower& power) {
  return base64(
      keys.mac(sealing::Purpose::session, row_bytes(SessionPower::table, power_cells(power))));
}

bool is_ours(const sealing::Keyring& keys, const SessionPower& power) {
  if (sealing::equal_in_constant_time(power.mac, session_mac(keys, power))) return true;
  tell_of_forged_row(SessionPower::table, power.id.number);
  return false;
}

SessionPower power_in(const SessionOwner& found, const std::string& token_hash) {
  return {.token_hash = token_hash,
          .person_id = found.person_id,
          .created_at = found.created_at,
          .id = found.id,
          .appointment_id = found.appointment_id,
          .authenticated_at = found.authenticated_at,
          .due = found.due,
          .glass_id = found.glass_id,
          .mac = found.session_mac};
}

// Who keeps the system stands in for nobody who does business, nor the other way round, even if
// he came to his own post later.
bool stands_apart(storage::Transaction& tx, Id<Person> person, const Post& post, Date day) {
  for (const Appointment& own : appointments_of(tx, person, day)) {
    const Post* other = find_post(own.post);
    if (is_valid_on(own, day) && other != nullptr && other->is_system != post.is_system)
      return false;
  }
  return true;
}

bool covers(const Substitute& one, const Unit& unit) {
  return lies_in({one.level, one.scope_unit_id}, place_of(unit), unit.id);
}

bool is_substitute(storage::Transaction& tx, const sealing::Keyring& keys, const Session& session,
                   Date day) {
  for (const Substitute& one : absent_for(tx, session.person.id, day))
    if (one.absent_id == session.on_behalf_of() && is_valid_on(one, day) &&
        covers(one, session.unit) && is_authentic(keys, one))
      return stands_apart(tx, session.person.id, *session.post, day);
  return false;
}

std::vector<Grant> valid_grants(storage::Transaction& tx, const sealing::Keyring& keys,
                                Id<Appointment> appointment, Date day) {
  std::vector<Grant> out;
  for (Grant& grant : grants_of(tx, appointment))
    if (is_valid_on(grant, day) && is_authentic(keys, grant)) out.push_back(std::move(grant));
  return out;
}

void add_other_units(storage::Transaction& tx, Id<Person> person, Id<Unit> unit, Date day,
                     std::vector<Id<Unit>>& out) {
  for (const Appointment& one : appointments_of(tx, person, day)) {
    const bool is_known =
        one.unit_id == unit || std::find(out.begin(), out.end(), one.unit_id) != out.end();
    if (is_valid_on(one, day) && !is_known) out.push_back(one.unit_id);
  }
}

// Of a break-glass that still runs.
Id<BreakGlass> running_glass(storage::Transaction& tx, const sealing::Keyring& keys,
                             Id<BreakGlass> id, Id<Person> person, Instant now) {
  if (!id) return {};
  const auto glass = find_glass(tx, id);
  const bool runs =
      glass && glass->person_id == person && now < glass->ends_at && is_authentic(keys, *glass);
  return runs ? id : Id<BreakGlass>{};
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
          .own_scope = allowed.own,
          .other_units = other_units,
          .today = today};
}

std::optional<Allowed> judge(const Session& session, Permission permission,
                             Sensitivity sensitivity) {
  std::optional<Scope> own;
  // By what it comes to: a branch that stands above nothing reaches less than a unit does.
  const auto consider = [&](Reach reach) {
    const Scope scope = scope_of(reach, session.unit);
    if (!own || scope.level < own->level) own = scope;
  };
  if (const Tuple* tuple = tuple_for(*session.post, permission, sensitivity))
    consider(tuple->reach);
  for (const Grant& grant : session.grants)
    if (grant.permission == permission.name() && grant.sensitivity >= sensitivity)
      consider(grant.reach);
  const bool has_glass =
      session.glass && is_opened_by_glass(permission) && sensitivity <= Sensitivity::personal;
  if (has_glass && (!own || own->level != Level::bank))
    return Allowed{Scope::whole_bank(), session.glass, own};
  if (!own) return {};
  return Allowed{*own};
}

std::optional<Session> session_of(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone,
                                  std::string_view token, Instant now) {
  std::string hash = token_hash(token);
  auto found = find_session(tx, hash);
  if (!found || is_over(*found, now) || !is_ours(keys, power_in(*found, hash))) return {};
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
  if (session.on_behalf_of() && !is_substitute(tx, keys, session, today)) return {};
  if (session.appointment.has_grants)
    session.grants = valid_grants(tx, keys, session.appointment.id, today);
  if (found->has_other_units)
    add_other_units(tx, session.person.id, session.unit.id, today, session.other_units);
  // What is shut to the absent is shut to who stands in for him.
  if (session.on_behalf_of())
    add_other_units(tx, session.on_behalf_of(), session.unit.id, today, session.other_units);
  if (session.other_units.size() >= units_of_one_max) return {};
  session.glass = running_glass(tx, keys, found->glass_id, found->person_id, now);
  session.today = today;
  session.due = found->due;
  session.token_hash = std::move(hash);
  session.created_at = found->created_at;
  session.seen_at = found->seen_at;
  session.authenticated_at = found->authenticated_at;
  session.allowed.scope = scope_of(Reach::unit, session.unit);
  return session;
}

std::optional<Session> still_acting(storage::Transaction& tx, const sealing::Keyring& keys,
                                    Zone zone, const Actor& actor, Instant now) {
  auto person = find_colleague(tx, actor.person);
  auto appointment = find_appointment(tx, actor.appointment);
  if (!person || person->status != Status::active || !appointment) return {};
  auto unit = find_unit(tx, appointment->unit_id);
  const Date today = zone.date(now);
  Session session;
  session.post = find_post(appointment->post);
  const bool acts = unit && session.post != nullptr && is_valid_on(*appointment, today) &&
                    is_authentic(keys, *appointment);
  if (!acts) return {};
  session.person = std::move(*person);
  session.appointment = std::move(*appointment);
  session.unit = std::move(*unit);
  if (session.on_behalf_of() && !is_substitute(tx, keys, session, today)) return {};
  session.grants = valid_grants(tx, keys, session.appointment.id, today);
  session.glass = running_glass(tx, keys, actor.glass, session.person.id, now);
  session.today = today;
  session.allowed.scope = scope_of(Reach::unit, session.unit);
  return session;
}

void open_session(storage::Transaction& tx, const sealing::Keyring& keys, SessionRow row) {
  row.mac = session_mac(keys, {.token_hash = row.token_hash,
                               .person_id = row.person_id,
                               .created_at = row.created_at,
                               .id = row.id,
                               .appointment_id = row.appointment_id,
                               .authenticated_at = row.authenticated_at,
                               .due = row.due,
                               .glass_id = row.glass_id,
                               .mac = {}});
  insert(tx, row);
}

bool change_session(storage::Transaction& tx, const sealing::Keyring& keys,
                    std::string_view token_hash, const std::function<void(SessionPower&)>& change) {
  auto power = find_power(tx, token_hash);
  if (!power || !is_ours(keys, *power)) return false;
  change(*power);
  power->mac = session_mac(keys, *power);
  update(tx, token_hash, *power);
  return true;
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
  for (const Substitute& one : absent_for(tx, person, day)) {
    if (!is_valid_on(one, day) || !is_authentic(keys, one)) continue;
    const std::size_t own = out.size();
    add(one.absent_id);
    const auto is_closed = [&](const Appointment& of_absent) {
      const auto unit = find_unit(tx, of_absent.unit_id);
      const Post* post = find_post(of_absent.post);
      return !unit || post == nullptr || !covers(one, *unit) ||
             !stands_apart(tx, person, *post, day);
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(own), out.end(), is_closed),
              out.end());
  }
  return out;
}

std::int64_t sweep_sessions(storage::Transaction& tx, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  return delete_sessions(tx, now - rules.idle_max, now - rules.age_max) +
         delete_attempts(tx, now - rules.forget_after) +
         delete_sign_ins(tx, now - rules.keep_sign_ins);
}

}  // namespace xb::identity
