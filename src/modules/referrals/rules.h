// Pure decisions about referrals: the lifecycle, what may come in, and which complaints look like
// one.
#pragma once

#include <set>
#include <span>

#include "core/permission.h"
#include "core/result.h"
#include "modules/referrals/types.h"

namespace xb::referrals {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};

// The lifecycle as a table.
std::span<const Step> lifecycle();

// Who may take an action, whatever the state.
Permission permission_of(Action action);

// Refuses with referral.wrong_state.
Result<State> after(State state, Action action);

// Refuses with field.in_future, field.too_early, field.personal or referral.due_early.
Result<void> check(const NewReferral& input, Instant now, Zone zone);

// How a complaint that comes from this bureau is classified: codes of data/taxonomies, which rules
// of limits ask for.
struct Classified {
  std::string_view source;
  std::string_view intake_channel;
};
Classified classified(Bureau bureau);

// How well names fit: `name_fits` where as many characters stand in both and none contradicts,
// `surname_fits` where the surname does and one of them hides more than single characters
// (王某, 李先生, 张* for three characters). None if they contradict, or one is unknown.
std::optional<Ground> compare_names(std::string_view masked, std::string_view name);

// Whether the digits that both show are the same, and the last four are among them.
bool phones_fit(std::string_view part, std::string_view phone);

// Pairs of neighbouring characters, each once; punctuation and blanks are none.
using Pairs = std::set<std::pair<char32_t, char32_t>>;
Pairs pairs_of(std::string_view text);

// Percent of the smaller set that the other has, too. A text of few pairs counts as if it had
// `pairs_min`, so that two words alike are no same matter.
inline constexpr std::size_t pairs_min = 12;
std::int64_t shared_percent(const Pairs& a, const Pairs& b);

// Points of a complaint for a referral: 40 for the phone, 30 for the name (10 for the surname), up
// to 40 for the text from 30 % on, 10 if it came within the 60 days before or the week after.
// Whether they are two different people's, nobody but a person can say: this only orders them.
Score compare(const Likeness& referral, const Likeness& complaint);

// Worth showing: two of name, phone and matter agree.
bool is_candidate(const Score& score);

}  // namespace xb::referrals
