// Ids are positive integers below 2^53 (exact in JavaScript), all from one sequence, so that an id
// alone names its subject. They say nothing about order: screens order by (subject, n).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace xb {

inline constexpr std::int64_t id_limit = std::int64_t{1} << 53;

// The id of a `Kind`. Zero means "none" and is never stored as a reference.
template <class Kind>
struct Id {
  std::int64_t number = 0;

  explicit operator bool() const { return number > 0; }
  auto operator<=>(const Id&) const = default;
};

// The id, if there is one: how an id that may be absent is shown outside.
template <class Kind>
std::optional<Id<Kind>> given(Id<Kind> id) {
  if (!id) return {};
  return id;
}

}  // namespace xb
