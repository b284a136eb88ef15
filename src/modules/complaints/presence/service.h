// Who else has a case open, so that two people do not answer one customer.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class Doing { reading, editing };
BOOST_DESCRIBE_ENUM(Doing, reading, editing)

// A page says every twenty seconds that it is open.
inline constexpr std::chrono::seconds presence_lasts{60};

struct PresenceInput {
  std::optional<Doing> doing;  // reading, if not told
};
BOOST_DESCRIBE_STRUCT(PresenceInput, (), (doing))

struct Present {
  Id<Person> person_id;
  std::string name;
  Doing doing = Doing::reading;
  Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(Present, (), (person_id, name, doing, seen_at))

struct PeoplePresent {
  std::vector<Present> items;  // others than oneself
};
BOOST_DESCRIBE_STRUCT(PeoplePresent, (), (items))

// Says that one is here, and answers who else is. Refuses with complaint.missing.
Result<PeoplePresent> be_present(Work& work, Id<Complaint> id, const PresenceInput& input);

}  // namespace xb::complaints
