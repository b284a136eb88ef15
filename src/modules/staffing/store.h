// Who is in the bank, as a file of people is compared with it.
#pragma once

#include <string>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/transaction.h"

namespace xb::staffing {

// A person with his main appointment, if he has one.
struct Posted {
  Id<Person> person_id;
  std::string staff_no;
  std::string name;
  identity::Status status = identity::Status::active;
  std::string post;  // empty without one
  Id<Unit> unit_id;
  identity::Duty duty = identity::Duty::none;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (person_id, staff_no, name, status, post, unit_id, duty))

std::vector<Posted> posted_on(storage::Transaction& tx, Date day);

}  // namespace xb::staffing
