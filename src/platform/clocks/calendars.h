// Calendars as they are kept: each import is a row, so that what was reckoned with an earlier one
// can be reckoned again.
#pragma once

#include "platform/clocks/store.h"
#include "platform/workflow/limits.h"

namespace xb::clocks {

workflow::Calendars load_calendars(storage::Transaction& tx);

struct CalendarImported {
  std::int64_t year = 0;
  std::int64_t days = 0;
  std::int64_t version = 0;
  std::string source;
  std::string digest;  // SHA-256 of the days as they are kept, in hex
};
BOOST_DESCRIBE_STRUCT(CalendarImported, (), (year, days, version, source, digest))

// SHA-256 of the days as they are kept, in hex.
std::string digest_of(const CalendarRow& row);

// Leaves an entry on the bank. Refuses with calendar.unchanged if that is what is known. Whoever
// calls gives the limits their new calendars once this is committed.
Result<CalendarImported> import_calendar(Work& work, const workflow::CalendarYear& year);

// Imports what ships for years that nobody has imported. Returns how many that were; none where the
// bank itself is not founded yet.
std::int64_t import_shipped(Work& work);

// True if a year that ships is not among these.
bool lacks_shipped(const workflow::Calendars& known);

// True if the database knows more than `limits`, which then get it.
bool refresh(storage::Transaction& tx, workflow::Limits& limits);

}  // namespace xb::clocks
