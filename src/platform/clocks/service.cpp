#include "platform/clocks/service.h"

#include <algorithm>

#include "core/ensure.h"
#include "core/json.h"

namespace xb::clocks {
namespace {

using workflow::Reckoned;
using workflow::Reckoning;

const Texts& texts() {
  static const Texts shipped = Texts::shipped();
  return shipped;
}

// Writes what follows from the steps into the row.
void settle(Clock& clock, const std::vector<ClockStep>& steps, const Reckoned& reckoned) {
  clock.steps = to_json(steps);
  clock.rule = reckoned.rule->rule;
  clock.rule_version = reckoned.rule->version;
  clock.calendar.reset();
  if (reckoned.rule->measure == workflow::Measure::working_days)
    clock.calendar = reckoned.state.calendar;
  clock.started_at = reckoned.state.started_at;
  clock.due_on = reckoned.due_on;
  clock.due_at = reckoned.due_at;
  clock.rests = reckoned.rests;
  clock.stopped_at = reckoned.state.stopped_at;
}

Clock made(Work& work, std::string_view subject_kind, const std::vector<ClockStep>& steps,
           const Reckoning& with) {
  const auto reckoned = workflow::reckon(steps, with);
  ensure(reckoned.has_value(), "a clock cannot be reckoned by the rule it starts with");
  Clock clock;
  clock.id = work.new_id<Clock>();
  clock.subject_kind = subject_kind;
  clock.span = reckoned->rule->span;
  settle(clock, steps, *reckoned);
  clock.look_at = next_look(*reckoned, with, {}, work.now);
  return clock;
}

Change change_of(const Clock& clock, const ClockStep& step) {
  return {clock.id, workflow::Word::trusted(clock.span), step};
}

}  // namespace

Snapshot::Snapshot(const Work& work)
    : limits_((ensure(work.limits != nullptr, "this work knows no limits"), *work.limits)),
      calendars_(limits_.calendars()),
      zone_(work.zone) {}

Changed plan(Work& work, std::string_view subject_kind, const workflow::Facts& facts,
             const std::map<workflow::CountsFrom, Instant>& events) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  Changed out;
  for (const auto& [from, at] : events)
    for (const auto* rule : with.book.starting(subject_kind, from, facts, with.zone.date(at))) {
      const std::vector<ClockStep> steps{workflow::started(*rule, at, with.calendars)};
      out.clocks.push_back(made(work, subject_kind, steps, with));
      out.changes.push_back(change_of(out.clocks.back(), steps.front()));
    }
  std::stable_sort(out.clocks.begin(), out.clocks.end(),
                   [](const Clock& a, const Clock& b) { return a.due_at < b.due_at; });
  return out;
}

void start(Work& work, Changed& planned, std::int64_t subject_id) {
  for (Clock& clock : planned.clocks) {
    clock.subject_id = subject_id;
    work.tx.insert(clock);
  }
}

Result<Clock> running(Work& work, std::int64_t subject_id, std::string_view span) {
  bool is_known = false;
  for (Clock& clock : clocks_of(work.tx, subject_id)) {
    if (clock.span != span) continue;
    if (!clock.stopped_at) return std::move(clock);
    is_known = true;
  }
  if (is_known) return refuse(Reason::conflict, "clock.stopped");
  return refuse(Reason::missing, "clock.missing", "span");
}

Result<Change> take_step(Work& work, Clock& clock, const Decide& decide) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  std::vector<ClockStep> steps = TRY(steps_of(clock));
  const auto before = TRY(workflow::reckon(steps, with));
  const ClockStep step = TRY(decide(before, with));
  steps.push_back(step);
  const auto after = TRY(workflow::reckon(steps, with));
  settle(clock, steps, after);
  clock.look_at = next_look(after, with, sent_of(notices_of(work.tx, clock.id)), work.now);
  TRY(update(work.tx, clock));
  return change_of(clock, step);
}

Change set_regulators_date(Work& work, Clock& clock, Date on) {
  auto change =
      take_step(work, clock, [&](const workflow::Reckoned&, const Reckoning&) -> Result<ClockStep> {
        ClockStep step;
        step.kind = workflow::StepKind::regulator_set;
        step.at = work.now;
        step.on = on;
        return step;
      });
  storage::cells::expect(change.has_value(), "a clock moved while it was started");
  return std::move(*change);
}

Result<Change> stop(Work& work, Clock& clock, Instant at) {
  const ClockStep step = workflow::stopped(at);
  // Steps that nobody can read stay as they are: `check --deep` names them.
  if (auto steps = steps_of(clock)) {
    steps->push_back(step);
    clock.steps = to_json(*steps);
  }
  clock.rests = false;
  clock.look_at.reset();
  clock.stopped_at = at;
  TRY(update(work.tx, clock));
  return change_of(clock, step);
}

