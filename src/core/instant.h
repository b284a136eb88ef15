// Points in time and calendar days. Instants are UTC milliseconds; a day only exists in a Zone.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xb {

struct Instant {
  std::int64_t ms = 0;  // since 1970-01-01T00:00:00Z, leap seconds not counted

  auto operator<=>(const Instant&) const = default;
  friend Instant operator+(Instant at, std::chrono::milliseconds span) {
    return {at.ms + span.count()};
  }
  friend Instant operator-(Instant at, std::chrono::milliseconds span) {
    return {at.ms - span.count()};
  }
  friend std::chrono::milliseconds operator-(Instant a, Instant b) {
    return std::chrono::milliseconds{a.ms - b.ms};
  }
};

struct Date {
  std::chrono::sys_days days{};

  auto operator<=>(const Date&) const = default;
  friend Date operator+(Date day, std::chrono::days span) { return {day.days + span}; }
};

// The bank's zone: a fixed offset, because mainland China has one and g++ 12 ships no zone
// database.
struct Zone {
  std::chrono::minutes offset{8 * 60};

  Date date(Instant at) const;
  Instant start(Date day) const;  // its first millisecond
};

// RFC 3339 with any offset; fractions beyond milliseconds are cut. Nothing for what does not exist:
// 30 February, 24:00, a leap second (`:60`), a time without offset; nor outside the years 0001 to
// 9999 of UTC.
std::optional<Instant> parse_instant(std::string_view text);

// RFC 3339 in UTC with milliseconds: 2026-11-20T01:02:03.004Z.
std::string format(Instant at);

// `YYYY-MM-DD`, years 0001 to 9999.
std::optional<Date> parse_date(std::string_view text);
std::string format(Date day);

// `+08:00`, `-03:30` or `Z`.
std::optional<Zone> parse_zone(std::string_view text);

}  // namespace xb
