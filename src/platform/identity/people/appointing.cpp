#include "platform/identity/people/appointing.h"

#include <algorithm>

#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"

namespace xb::identity {
namespace {

constexpr std::chrono::days a_day{1};

Date today(const Work& work) { return work.zone.date(work.now); }

struct GrantEnded {
  Id<Grant> id;
  Id<Appointment> holder_id;
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
  Date until_on;
};
BOOST_DESCRIBE_STRUCT(GrantEnded, (), (id, holder_id, permission, reach, sensitivity, until_on))

struct Granted : GrantEnded {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Granted, (GrantEnded), (reason))

GrantEnded facts_of(const Grant& grant) {
  return {grant.id,    grant.appointment_id, grant.permission,
          grant.reach, grant.sensitivity,    grant.until_on};
}

GrantView view_of(const Grant& grant) {
  return {grant.id,          grant.appointment_id, grant.permission, grant.reach,
          grant.sensitivity, grant.since_on,       grant.until_on};
}

Result<Unit> open_unit_of(Work& work, const Post& post, Id<Unit> id) {
  auto unit = find_unit(work.tx, id);
  if (!unit) return refuse(Reason::invalid, "unit.missing", "unit_id");
  if (unit->closed_on) return refuse(Reason::invalid, "unit.closed", "unit_id");
  if (!exists_in(post, *unit)) return refuse(Reason::invalid, "post.not_here", "post");
  return std::move(*unit);
}

// Whoever keeps the system does not come to business by whom he stands in for, or who stands in for
// him, at that time.
bool mixes_by_substitution(Work& work, const Appointment& planned, const Post& post) {
  const auto is_mixed = [&](const Substitute& one, Id<Person> other) {
    if (!meet(planned.since_on, planned.until_on, one.since_on, one.until_on)) return false;
    const auto others = appointments_of(work.tx, other, std::max(planned.since_on, one.since_on));
    return std::any_of(others.begin(), others.end(),
                       [&](const Appointment& of_other) { return mixes(post, of_other); });
  };
  for (const Substitute& one : absent_for(work.tx, planned.person_id, planned.since_on))
    if (is_mixed(one, one.absent_id)) return true;
  for (const Substitute& one : substitutes_of(work.tx, planned.person_id, planned.since_on))
    if (is_mixed(one, one.substitute_id)) return true;
  return false;
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
    if (one.post == planned.post && one.unit_id == planned.unit_id)
      return refuse(Reason::conflict, "appointment.exists", "post");
  }
  if (mixes_by_substitution(work, planned, post))
    return refuse(Reason::conflict, "appointment.mixed", "post");
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
  if (work.actor.acts_as(found->person_id))
    return refuse(Reason::forbidden, "appointment.yourself");
  return std::move(*found);
}

// A unit keeps its head until another comes, or nobody is left in it.
Result<void> check_headed(Work& work, const Appointment& ending, Date until,
                          const std::optional<Id<Person>>& successor) {
  if (ending.duty != Duty::head || successor) return {};
  const Date after = until + a_day;
  const auto is_other = [&](const auto& one) { return one.person_id != ending.person_id; };
  const auto heads = holders_of(work.tx, ending.unit_id, Duty::head, after);
  const auto members = members_of(work.tx, ending.unit_id, after);
  if (std::any_of(heads.begin(), heads.end(), is_other) ||
      std::none_of(members.begin(), members.end(), is_other))
    return {};
  return refuse(Reason::conflict, "unit.without_head", "successor_id");
}

}  // namespace

bool mixes(const Post& post, const Appointment& other) {
  const Post* others = find_post(other.post);
  return others != nullptr && others->is_system != post.is_system;
}

Result<Colleague> active_person(Work& work, Id<Person> id) {
  auto person = TRY(colleague_in_scope(work, id));
  if (person.status == Status::left) return refuse(Reason::conflict, "person.wrong_state");
  return person;
}

Result<PostedView> find_posted(Work& work, Id<Appointment> id) {
  const auto found = find_appointment(work.tx, id);
  if (!found) return refuse(Reason::missing, "appointment.missing");
  return posted_view(work.tx, *found);
}

Result<GrantView> find_grant_view(Work& work, Id<Grant> id) {
  const auto found = find_grant(work.tx, id);
  if (!found) return refuse(Reason::missing, "grant.missing");
  return view_of(*found);
}

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

Result<Appointment> add_appointment(Work& work, Id<Person> id, const NewAppointment& input) {
  if (work.actor.acts_as(id)) return refuse(Reason::forbidden, "appointment.yourself");
  TRY(active_person(work, id));
  hold(work.tx, id);
  hold(work.tx, input.unit_id);
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
  tell_of_person(work, "person.appointed", id, view);
  return view;
}

