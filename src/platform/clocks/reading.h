// The rule book and the calendars as people read them: every version of every limit, who is told,
// and which days a year has off. Nothing here changes anything.
#pragma once

#include "platform/clocks/types.h"
#include "platform/storage/work.h"
#include "platform/workflow/calendar.h"
#include "platform/workflow/rules.h"

namespace xb::clocks {

// Any of the values, as they stand in the columns.
struct ConditionView {
  std::string fact;
  std::vector<std::string> values;
};
BOOST_DESCRIBE_STRUCT(ConditionView, (), (fact, values))

struct RuleView {
  std::string rule;
  std::int64_t rule_version = 1;
  std::string subject;
  std::string span;
  std::string zh;
  std::string en;
  std::int64_t length = 0;  // 0: no value, no clock
  workflow::Measure measure = workflow::Measure::calendar_days;
  workflow::CountsFrom counts_from = workflow::CountsFrom::received;
  workflow::RuleKind kind = workflow::RuleKind::regulatory;
  std::string source;
  workflow::Mark mark = workflow::Mark::found;
  Date effective_from;
  std::optional<Date> effective_until;
  bool is_in_force = false;  // today
  std::vector<ConditionView> conditions;
  std::vector<workflow::ExclusionKind> exclusions;
  std::vector<workflow::Extension> extensions;
  bool restarts = false;
  bool takes_over = false;
  std::vector<std::int64_t> warn_before;
  std::int64_t inner_before = 0;
  std::string ladder;
  bool is_own = false;  // of the bank, not shipped
};
BOOST_DESCRIBE_STRUCT(RuleView, (),
                      (rule, rule_version, subject, span, zh, en, length, measure, counts_from,
                       kind, source, mark, effective_from, effective_until, is_in_force, conditions,
                       exclusions, extensions, restarts, takes_over, warn_before, inner_before,
                       ladder, is_own))

struct RungView {
  workflow::Office rung = workflow::Office::owner;
  std::int64_t after_hours = 0;
};
BOOST_DESCRIBE_STRUCT(RungView, (), (rung, after_hours))

struct LadderView {
  std::string name;
  std::vector<RungView> rungs;
  std::int64_t resting_days = 0;
  // Minutes of the bank's day; both or neither.
  std::optional<std::int64_t> quiet_from_min;
  std::optional<std::int64_t> quiet_until_min;
};
BOOST_DESCRIBE_STRUCT(LadderView, (), (name, rungs, resting_days, quiet_from_min, quiet_until_min))

struct RuleBookView {
  std::vector<RuleView> rules;      // ordered by rule and version
  std::vector<LadderView> ladders;  // that they climb
};
BOOST_DESCRIBE_STRUCT(RuleBookView, (), (rules, ladders))

// A day that a notice names.
struct NamedDay {
  Date on;
  std::string name;
  workflow::DayKind kind = workflow::DayKind::holiday;
};
BOOST_DESCRIBE_STRUCT(NamedDay, (), (on, name, kind))

struct ImportedCalendar {
  std::int64_t calendar_version = 0;
  std::string source;  // addresses of the notices, joined by blanks
  Instant imported_at;
};
BOOST_DESCRIBE_STRUCT(ImportedCalendar, (), (calendar_version, source, imported_at))

struct CalendarView {
  std::int64_t year = 0;
  bool is_missing = false;  // nobody has published it: Monday to Friday count
  std::vector<NamedDay> days;
  std::vector<ImportedCalendar> imports;  // of this year; the last holds
  std::vector<std::int64_t> years;        // that are known
};
BOOST_DESCRIBE_STRUCT(CalendarView, (), (year, is_missing, days, imports, years))

// Years a calendar may be of, as workflow::read_calendar_year takes them.
inline constexpr std::int64_t year_min = 2000;
inline constexpr std::int64_t year_max = 2200;

Result<RuleBookView> show_rules(Work& work);

// As it is known now. Refuses with calendar.year, at `year`.
Result<CalendarView> show_calendar(Work& work, std::int64_t year);

}  // namespace xb::clocks
