// What modules do with clocks: start them, let steps happen to them, show them. A command puts the
// changes it gets back into its own entry, as the member `clocks`.
#pragma once

#include <map>

#include "platform/clocks/store.h"
#include "platform/workflow/limits.h"

namespace xb::clocks {

// What a work reckons with, as it was when the work began.
class Snapshot {
 public:
  explicit Snapshot(const Work& work);
  workflow::Reckoning reckoning() const { return {limits_.book(), *calendars_, zone_}; }

 private:
  const workflow::Limits& limits_;
  const std::shared_ptr<const workflow::Calendars> calendars_;
  const Zone zone_;
};

// Clocks that a command has started or changed, and what its entry says of them.
struct Changed {
  std::vector<Clock> clocks;
  std::vector<Change> changes;
};

// What the rules of this kind of subject let start on these events: one clock for each span, the
// first due first. Not stored yet, so that the subject's row can name its first due date.
Changed plan(Work& work, std::string_view subject_kind, const workflow::Facts& facts,
             const std::map<workflow::CountsFrom, Instant>& events);
// Stores what was planned for this subject.
void start(Work& work, Changed& planned, std::int64_t subject_id);

// The running clock of this span. Refuses with clock.missing or clock.stopped.
Result<Clock> running(Work& work, std::int64_t subject_id, std::string_view span);

// Decides a step of a clock from how it stands.
using Decide =
    std::function<Result<ClockStep>(const workflow::Reckoned&, const workflow::Reckoning&)>;

// Lets it happen. Refuses with what `decide` refuses, clock.rule_missing or version.changed.
Result<Change> take_step(Work& work, Clock& clock, const Decide& decide);

// Stops those of these spans that run, as of `at`. Returns all clocks, and what has changed.
Result<Changed> stop(Work& work, std::int64_t subject_id,
                     std::initializer_list<std::string_view> spans, Instant at);
// Stops all that run.
Result<Changed> stop_all(Work& work, std::int64_t subject_id);

// Of running clocks that do not rest, the first date.
std::optional<Instant> first_due_at(const std::vector<Clock>& clocks);

// The steps as they are kept, or, for a clock of before they were, as they must have been.
std::vector<ClockStep> steps_of(const Clock& clock);

ClockDetails details(Work& work, const std::vector<Clock>& clocks);

// The source of the rule it follows; empty if the book lacks it.
std::string source_of(Work& work, const Clock& clock);

}  // namespace xb::clocks
