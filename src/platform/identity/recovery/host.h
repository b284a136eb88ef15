// What the bank's host may do about people: the first administrator, and the first half of a reset.
#pragma once

#include "platform/identity/recovery/types.h"
#include "platform/storage/work.h"

namespace xb::identity {

struct NewAdministrator {
  Text<20, Presence::required> staff_no;
  Text<100, Presence::required> login;
  Title name;
};
BOOST_DESCRIBE_STRUCT(NewAdministrator, (), (staff_no, login, name))

// The password is shown this once and has to be changed at once.
struct AdministratorView {
  Id<Person> id;
  std::string login;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(AdministratorView, (), (id, login, password))

// Only where nobody is administrator: refuses with user.exists, or as hire.
Result<AdministratorView> make_administrator(Work& work, const NewAdministrator& input,
                                             const std::string& password, const std::string& hash);

struct Recovery {
  Text<100, Presence::required> login;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Recovery, (), (login, reason))

// Somebody who may approve resets has to approve it. Refuses with person.missing or as ask_reset.
Result<ResetView> recover(Work& work, const Recovery& input);

}  // namespace xb::identity
