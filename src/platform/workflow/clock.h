// A clock is the list of its steps. When it is due follows from them, the rule book, the calendars
// and the bank's zone, and from nothing else. Pure.
//
// The day a clock starts on is not counted (民法典 art. 201). A limit in days ends at 24:00 of its
// last day and does not roll over holidays. Excluded days are those from the first day of an
// exclusion up to the day before the one that counts again; while an exclusion is open the clock
// rests, and its date is the earliest it can be, unless a date agreed or set by a regulator holds.
#pragma once

#include <functional>
#include <span>

#include "core/result.h"
#include "platform/workflow/calendar.h"
#include "platform/workflow/rules.h"

namespace xb::workflow {

// What clocks are reckoned with.
struct Reckoning {
  const RuleBook& book;
  const Calendars& calendars;
  Zone zone;
};

struct Exclusion {
  ExclusionKind kind = ExclusionKind::appraisal;
  Date from;
  std::optional<Date> until;  // the first day that counts again

  bool holds(Date day) const { return until && from <= day && day < *until; }
};

// The steps added up.
struct ClockState {
  std::string rule;
  std::int64_t version = 1;
  std::int64_t calendar = 0;
  Instant started_at;
  Instant first_started_at;  // before any restart
  std::optional<Instant> recounted_at;
  std::vector<Exclusion> exclusions;
  std::vector<std::int64_t> extensions;  // the totals they led to
  std::optional<Date> agreed_on;
  std::optional<Date> regulator_on;
  std::optional<Date> told_on;
  std::optional<Instant> stopped_at;

  const Exclusion* open_exclusion() const;
};
ClockState add_up(std::span<const ClockStep> steps);

struct Reckoned {
  const Rule* rule = nullptr;
  ClockState state;
  std::int64_t total = 0;  // the length, extensions included
  Date due_on;             // the last day in time, or the day `due_at` lies in
  Instant due_at;          // the first instant that is late
  bool rests = false;      // an exclusion is open, and no date holds that it could not move
  Instant surely_until;    // what comes before is in time, however an open exclusion ends

  bool is_over() const { return state.stopped_at.has_value(); }
  // The bank's own date before; none where the rule has none or it would not be after the start.
  std::optional<Date> inner_on(Zone zone) const;
};

// Refuses with clock.rule_missing if the book has no such rule and version.
Result<Reckoned> reckon(std::span<const ClockStep> steps, const Reckoning& with);

// A day on the way from the start to the due date.
struct WalkedDay {
  Date on;
  bool counts = true;
  DayKind kind = DayKind::working;
  std::string_view name;  // of a holiday or make-up workday
  const Exclusion* exclusion = nullptr;
};
using DayVisitor = std::function<void(const WalkedDay&)>;

// Counts `total` days of a rule in days from the day after `start`; tells each day it meets, where
// anybody listens. Returns the last one.
Date walk(const Reckoned& clock, Date start, const Calendar& calendar, const DayVisitor& visit);

// The step that starts a clock by this rule.
ClockStep started(const Rule& rule, Instant at, const Calendars& calendars);

// Steps that may be refused. All refuse with clock.stopped what is over; what had to be done in
// time with clock.already_overdue, or with clock.rests where an open exclusion leaves it unknown.

// What an extension to this length wants: who agrees, and whether the complainant is told. To a
// stage of the rule, or less, but not over a stage that was not reached. Refuses with
// extension.none, extension.none_left, extension.not_longer, extension.out_of_order,
// extension.over_limit or clock.date_is_agreed.
Result<Extension> extension(const Reckoned& clock, std::int64_t to_total, Instant now);
// The step itself, once all of that is there.
Result<ClockStep> extended(const Reckoned& clock, std::int64_t to_total, Instant now);
// Entered after the due date only with its end, so that what is overdue stays so unless those very
// days say otherwise. exclusion.not_for_this, exclusion.before_start, exclusion.after_due,
// exclusion.overlaps, exclusion.ends_before_begin, field.in_future.
Result<ClockStep> excluded(const Reckoned& clock, const Exclusion& exclusion, Instant now,
                           Zone zone);
// exclusion.none_open, exclusion.ends_before_begin, field.in_future.
Result<ClockStep> exclusion_ended(const Reckoned& clock, Date until, Instant now, Zone zone);
// In time if the new facts came in time, whenever they are entered. clock.no_restart,
// clock.restarts_before_start, field.in_future. `rule` is the one that holds on the new day, or
// null for the old one.
Result<ClockStep> restarted(const Reckoned& clock, const Rule* rule, Instant at, Instant now,
                            const Calendars& calendars);
// clock.date_passed, field.range.
Result<ClockStep> agreed(const Reckoned& clock, Date on, Instant now, Zone zone);
Result<ClockStep> regulator_set(const Reckoned& clock, Date on, Instant now, Zone zone);
// It may be over already: what will be gone is no promise of ours.
Result<ClockStep> told(const Reckoned& clock, Date on, Instant now);
// The limit runs on as if it had never been stopped. clock.runs.
Result<ClockStep> resumed(const Reckoned& clock, Instant now);
// Needs no rule: what is over is over, whatever became of the book.
ClockStep stopped(Instant now);
// None if rule and calendars are those it was reckoned with, or could make no difference.
std::optional<ClockStep> recounted(const Reckoned& clock, Instant now, const Reckoning& with);

}  // namespace xb::workflow
