#include "modules/today/rules.h"

#include <algorithm>
#include <cmath>

namespace xb::today {
namespace {

constexpr std::int64_t unusual_from = 5;
constexpr double times_usual = 2.0;
constexpr double deviations = 2.0;
constexpr double spans_before = 4.0;
constexpr std::int64_t group_from = 3;

struct Ranked {
  Unusual fact;
  double rank = 0;
};

}  // namespace

std::vector<std::size_t> shares(const std::vector<std::size_t>& found) {
  std::vector<std::size_t> out;
  std::size_t left = musts_max;
  for (const std::size_t count : found) {
    out.push_back(std::min({count, musts_of_each, left}));
    left -= out.back();
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t more = std::min(found[i] - out[i], left);
    out[i] += more;
    left -= more;
  }
  return out;
}

std::vector<Unusual> unusual_pairs(const PairCounts& now, const PairCounts& before) {
  std::vector<Ranked> ranked;
  for (const auto& [pair, count] : now) {
    const auto found = before.find(pair);
    const double usual =
        found == before.end() ? 0 : static_cast<double>(found->second) / spans_before;
    const double above = static_cast<double>(count) - usual;
    const double deviation = std::sqrt(std::max(usual, 1.0));
    const bool is_unusual = count >= unusual_from &&
                            static_cast<double>(count) >= times_usual * usual &&
                            above >= deviations * deviation;
    if (!is_unusual) continue;
    Unusual fact;
    fact.business = pair.first;
    fact.cause = pair.second;
    fact.count = count;
    fact.usual_tenths = std::llround(usual * 10);
    ranked.push_back({std::move(fact), above / deviation});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
  std::vector<Unusual> out;
  for (Ranked& one : ranked)
    if (out.size() < unusual_max) out.push_back(std::move(one.fact));
  return out;
}

std::vector<Unusual> similar_groups(const std::vector<GroupMember>& members, Zone zone) {
  struct Group {
    std::int64_t count = 0;
    GroupMember newest;
    Instant oldest_at;
  };
  std::map<std::int64_t, Group> groups;
  for (const GroupMember& member : members) {
    Group& group = groups[member.group];
    const bool is_first = group.count++ == 0;
    if (is_first || member.received_at < group.oldest_at) group.oldest_at = member.received_at;
    if (is_first || member.received_at > group.newest.received_at) group.newest = member;
  }
  std::vector<Unusual> out;
  for (const auto& [number, group] : groups) {
    if (group.count < group_from) continue;
    Unusual fact;
    fact.code = UnusualCode::similar_texts;
    fact.count = group.count;
    fact.since_on = zone.date(group.oldest_at);
    fact.complaint_id = group.newest.id;
    out.push_back(std::move(fact));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Unusual& a, const Unusual& b) { return a.count > b.count; });
  if (out.size() > similar_max) out.resize(similar_max);
  return out;
}

}  // namespace xb::today
