#include "platform/workflow/clock.h"

#include <algorithm>

namespace xb::workflow {
namespace {

using std::chrono::days;
using std::chrono::hours;

void add(ClockState& state, const ClockStep& step) {
  switch (step.kind) {
    case StepKind::started:
    case StepKind::restarted:
      if (step.kind == StepKind::started) state.first_started_at = step.at;
      state.recounted_at.reset();
      state.rule = step.rule.value_or(Word{}).str();
      state.version = step.version.value_or(1);
      state.calendar = step.calendar.value_or(0);
      state.started_at = step.at;
      state.extensions.clear();
      state.agreed_on.reset();
      return;
    case StepKind::excluded:
      state.exclusions.push_back({step.exclusion.value_or(ExclusionKind::appraisal),
                                  step.on.value_or(Date{}), step.until});
      return;
    case StepKind::exclusion_ended:
      for (Exclusion& one : state.exclusions)
        if (!one.until) one.until = step.until;
      return;
    case StepKind::extended: state.extensions.push_back(step.total.value_or(0)); return;
    case StepKind::agreed: state.agreed_on = step.on; return;
    case StepKind::regulator_set: state.regulator_on = step.on; return;
    case StepKind::told: state.told_on = step.on; return;
    case StepKind::recounted:
      state.recounted_at = step.at;
      state.version = step.version.value_or(state.version);
      state.calendar = step.calendar.value_or(state.calendar);
      return;
    case StepKind::stopped: state.stopped_at = step.at; return;
    case StepKind::resumed: state.stopped_at.reset(); return;
  }
}

Result<void> check_running(const Reckoned& clock) {
  if (clock.is_over()) return refuse(Reason::conflict, "clock.stopped");
  return {};
}

// Days of an open exclusion would move the date, but nobody knows how many they will be.
Result<void> check_in_time(const Reckoned& clock, Instant at) {
  TRY(check_running(clock));
  if (at >= clock.due_at && !clock.rests) return refuse(Reason::conflict, "clock.already_overdue");
  if (at >= clock.surely_until) return refuse(Reason::conflict, "clock.rests");
  return {};
}

bool overlap(const Exclusion& a, const Exclusion& b) {
  const bool a_first = a.until && *a.until <= b.from;
  const bool b_first = b.until && *b.until <= a.from;
  return !a_first && !b_first;
}

ClockStep step_at(StepKind kind, Instant at) {
  ClockStep step;
  step.kind = kind;
  step.at = at;
  return step;
}

// The first stage that goes so far.
std::size_t stage_of(const std::vector<Extension>& stages, std::int64_t total) {
  std::size_t out = 0;
  while (out < stages.size() && stages[out].to_total < total) ++out;
  return out;
}

Result<void> check_date(Date on, Instant now, Zone zone) {
  constexpr days far{3660};
  const Date today = zone.date(now);
  if (on < today) return refuse(Reason::conflict, "clock.date_passed", "on");
  if (on > today + far) return refuse(Reason::invalid, "field.range", "on");
  return {};
}

// What was agreed or told holds instead of the limit, what a regulator set at the latest; neither
// is moved by an exclusion, so a clock that has one runs on while an exclusion is open.
void set_date(Reckoned& out, Zone zone) {
  const ClockState& state = out.state;
  const bool is_open = state.open_exclusion() != nullptr && !out.is_over();
  const auto end = [&](Date day) { return zone.start(day + days{1}); };
  const auto fixed_on = state.agreed_on ? state.agreed_on : state.told_on;
  if (fixed_on) {
    out.due_on = *fixed_on;
    out.due_at = end(out.due_on);
  }
  out.surely_until = out.due_at;
  if (state.regulator_on && end(*state.regulator_on) < out.surely_until)
    out.surely_until = end(*state.regulator_on);
  const bool waits = is_open && !fixed_on;
  if (state.regulator_on && (waits || *state.regulator_on <= out.due_on)) {
    const Instant last = end(*state.regulator_on);
    out.due_at = waits ? last : std::min(last, out.due_at);
    out.due_on = *state.regulator_on;
  }
  out.rests = waits && !state.regulator_on;
}

}  // namespace

const Exclusion* ClockState::open_exclusion() const {
  for (const Exclusion& one : exclusions)
    if (!one.until) return &one;
  return nullptr;
}

ClockState add_up(std::span<const ClockStep> steps) {
  ClockState state;
  for (const ClockStep& step : steps) add(state, step);
  return state;
}

std::optional<Date> Reckoned::inner_on(Zone zone) const {
  if (rule->inner_before == 0) return {};
  const Date on = due_on + -days{rule->inner_before};
  if (on <= zone.date(state.started_at)) return {};
  return on;
}

Date walk(const Reckoned& clock, Date start, const Calendar& calendar, const DayVisitor& visit) {
  const bool by_calendar = clock.rule->measure == Measure::working_days;
  if (!by_calendar && clock.state.exclusions.empty() && !visit) return start + days{clock.total};
  Date day = start;
  for (std::int64_t counted = 0; counted < clock.total;) {
    day = day + days{1};
    WalkedDay met{.on = day};
    for (const Exclusion& one : clock.state.exclusions)
      if (one.holds(day)) met.exclusion = &one;
    if (by_calendar || visit) {
      met.kind = calendar.kind(day);
      met.name = calendar.name(day);
    }
    met.counts = met.exclusion == nullptr && (!by_calendar || is_working(met.kind));
    if (met.counts) ++counted;
    if (visit) visit(met);
  }
  return day;
}

Result<Reckoned> reckon(std::span<const ClockStep> steps, const Reckoning& with) {
  Reckoned out;
  out.state = add_up(steps);
  const ClockState& state = out.state;
  out.rule = with.book.find(state.rule, state.version);
  if (out.rule == nullptr)
    return refuse(Reason::conflict, "clock.rule_missing",
                  state.rule + "/" + std::to_string(state.version));
  out.total = out.rule->length;
  if (!state.extensions.empty()) out.total = std::max(out.total, state.extensions.back());
  if (out.rule->measure == Measure::hours) {
    out.due_at = state.started_at + hours{out.total};
    out.due_on = with.zone.date(out.due_at - std::chrono::milliseconds{1});
  } else {
    out.due_on =
        walk(out, with.zone.date(state.started_at), with.calendars.as_of(state.calendar), {});
    out.due_at = with.zone.start(out.due_on + days{1});
  }
  set_date(out, with.zone);
  return out;
}

ClockStep started(const Rule& rule, Instant at, const Calendars& calendars) {
  ClockStep step = step_at(StepKind::started, at);
  step.rule = Word::trusted(rule.rule);
  step.version = rule.version;
  if (rule.measure == Measure::working_days) step.calendar = calendars.version();
  return step;
}

Result<Extension> extension(const Reckoned& clock, std::int64_t to_total, Instant now) {
  TRY(check_in_time(clock, now));
  if (clock.state.agreed_on) return refuse(Reason::conflict, "clock.date_is_agreed");
  const auto& stages = clock.rule->extensions;
  if (stages.empty()) return refuse(Reason::conflict, "extension.none");
  if (clock.total >= stages.back().to_total) return refuse(Reason::conflict, "extension.none_left");
  if (to_total > stages.back().to_total)
    return refuse(Reason::invalid, "extension.over_limit", "to_total");
  if (to_total <= clock.total) return refuse(Reason::invalid, "extension.not_longer", "to_total");
  const std::size_t wanted = stage_of(stages, to_total);
  const std::size_t next =
      clock.total <= clock.rule->length ? 0 : stage_of(stages, clock.total) + 1;
  if (wanted > next) return refuse(Reason::conflict, "extension.out_of_order", "to_total");
  return stages[wanted];
}

Result<ClockStep> extended(const Reckoned& clock, std::int64_t to_total, Instant now) {
  TRY(extension(clock, to_total, now));
  ClockStep step = step_at(StepKind::extended, now);
  step.total = to_total;
  return step;
}

Result<ClockStep> excluded(const Reckoned& clock, const Exclusion& exclusion, Instant now,
                           Zone zone) {
  TRY(check_running(clock));
  const auto& kinds = clock.rule->exclusions;
  if (std::find(kinds.begin(), kinds.end(), exclusion.kind) == kinds.end())
    return refuse(Reason::conflict, "exclusion.not_for_this", "kind");
  const Date today = zone.date(now);
  if (exclusion.from > today) return refuse(Reason::invalid, "field.in_future", "from");
  if (exclusion.from < zone.date(clock.state.started_at))
    return refuse(Reason::invalid, "exclusion.before_start", "from");
  if (exclusion.until && *exclusion.until <= exclusion.from)
    return refuse(Reason::invalid, "exclusion.ends_before_begin", "until");
  if (exclusion.until && *exclusion.until > today)
    return refuse(Reason::invalid, "field.in_future", "until");
  if (exclusion.from > clock.due_on) return refuse(Reason::conflict, "exclusion.after_due", "from");
  if (!exclusion.until) TRY(check_in_time(clock, now));
  for (const Exclusion& other : clock.state.exclusions)
    if (overlap(other, exclusion)) return refuse(Reason::conflict, "exclusion.overlaps", "from");
  ClockStep step = step_at(StepKind::excluded, now);
  step.exclusion = exclusion.kind;
  step.on = exclusion.from;
  step.until = exclusion.until;
  return step;
}

Result<ClockStep> exclusion_ended(const Reckoned& clock, Date until, Instant now, Zone zone) {
  TRY(check_running(clock));
  const Exclusion* open = clock.state.open_exclusion();
  if (open == nullptr) return refuse(Reason::conflict, "exclusion.none_open");
  if (until <= open->from) return refuse(Reason::invalid, "exclusion.ends_before_begin", "until");
  if (until > zone.date(now)) return refuse(Reason::invalid, "field.in_future", "until");
  ClockStep step = step_at(StepKind::exclusion_ended, now);
  step.until = until;
  return step;
}

Result<ClockStep> restarted(const Reckoned& clock, const Rule* rule, Instant at, Instant now,
                            const Calendars& calendars) {
  TRY(check_in_time(clock, at));
  if (!clock.rule->restarts) return refuse(Reason::conflict, "clock.no_restart");
  if (at > now) return refuse(Reason::invalid, "field.in_future", "at");
  if (at < clock.state.started_at)
    return refuse(Reason::invalid, "clock.restarts_before_start", "at");
  ClockStep step = started(rule == nullptr ? *clock.rule : *rule, at, calendars);
  step.kind = StepKind::restarted;
  return step;
}

Result<ClockStep> agreed(const Reckoned& clock, Date on, Instant now, Zone zone) {
  TRY(check_in_time(clock, now));
  TRY(check_date(on, now, zone));
  ClockStep step = step_at(StepKind::agreed, now);
  step.on = on;
  return step;
}

Result<ClockStep> regulator_set(const Reckoned& clock, Date on, Instant now, Zone zone) {
  TRY(check_running(clock));
  TRY(check_date(on, now, zone));
  ClockStep step = step_at(StepKind::regulator_set, now);
  step.on = on;
  return step;
}

Result<ClockStep> told(const Reckoned& clock, Date on, Instant now) {
  TRY(check_running(clock));
  ClockStep step = step_at(StepKind::told, now);
  step.on = on;
  return step;
}

Result<ClockStep> resumed(const Reckoned& clock, Instant now) {
  if (!clock.is_over()) return refuse(Reason::conflict, "clock.runs");
  return step_at(StepKind::resumed, now);
}

ClockStep stopped(Instant now) { return step_at(StepKind::stopped, now); }

std::optional<ClockStep> recounted(const Reckoned& clock, Instant now, const Reckoning& with) {
  if (clock.is_over()) return {};
  const Rule& rule = with.book.current(*clock.rule, with.zone.date(now));
  const bool needs_calendar = rule.measure == Measure::working_days;
  const bool is_old = needs_calendar && clock.state.calendar < with.calendars.version();
  if (&rule == clock.rule && !is_old) return {};
  ClockStep step = step_at(StepKind::recounted, now);
  step.rule = Word::trusted(rule.rule);
  step.version = rule.version;
  if (needs_calendar) step.calendar = with.calendars.version();
  return step;
}

}  // namespace xb::workflow
