#include "modules/referrals/store.h"

#include "platform/clocks/store.h"

namespace xb::referrals {
namespace {

using storage::in_sight;
using storage::Query;

}  // namespace

std::optional<Referral> find_referral(Work& work, const Actor& viewer, Id<Referral> id) {
  return sealing::find_seen(work, id, [&](Query& query) { in_sight(query, viewer); });
}

bool is_there(storage::Transaction& tx, Bureau bureau, std::string_view number) {
  return tx
      .one<std::int64_t>("SELECT id FROM referrals WHERE bureau = ? AND number = ?", bureau, number)
      .has_value();
}

bool is_case_of_a_referral(storage::Transaction& tx, Id<complaints::Complaint> id) {
  return tx
      .one<std::int64_t>("SELECT id FROM referrals WHERE complaint_id = ? AND matched = ?", id,
                         Matched::registered)
      .has_value();
}

void insert(Work& work, const Referral& referral, const sealing::DataKey& key) {
  sealing::insert(work, referral, key);
}

Result<void> update(Work& work, Referral& referral, const sealing::DataKey& key) {
  return sealing::update(work, referral, key);
}

void erase(Work& work, const Referral& referral) {
  clocks::erase_of(work.tx, referral.id.number);
  work.tx.execute("DELETE FROM referrals WHERE id = ?", referral.id);
  sealing::destroy_key(work, referral.key_id);
}

const storage::ListSpec& list_spec() {
  using storage::any_of;
  using storage::compared;
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Bureau>("bureau", "bureau"),
              any_of<Id<complaints::Complaint>>("complaint_id", "complaint_id"),
              compared<Instant>("due_before", "due_at < ?"),
              any_of<Id<Unit>>("handling_unit_id", "handling_unit_id"),
              any_of<bool>("is_upgraded", "is_upgraded"),
              any_of<Matched>("matched", "matched"),
              any_of<BureauNumber>("number", "number"),
              compared<Instant>("received_before", "received_at < ?"),
              compared<Instant>("received_from", "received_at >= ?"),
              any_of<State>("state", "state"),
          },
      .sorts =
          {
              {"received_at", "received_at", true, ""},
              {"due_at", "due_at", false, "due_at IS NOT NULL"},
          },
      .indexed =
          {
              {Level::bank, "", "received_at"},
              {Level::bank, "state", "received_at"},
              {Level::bank, "received_before,received_from", "received_at"},
              {Level::bank, "received_from", "received_at"},
              {Level::bank, "received_before", "received_at"},
              {Level::bank, "", "due_at"},
              {Level::bank, "due_before", "due_at"},
              {Level::branch, "", "received_at"},
              {Level::branch, "", "due_at"},
              {Level::department, "", "received_at"},
          },
  };
  return spec;
}

Result<storage::Plan> plan(const Actor& viewer, const storage::ListRequest& request) {
  return storage::Plan::make(list_spec(), viewer.scope, request, storage::kept_from(viewer));
}

Result<ReferralPage> page(Work& work, const Actor& viewer, const storage::ListRequest& request) {
  const auto planned = TRY(plan(viewer, request));
  const auto keys = planned.keys(work.tx, Referral::table);
  auto rows = storage::rows_by_ids<Referral>(
      keys.ids, [&](const Query& query) { return sealing::find_all<Referral>(work, query); });
  return ReferralPage{std::move(rows), keys.next};
}

std::vector<Referral> referrals_by_ids(Work& work, const Actor& viewer,
                                       const std::vector<Id<Referral>>& ids) {
  std::vector<std::int64_t> numbers;
  for (const auto id : ids) numbers.push_back(id.number);
  return storage::rows_by_ids<Referral>(numbers, [&](Query query) {
    in_sight(query, viewer);
    return sealing::find_all<Referral>(work, query);
  });
}

std::vector<ReferralCount> counts(storage::Transaction& tx, const Actor& viewer) {
  Query query{
      storage::Sql<>("SELECT bureau, state, count(*),"
                     " CAST(sum(CASE WHEN matched = 'open' THEN 1 ELSE 0 END) AS bigint),"
                     " CAST(sum(is_upgraded) AS bigint) FROM referrals")};
  in_sight(query, viewer);
  query.add("GROUP BY bureau, state ORDER BY bureau, state");
  return tx.all<ReferralCount>(query);
}

std::vector<Referral> referrals_elsewhere(Work& work, Id<Unit> unit, const Place& place,
                                          std::int64_t limit) {
  Query query = Query::of<Referral>();
  storage::left_behind(query, unit, place);
  query.add("ORDER BY id LIMIT ?", limit);
  return sealing::find_all<Referral>(work, query);
}

}  // namespace xb::referrals
