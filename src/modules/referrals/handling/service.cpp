#include "modules/referrals/handling/service.h"

#include "modules/referrals/matching/service.h"
#include "modules/referrals/service.h"
#include "platform/evidence/log.h"

namespace xb::referrals {
namespace {

struct SignedIn : Moved {
  Instant signed_in_at;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (Moved), (signed_in_at))

struct Contacted : Moved {
  Instant contacted_at;
  Means means = Means::phone;
  bool is_reached = false;
  std::int64_t attempts = 0;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Contacted, (Moved), (contacted_at, means, is_reached, attempts, note))

struct TakenUp : Moved {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TakenUp, (Moved), (note))

Result<State> sign_in_one(Work& work, Id<Referral> id, Instant at) {
  auto opened = TRY(open(work, id));
  TRY(check_at(at, opened.referral.received_at, work.now));
  opened.referral.signed_in_at = at;
  const Moved moved = TRY(advance(work, opened, Action::sign_in, {sign_in_span}));
  evidence::append(work, "referral.signed_in", evidence::Subject(id, opened.key),
                   SignedIn{moved, at});
  return moved.to;
}

}  // namespace

Result<void> check_at(Instant at, Instant earliest, Instant now) {
  if (at > now) return refuse(Reason::invalid, "field.in_future", "at");
  if (at < earliest) return refuse(Reason::invalid, "referral.out_of_order", "at");
  return {};
}

Result<SignInOutcomes> sign_in(Work& work, const SignIn& input) {
  if (input.ids.empty()) return refuse(Reason::invalid, "referral.none_named", "ids");
  if (input.ids.size() > asked_max) return refuse(Reason::invalid, "referral.too_many", "ids");
  const Instant at = input.at.value_or(work.now);
  if (at > work.now) return refuse(Reason::invalid, "field.in_future", "at");
  SignInOutcomes out;
  for (const Id<Referral> id : input.ids) {
    const auto state = sign_in_one(work, id, at);
    if (state)
      out.items.push_back({id, *state, {}});
    else
      out.items.push_back({id, {}, state.error().code});
  }
  return out;
}

Result<ReferralState> add_contact(Work& work, Id<Referral> id, const NewContact& input) {
  auto opened = TRY(open(work, id));
  Referral& referral = opened.referral;
  const Instant at = input.at.value_or(work.now);
  TRY(check_at(at, referral.received_at, work.now));
  const bool is_open = referral.state != State::received && referral.state != State::filled_back &&
                       referral.state != State::done;
  if (!is_open) return refuse(Reason::conflict, "referral.wrong_state");
  ++referral.attempts;
  Contacted contacted{{referral.state, referral.state, {}},
                      at,
                      input.means,
                      input.is_reached,
                      referral.attempts,
                      input.note};
  if (input.is_reached && referral.state == State::signed_in) {
    referral.contacted_at = at;
    static_cast<Moved&>(contacted) = TRY(advance(work, opened, Action::contact, {contact_span}));
  } else {
    TRY(update(work, referral, opened.key));
  }
  evidence::append(work, "referral.contacted", evidence::Subject(id, opened.key), contacted);
  return state_of(referral);
}

Result<ReferralState> take_up(Work& work, Id<Referral> id, const TakeUp& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::take_up));
  evidence::append(work, "referral.taken_up", evidence::Subject(id, opened.key),
                   TakenUp{moved, input.note});
  return state_of(opened.referral);
}

}  // namespace xb::referrals
