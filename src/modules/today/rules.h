// Pure decisions about the work desk: how rows are shared out, and what is unusual.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "modules/today/types.h"

namespace xb::today {

inline constexpr std::size_t musts_max = 52;
inline constexpr std::size_t musts_of_each = 4;  // however many of what is lost before it
inline constexpr std::size_t unusual_max = 10;
inline constexpr std::size_t similar_max = 5;

// How many rows of each kind are shown, given how many there are in the order of loss: no kind is
// crowded out, the rest goes to what is lost first.
std::vector<std::size_t> shares(const std::vector<std::size_t>& found);

// Of complaints: business and cause.
using Pair = std::pair<std::string, std::string>;
using PairCounts = std::map<Pair, std::int64_t>;

// At least five, twice as many as usual, and more above it than chance brings (two standard
// deviations of a Poisson count); the furthest above first, at most `unusual_max`. `before` counts
// four spans together.
std::vector<Unusual> unusual_pairs(const PairCounts& now, const PairCounts& before);

// A complaint of a group of near-identical texts.
struct GroupMember {
  std::int64_t group = 0;
  Id<Complaint> id;
  Instant received_at;
};
// Groups of at least three, the largest first, at most `similar_max`, with the newest of each and
// the day of the oldest.

std::vector<Unusual> similar_groups(const std::vector<GroupMember>& members, Zone zone);

}  // namespace xb::today
