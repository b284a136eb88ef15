#include "modules/referrals/indexing/service.h"

#include "modules/referrals/indexing/store.h"
#include "modules/referrals/store.h"

namespace xb::referrals {

std::optional<Whereabouts> whereabouts(Work& work, Id<Referral> id) {
  return whereabouts_row(work.tx, id);
}

std::optional<Texts> texts_of(Work& work, Id<Referral> id) {
  auto referral = find_referral(work, Actor::system(), id);
  if (!referral) return {};
  Texts out{std::move(referral->number),
            std::move(referral->topic),
            std::move(referral->wording),
            std::move(referral->demand),
            {}};
  if (referral->complainant_name) out.secrets.push_back(referral->complainant_name->reveal());
  if (referral->phone) out.secrets.push_back(referral->phone->reveal());
  return out;
}

std::vector<FoundReferral> seen_by(Work& work, const Actor& viewer,
                                   const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return {};
  return found_rows(work.tx, viewer, ids);
}

}  // namespace xb::referrals
