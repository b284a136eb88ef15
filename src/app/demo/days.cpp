#include "app/demo/days.h"

#include <algorithm>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::app::demo {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// Morning and afternoon; nobody writes at noon.
struct Hours {
  minutes from, until;
};
constexpr Hours office[] = {{minutes{9 * 60 - 5}, minutes{11 * 60 + 50}},
                            {minutes{13 * 60 + 35}, minutes{17 * 60 + 35}}};
constexpr int repayment_day = 15;

bool is_weekend(Date day) { return std::chrono::weekday{day.days}.iso_encoding() > 5; }

}  // namespace

Days::Days(Zone zone) : zone_(zone) {
  for (const Asset& year : assets("data/calendars/")) {
    auto read = workflow::read_calendar_year(year.bytes);
    ensure(read.has_value(), "a calendar that ships cannot be read");
    calendar_.add(std::move(*read));
  }
}

// A year that nobody has published has at least its weekends and the days that never move.
bool Days::is_working(Date day) const {
  if (calendar_.knows(day)) return calendar_.is_working(day);
  const std::chrono::year_month_day date{day.days};
  const unsigned at = static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day());
  const bool is_holiday = at == 101 || (at >= 501 && at <= 503) || (at >= 1001 && at <= 1007);
  return !is_weekend(day) && !is_holiday;
}

std::int64_t Days::weight(Date day) const {
  constexpr std::int64_t monday = 135, tuesday = 108, ordinary = 100, weekend = 42, holiday = 30,
                         festival = 16;
  if (!is_working(day)) {
    if (calendar_.knows(day) && calendar_.name(day) == "春节") return festival;
    return is_weekend(day) && calendar_.name(day).empty() ? weekend : holiday;
  }
  const unsigned of_week = std::chrono::weekday{day.days}.iso_encoding();
  std::int64_t out = of_week == 1 ? monday : of_week == 2 ? tuesday : ordinary;
  const bool is_after_rest = !is_working(day + days{-1}) && !is_working(day + days{-3});
  if (is_after_rest) out += 25;
  const auto of_month =
      static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day.days}.day()));
  if (of_month > repayment_day && of_month <= repayment_day + 5) out += out / 4;
  return out;
}

minutes Days::time_of(Instant at) const {
  return std::chrono::duration_cast<minutes>(at - zone_.start(zone_.date(at)));
}

bool Days::is_office_hour(Instant at) const {
  const minutes time = time_of(at);
  return is_working(zone_.date(at)) &&
         std::any_of(std::begin(office), std::end(office),
                     [&](const Hours& part) { return part.from <= time && time < part.until; });
}

Instant Days::working(Instant at, Dice& dice) const {
  if (is_office_hour(at)) return at;
  const auto late = std::chrono::seconds{dice.between(60, 50 * 60)};
  for (Date day = zone_.date(at);; day = day + days{1}) {
    if (!is_working(day)) continue;
    for (const Hours& part : office) {
      const Instant opening = zone_.start(day) + part.from;
      if (opening >= at) return opening + late;
    }
  }
}

Instant Days::working_before(Instant at, Dice& dice) const {
  if (is_office_hour(at)) return at;
  const auto early = std::chrono::seconds{dice.between(60, 70 * 60)};
  for (Date day = zone_.date(at);; day = day + days{-1}) {
    if (!is_working(day)) continue;
    for (auto part = std::rbegin(office); part != std::rend(office); ++part) {
      const Instant closing = zone_.start(day) + part->until;
      if (closing <= at) return closing - early;
    }
  }
}

Instant Days::after(Instant at, minutes work) const {
  std::chrono::milliseconds left = work;
  for (Date day = zone_.date(at);; day = day + days{1}) {
    if (!is_working(day)) continue;
    for (const Hours& part : office) {
      const Instant from = std::max(at, zone_.start(day) + part.from);
      const Instant until = zone_.start(day) + part.until;
      if (from >= until) continue;
      if (left < until - from) return from + left;
      left -= until - from;
    }
  }
}

Date Days::working_day_before(Date day) const {
  do day = day + days{-1};
  while (!is_working(day));
  return day;
}

Date Days::working_day(Date day, std::int64_t count) const {
  while (count > 0) {
    day = day + days{1};
    if (is_working(day)) --count;
  }
  return day;
}

}  // namespace xb::app::demo
