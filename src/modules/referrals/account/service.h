// The written account (情况说明): drafted, approved by a second person, filled back into the
// bureau's system, maybe returned for rework, and ended by what the bureau's own call found.
#pragma once

#include "modules/referrals/types.h"
#include "platform/storage/work.h"

namespace xb::referrals {

// All refuse with referral.missing, referral.wrong_state or version.changed.
Result<ReferralState> draft(Work& work, Id<Referral> id, const Account& input);

struct Approval {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (note))
// Also with referral.second_person: neither who approves nor whom he stands in for has drafted, or
// was stood in for.
Result<ReferralState> approve(Work& work, Id<Referral> id, const Approval& input);

struct SendingBack {
  Note reason;
};
BOOST_DESCRIBE_STRUCT(SendingBack, (), (reason))
Result<ReferralState> send_back(Work& work, Id<Referral> id, const SendingBack& input);

struct FillBack {
  std::optional<Instant> at;  // now, if not told
  Proof proof;
};
BOOST_DESCRIBE_STRUCT(FillBack, (), (at, proof))
// Also with field.in_future or referral.out_of_order.
Result<ReferralState> fill_back(Work& work, Id<Referral> id, const FillBack& input);

// The bureau wants it done again, by a new date if it names one. The answer's limit runs anew.
struct Rework {
  std::optional<Date> due_on;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Rework, (), (due_on, reason))
// Also with referral.due_early.
Result<ReferralState> rework(Work& work, Id<Referral> id, const Rework& input);

struct Callback {
  CallbackResult result{};
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Callback, (), (result, note))
Result<ReferralState> finish(Work& work, Id<Referral> id, const Callback& input);

}  // namespace xb::referrals
