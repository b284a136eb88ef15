// What the log tells of limits: of one subject its clocks and notices, of the bank its calendars.
#pragma once

#include <map>
#include <set>

#include "platform/clocks/types.h"
#include "platform/storage/work.h"

namespace xb::clocks {

struct ToldClock {
  std::string span;
  std::vector<ClockStep> steps;
};

struct ToldNotice {
  std::int64_t clock_id = 0;
  workflow::NoticeKind kind = workflow::NoticeKind::warning;
  workflow::Office rung = workflow::Office::owner;
  std::int64_t before = 0;
  Instant due_at;
  Instant sent_at;
  std::optional<Instant> acknowledged_at;
  Id<Person> acknowledged_by;
};

struct Story {
  std::map<std::int64_t, ToldClock> clocks;
  std::map<std::int64_t, ToldNotice> notices;
  // When it was received, of a subject whose first entry is from before entries told of steps.
  std::optional<Instant> began_before_steps_at;
  std::set<std::int64_t> moments;  // of its entries, where it began so
};
Story story_of(Work& work, std::int64_t subject_id);

// The changes an entry carries; none where it has no `clocks`.
std::vector<Change> changes_in(const std::string& facts);

// Whether the newest entries say that the import of this subject was undone.
bool was_taken_out(Work& work, std::int64_t subject_id);

struct ToldCalendar {
  std::int64_t year = 0;
  std::string source;
  std::optional<std::string> digest;  // none in entries of before it was told
};
std::map<std::int64_t, ToldCalendar> told_calendars(Work& work);  // by version

}  // namespace xb::clocks
