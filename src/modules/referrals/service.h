// What the steps of this module share: opening a referral for a command, and how its limits run.
#pragma once

#include <vector>

#include "modules/referrals/store.h"
#include "modules/referrals/types.h"
#include "platform/clocks/service.h"
#include "platform/clocks/sweep.h"
#include "platform/identity/organisation/service.h"

namespace xb::referrals {

// What the entry of each step says besides.
struct Moved {
  State from = State::received;
  State to = State::received;
  std::vector<clocks::Change> clocks;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (from, to, clocks))

// A referral that may be acted on, with its key.
struct OpenReferral {
  Referral referral;
  sealing::DataKey key;
};

// Refuses with referral.missing (also out of scope) or version.changed (If-Match).
Result<OpenReferral> open(Work& work, Id<Referral> id);

// Takes an action as the lifecycle allows and stores the referral with all that was set in it
// before. Clocks of these spans stop. Refuses with referral.wrong_state.
Result<Moved> advance(Work& work, OpenReferral& open, Action action,
                      std::initializer_list<std::string_view> stops = {});

// The state of one referral, for an action that is asked for again. Refuses with referral.missing.
Result<ReferralState> find_state(Work& work, Id<Referral> id);
ReferralState state_of(const Referral& referral);

inline constexpr std::string_view clock_subject = "referral";
inline constexpr std::string_view sign_in_span = "sign_in";
inline constexpr std::string_view contact_span = "referral_first_contact";
inline constexpr std::string_view answer_span = "referral_answer";

// Starts clocks of these spans, the answer's with the bureau's date and the bank's own before it,
// and lets the referral know its first date; the caller stores it.
std::vector<clocks::Change> start_clocks(Work& work, Referral& referral, Instant from,
                                         std::initializer_list<std::string_view> spans);

// Where it stands, and from whom it is kept.
identity::Standing standing_of(const Referral& referral);

clocks::Source clock_source();

// Referrals go with the unit they belong to; at most `limit` at once, returns how many went.
std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit);

}  // namespace xb::referrals
