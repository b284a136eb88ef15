#include "platform/identity/people/appointing.h"

#include <algorithm>

#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"

namespace xb::identity {
namespace {

constexpr std::chrono::days a_day{1};

Date today(const Work& work) { return work.zone.date(work.now); }

bool is_actor(const Work& work, Id<Person> id) {
  return id == work.actor.person || (id && id == work.actor.on_behalf_of);
}

template <class T>
void tell(Work& work, evidence::Kind kind, Id<Person> about, const T& facts) {
  const auto person = find_colleague(work.tx, about).value();
  evidence::append(work, kind, evidence::Subject(about, sealing::key(work, person.key_id)), facts);
}

struct GrantFacts {
  Id<Grant> id;
  Id<Appointment> appointment_id;
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
  Date until_on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(GrantFacts, (),
                      (id, appointment_id, permission, reach, sensitivity, until_on, reason))

Result<Colleague> active_person(Work& work, Id<Person> id) {
  auto person = TRY(colleague_in_scope(work, id));
  if (person.status == Status::left) return refuse(Reason::conflict, "person.wrong_state");
  return person;
}

Result<Unit> open_unit_of(Work& work, const Post& post, Id<Unit> id) {
  auto unit = find_unit(work.tx, id);
  if (!unit) return refuse(Reason::invalid, "unit.missing", "unit_id");
  if (unit->closed_on) return refuse(Reason::invalid, "unit.closed", "unit_id");
  if (!exists_in(post, *unit)) return refuse(Reason::invalid, "post.not_here", "post");
  return std::move(*unit);
}

// Whoever keeps the system does no business beside it.
bool mixes(const Post& post, const Appointment& other) {
  const Post* others = find_post(other.post);
  return others != nullptr && others->is_system != post.is_system;
}

Result<void> check_beside(Work& work, const Appointment& planned, const Post& post) {
  std::size_t beside = 0;
  for (const Appointment& one : appointments_of(work.tx, planned.person_id, planned.since_on)) {
    if (!meet(planned.since_on, planned.until_on, one.since_on, one.until_on)) continue;
    // One place stays for that of whom he stands in for.
    if (++beside + 2 > units_of_one_max) return refuse(Reason::conflict, "appointment.too_many");
    if (planned.kind == AppointmentKind::main && one.kind == AppointmentKind::main)
      return refuse(Reason::conflict, "appointment.second_main", "kind");
    if (mixes(post, one)) return refuse(Reason::conflict, "appointment.mixed", "post");
  }
  if (planned.duty == Duty::none) return {};
  for (const Appointment& one :
       holders_of(work.tx, planned.unit_id, planned.duty, planned.since_on))
    if (meet(planned.since_on, planned.until_on, one.since_on, one.until_on))
      return refuse(Reason::conflict, "appointment.second_holder", "unit_id");
  return {};
}

Result<Appointment> changeable(Work& work, Id<Appointment> id) {
  auto found = find_appointment(work.tx, id);
  if (!found || !colleague_in_scope(work, found->person_id) || !is_authentic(work.keys, *found))
    return refuse(Reason::missing, "appointment.missing");
  if (is_actor(work, found->person_id)) return refuse(Reason::forbidden, "appointment.yourself");
  return std::move(*found);
}

SubstituteView view_of(storage::Transaction& tx, const Substitute& one) {
  const auto name = [&](Id<Person> id) {
    const auto person = find_colleague(tx, id);
    return person ? person->name : std::string{};
  };
  return {
      one.id,       one.absent_id, name(one.absent_id), one.substitute_id, name(one.substitute_id),
      one.since_on, one.until_on};
}

// Whoever does business does not come to keep the system by standing in, nor the other way round.
bool would_mix(Work& work, Id<Person> absent, Id<Person> substitute) {
  const auto own = appointments_of(work.tx, substitute, today(work));
  for (const Appointment& one : appointments_of(work.tx, absent, today(work)))
    if (const Post* post = find_post(one.post))
      for (const Appointment& other : own)
        if (mixes(*post, other)) return true;
  return false;
}

Result<void> check_substitute(Work& work, Id<Person> absent, const NewSubstitute& input) {
  if (input.substitute_id == absent)
    return refuse(Reason::invalid, "substitute.itself", "substitute_id");
  if (input.until_on < input.since_on || input.until_on < today(work))
    return refuse(Reason::invalid, "substitute.period", "until_on");
  const auto substitute = find_colleague(work.tx, input.substitute_id);
  if (!substitute || substitute->status != Status::active)
    return refuse(Reason::invalid, "substitute.not_active", "substitute_id");
  if (would_mix(work, absent, input.substitute_id))
    return refuse(Reason::conflict, "substitute.mixed", "substitute_id");
  std::vector<Substitute> of_that_time;
  for (Substitute& one : substitutes_from(work.tx, input.since_on)) {
    if (!meet(input.since_on, input.until_on, one.since_on, one.until_on)) continue;
    if (one.absent_id == absent)
      return refuse(Reason::conflict, "substitute.overlapping", "since_on");
    of_that_time.push_back(std::move(one));
  }
  if (leads_to(of_that_time, input.substitute_id, absent))
    return refuse(Reason::conflict, "substitute.loop", "substitute_id");
  return {};
}

Result<SubstituteView> add_substitute(Work& work, Id<Person> absent, const NewSubstitute& input) {
  TRY(check_substitute(work, absent, input));
  Substitute named{.id = work.new_id<Substitute>(),
                   .absent_id = absent,
                   .substitute_id = input.substitute_id,
                   .since_on = input.since_on,
                   .until_on = input.until_on,
                   .named_by_id = work.actor.person,
                   .mac = {}};
  seal_row(work.keys, named);
  insert(work.tx, named);
  tell(work, "person.substitute_named", absent, input);
  return view_of(work.tx, named);
}

}  // namespace

PostedView posted_view(storage::Transaction& tx, const Appointment& appointment) {
  PostedView out;
  show(tx, appointment, out);
  out.since_on = appointment.since_on;
  out.until_on = appointment.until_on;
  return out;
}

void close_appointment(Work& work, Appointment appointment, Date until) {
  // A forged row ends, too, and stays forged.
  const bool is_ours = is_authentic(work.keys, appointment);
  appointment.until_on = until;
  if (is_ours) seal_row(work.keys, appointment);
  update(work.tx, appointment);
  if (until < today(work)) delete_sessions_as(work.tx, appointment.id);
}

void close_substitute(Work& work, Substitute substitute) {
  const bool is_ours = is_authentic(work.keys, substitute);
  substitute.until_on = today(work) + -a_day;
  if (is_ours) seal_row(work.keys, substitute);
  update(work.tx, std::move(substitute));
}

Result<Appointment> add_appointment(Work& work, Id<Person> id, const NewAppointment& input) {
  if (is_actor(work, id)) return refuse(Reason::forbidden, "appointment.yourself");
  TRY(active_person(work, id));
  const Post* post = find_post(input.post.str());
  if (post == nullptr) return refuse(Reason::invalid, "post.missing", "post");
  const Unit unit = TRY(open_unit_of(work, *post, input.unit_id));
  Appointment planned{.id = work.new_id<Appointment>(),
                      .person_id = id,
                      .post = post->code,
                      .unit_id = unit.id,
                      .kind = input.kind.value_or(AppointmentKind::main),
                      .duty = post->duty,
                      .since_on = input.since_on.value_or(today(work)),
                      .until_on = input.until_on,
                      .given_by_id = work.actor.person,
                      .mac = {}};
  if (planned.until_on && *planned.until_on < planned.since_on)
    return refuse(Reason::invalid, "appointment.period", "until_on");
  TRY(check_beside(work, planned, *post));
  seal_row(work.keys, planned);
  insert(work.tx, planned);
  return planned;
}

Result<PostedView> appoint(Work& work, Id<Person> id, const NewAppointment& input) {
  const Appointment planned = TRY(add_appointment(work, id, input));
  const PostedView view = posted_view(work.tx, planned);
  tell(work, "person.appointed", id, view);
  return view;
}

Result<PostedView> end_appointment(Work& work, Id<Appointment> id, const AppointmentEnd& input) {
  Appointment found = TRY(changeable(work, id));
  const Date until = input.until_on.value_or(today(work) + -a_day);
  if (found.until_on && *found.until_on < today(work))
    return refuse(Reason::conflict, "appointment.ended");
  if (until < today(work) + -a_day)
    return refuse(Reason::invalid, "appointment.period", "until_on");
  close_appointment(work, found, until);
  found.until_on = until;
  const PostedView view = posted_view(work.tx, found);
  tell(work, "person.appointment_ended", found.person_id, view);
  return view;
}

Result<PostedView> transfer(Work& work, Id<Person> id, const NewAppointment& input) {
  if (is_actor(work, id)) return refuse(Reason::forbidden, "appointment.yourself");
  const Date since = input.since_on.value_or(today(work));
  for (Appointment& one : appointments_of(work.tx, id, since))
    if (one.kind == AppointmentKind::main) close_appointment(work, std::move(one), since + -a_day);
  return appoint(work, id, input);
}

Result<GrantView> grant(Work& work, Id<Appointment> id, const NewGrant& input) {
  auto appointment = find_appointment(work.tx, id);
  if (!appointment || !is_authentic(work.keys, *appointment))
    return refuse(Reason::missing, "appointment.missing");
  if (is_actor(work, appointment->person_id)) return refuse(Reason::forbidden, "grant.yourself");
  if (!is_permission(input.permission.str()))
    return refuse(Reason::invalid, "grant.unknown", "permission");
  const Post* post = find_post(appointment->post);
  if (post == nullptr || post->is_system) return refuse(Reason::conflict, "grant.system");
  if (input.until_on < today(work)) return refuse(Reason::invalid, "grant.period", "until_on");
  Grant given{.id = work.new_id<Grant>(),
              .appointment_id = id,
              .permission = input.permission.str(),
              .reach = input.reach,
              .sensitivity = input.sensitivity,
              .since_on = today(work),
              .until_on = input.until_on,
              .given_by_id = work.actor.person,
              .mac = {}};
  seal_row(work.keys, given);
  insert(work.tx, given);
  const Id<Person> about = appointment->person_id;
  if (!appointment->has_grants) {
    appointment->has_grants = true;
    seal_row(work.keys, *appointment);
    update(work.tx, std::move(*appointment));
  }
  tell(work, "person.granted", about,
       GrantFacts{given.id, id, given.permission, given.reach, given.sensitivity, given.until_on,
                  input.reason.str()});
  return GrantView{
      given.id,      id, given.permission, given.reach, given.sensitivity, given.since_on,
      given.until_on};
}

Result<GrantView> end_grant(Work& work, Id<Grant> id) {
  auto found = find_grant(work.tx, id);
  if (!found) return refuse(Reason::missing, "grant.missing");
  if (found->until_on < today(work)) return refuse(Reason::conflict, "grant.ended");
  found->until_on = today(work) + -a_day;
  seal_row(work.keys, *found);
  update(work.tx, *found);
  const auto appointment = find_appointment(work.tx, found->appointment_id).value();
  const GrantView view{found->id,          found->appointment_id, found->permission, found->reach,
                       found->sensitivity, found->since_on,       found->until_on};
  tell(work, "person.grant_ended", appointment.person_id, view);
  return view;
}

Result<SubstituteView> name_substitute(Work& work, Id<Person> absent, const NewSubstitute& input) {
  TRY(active_person(work, absent));
  if (is_actor(work, input.substitute_id))
    return refuse(Reason::forbidden, "substitute.yourself", "substitute_id");
  return add_substitute(work, absent, input);
}

Result<SubstituteView> name_own_substitute(Work& work, const NewSubstitute& input) {
  // Whoever stands in for another does not choose who comes after him.
  if (work.actor.on_behalf_of) return refuse(Reason::forbidden, "substitute.yourself");
  return add_substitute(work, work.actor.person, input);
}

Result<SubstituteView> end_substitute(Work& work, Id<Substitute> id) {
  auto found = find_substitute(work.tx, id);
  const bool may_see =
      found && (is_actor(work, found->absent_id) || is_actor(work, found->substitute_id));
  if (!may_see) return refuse(Reason::missing, "substitute.missing");
  if (found->until_on < today(work)) return refuse(Reason::conflict, "substitute.ended");
  close_substitute(work, *found);
  const SubstituteView view = view_of(work.tx, *found);
  tell(work, "person.substitute_ended", found->absent_id, view);
  return view;
}

Result<SubstituteList> own_substitutes(Work& work) {
  SubstituteList out;
  for (const Substitute& one : substitutes_of(work.tx, work.actor.person, today(work)))
    out.items.push_back(view_of(work.tx, one));
  for (const Substitute& one : absent_for(work.tx, work.actor.person, today(work)))
    out.items.push_back(view_of(work.tx, one));
  return out;
}

}  // namespace xb::identity
