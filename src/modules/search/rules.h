// Words and texts in the form in which they are compared, what is cut of them for the index, and
// where in a text the words stand. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/instant.h"
#include "core/scope.h"
#include "modules/search/types.h"

namespace xb::search {

// Full width becomes half, capitals of ASCII small, blanks one blank. What is hidden (`*`) becomes
// U+0000, which no word holds.
struct Normal {
  std::u32string text;
  std::vector<std::size_t> at;  // the code point of the original that each stands for
};
Normal normal(std::u32string_view text);

// What is asked for, in normal form, each once: parted by blanks and by `*`; a phrase in quotes is
// one word. Refuses with search.empty, or search.too_short where no word has two characters.
Result<std::vector<std::u32string>> words_of(std::string_view text);

// At least four letters and digits of ASCII in a row, and nothing else.
bool is_run(std::u32string_view word);

// Every two characters that stand beside each other, in order.
std::vector<std::u32string_view> pairs_of(std::u32string_view text);
// Every four letters and digits that stand beside each other, in order. So many numbers share pairs
// of digits that these would tell nothing.
std::vector<std::u32string_view> runs_of(std::u32string_view text);
// What a text must have been cut into to hold the word, in order: its runs or its pairs. Nothing
// for a single character.
std::vector<std::u32string_view> grams_of(std::u32string_view word);

// A number of ours is found by four of its digits or more: every number holds every pair.
bool is_serial(HitKind kind, HitPlace place);

// Where all the words stand, in whatever field each: the field that has the most of them, and what
// stands around the first of these. Nothing if one stands nowhere.
struct FoundAt {
  HitPlace place = HitPlace::number;
  std::string excerpt;
  std::vector<Mark> marks;
};
std::optional<FoundAt> find_words(HitKind kind, const std::vector<Field>& fields,
                                  const std::vector<std::u32string>& words);

// The text with `*` for each character of an identifier that detection finds, and of every one of
// `secrets`, however wide or tall it is written. Not even what a mask would leave is found.
std::string hidden(std::string_view text, const std::vector<std::string>& secrets);

// Through what something is in sight, as the index tells it: its kind, and each unit it lies with
// or is handled by. One token for both, because a second one costs a list as long as the first.
std::string sight_of(HitKind kind);
std::string sight_of(Id<Unit> unit);

// In what ways a case of one of these kinds is in sight of whoever sees so much of each; more may
// be found than he sees.
using ScopeOfKind = std::pair<HitKind, Scope>;
using Ways = std::vector<std::vector<std::string>>;
Ways ways_to(const std::vector<ScopeOfKind>& cases);

// The order of things found: the later a case was received, the higher, by seconds and then by id;
// units and people are below all cases, whose orders begin at `first_of_cases`. Below 2^63.
inline constexpr std::int64_t first_of_cases = std::int64_t{1} << 40;
std::int64_t order_of_case(Instant received_at, std::int64_t id);
std::int64_t order_of_other(HitKind kind, std::int64_t id);

// A stretch of that order, of some 24 days, whose tokens are told apart.
inline constexpr int stretch_bits = 37;
std::int64_t stretch_of(std::int64_t order);
std::int64_t start_of_stretch(std::int64_t stretch);

}  // namespace xb::search
