// Every SQL statement of this module. Whatever reads referrals takes who asks: what is out of his
// scope, or about him or his unit, is not there.
#pragma once

#include <optional>
#include <vector>

#include "modules/referrals/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::referrals {

std::optional<Referral> find_referral(Work& work, const Actor& viewer, Id<Referral> id);
// Whoever may see it: a number comes in once.
bool is_there(storage::Transaction& tx, Bureau bureau, std::string_view number);

// Whether the complaint was registered from a referral: who complained did not come to us first.
bool is_case_of_a_referral(storage::Transaction& tx, Id<complaints::Complaint> id);

void insert(Work& work, const Referral& referral, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Referral& referral, const sealing::DataKey& key);
// Deletes a referral and its key: nobody can read what was sealed.
void erase(Work& work, const Referral& referral);

const storage::ListSpec& list_spec();

struct ReferralPage {
  std::vector<Referral> rows;
  std::optional<std::string> next_cursor;
};
Result<storage::Plan> plan(const Actor& viewer, const storage::ListRequest& request);
Result<ReferralPage> page(Work& work, const Actor& viewer, const storage::ListRequest& request);
// Those of these that `viewer` may see, in that order.
std::vector<Referral> referrals_by_ids(Work& work, const Actor& viewer,
                                       const std::vector<Id<Referral>>& ids);

struct ReferralCount {
  Bureau bureau = Bureau::nfra;
  State state = State::received;
  std::int64_t count = 0;
  std::int64_t unmatched = 0;
  std::int64_t upgraded = 0;
};
BOOST_DESCRIBE_STRUCT(ReferralCount, (), (bureau, state, count, unmatched, upgraded))
std::vector<ReferralCount> counts(storage::Transaction& tx, const Actor& viewer);

// Referrals that belong to the unit itself, not to one below it, and do not stand at `place`.
std::vector<Referral> referrals_elsewhere(Work& work, Id<Unit> unit, const Place& place,
                                          std::int64_t limit);

}  // namespace xb::referrals
