// What is shown of sessions, and switching between appointments.
#include <algorithm>
#include <set>

#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/people/appointing.h"
#include "platform/identity/recovery/store.h"
#include "platform/identity/sign_ins/service.h"
#include "platform/identity/signing_in/service.h"
#include "platform/identity/signing_in/store.h"

namespace xb::identity {
namespace {

AppointmentView shown(storage::Transaction& tx, const Appointment& appointment, Id<Person> person) {
  AppointmentView out;
  show(tx, appointment, out);
  if (appointment.person_id == person) return out;
  out.on_behalf_of_id = appointment.person_id;
  if (const auto absent = find_colleague(tx, appointment.person_id))
    out.on_behalf_of = absent->name;
  return out;
}

std::vector<std::string> permissions_of(const Session& session) {
  std::set<std::string> out;
  for (const Tuple& tuple : session.post->tuples) out.insert(tuple.permission);
  for (const Grant& grant : session.grants) out.insert(grant.permission);
  if (session.glass)
    for (const std::string& one : signing_in_rules().glass_permissions) out.insert(one);
  return {out.begin(), out.end()};
}

// Who let himself be let in as him lately.
std::optional<ResetNotice> last_reset(storage::Transaction& tx, const sealing::Keyring& keys,
                                      Instant now, Id<Person> person) {
  const auto reset = last_used_reset(tx, person, now - signing_in_rules().reset_shown);
  if (!reset || !is_authentic(keys, *reset)) return {};
  const auto name = [&](Id<Person> id) -> std::optional<std::string> {
    const auto found = find_colleague(tx, id);
    return found ? std::optional{found->name} : std::nullopt;
  };
  return ResetNotice{*reset->used_at, name(reset->asked_by_id), name(reset->approved_by_id)};
}

std::optional<GlassNotice> glass_notice(storage::Transaction& tx, const Session& session) {
  const auto glass = session.glass ? find_glass(tx, session.glass) : std::nullopt;
  if (!glass) return {};
  return GlassNotice{glass->ends_at, signing_in_rules().glass_fields, glass->rule_before_at};
}

}  // namespace

SessionView view_of(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone, Instant now,
                    const Session& session, std::string_view token) {
  SessionView view;
  view.csrf_token = csrf_token(keys, token);
  view.person = {session.person.id,     session.person.staff_no, session.person.login,
                 session.person.name,   session.post->code,      session.post->name,
                 session.post->name_en, session.unit.id,         session.unit.name,
                 session.unit.level};
  view.appointment_id = session.appointment.id;
  for (const Appointment& one : appointments_open_to(tx, keys, session.person.id, zone.date(now))) {
    view.appointments.push_back(shown(tx, one, session.person.id));
    if (one.id == session.appointment.id) view.on_behalf_of = view.appointments.back().on_behalf_of;
  }
  view.permissions = permissions_of(session);
  view.due = session.due;
  view.reset = last_reset(tx, keys, now, session.person.id);
  view.glass = glass_notice(tx, session);
  view.expires_at = session.created_at + signing_in_rules().age_max;
  return view;
}

Result<SessionView> switch_appointment(Work& work, const Session& session, std::string_view token,
                                       const Switch& input, bool wants_second_factor) {
  const auto open =
      appointments_open_to(work.tx, work.keys, session.person.id, work.zone.date(work.now));
  const auto found = std::find_if(open.begin(), open.end(), [&](const Appointment& one) {
    return one.id == input.appointment_id;
  });
  if (found == open.end()) return refuse(Reason::missing, "session.not_yours", "appointment_id");
  const Post* post = find_post(found->post);
  const auto credentials = authentic_credentials(work.tx, work.keys, session.person.id);
  const bool has_second = credentials && credentials->is_totp_confirmed;
  if (wants_second_factor && post != nullptr && post->needs_second_factor && !has_second)
    return refuse(Reason::forbidden, "session.second_factor_due");
  const bool is_ours =
      change_session(work.tx, work.keys, session.token_hash, [&](SessionPower& power) {
        if (power.appointment_id != found->id) power.glass_id = {};
        power.appointment_id = found->id;
      });
  if (!is_ours) return refuse(Reason::unauthenticated, "session.missing");
  const auto switched = session_of(work.tx, work.keys, work.zone, token, work.now);
  if (!switched) return refuse(Reason::unauthenticated, "session.missing");
  return view_of(work.tx, work.keys, work.zone, work.now, *switched, token);
}

void end_all_sessions(Work& work, const Colleague& person) {
  for (const SessionRow& one : sessions_of(work.tx, person.id))
    record(work.tx, SignInKind::ended, person.id, {one.remote, one.device}, work.now);
  delete_sessions_of(work.tx, person.id);
  evidence::append(work, "person.sessions_ended",
                   evidence::Subject(person.id, sealing::key(work, person.key_id)),
                   evidence::Nothing{});
}

Result<SessionList> end_session(Work& work, Id<SessionRow> id) {
  for (const SessionRow& one : sessions_of(work.tx, work.actor.person))
    if (one.id == id)
      record(work.tx, SignInKind::ended, work.actor.person, {one.remote, one.device}, work.now);
  if (!delete_session_of(work.tx, work.actor.person, id))
    return refuse(Reason::missing, "session.not_yours");
  return sessions_shown(work.tx, work.actor.person, {});
}

SessionList sessions_shown(storage::Transaction& tx, Id<Person> person,
                           std::string_view own_token_hash) {
  SessionList out;
  for (SessionRow& row : sessions_of(tx, person))
    out.items.push_back({row.id, row.created_at, row.seen_at, std::move(row.remote),
                         std::move(row.device), row.token_hash == own_token_hash});
  return out;
}

}  // namespace xb::identity
