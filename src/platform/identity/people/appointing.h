// Parts of appointing that leaving and standing in need, too.
#pragma once

#include "platform/evidence/log.h"
#include "platform/identity/people/types.h"
#include "platform/identity/posts.h"
#include "platform/identity/store.h"
#include "platform/storage/work.h"

namespace xb::identity {

// One entry about somebody.
template <class T>
void tell_of_person(Work& work, evidence::Kind kind, Id<Person> about, const T& facts) {
  const auto person = find_colleague(work.tx, about).value();
  evidence::append(work, kind, evidence::Subject(about, sealing::key(work, person.key_id)), facts);
}

// Whoever keeps the system does no business beside it.
bool mixes(const Post& post, const Appointment& other);

// In the actor's scope. Refuses with person.missing or person.wrong_state.
Result<Colleague> active_person(Work& work, Id<Person> id);

// Ends it with this last day and, if that is past, the sessions that act as it. Leaves no entry.
void close_appointment(Work& work, Appointment appointment, Date until);
// Ends yesterday; as it is then. Leaves no entry.
Substitute close_substitute(Work& work, Substitute substitute);

// What every view of an appointment shows: the post by its names, the unit by its name.
template <class View>
void show(storage::Transaction& tx, const Appointment& appointment, View& out) {
  out.id = appointment.id;
  out.post = appointment.post;
  if (const Post* post = find_post(appointment.post)) {
    out.post_name = post->name;
    out.post_name_en = post->name_en;
  }
  out.unit_id = appointment.unit_id;
  if (const auto unit = find_unit(tx, appointment.unit_id)) out.unit = unit->name;
  out.kind = appointment.kind;
}

PostedView posted_view(storage::Transaction& tx, const Appointment& appointment);

}  // namespace xb::identity
