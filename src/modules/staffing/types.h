// Rows of the bank's own lists of units and people, and what bringing one in came to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/organisation/types.h"
#include "platform/identity/people/types.h"

namespace xb::staffing {

struct UnitRow {
  identity::Code code;
  identity::Title name;
  std::optional<identity::Title> name_en;
  identity::UnitKind kind = identity::UnitKind::outlet;
  std::optional<identity::Code> parent;
  std::optional<Text<100>> line;
  std::optional<Date> opened_on;
  std::optional<Date> closed_on;
  std::optional<identity::Code> successor;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (),
                      (code, name, name_en, kind, parent, line, opened_on, closed_on, successor))

struct StaffRow {
  identity::StaffNo staff_no;
  identity::Title name;
  std::optional<identity::LoginName> login;
  std::optional<identity::IdentityNumber> identity_number;
  identity::Code unit;
  Text<40, Presence::required> post;
  std::optional<Date> since_on;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (staff_no, name, login, identity_number, unit, post, since_on))

// What cannot be done, and where it stands. Who is missing from a whole file stands in no line.
struct RowError {
  std::int64_t line = 0;
  Text<200> key;  // code or staff number
  Text<100> code;
  Text<1000> field;
};
BOOST_DESCRIBE_STRUCT(RowError, (), (line, key, code, field))

// A unit that should have somebody and has nobody.
struct MissingDuty {
  Text<20> unit;  // its code
  identity::Duty duty = identity::Duty::none;
};
BOOST_DESCRIBE_STRUCT(MissingDuty, (), (unit, duty))

struct Outcome {
  std::int64_t rows = 0;
  std::int64_t created = 0;  // in a dry run: would be
  std::int64_t moved = 0;    // units moved, people transferred
  std::int64_t changed = 0;  // names
  std::int64_t ended = 0;    // units closed, people left
  std::int64_t unchanged = 0;
  std::int64_t failed = 0;
  std::int64_t unrehearsed = 0;  // of a long dry run: compared with the bank, not tried
  std::vector<RowError> errors;
  std::vector<MissingDuty> lacks;
};
BOOST_DESCRIBE_STRUCT(Outcome, (),
                      (rows, created, moved, changed, ended, unchanged, failed, unrehearsed, errors,
                       lacks))

}  // namespace xb::staffing
