// Who is in the bank, as a file of people is compared with it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/transaction.h"

namespace xb::staffing {

// A person with his main appointment, if he has one.
struct Posted {
  Id<Person> person_id;
  std::string staff_no;
  std::string login;
  std::string name;
  std::optional<std::string> identity_number_index;
  identity::Status status = identity::Status::active;
  std::string post;  // empty without one
  Id<Unit> unit_id;
  identity::Duty duty = identity::Duty::none;
};
BOOST_DESCRIBE_STRUCT(Posted, (),
                      (person_id, staff_no, login, name, identity_number_index, status, post,
                       unit_id, duty))

std::vector<Posted> posted_on(storage::Transaction& tx, Date day);

// A main appointment that begins later.
struct Planned {
  Id<Person> person_id;
  std::string post;
  Id<Unit> unit_id;
  Date since_on;

  auto operator<=>(const Planned&) const = default;
};
BOOST_DESCRIBE_STRUCT(Planned, (), (person_id, post, unit_id, since_on))

std::vector<Planned> planned_after(storage::Transaction& tx, Date day);

}  // namespace xb::staffing
