// The first hours of a referral: signed in, the complainant reached, taken up.
#pragma once

#include "modules/referrals/types.h"
#include "platform/storage/work.h"

namespace xb::referrals {

struct SignIn {
  std::vector<Id<Referral>> ids;
  std::optional<Instant> at;  // at the bureau's own system; now, if not told
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (ids, at))

struct SignInOutcome {
  Id<Referral> id;
  std::optional<State> state;       // if it was signed in
  std::optional<std::string> code;  // why not
};
BOOST_DESCRIBE_STRUCT(SignInOutcome, (), (id, state, code))

struct SignInOutcomes {
  std::vector<SignInOutcome> items;  // in the order asked for
};
BOOST_DESCRIBE_STRUCT(SignInOutcomes, (), (items))

// Many at once, each by itself. Refuses with referral.none_named, referral.too_many or
// field.in_future; each one with referral.missing, referral.wrong_state or referral.out_of_order.
Result<SignInOutcomes> sign_in(Work& work, const SignIn& input);

enum class Means { phone, sms, letter, visit, other };
BOOST_DESCRIBE_ENUM(Means, phone, sms, letter, visit, other)

struct NewContact {
  std::optional<Instant> at;  // now, if not told
  Means means = Means::phone;
  bool is_reached = false;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(NewContact, (), (at, means, is_reached, note))

// An attempt to reach the complainant; the first that succeeds is the first contact, and takes a
// referral that was signed in on. Refuses with referral.wrong_state, also once it is filled back,
// field.in_future or referral.out_of_order.
Result<ReferralState> add_contact(Work& work, Id<Referral> id, const NewContact& input);

struct TakeUp {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TakeUp, (), (note))
Result<ReferralState> take_up(Work& work, Id<Referral> id, const TakeUp& input);

// Not later than now, not before `earliest`. Refuses with field.in_future or
// referral.out_of_order.
Result<void> check_at(Instant at, Instant earliest, Instant now);

}  // namespace xb::referrals
