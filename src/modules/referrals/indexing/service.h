// What the search knows of referrals: their texts, where they lie, and which of them somebody sees.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/referrals/types.h"
#include "platform/storage/work.h"

namespace xb::referrals {

// Where a referral lies and since when: what decides who finds it, and when.
struct Whereabouts {
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(Whereabouts, (),
                      (branch_id, sub_branch_id, outlet_id, handling_unit_id, received_at))

// Nothing if there is no such referral.
std::optional<Whereabouts> whereabouts(Work& work, Id<Referral> id);

struct Texts {
  BureauNumber number;
  std::optional<Topic> topic;
  Wording wording;
  std::optional<Demand> demand;
  std::vector<std::string> secrets;  // of who complained: nobody may find a referral by them
};
std::optional<Texts> texts_of(Work& work, Id<Referral> id);

struct FoundReferral {
  Id<Referral> id;
  Bureau bureau = Bureau::nfra;
  BureauNumber number;
  State state = State::received;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(FoundReferral, (), (id, bureau, number, state, received_at))

// Those of `ids` that the viewer may see, in no order.
std::vector<FoundReferral> seen_by(Work& work, const Actor& viewer,
                                   const std::vector<std::int64_t>& ids);

}  // namespace xb::referrals
