#include "modules/today/trends/service.h"

#include <array>

#include "modules/complaints/service.h"

namespace xb::today {
namespace {

using std::chrono::days;

// A week is looked at as long as no more came in; of a day this many are.
constexpr std::size_t week_max = 1000;
constexpr std::size_t day_max = 3000;
constexpr std::array weeks_before{1, 2, 3, 4};

struct Window {
  LookedAt span;
  Span now;
  std::size_t limit;
};

// To count is cheaper than to read, and tells whether it is worth it.
std::optional<std::vector<Told>> told_within(Work& work, const Window& window) {
  const auto count = received(work, window.now, {}, window.limit);
  if (count > static_cast<std::int64_t>(window.limit)) return {};
  return told(work, window.now);
}

// The same days and hours of the four weeks before, together; nothing where there were no four
// weeks, or too much came in.
std::optional<PairCounts> pairs_before(Work& work, const Window& window) {
  if (!has_earlier(work, window.now.from - days{7 * weeks_before.size()})) return {};
  PairCounts out;
  for (const int weeks : weeks_before) {
    const std::chrono::milliseconds back = days{7 * weeks};
    const auto found = pairs(work, {window.now.from - back, window.now.until - back}, day_max);
    if (!found) return {};
    for (const auto& [pair, count] : *found) out[pair] += count;
  }
  return out;
}

std::vector<Unusual> similar(Work& work, const std::vector<Told>& rows) {
  std::vector<GroupMember> members;
  for (const Told& row : rows)
    if (row.group) members.push_back({*row.group, row.id, row.received_at});
  std::vector<Unusual> out = similar_groups(members, work.zone);
  std::vector<std::int64_t> ids;
  for (const Unusual& fact : out) ids.push_back(fact.complaint_id->number);
  for (const auto& line : complaints::lines_by_ids(work, ids))
    for (Unusual& fact : out)
      if (fact.complaint_id == line.id) fact.number = line.number;
  return out;
}

std::vector<Unusual> of_window(Work& work, const Window& window, const std::vector<Told>& rows) {
  std::vector<Unusual> out = similar(work, rows);
  PairCounts now;
  for (const Told& row : rows)
    if (row.business && row.cause) ++now[{*row.business, *row.cause}];
  if (const auto before = pairs_before(work, window)) {
    for (Unusual& fact : unusual_pairs(now, *before)) {
      fact.since_on = work.zone.date(window.now.from);
      if (out.size() < unusual_max) out.push_back(std::move(fact));
    }
  }
  for (Unusual& fact : out) fact.span = window.span;
  return out;
}

}  // namespace

std::vector<Unusual> unusual(Work& work) {
  const Date today = work.zone.date(work.now);
  const Instant until = work.now + std::chrono::milliseconds{1};
  const Window week{LookedAt::week, {work.zone.start(today + days{-6}), until}, week_max};
  const Window day{LookedAt::day, {work.zone.start(today), until}, day_max};
  for (const Window& window : {week, day})
    if (const auto rows = told_within(work, window)) return of_window(work, window, *rows);
  return {};
}

}  // namespace xb::today
