#include "platform/clocks/replay.h"

#include <algorithm>

#include "platform/clocks/calendars.h"
#include "platform/clocks/story.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/extent.h"

namespace xb::clocks {
namespace {

// A clock of before steps were told: the log has all but its start, or nothing of it at all.
bool agree_as_before(const Clock& clock, const std::vector<ClockStep>& kept,
                     const std::vector<ClockStep>& told, const Story& story) {
  const bool is_such_a_clock = story.began_before_steps_at && clock.subject_kind == "complaint" &&
                               clock.span == "decide" && kept.front().rule &&
                               kept.front().kind == workflow::StepKind::started &&
                               kept.front().rule->str() == "decide" && kept.front().version == 1 &&
                               kept.front().at == *story.began_before_steps_at;
  if (!is_such_a_clock) return false;
  if (told.size() + 1 == kept.size() && std::equal(told.begin(), told.end(), kept.begin() + 1))
    return true;
  return told.empty() && clock.steps.empty() && clock.stopped_at &&
         story.moments.contains(clock.stopped_at->ms);
}

bool agree(const Clock& clock, const std::vector<ClockStep>& kept, const Story& story) {
  const auto found = story.clocks.find(clock.id.number);
  if (found == story.clocks.end()) return agree_as_before(clock, kept, {}, story);
  const ToldClock& told = found->second;
  if (told.span != clock.span) return false;
  return kept == told.steps || agree_as_before(clock, kept, told.steps, story);
}

bool follows(const Clock& clock, const workflow::Reckoned& reckoned) {
  const bool by_calendar = reckoned.rule->measure == workflow::Measure::working_days;
  return clock.rule == reckoned.rule->rule && clock.rule_version == reckoned.rule->version &&
         clock.span == reckoned.rule->span && clock.subject_kind == reckoned.rule->subject &&
         clock.started_at == reckoned.state.started_at && clock.due_on == reckoned.due_on &&
         clock.due_at == reckoned.due_at && clock.rests == reckoned.rests &&
         clock.stopped_at == reckoned.state.stopped_at &&
         clock.calendar == (by_calendar ? std::optional{reckoned.state.calendar} : std::nullopt);
}

bool is_told(const NoticeRow& row, const Story& story) {
  const auto found = story.notices.find(row.id.number);
  if (found == story.notices.end()) return false;
  const ToldNotice& told = found->second;
  return told.clock_id == row.clock_id.number && told.kind == row.kind && told.rung == row.rung &&
         told.before == row.before && told.due_at == row.due_at && told.sent_at == row.sent_at &&
         told.acknowledged_at == row.acknowledged_at && told.acknowledged_by == row.acknowledged_by;
}

bool agree(const Clock& clock, const std::vector<NoticeRow>& rows, const Story& story) {
  const auto told = std::count_if(story.notices.begin(), story.notices.end(), [&](const auto& one) {
    return one.second.clock_id == clock.id.number;
  });
  return told == static_cast<std::ptrdiff_t>(rows.size()) &&
         std::all_of(rows.begin(), rows.end(), [&](const NoticeRow& row) {
           return row.subject_id == clock.subject_id && is_told(row, story);
         });
}

// Compares the clocks of a page; what it has read of a subject it keeps.
class Comparing {
 public:
  Comparing(Work& work, const std::vector<Source>& sources)
      : work_(work),
        sources_(sources),
        snapshot_(work),
        is_reviewed_(clocks::is_reviewed(work.tx, snapshot_.reckoning().book)) {}

