#include "core/instant.h"

#include <cstdio>

namespace xb {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;

// Takes digits from the front of `text`; nothing if one is missing.
std::optional<int> digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  int number = 0;
  for (char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool skip(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = digits(text, 4);
  if (!year || *year == 0 || !skip(text, "-")) return {};
  const auto month = digits(text, 2);
  if (!month || !skip(text, "-")) return {};
  const auto day = digits(text, 2);
  if (!day) return {};
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  return Date{std::chrono::sys_days{date}};
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (skip(text, "Zz")) return std::chrono::minutes{0};
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return {};
  const int sign = text.front() == '-' ? -1 : 1;
  text.remove_prefix(1);
  const auto hours = digits(text, 2);
  if (!hours || *hours > 23 || !skip(text, ":")) return {};
  const auto minutes = digits(text, 2);
  if (!minutes || *minutes > 59) return {};
  return std::chrono::minutes{sign * (*hours * 60 + *minutes)};
}

// The fraction after the seconds, cut to milliseconds; nothing if a dot has no digit behind it.
std::optional<milliseconds> take_fraction(std::string_view& text) {
  if (!skip(text, ".")) return milliseconds{0};
  int ms = 0;
  int seen = 0;
  while (const auto digit = digits(text, 1)) {
    if (seen < 3) ms = ms * 10 + *digit;
    ++seen;
  }
  if (seen == 0) return {};
  for (int i = seen; i < 3; ++i) ms *= 10;
  return milliseconds{ms};
}

}  // namespace

Date Zone::date(Instant at) const {
  return {floor<days>(std::chrono::sys_time<milliseconds>{milliseconds{at.ms} + offset})};
}

Instant Zone::start(Date day) const {
  return {std::chrono::duration_cast<milliseconds>(day.days.time_since_epoch() - offset).count()};
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !skip(text, "Tt ")) return {};
  const auto hour = digits(text, 2);
  if (!hour || *hour > 23 || !skip(text, ":")) return {};
  const auto minute = digits(text, 2);
  if (!minute || *minute > 59 || !skip(text, ":")) return {};
  const auto second = digits(text, 2);
  if (!second || *second > 59) return {};
  const auto fraction = take_fraction(text);
  if (!fraction) return {};
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return {};
  const auto since_midnight =
      std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
  const Instant at = Zone{*offset}.start(*date) + since_midnight + *fraction;
  // The offset may lead into a year that `format` has no four digits for.
  const auto year = std::chrono::year_month_day{Zone{std::chrono::minutes{0}}.date(at).days}.year();
  if (year < std::chrono::year{1} || year > std::chrono::year{9999}) return {};
  return at;
}

std::string format(Instant at) {
  const Date day = Zone{std::chrono::minutes{0}}.date(at);
  const auto rest =
      at.ms - std::chrono::duration_cast<milliseconds>(day.days.time_since_epoch()).count();
  char text[40];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3'600'000),
                static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60),
                static_cast<int>(rest % 1000));
  return format(day) + text;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto date = take_date(text);
  if (!text.empty()) return {};
  return date;
}

std::string format(Date day) {
  const std::chrono::year_month_day date{day.days};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<Zone> parse_zone(std::string_view text) {
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return {};
  return Zone{*offset};
}

}  // namespace xb