Result<PostedView> end_appointment(Work& work, Id<Appointment> id, const AppointmentEnd& input) {
  Appointment found = TRY(changeable(work, id));
  const Date until = input.until_on.value_or(today(work) + -a_day);
  if (found.until_on && *found.until_on < today(work))
    return refuse(Reason::conflict, "appointment.ended");
  const bool is_shorter = !found.until_on || until < *found.until_on;
  if (until < today(work) + -a_day || !is_shorter)
    return refuse(Reason::invalid, "appointment.period", "until_on");
  hold(work.tx, found.unit_id);
  TRY(check_headed(work, found, until, input.successor_id));
  close_appointment(work, found, until);
  found.until_on = until;
  const PostedView view = posted_view(work.tx, found);
  tell_of_person(work, "person.appointment_ended", found.person_id, view);
  if (input.successor_id && found.duty != Duty::none)
    TRY(appoint(work, *input.successor_id,
                {Text<40, Presence::required>::trusted(found.post),
                 found.unit_id,
                 AppointmentKind::part_time,
                 until + a_day,
                 {}}));
  return view;
}

Result<void> end_main(Work& work, Id<Person> id, Date since) {
  for (Appointment& one : appointments_of(work.tx, id, std::min(since, today(work)))) {
    if (one.kind != AppointmentKind::main) continue;
    // What was planned for later, or began today, never comes to be; what was has lasted a day.
    const bool has_begun = one.since_on <= today(work);
    const bool was = one.since_on < today(work);
    if ((has_begun && since < one.since_on) || (was && since == one.since_on))
      return refuse(Reason::invalid, "appointment.period", "since_on");
    if (one.until_on && *one.until_on < since) continue;
    Appointment ended = one;
    ended.until_on = since + -a_day;
    close_appointment(work, std::move(one), *ended.until_on);
    tell_of_person(work, "person.appointment_ended", id, posted_view(work.tx, ended));
  }
  return {};
}

Result<PostedView> transfer(Work& work, Id<Person> id, const NewAppointment& input) {
  if (work.actor.acts_as(id)) return refuse(Reason::forbidden, "appointment.yourself");
  const Date since = input.since_on.value_or(today(work));
  for (const Appointment& one : appointments_of(work.tx, id, since)) {
    if (one.kind != AppointmentKind::main) continue;
    hold(work.tx, one.unit_id);
    if (one.unit_id != input.unit_id || one.post != input.post.str())
      TRY(check_headed(work, one, since + -a_day, {}));
  }
  TRY(end_main(work, id, since));
  return appoint(work, id, input);
}

namespace {

// Nobody gives more of the bank than he has himself, nor less than the permission's commands look
// at.
Result<void> check_reach(Work& work, const Appointment& appointment, const NewGrant& input) {
  if (input.reach < least_reach(input.permission.str()))
    return refuse(Reason::invalid, "grant.reach", "reach");
  const auto unit = find_unit(work.tx, appointment.unit_id);
  if (!unit || !lies_in(scope_of(input.reach, *unit), *unit, work.actor.scope))
    return refuse(Reason::forbidden, "grant.beyond", "reach");
  return {};
}

}  // namespace

Result<GrantView> grant(Work& work, Id<Appointment> id, const NewGrant& input) {
  auto appointment = find_appointment(work.tx, id);
  if (!appointment || !colleague_in_scope(work, appointment->person_id) ||
      !is_authentic(work.keys, *appointment))
    return refuse(Reason::missing, "appointment.missing");
  if (work.actor.acts_as(appointment->person_id))
    return refuse(Reason::forbidden, "grant.yourself");
  if (!is_permission(input.permission.str()))
    return refuse(Reason::invalid, "grant.unknown", "permission");
  const Post* post = find_post(appointment->post);
  // Neither to who keeps the system, nor what keeping the system is.
  if (post == nullptr || post->is_system || is_of_system(input.permission.str()))
    return refuse(Reason::conflict, "grant.system");
  TRY(check_reach(work, *appointment, input));
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
  tell_of_person(work, "person.granted", about, Granted{facts_of(given), input.reason.str()});
  return view_of(given);
}

Result<GrantView> end_grant(Work& work, Id<Grant> id) {
  auto found = find_grant(work.tx, id);
  const auto appointment =
      found ? find_appointment(work.tx, found->appointment_id) : std::optional<Appointment>{};
  if (!appointment || !colleague_in_scope(work, appointment->person_id))
    return refuse(Reason::missing, "grant.missing");
  if (found->until_on < today(work)) return refuse(Reason::conflict, "grant.ended");
  // A forged row ends, too, and stays forged.
  const bool is_ours = is_authentic(work.keys, *found);
  found->until_on = today(work) + -a_day;
  if (is_ours) seal_row(work.keys, *found);
  update(work.tx, *found);
  tell_of_person(work, "person.grant_ended", appointment->person_id, facts_of(*found));
  return view_of(*found);
}

Result<GrantList> list_grants(Work& work, Id<Person> id) {
  TRY(colleague_in_scope(work, id));
  GrantList out;
  for (const Appointment& appointment : appointments_of(work.tx, id, today(work)))
    for (const Grant& one : grants_of(work.tx, appointment.id))
      if (one.until_on >= today(work) && is_authentic(work.keys, one))
        out.items.push_back(view_of(one));
  return out;
}

}  // namespace xb::identity
