#include "platform/workflow/calendar.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "core/json.h"

namespace xb::workflow {
namespace {

namespace json = boost::json;

std::int64_t year_of(Date day) { return int{std::chrono::year_month_day{day.days}.year()}; }

unsigned month_of(Date day) {
  return static_cast<unsigned>(std::chrono::year_month_day{day.days}.month());
}

tl::unexpected<Refusal> malformed(std::string place) {
  return refuse(Reason::invalid, "calendar.malformed", std::move(place));
}

Result<std::string> text_at(const json::object& object, std::string_view name,
                            const std::string& place) {
  const auto* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (value == nullptr || !value->is_string()) return malformed(place + std::string{name});
  return std::string(value->get_string());
}

Result<SpecialDay> read_day(const json::value& value, std::int64_t year, const std::string& place) {
  if (!value.is_object()) return malformed(place);
  const auto& object = value.get_object();
  const std::string at = place + ".";
  const std::string date = TRY(text_at(object, "date", at));
  const std::string name = TRY(text_at(object, "name", at));
  if (!check_text(name, 40, true)) return malformed(at + "name");
  const auto* off = object.if_contains("isOffDay");
  if (off == nullptr || !off->is_bool()) return malformed(at + "isOffDay");
  const auto day = parse_date(date);
  if (!day) return malformed(at + "date");
  const bool is_december_before = year_of(*day) == year - 1 && month_of(*day) == 12;
  if (year_of(*day) != year && !is_december_before)
    return refuse(Reason::invalid, "calendar.wrong_year", at + "date");
  return SpecialDay{*day, name, off->get_bool()};
}

Result<std::string> read_papers(const json::object& object) {
  const auto* papers = object.if_contains("papers");
  if (papers == nullptr || !papers->is_array()) return malformed("papers");
  std::string out;
  for (const auto& paper : papers->get_array()) {
    if (!paper.is_string() || !check_text(std::string(paper.get_string()), 500, true))
      return malformed("papers");
    if (!out.empty()) out += ' ';
    out += std::string_view(paper.get_string().data(), paper.get_string().size());
  }
  return out;
}

}  // namespace

Result<CalendarYear> read_calendar_year(std::string_view text) {
  constexpr std::int64_t first_year = 2000;
  constexpr std::int64_t last_year = 2200;
  const auto document = TRY(parse_json(text));
  if (!document.is_object()) return malformed({});
  const auto& object = document.get_object();
  const auto* year = object.if_contains("year");
  if (year == nullptr || !year->is_int64() || year->get_int64() < first_year ||
      year->get_int64() > last_year)
    return malformed("year");
  CalendarYear out;
  out.year = year->get_int64();
  out.source = TRY(read_papers(object));
  const auto* days = object.if_contains("days");
  if (days == nullptr || !days->is_array()) return malformed("days");
  // A year that is not published yet has a file without days: it would say that no day is off.
  if (days->get_array().empty()) return refuse(Reason::invalid, "calendar.empty", "days");
  std::set<Date> seen;
  for (std::size_t i = 0; i < days->get_array().size(); ++i) {
    const std::string place = "days." + std::to_string(i);
    out.days.push_back(TRY(read_day(days->get_array()[i], out.year, place)));
    if (!seen.insert(out.days.back().on).second)
      return refuse(Reason::invalid, "calendar.repeated_day", place + ".date");
  }
  return out;
}

void Calendar::add(CalendarYear year) {
  std::erase_if(years_, [&](const CalendarYear& one) { return one.year == year.year; });
  years_.push_back(std::move(year));
  // Of two notices on one December day the later year's holds.
  std::sort(years_.begin(), years_.end(),
            [](const CalendarYear& a, const CalendarYear& b) { return a.year > b.year; });
  days_.clear();
  for (const CalendarYear& one : years_)
    for (const SpecialDay& day : one.days)
      if (std::none_of(days_.begin(), days_.end(),
                       [&](const SpecialDay& known) { return known.on == day.on; }))
        days_.push_back(day);
  std::sort(days_.begin(), days_.end(),
            [](const SpecialDay& a, const SpecialDay& b) { return a.on < b.on; });
}

const SpecialDay* Calendar::find(Date day) const {
  const auto at =
      std::lower_bound(days_.begin(), days_.end(), day,
                       [](const SpecialDay& special, Date wanted) { return special.on < wanted; });
  return at != days_.end() && at->on == day ? &*at : nullptr;
}

bool Calendar::knows(Date day) const {
  return std::any_of(years_.begin(), years_.end(),
                     [&](const CalendarYear& one) { return one.year == year_of(day); });
}

DayKind Calendar::kind(Date day) const {
  const bool is_weekend = std::chrono::weekday{day.days}.iso_encoding() > 5;
  const SpecialDay* special = find(day);
  if (special == nullptr) return is_weekend ? DayKind::weekend : DayKind::working;
  if (special->is_off) return DayKind::holiday;
  return is_weekend ? DayKind::make_up : DayKind::working;
}

std::string_view Calendar::name(Date day) const {
  const SpecialDay* special = find(day);
  return special == nullptr ? std::string_view{} : std::string_view{special->name};
}

std::vector<std::int64_t> Calendar::missing(Date first, Date last) const {
  std::vector<std::int64_t> out;
  for (std::int64_t year = year_of(first); year <= year_of(last); ++year)
    if (std::none_of(years_.begin(), years_.end(),
                     [&](const CalendarYear& one) { return one.year == year; }))
      out.push_back(year);
  return out;
}

void Calendars::add(std::int64_t version, CalendarYear year) {
  Calendar calendar = known_.empty() ? Calendar{} : known_.back().calendar;
  calendar.add(std::move(year));
  known_.push_back({version, std::move(calendar)});
  latest_ = version;
}

const Calendar& Calendars::as_of(std::int64_t version) const {
  static const Calendar none;
  const Calendar* out = &none;
  for (const Known& one : known_)
    if (one.version <= version) out = &one.calendar;
  return *out;
}

}  // namespace xb::workflow
