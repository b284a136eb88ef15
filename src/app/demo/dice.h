// Chance of the demo bank: the same seed throws the same, on every machine.
#pragma once

#include <cstdint>
#include <vector>

namespace xb::app::demo {

// SplitMix64 (Steele, Lea, Flood 2014): cheap to begin, so that each complaint has its own.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t out = state_;
    out = (out ^ (out >> 30U)) * 0xBF58476D1CE4E5B9U;
    out = (out ^ (out >> 27U)) * 0x94D049BB133111EBU;
    return out ^ (out >> 31U);
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  // Both ends are among them.
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(to - from + 1)));
  }
  double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  bool happens(double probability) { return share() < probability; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace xb::app::demo
