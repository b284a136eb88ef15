#include "test/support/people.h"

#include "core/ensure.h"
#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/people/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"
#include "platform/identity/signing_in/service.h"
#include "platform/identity/store.h"

namespace xb::test {

void hire(Work& work, const Hire& hire) {
  const auto key = sealing::new_key(work);
  const Person person{.id = hire.id,
                      .key_id = key.id(),
                      .staff_no = hire.login,
                      .login = hire.login,
                      .name = hire.login,
                      .identity_number = {},
                      .identity_number_index = {},
                      .status = identity::Status::active,
                      .left_on = {}};
  ensure(identity::insert_if_free(work, person, key), "a test hires one person twice");
  const identity::Post* post = identity::find_post(hire.post);
  const auto unit = identity::find_unit_by_code(work.tx, hire.unit);
  ensure(post != nullptr && unit, "a test hires for a post or unit that there is not");
  Appointment appointment{.id = appointment_of(hire.id),
                          .person_id = hire.id,
                          .post = post->code,
                          .unit_id = unit->id,
                          .kind = identity::AppointmentKind::main,
                          .duty = post->duty,
                          .since_on = unit->opened_on,
                          .until_on = {},
                          .given_by_id = {},
                          .mac = {}};
  identity::seal_row(work.keys, appointment);
  identity::insert(work.tx, appointment);
  if (!hire.password_hash.empty()) identity::set_password(work, hire.id, hire.password_hash, false);
  evidence::append(work, "person.hired", evidence::Subject(hire.id, key), evidence::Nothing{});
}

Actor acting(storage::Transaction& tx, Id<Person> person, Id<Person> absent) {
  const auto appointment = identity::find_appointment(tx, appointment_of(absent ? absent : person));
  ensure(appointment.has_value(), "a test lets somebody act who was not hired");
  const Unit unit = identity::find_unit(tx, appointment->unit_id).value();
  return {.person = person,
          .scope = identity::scope_of(identity::Reach::unit, unit),
          .place = identity::place_of(unit),
          .unit = unit.id,
          .appointment = appointment->id,
          .on_behalf_of = absent};
}

}  // namespace xb::test
