// Breaking a glass.
#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/recovery/service.h"
#include "platform/telemetry/log.h"

namespace xb::identity {
namespace {

constexpr std::size_t shown_max = 100;
constexpr std::size_t looked_at_max = 20;

struct Broken {
  Instant ends_at;
  GlassReason reason;
};
BOOST_DESCRIBE_STRUCT(Broken, (), (ends_at, reason))

struct Spent {
  std::int64_t fields = 0;
};
BOOST_DESCRIBE_STRUCT(Spent, (), (fields))

GlassPower power_of(const BreakGlass& glass) {
  return {.id = glass.id,
          .person_id = glass.person_id,
          .appointment_id = glass.appointment_id,
          .begun_at = glass.begun_at,
          .ends_at = glass.ends_at,
          .fields = glass.fields,
          .rule_before_at = glass.rule_before_at,
          .ruling = glass.ruling,
          .ruled_by_id = glass.ruled_by_id,
          .ruled_at = glass.ruled_at,
          .mac = glass.mac};
}

// He has no other that runs, and each before it was ruled on.
Result<void> check_last(Work& work, Id<Person> person) {
  for (const GlassPower& one : glasses_of(work.tx, person, looked_at_max)) {
    if (work.now < one.ends_at) return refuse(Reason::conflict, "glass.runs");
    if (!one.ruling || !is_authentic(work.keys, one))
      return refuse(Reason::conflict, "glass.unruled");
  }
  return {};
}

GlassView view_of(Work& work, const BreakGlass& glass) {
  const auto person = find_colleague(work.tx, glass.person_id);
  const auto appointment = find_appointment(work.tx, glass.appointment_id);
  return {.id = glass.id,
          .person_id = glass.person_id,
          .name = person ? person->name : std::string{},
          .post = appointment ? appointment->post : std::string{},
          .reason = glass.reason,
          .begun_at = glass.begun_at,
          .ends_at = glass.ends_at,
          .fields = glass.fields,
          .fields_max = signing_in_rules().glass_fields,
          .rule_before_at = glass.rule_before_at,
          .is_overdue = !glass.ruling && work.now >= glass.rule_before_at,
          .ruling = glass.ruling,
          .ruled_by_id = given(glass.ruled_by_id),
          .ruled_at = glass.ruled_at};
}

}  // namespace

Result<GlassView> break_glass(Work& work, const Session& session, const NewGlass& input) {
  if (!session.post->may_break_glass) return refuse(Reason::forbidden, "glass.not_yours");
  hold(work.tx, session.person.id);
  TRY(check_last(work, session.person.id));
  const SigningInRules& rules = signing_in_rules();
  const auto key = sealing::new_key(work);
  BreakGlass glass{.id = work.new_id<BreakGlass>(),
                   .key_id = key.id(),
                   .person_id = session.person.id,
                   .appointment_id = session.appointment.id,
                   .reason = input.reason,
                   .begun_at = work.now,
                   .ends_at = work.now + rules.glass_lives,
                   .fields = 0,
                   .rule_before_at = work.now + rules.ruling_within,
                   .ruling = {},
                   .ruled_by_id = {},
                   .ruled_at = {},
                   .mac = {}};
  glass.mac = mac_of(work.keys, power_of(glass));
  insert(work, glass, key);
  if (!change_session(work.tx, work.keys, session.token_hash,
                      [&](SessionPower& power) { power.glass_id = glass.id; }))
    return refuse(Reason::unauthenticated, "session.missing");
  evidence::append(work, "glass.broken", evidence::Subject::made_now(glass.id, key),
                   Broken{glass.ends_at, glass.reason});
  telemetry::log(telemetry::Severity::warning, "identity.glass_broken",
                 {{"person", glass.person_id.number}, {"glass", glass.id.number}});
  return view_of(work, glass);
}

Result<GlassView> rule_on_glass(Work& work, Id<BreakGlass> id, const NewRuling& input) {
  auto glass = find_whole_glass(work, id);
  if (!glass || !is_authentic(work.keys, power_of(*glass)))
    return refuse(Reason::missing, "glass.missing");
  if (glass->ruling) return refuse(Reason::conflict, "glass.ruled");
  const auto appointment = find_appointment(work.tx, glass->appointment_id);
  const Id<Person> absent = appointment ? appointment->person_id : Id<Person>{};
  if (!is_another_person(work.actor, {glass->person_id, absent}))
    return refuse(Reason::forbidden, "glass.same_person");
  glass->ruling = input.ruling;
  glass->ruled_by_id = work.actor.person;
  glass->ruled_at = work.now;
  glass->mac = mac_of(work.keys, power_of(*glass));
  const auto key = sealing::key(work, glass->key_id);
  update(work, *glass, key);
  evidence::append(work, "glass.ruled", evidence::Subject(id, key), input);
  return view_of(work, *glass);
}

Result<GlassList> list_glasses(Work& work) {
  GlassList out;
  for (BreakGlass& one : glasses(work, shown_max)) {
    // What was not written by us is no ruling.
    if (!is_authentic(work.keys, power_of(one))) one.ruling.reset();
    out.items.push_back(view_of(work, one));
  }
  return out;
}

Result<void> spend_glass(Work& work, std::size_t fields, const Place& place, Id<Unit> at) {
  if (!work.actor.glass) return {};
  if (work.actor.own_scope && lies_in(*work.actor.own_scope, place, at)) return {};
  auto glass = find_whole_glass(work, work.actor.glass);
  const bool runs = glass && work.now < glass->ends_at && is_authentic(work.keys, power_of(*glass));
  if (!runs) return refuse(Reason::forbidden, "glass.used_up");
  glass->fields += static_cast<std::int64_t>(fields);
  if (glass->fields > signing_in_rules().glass_fields)
    return refuse(Reason::forbidden, "glass.used_up");
  glass->mac = mac_of(work.keys, power_of(*glass));
  const auto key = sealing::key(work, glass->key_id);
  update(work, *glass, key);
  evidence::append(work, "glass.spent", evidence::Subject(glass->id, key), Spent{glass->fields});
  return {};
}

}  // namespace xb::identity
