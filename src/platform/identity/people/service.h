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

// An identity number is told once; after that only the bank's own list changes it, and never one's
// own. Refuses with person.missing, person.login_taken, person.second_account, person.number_set,
// person.yourself or version.changed.
Result<StaffView> change_person(Work& work, Id<Person> id, const PersonChange& input);
// As change_person, for that list: another number than the one there is counts.
Result<StaffView> correct_person(Work& work, Id<Person> id, const PersonChange& input);

// His sessions end at once. Refuse with person.missing, person.yourself, person.wrong_state.
Result<StaffView> suspend(Work& work, Id<Person> id, const Suspension& input);
Result<StaffView> reinstate(Work& work, Id<Person> id, const Suspension& input);

// His sessions, appointments, substitutions and credentials end at once. Refuses with
// person.missing, person.yourself, person.wrong_state, or unit.without_head where he has a duty and
// no successor is named, person.successor where he is named himself.
Result<StaffView> leave(Work& work, Id<Person> id, const Leaving& input);

// Who had left is back, as the same person with the same numbers: without a post and without a
// password, which two persons give. Refuses with person.missing, person.yourself or
// person.wrong_state.
Result<StaffView> rehire(Work& work, Id<Person> id, const Suspension& input);

// For a list that names all who come and all who go at once: as leave, whoever has the duty then.
Result<StaffView> leave_for_good(Work& work, Id<Person> id, const Motive& reason);
// His main appointment ends the day before `since`, with an entry. Refuses with appointment.period
// where what was would never have been.
Result<void> end_main(Work& work, Id<Person> id, Date since);

// Refuses with person.missing, person.wrong_state, appointment.yourself, post.missing,
// post.not_here, unit.missing, unit.closed, appointment.period, appointment.second_main,
// appointment.second_holder, appointment.mixed, appointment.exists, appointment.too_many.
Result<PostedView> appoint(Work& work, Id<Person> id, const NewAppointment& input);

// Earlier than it would have, never later. Refuses with appointment.missing, appointment.yourself,
// appointment.period, appointment.ended, unit.without_head where others remain without a successor,
// or as appoint does for him.
Result<PostedView> end_appointment(Work& work, Id<Appointment> id, const AppointmentEnd& input);

// Ends the main appointment the day before and begins another. Refuses as appoint, or with
// unit.without_head: a head's appointment is ended with a successor first.
Result<PostedView> transfer(Work& work, Id<Person> id, const NewAppointment& input);

// Refuses with appointment.missing, grant.yourself, grant.unknown, grant.system, grant.period,
// grant.reach where the permission is for more of the bank or for nobody, grant.beyond where it
// would reach beyond the giver's own scope.
Result<GrantView> grant(Work& work, Id<Appointment> id, const NewGrant& input);
// It is over at once. Refuses with grant.missing or grant.ended.
Result<GrantView> end_grant(Work& work, Id<Grant> id);
// What was given to somebody besides his posts, and holds or will. Refuses with person.missing.
Result<GrantList> list_grants(Work& work, Id<Person> id);

// Refuses with person.missing, substitute.itself, substitute.yourself, substitute.period,
// substitute.overlapping, substitute.loop, substitute.mixed, substitute.not_active.
Result<SubstituteView> name_substitute(Work& work, Id<Person> absent, const NewSubstitute& input);
// For oneself.
Result<SubstituteView> name_own_substitute(Work& work, const NewSubstitute& input);
// It is over at once; by either of the two or by who named him. Refuses with substitute.missing or
// substitute.ended.
Result<SubstituteView> end_substitute(Work& work, Id<Substitute> id);
// Those that run or will, of oneself or for oneself.
Result<SubstituteList> own_substitutes(Work& work);

// What was made, for who asks for it again. Refuse with appointment.missing, grant.missing,
// substitute.missing.
Result<PostedView> find_posted(Work& work, Id<Appointment> id);
Result<GrantView> find_grant_view(Work& work, Id<Grant> id);
Result<SubstituteView> find_substitute_view(Work& work, Id<Substitute> id);

// Refuses with person.missing.
Result<StaffView> find_staff(Work& work, Id<Person> id);
Result<storage::Page<StaffView>> list_staff(Work& work, const storage::ListRequest& request);
// Refuses with search.one_term.
Result<StaffList> search_staff(Work& work, const StaffSearch& input);
Result<PostList> list_posts(Work& work);

// Somebody whose main unit of today lies in the actor's scope, else person.missing.
Result<Colleague> colleague_in_scope(Work& work, Id<Person> id);

}  // namespace xb::identity
