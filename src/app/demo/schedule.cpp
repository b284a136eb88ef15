#include "app/demo/schedule.h"

#include <algorithm>

namespace xb::app::demo {
namespace {

using std::chrono::days;

constexpr std::int64_t specials_from = 200;  // a smaller bank has none of the thirty
constexpr std::int64_t overdue_from = 20;
constexpr int overdue_ago = 17;
constexpr std::int64_t whole_least = 150, whole_most = 1'750;
constexpr std::int64_t whole_share = 4;  // one in so many
constexpr days whole_span{185};
constexpr std::int64_t beside_times = 10;
constexpr days beside_span{366};       // longer would make the founding slow
constexpr days beside_span_small{40};  // what is founded often is founded in a moment
constexpr std::int64_t small_below = 3'000;
constexpr std::int64_t beside_most = 20'000;  // a larger bank is made to be measured
constexpr std::chrono::minutes is_open_from{10 * 60};

using Specials = std::map<Date, std::vector<Special>>;

// The letters of one agent: from the 37th to the 14th day before.
constexpr int letters_ago[] = {37, 36, 35, 33, 31, 29, 27, 24, 22, 21, 19, 17, 15};
constexpr std::int64_t letter_number = 4;

// With the one that is overdue they are the nine of the year that missed their limit.
constexpr int late_ago[] = {27, 46, 63, 84, 109, 128, 151, 172};

Date on_working_day(const Days& calendar, Date day) {
  return calendar.is_working(day) ? day : calendar.working_day_before(day);
}

Specials specials_of(const Days& calendar, std::int64_t count, Date today, Date last) {
  Specials out;
  const auto add = [&](std::int64_t ago, Special special) {
    const Date day = on_working_day(calendar, std::min(last, today + -days{ago}));
    out[day].push_back(special);
  };
  if (count >= overdue_from) add(overdue_ago, {.is_overdue = true});
  if (count < specials_from) return out;
  for (const Original& one : book().originals) add(one.ago, {.original = &one});
  for (const int ago : letters_ago)
    add(ago, {.original = &book().original(letter_number), .is_copy = true});
  for (const int ago : late_ago)
    if (days{ago} < span_of(count)) add(ago, {.is_late = true});
  return out;
}

std::int64_t weight(const Days& calendar, Date day, Date today) {
  double out = static_cast<double>(calendar.weight(day));
  const auto distance = (day.days - today.days).count();
  for (const Wave& wave : book().waves)
    if (wave.from <= distance && distance <= wave.until) out *= wave.times;
  return static_cast<std::int64_t>(out);
}

// The newest take their real steps; of a large bank some of each day.
void choose_whole(std::vector<ScheduledDay>& out, std::int64_t count, Date last) {
  const std::int64_t wanted = std::clamp(count / whole_share, whole_least, whole_most);
  std::int64_t recent = 0;
  for (const ScheduledDay& day : out)
    if (day.on > last + -whole_span) recent += day.ordinary;
  if (recent == 0) return;
  if (recent <= 2 * wanted) {
    std::int64_t left = wanted;
    for (auto day = out.rbegin(); day != out.rend() && left > 0; ++day) {
      if (day->on <= last + -whole_span) return;
      day->whole = std::min(left, day->ordinary);
      left -= day->whole;
    }
    return;
  }
  std::int64_t before = 0;
  for (ScheduledDay& day : out) {
    if (day.on <= last + -whole_span) continue;
    const std::int64_t after = before + day.ordinary;
    day.whole = after * wanted / recent - before * wanted / recent;
    before = after;
  }
}

}  // namespace

days span_of(std::int64_t count) { return days{std::clamp<std::int64_t>(count * 3 / 4, 30, 730)}; }

std::vector<ScheduledDay> schedule(const Days& calendar, std::int64_t count, Instant end) {
  const Date today = calendar.date(end);
  const bool is_open = calendar.time_of(end) > is_open_from;
  const Date last = is_open ? today : today + days{-1};
  Specials specials = specials_of(calendar, count, today, last);
  std::int64_t ordinary = count, total = 0;
  for (const auto& [day, some] : specials) ordinary -= static_cast<std::int64_t>(some.size());
  std::vector<ScheduledDay> out;
  for (Date day = today + -span_of(count); day <= last; day = day + days{1}) {
    out.push_back({.on = day, .specials = std::move(specials[day])});
    total += weight(calendar, day, today);
  }
  const auto share = [&](std::int64_t part) { return (2 * ordinary * part + total) / (2 * total); };
  std::int64_t before = 0;
  for (ScheduledDay& day : out) {
    const std::int64_t after = before + weight(calendar, day.on, today);
    day.ordinary = share(after) - share(before);
    before = after;
  }
  choose_whole(out, count, last);
  if (count < beside_from) return out;
  const days span = count < small_below ? beside_span_small : beside_span;
  for (ScheduledDay& day : out) {
    const bool is_asked = count <= beside_most && day.on > last + -span;
    day.beside =
        is_asked ? beside_times * (day.ordinary + static_cast<std::int64_t>(day.specials.size()))
                 : day.whole;
  }
  return out;
}

}  // namespace xb::app::demo