namespace {

Result<Changed> stop_if(Work& work, std::int64_t subject_id, Instant at,
                        const std::function<bool(const Clock&)>& is_meant) {
  Changed out;
  out.clocks = clocks_of(work.tx, subject_id);
  for (Clock& clock : out.clocks)
    if (!clock.stopped_at && is_meant(clock)) out.changes.push_back(TRY(stop(work, clock, at)));
  return out;
}

}  // namespace

Result<Changed> stop(Work& work, std::int64_t subject_id,
                     std::initializer_list<std::string_view> spans, Instant at) {
  return stop_if(work, subject_id, at, [&](const Clock& clock) {
    return std::find(spans.begin(), spans.end(), clock.span) != spans.end();
  });
}

Result<Changed> stop_all(Work& work, std::int64_t subject_id) {
  return stop_if(work, subject_id, work.now, [](const Clock&) { return true; });
}

Result<Changed> resume(Work& work, std::int64_t subject_id, const std::vector<Change>& stopped) {
  Changed out;
  out.clocks = clocks_of(work.tx, subject_id);
  for (Clock& clock : out.clocks) {
    const bool is_meant = std::any_of(stopped.begin(), stopped.end(), [&](const Change& change) {
      return change.clock_id == clock.id && change.step.kind == workflow::StepKind::stopped;
    });
    if (is_meant)
      out.changes.push_back(
          TRY(take_step(work, clock, [&](const Reckoned& reckoned, const Reckoning&) {
            return workflow::resumed(reckoned, work.now);
          })));
  }
  return out;
}

std::optional<Instant> first_due_at(const std::vector<Clock>& clocks) {
  std::optional<Instant> out;
  for (const Clock& clock : clocks)
    if (!clock.stopped_at && !clock.rests) out = std::min(out.value_or(clock.due_at), clock.due_at);
  return out;
}

Result<std::vector<ClockStep>> steps_of(const Clock& clock) {
  if (clock.steps.empty()) {
    std::vector<ClockStep> out(1);
    out[0].at = clock.started_at;
    out[0].rule = workflow::Word::trusted(clock.rule);
    out[0].version = clock.rule_version;
    if (clock.stopped_at) out.push_back(workflow::stopped(*clock.stopped_at));
    return out;
  }
  const auto json = parse_json(clock.steps);
  if (!json) return refuse(Reason::conflict, "clock.unreadable");
  auto steps = Json<std::vector<ClockStep>>::read(*json);
  if (!steps || steps->empty()) return refuse(Reason::conflict, "clock.unreadable");
  return steps;
}

Result<Reckoned> reckoned(const Clock& clock, const Reckoning& with) {
  const auto steps = TRY(steps_of(clock));
  return workflow::reckon(steps, with);
}

std::optional<Instant> next_look(const Reckoned& reckoned, const Reckoning& with,
                                 const std::vector<workflow::SentNotice>& sent, Instant now) {
  const auto outlook =
      workflow::look(reckoned, with.book.ladder(*reckoned.rule), sent, now, with.zone);
  return outlook.now ? now : outlook.look_at;
}

bool is_in_time(std::optional<Instant> kept, std::optional<Instant> next, Instant now) {
  if (!next) return !kept;
  return kept && *kept <= std::max(*next, now);
}

bool is_reviewed(storage::Transaction& tx, const workflow::RuleBook& book) {
  const auto review = book_review(tx);
  return review && review->digest == book.digest() && review->after < 0;
}

std::vector<workflow::SentNotice> sent_of(const std::vector<NoticeRow>& rows) {
  std::vector<workflow::SentNotice> out;
  for (const NoticeRow& row : rows)
    out.push_back({{row.kind, row.rung, row.before, row.due_at}, row.sent_at});
  return out;
}

ClockDetails details(Work& work, const std::vector<Clock>& clocks) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  ClockDetails out;
  for (const Clock& clock : clocks) {
    ClockDetail one{.id = clock.id,
                    .span = clock.span,
                    .rule = clock.rule,
                    .rule_version = clock.rule_version,
                    .started_at = clock.started_at,
                    .due_on = clock.due_on,
                    .due_at = clock.due_at,
                    .rests = clock.rests,
                    .stopped_at = clock.stopped_at,
                    .explanation = {}};
    if (const auto by_steps = reckoned(clock, with)) {
      one.explanation = workflow::explain(*by_steps, with, texts());
      if (by_steps->rule->measure == workflow::Measure::hours) one.due_on.reset();
    }
    out.items.push_back(std::move(one));
  }
  return out;
}

std::string source_of(Work& work, const Clock& clock) {
  const Snapshot snapshot(work);
  const auto* rule = snapshot.reckoning().book.find(clock.rule, clock.rule_version);
  return rule == nullptr ? std::string{} : rule->source;
}

}  // namespace xb::clocks
