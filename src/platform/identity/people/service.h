// People, their posts and who stands in for them. Nobody gives himself anything: not a post, not a
// grant, not a substitution; whoever keeps the system has no business post beside it.
#pragma once

#include "platform/identity/people/types.h"
#include "platform/identity/store.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::identity {

// Without a password: that is given by two persons (recovery/). Refuses with person.staff_no_taken,
// person.login_taken, person.second_account or as appoint.
Result<StaffView> hire(Work& work, const NewPerson& input);

// As hire and appoint, without an entry: the command around it tells.
Result<Person> add_person(Work& work, const NewPerson& input, const sealing::DataKey& key);
Result<Appointment> add_appointment(Work& work, Id<Person> id, const NewAppointment& input);

// Refuses with person.missing, person.login_taken, person.second_account or version.changed.
Result<StaffView> change_person(Work& work, Id<Person> id, const PersonChange& input);

// His sessions end at once. Refuse with person.missing, person.yourself, person.wrong_state.
Result<StaffView> suspend(Work& work, Id<Person> id, const Suspension& input);
Result<StaffView> reinstate(Work& work, Id<Person> id, const Suspension& input);

// His sessions, appointments, substitutions and credentials end at once. Refuses with
// person.missing, person.yourself, person.wrong_state, or unit.without_head where he has a duty and
// no successor is named.
Result<StaffView> leave(Work& work, Id<Person> id, const Leaving& input);

// For a list that names all who come and all who go at once. As leave, whoever has the duty then;
// his main appointment ends yesterday, without an entry.
Result<StaffView> leave_for_good(Work& work, Id<Person> id, const Motive& reason);
void vacate(Work& work, Id<Person> id);

// Refuses with person.missing, person.wrong_state, appointment.yourself, post.missing,
// post.not_here, unit.missing, unit.closed, appointment.period, appointment.second_main,
// appointment.second_holder, appointment.mixed, appointment.too_many.
Result<PostedView> appoint(Work& work, Id<Person> id, const NewAppointment& input);

// Refuses with appointment.missing, appointment.yourself, appointment.period, appointment.ended.
Result<PostedView> end_appointment(Work& work, Id<Appointment> id, const AppointmentEnd& input);

// Ends the main appointment the day before and begins another. Refuses as appoint.
Result<PostedView> transfer(Work& work, Id<Person> id, const NewAppointment& input);

// Refuses with appointment.missing, grant.yourself, grant.unknown, grant.system, grant.period.
Result<GrantView> grant(Work& work, Id<Appointment> id, const NewGrant& input);
// It is over at once. Refuses with grant.missing or grant.ended.
Result<GrantView> end_grant(Work& work, Id<Grant> id);

// Refuses with person.missing, substitute.itself, substitute.yourself, substitute.period,
// substitute.overlapping, substitute.loop, substitute.mixed, substitute.not_active.
Result<SubstituteView> name_substitute(Work& work, Id<Person> absent, const NewSubstitute& input);
// For oneself.
Result<SubstituteView> name_own_substitute(Work& work, const NewSubstitute& input);
// It is over at once. Refuses with substitute.missing, substitute.yourself or substitute.ended.
Result<SubstituteView> end_substitute(Work& work, Id<Substitute> id);
// Those that run or will, of oneself or for oneself.
Result<SubstituteList> own_substitutes(Work& work);

// Refuses with person.missing.
Result<StaffView> find_staff(Work& work, Id<Person> id);
Result<storage::Page<StaffView>> list_staff(Work& work, const storage::ListRequest& request);
// Refuses with search.one_term.
Result<StaffList> search_staff(Work& work, const StaffSearch& input);
Result<PostList> list_posts(Work& work);

// Somebody whose main unit lies in the actor's scope, else person.missing.
Result<Colleague> colleague_in_scope(Work& work, Id<Person> id);

}  // namespace xb::identity
