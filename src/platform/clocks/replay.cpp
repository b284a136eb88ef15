#include "platform/clocks/replay.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "core/json.h"
#include "platform/evidence/entries.h"

namespace xb::clocks {
namespace {

constexpr std::size_t entries_max = 1000;  // of one subject

// The changes an entry carries; none where it has no `clocks`.
std::vector<Change> changes_in(const std::string& facts) {
  if (facts.find("\"clocks\"") == std::string::npos) return {};
  const auto json = parse_json(facts);
  if (!json || !json->is_object()) return {};
  const auto* clocks = json->get_object().if_contains("clocks");
  if (clocks == nullptr) return {};
  auto changes = Json<std::vector<Change>>::read(*clocks);
  return changes ? std::move(*changes) : std::vector<Change>{};
}

using StepsByClock = std::map<std::int64_t, std::vector<ClockStep>>;

StepsByClock told_of(Work& work, std::int64_t subject_id) {
  StepsByClock out;
  std::int64_t n = 0;
  for (;;) {
    const auto entries = evidence::timeline(work, subject_id, n, entries_max);
    for (const auto& entry : entries) {
      n = entry.n;
      for (Change& change : changes_in(entry.facts.text))
        out[change.clock_id.number].push_back(std::move(change.step));
    }
    if (entries.size() < entries_max) return out;
  }
}

// Of a clock of before steps were told the log has all but the start, or nothing at all.
bool agree(const Clock& clock, const std::vector<ClockStep>& kept,
           const std::vector<ClockStep>& told) {
  if (kept == told) return true;
  if (told.empty()) return clock.steps.empty();
  if (told.front().kind == workflow::StepKind::started) return false;
  return told.size() + 1 == kept.size() && std::equal(told.begin(), told.end(), kept.begin() + 1);
}

bool follows(const Clock& clock, const workflow::Reckoned& reckoned) {
  const bool by_calendar = reckoned.rule->measure == workflow::Measure::working_days;
  return clock.rule == reckoned.rule->rule && clock.rule_version == reckoned.rule->version &&
         clock.started_at == reckoned.state.started_at && clock.due_on == reckoned.due_on &&
         clock.due_at == reckoned.due_at && clock.rests == reckoned.rests &&
         clock.stopped_at == reckoned.state.stopped_at &&
         clock.calendar == (by_calendar ? std::optional{reckoned.state.calendar} : std::nullopt);
}

std::optional<DifferenceKind> difference(const Clock& clock, const std::vector<ClockStep>& told,
                                         const workflow::Reckoning& with) {
  const std::vector<ClockStep> kept = steps_of(clock);
  if (!agree(clock, kept, told)) return DifferenceKind::steps;
  const auto reckoned = workflow::reckon(kept, with);
  if (!reckoned) return DifferenceKind::rule_missing;
  if (!follows(clock, *reckoned)) return DifferenceKind::due;
  return {};
}

bool was_taken_out(Work& work, std::int64_t subject_id) {
  for (const auto& entry : evidence::timeline(work, subject_id, 0, entries_max))
    if (entry.kind.ends_with(".import_undone")) return true;
  return false;
}

}  // namespace

Comparison compare_clocks(Work& work, std::int64_t after, std::size_t limit) {
  const Snapshot snapshot(work);
  Comparison out;
  const auto clocks = clocks_after(work.tx, {after}, limit);
  std::map<std::int64_t, StepsByClock> told;
  for (const Clock& clock : clocks) {
    const auto known = told.find(clock.subject_id);
    StepsByClock& steps = known != told.end()
                              ? known->second
                              : (told[clock.subject_id] = told_of(work, clock.subject_id));
    const auto kind = difference(clock, steps[clock.id.number], snapshot.reckoning());
    if (kind)
      out.differences.push_back(
          {clock.id, workflow::Word::trusted(clock.subject_kind), clock.subject_id, *kind});
    ++out.compared;
  }
  if (clocks.size() == limit) out.next = clocks.back().id.number;
  return out;
}

Comparison compare_entries(Work& work, std::int64_t first_place, std::size_t limit) {
  Comparison out;
  const auto entries = evidence::placed(work.tx, first_place, limit);
  for (const auto& entry : entries)
    for (const Change& change : changes_in(entry.facts)) {
      if (change.step.kind != workflow::StepKind::started) continue;
      ++out.compared;
      if (exists(work.tx, change.clock_id) || was_taken_out(work, entry.subject_id)) continue;
      out.differences.push_back(
          {change.clock_id, {}, entry.subject_id, DifferenceKind::row_missing});
    }
  if (entries.size() == limit) out.next = entries.back().place + 1;
  return out;
}

}  // namespace xb::clocks
