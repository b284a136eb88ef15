// Near-identical texts (C6): letters that somebody writes for many. Pure. A signature tells how
// much two texts have in common without either text; it is keyed, so that nobody who reads the
// database can try texts against it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xb::complaints {

// MinHash (Broder 1997) by one permutation (Li, Owen, Zhang 2012), empty bins filled from the next
// (Shrivastava, Li 2014), over runs of five characters. Figures, blanks and punctuation do not
// count: a form letter differs from the next by them.
struct Signature {
  static constexpr std::size_t bins = 64;
  std::array<std::uint32_t, bins> least{};

  bool operator==(const Signature&) const = default;
};

struct SignatureKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

// Nothing for a text too short to be told from others: under 60 characters that count.
std::optional<Signature> signature_of(std::string_view text, const SignatureKey& key);

// The share of runs that both texts have (Jaccard), as estimated: a standard error of 0.05 at 0.8.
double likeness(const Signature& a, const Signature& b);

// The same share, counted: 0 where nothing counts.
double shared_share(std::string_view a, std::string_view b);

// From this on two texts count as near-identical.
inline constexpr double near_identical = 0.7;
// From this estimate on it is worth counting.
inline constexpr double worth_counting = 0.55;
// From this on one of them is enough to find what is like them, so that a flood of copies costs
// no more than its first.
inline constexpr double copied = 0.9;

// Texts with a value in common are worth comparing: of two that are 0.7 alike 96 in 100 have one,
// at 0.8 all but 3 in 1,000.
inline constexpr std::size_t bands = 8;
std::array<std::int64_t, bands> bands_of(const Signature& signature);

std::string packed(const Signature& signature);
std::optional<Signature> unpacked(std::string_view bytes);

// Passages of at least ten characters that stand in all of the texts, longest first, none within
// another. Texts are read as they are written.
std::vector<std::string> shared_passages(const std::vector<std::string>& texts);

}  // namespace xb::complaints