  std::optional<DifferenceKind> difference(const Clock& clock) {
    const workflow::Reckoning with = snapshot_.reckoning();
    const Story& story = story_of(clock.subject_id);
    const auto kept = steps_of(clock);
    if (!kept || !agree(clock, *kept, story)) return DifferenceKind::steps;
    const auto reckoned = workflow::reckon(*kept, with);
    if (!reckoned) return DifferenceKind::rule_missing;
    if (!follows(clock, *reckoned)) return DifferenceKind::due;
    const auto rows = notices_of(work_.tx, clock.id);
    if (!agree(clock, rows, story)) return DifferenceKind::notices;
    const auto next = next_look(*reckoned, with, sent_of(rows), work_.now);
    // With another book than before, the sweep of the running program sets it right.
    if (is_reviewed_ && !is_in_time(clock.look_at, next, work_.now)) return DifferenceKind::look;
    if (!says_first_due(clock)) return DifferenceKind::first_due;
    return {};
  }

 private:
  const Story& story_of(std::int64_t subject_id) {
    const auto known = stories_.find(subject_id);
    if (known != stories_.end()) return known->second;
    return stories_[subject_id] = clocks::story_of(work_, subject_id);
  }

  bool says_first_due(const Clock& clock) {
    const auto known = dues_.find(clock.subject_id);
    if (known != dues_.end()) return known->second;
    bool agrees = true;
    for (const Source& source : sources_) {
      if (source.kind != clock.subject_kind) continue;
      const auto card = source.find(work_, clock.subject_id);
      agrees = card && card->due_at == first_due_at(clocks_of(work_.tx, clock.subject_id));
    }
    return dues_[clock.subject_id] = agrees;
  }

  Work& work_;
  const std::vector<Source>& sources_;
  const Snapshot snapshot_;
  const bool is_reviewed_;
  std::map<std::int64_t, Story> stories_;
  std::map<std::int64_t, bool> dues_;
};

// Each row has its entry, and each entry its row.
void compare_calendars(Work& work, Comparison& out) {
  auto told = told_calendars(work);
  for (const CalendarRow& row : calendar_rows(work.tx)) {
    const auto entry = told.find(row.id.number);
    const bool agrees = entry != told.end() && entry->second.year == row.year &&
                        entry->second.source == row.source &&
                        entry->second.digest.value_or(digest_of(row)) == digest_of(row);
    if (!agrees)
      out.differences.push_back({{row.id.number}, {}, bank_id, DifferenceKind::calendar});
    if (entry != told.end()) told.erase(entry);
  }
  for (const auto& [version, entry] : told)
    out.differences.push_back({{version}, {}, bank_id, DifferenceKind::calendar});
}

}  // namespace

Comparison compare_clocks(Work& work, const std::vector<Source>& sources, std::int64_t after,
                          std::size_t limit) {
  Comparing comparing(work, sources);
  Comparison out;
  const auto clocks = clocks_after(work.tx, {after}, limit);
  for (const Clock& clock : clocks) {
    if (const auto kind = comparing.difference(clock))
      out.differences.push_back(
          {clock.id, workflow::Word::trusted(clock.subject_kind), clock.subject_id, *kind});
    ++out.compared;
  }
  if (clocks.size() == limit) out.next = clocks.back().id.number;
  return out;
}

Comparison compare_entries(Work& work, std::int64_t first_place, std::size_t limit) {
  Comparison out;
  if (first_place == 0) compare_calendars(work, out);
  const auto entries = evidence::proven(work, first_place, limit);
  std::int64_t next_place = first_place;
  for (const auto& [entry, is_unaltered] : entries) {
    next_place = entry.place + 1;
    if (!is_unaltered)
      out.differences.push_back({{}, {}, entry.subject_id, DifferenceKind::altered});
    for (const Change& change : changes_in(entry.facts)) {
      if (change.step.kind != workflow::StepKind::started) continue;
      ++out.compared;
      if (exists(work.tx, change.clock_id) || was_taken_out(work, entry.subject_id)) continue;
      out.differences.push_back(
          {change.clock_id, {}, entry.subject_id, DifferenceKind::row_missing});
    }
  }
  if (entries.size() == limit)
    out.next = next_place;
  else if (next_place != std::max(evidence::extent(work.tx), first_place))
    out.differences.push_back({{}, {}, bank_id, DifferenceKind::altered});
  return out;
}

}  // namespace xb::clocks
