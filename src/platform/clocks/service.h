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

// Lets it happen. Refuses with what `decide` refuses, clock.rule_missing, clock.unreadable or
// version.changed.
Result<Change> take_step(Work& work, Clock& clock, const Decide& decide);

// Gives a clock that has just started the regulator's own date. A list may come late: then that
// date is past and the clock overdue from the first, so nothing is refused.
Change set_regulators_date(Work& work, Clock& clock, Date on);

// Ends a clock that runs, as of `at`. It asks no rule: a case can be closed whatever became of the
// book. Refuses with version.changed.
Result<Change> stop(Work& work, Clock& clock, Instant at);
// Stops those of these spans that run, as of `at`. Returns all clocks, and what has changed.
Result<Changed> stop(Work& work, std::int64_t subject_id,
                     std::initializer_list<std::string_view> spans, Instant at);
// Stops all that run.
Result<Changed> stop_all(Work& work, std::int64_t subject_id);

// Lets those that these changes stopped run on, as if they had never been stopped. Returns all
// clocks of the subject. Refuses as take_step, and with clock.runs.
Result<Changed> resume(Work& work, std::int64_t subject_id, const std::vector<Change>& stopped);

// Of running clocks that do not rest, the first date.
std::optional<Instant> first_due_at(const std::vector<Clock>& clocks);

// The steps as they are kept, or, for a clock of before they were, as they must have been. Refuses
// with clock.unreadable.
Result<std::vector<ClockStep>> steps_of(const Clock& clock);

// What its steps say by this book. Refuses with clock.unreadable or clock.rule_missing.
Result<workflow::Reckoned> reckoned(const Clock& clock, const workflow::Reckoning& with);

// When somebody is to be told next, after what was sent. What is due at once waits for the sweep,
// which comes at `now`.
std::optional<Instant> next_look(const workflow::Reckoned& reckoned,
                                 const workflow::Reckoning& with,
                                 const std::vector<workflow::SentNotice>& sent, Instant now);
// Whether a clock that is kept to be looked at then misses nothing that is to come up at `next`.
bool is_in_time(std::optional<Instant> kept, std::optional<Instant> next, Instant now);
// Whether all running clocks were looked through with this book.
bool is_reviewed(storage::Transaction& tx, const workflow::RuleBook& book);
std::vector<workflow::SentNotice> sent_of(const std::vector<NoticeRow>& rows);

ClockDetails details(Work& work, const std::vector<Clock>& clocks);

// The source of the rule it follows; empty if the book lacks it.
std::string source_of(Work& work, const Clock& clock);

}  // namespace xb::clocks
