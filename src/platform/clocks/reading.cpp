#include "platform/clocks/reading.h"

#include <set>

#include "platform/clocks/calendars.h"

namespace xb::clocks {
namespace {

RuleView view_of(const workflow::Rule& rule, Date today) {
  RuleView out{.rule = rule.rule,
               .rule_version = rule.version,
               .subject = rule.subject,
               .span = rule.span,
               .zh = rule.zh,
               .en = rule.en,
               .length = rule.length,
               .measure = rule.measure,
               .counts_from = rule.from,
               .kind = rule.kind,
               .source = rule.source,
               .mark = rule.mark,
               .effective_from = rule.effective_from,
               .effective_until = rule.effective_until,
               .is_in_force = workflow::is_in_force(rule, today),
               .conditions = {},
               .exclusions = rule.exclusions,
               .extensions = rule.extensions,
               .restarts = rule.restarts,
               .takes_over = rule.takes_over,
               .warn_before = rule.warn_before,
               .inner_before = rule.inner_before,
               .ladder = rule.ladder,
               .is_own = rule.is_own};
  for (const auto& [fact, values] : rule.when) out.conditions.push_back({fact, values});
  return out;
}

LadderView view_of(const workflow::Ladder& ladder) {
  LadderView out{.name = ladder.name,
                 .rungs = {},
                 .resting_days = ladder.resting_days,
                 .quiet_from_min = {},
                 .quiet_until_min = {}};
  for (const workflow::LadderRung& rung : ladder.rungs)
    out.rungs.push_back({rung.rung, rung.after_hours});
  if (ladder.quiet_from != ladder.quiet_until) {
    out.quiet_from_min = ladder.quiet_from.count();
    out.quiet_until_min = ladder.quiet_until.count();
  }
  return out;
}

Date first_day(std::int64_t year) {
  return Date{std::chrono::sys_days{std::chrono::year{static_cast<int>(year)} / 1 / 1}};
}

}  // namespace

Result<RuleBookView> show_rules(Work& work) {
  const Date today = work.zone.date(work.now);
  const workflow::RuleBook& book = work.limits->book();
  std::set<std::string> seen;
  RuleBookView out;
  for (const workflow::Rule& rule : book.rules()) {
    out.rules.push_back(view_of(rule, today));
    if (seen.insert(rule.ladder).second) out.ladders.push_back(view_of(book.ladder(rule)));
  }
  return out;
}

Result<CalendarView> show_calendar(Work& work, std::int64_t year) {
  if (year < year_min || year > year_max) return refuse(Reason::invalid, "calendar.year", "year");
  const workflow::Calendars calendars = load_calendars(work.tx);
  const workflow::Calendar& calendar = calendars.now();
  CalendarView out;
  out.year = year;
  out.is_missing = !calendar.knows(first_day(year));
  for (Date day = first_day(year); day < first_day(year + 1); day = day + std::chrono::days{1})
    if (!calendar.name(day).empty())
      out.days.push_back({day, std::string{calendar.name(day)}, calendar.kind(day)});
  std::set<std::int64_t> years;
  for (const CalendarRow& row : calendar_rows(work.tx)) {
    years.insert(row.year);
    if (row.year == year) out.imports.push_back({row.id.number, row.source, row.imported_at});
  }
  out.years.assign(years.begin(), years.end());
  return out;
}

}  // namespace xb::clocks
