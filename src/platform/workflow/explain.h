// Why a clock is due when it is: rule, version and source, the start, every day counted or left out
// and why. Pure. The days are those that the reckoning itself walks, so both always agree.
#pragma once

#include "core/texts.h"
#include "platform/workflow/clock.h"

namespace xb::workflow {

enum class DayReason { counted, make_up, weekend, holiday, appraisal, mediation };
BOOST_DESCRIBE_ENUM(DayReason, counted, make_up, weekend, holiday, appraisal, mediation)

// Days in a row for which the same holds. Of an exclusion that is open only its first day is known:
// `days` is 0, and no run follows.
struct DayRun {
  Date from;
  Date to;
  std::int64_t days = 0;
  bool counts = true;
  DayReason reason = DayReason::counted;
  std::string name;          // of a holiday or make-up workday
  std::int64_t counted = 0;  // so far, this run included
};
BOOST_DESCRIBE_STRUCT(DayRun, (), (from, to, days, counts, reason, name, counted))

// The explanation in words, a sentence each.
struct Sentences {
  std::vector<std::string> zh;
  std::vector<std::string> en;
};
BOOST_DESCRIBE_STRUCT(Sentences, (), (zh, en))

struct Explanation {
  std::string span;
  std::string zh;  // what the span is called
  std::string en;
  std::string rule;
  std::int64_t version = 1;
  RuleKind kind = RuleKind::regulatory;
  std::string source;
  Mark mark = Mark::found;
  Date effective_from;
  std::optional<Date> effective_until;
  std::int64_t length = 0;
  Measure measure = Measure::calendar_days;
  CountsFrom counts_from = CountsFrom::received;
  Instant started_at;
  Date started_on;
  std::optional<Instant> first_started_at;  // where it was started anew since
  std::optional<Instant> recounted_at;      // with what had become known
  std::vector<std::int64_t> extended_to;
  std::vector<DayRun> days;                 // none for a rule in hours
  std::vector<std::int64_t> missing_years;  // counted Monday to Friday
  std::optional<Date> agreed_on;
  std::optional<Date> regulator_on;
  std::optional<Date> told_on;
  std::optional<Date> inner_on;
  Date due_on;
  Instant due_at;
  DayKind due_day = DayKind::working;  // shown, never moved
  std::string due_day_name;
  bool rests = false;
  std::optional<Instant> stopped_at;
  Sentences text;
};
BOOST_DESCRIBE_STRUCT(Explanation, (),
                      (span, zh, en, rule, version, kind, source, mark, effective_from,
                       effective_until, length, measure, counts_from, started_at, started_on,
                       first_started_at, recounted_at, extended_to, days, missing_years, agreed_on,
                       regulator_on, told_on, inner_on, due_on, due_at, due_day, due_day_name,
                       rests, stopped_at, text))

Explanation explain(const Reckoned& clock, const Reckoning& with, const Texts& texts);

}  // namespace xb::workflow
