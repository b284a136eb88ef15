// People for tests: at a post in a unit of the test bank, with a password.
#pragma once

#include <string>

#include "platform/identity/types.h"
#include "platform/storage/work.h"

namespace xb::test {

struct Hire {
  Id<Person> id;  // that tests know him by
  std::string login;
  std::string post;
  std::string unit;                // its code
  std::string password_hash = {};  // none: cannot sign in
};

// Adds the person with his main appointment, which has his id plus 1,000.
void hire(Work& work, const Hire& hire);

// As whom somebody acts at his main appointment, or at that of the absent he stands in for.
Actor acting(storage::Transaction& tx, Id<Person> person, Id<Person> absent = {});

inline Id<Appointment> appointment_of(Id<Person> person) { return {person.number + 1000}; }

}  // namespace xb::test
