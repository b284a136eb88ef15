// Which days the bank works: the State Council's yearly notices of holidays (放假) and make-up
// workdays (调休), over Monday to Friday. Pure. A year nobody has published yet counts Monday to
// Friday, and whoever asks is told that it is missing.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/result.h"

namespace xb::workflow {

struct SpecialDay {
  Date on;
  std::string name;  // 春节
  bool is_off = true;
};

// What one notice says. December days of the year before may stand in it, too.
struct CalendarYear {
  std::int64_t year = 0;
  std::string source;  // addresses of the notices, joined by blanks
  std::vector<SpecialDay> days;
};

// The format of holiday-cn: {"year", "papers", "days": [{"name", "date", "isOffDay"}]}. Refuses
// with calendar.malformed, calendar.wrong_year, calendar.repeated_day, calendar.empty or json.*;
// the field is the place, as `days.3.date`.
Result<CalendarYear> read_calendar_year(std::string_view json);

enum class DayKind { working, make_up, weekend, holiday };
BOOST_DESCRIBE_ENUM(DayKind, working, make_up, weekend, holiday)

inline bool is_working(DayKind kind) {
  return kind == DayKind::working || kind == DayKind::make_up;
}

class Calendar {
 public:
  // Replaces what was known of this year.
  void add(CalendarYear year);

  bool knows(Date day) const;
  DayKind kind(Date day) const;
  bool is_working(Date day) const { return workflow::is_working(kind(day)); }
  // Of a holiday or make-up workday; empty for others.
  std::string_view name(Date day) const;
  // Years from `first` to `last` that nobody has published.
  std::vector<std::int64_t> missing(Date first, Date last) const;

 private:
  const SpecialDay* find(Date day) const;

  std::vector<CalendarYear> years_;
  std::vector<SpecialDay> days_;  // of all years, ordered
};

// The calendars as they became known: each import is a version, so that what was reckoned with an
// earlier one can be reckoned again.
class Calendars {
 public:
  // `version` is higher than any before.
  void add(std::int64_t version, CalendarYear year);
  std::int64_t version() const { return latest_; }
  // As they were known then.
  const Calendar& as_of(std::int64_t version) const;
  const Calendar& now() const { return as_of(latest_); }

 private:
  struct Known {
    std::int64_t version;
    Calendar calendar;
  };
  std::vector<Known> known_;
  std::int64_t latest_ = 0;
};

}  // namespace xb::workflow
