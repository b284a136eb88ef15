#include "modules/referrals/reading/service.h"

#include "modules/referrals/service.h"

namespace xb::referrals {
namespace {

constexpr std::size_t timeline_max = 1000;

// Copies the members that a view has under the same name.
template <class To>
void copy_into(To& to, const Referral& from) {
  for_each_member<To>([&](std::string_view name, auto target) {
    for_each_member<Referral>([&](std::string_view from_name, auto source) {
      if (from_name != name) return;
      using Target = std::remove_cvref_t<decltype(to.*target)>;
      using Source = std::remove_cvref_t<decltype(from.*source)>;
      if constexpr (std::is_same_v<Target, Source>)
        to.*target = from.*source;
      else if constexpr (requires { to.*target = given(from.*source); })
        to.*target = given(from.*source);
    });
  });
}

ReferralView view_of(const Referral& referral) {
  ReferralView out;
  copy_into(out, referral);
  return out;
}

}  // namespace

Result<ReferralView> find(Work& work, Id<Referral> id) {
  const auto found = find_referral(work, work.actor, id);
  if (!found) return refuse(Reason::missing, "referral.missing");
  ReferralView out = view_of(*found);
  for (const clocks::Clock& clock : clocks::clocks_of(work.tx, id.number))
    out.clocks.push_back({clock.span, clock.started_at, clock.due_on, clock.due_at,
                          clock.stopped_at, clocks::source_of(work, clock)});
  return out;
}

Result<storage::Page<ReferralItem>> list(Work& work, const storage::ListRequest& request) {
  const auto found = TRY(page(work, work.actor, request));
  storage::Page<ReferralItem> out{{}, found.next_cursor};
  for (const Referral& referral : found.rows) copy_into(out.items.emplace_back(), referral);
  return out;
}

Result<storage::Page<ReferralView>> list_whole(Work& work, const storage::ListRequest& request) {
  const auto found = TRY(page(work, work.actor, request));
  storage::Page<ReferralView> out{{}, found.next_cursor};
  for (const Referral& referral : found.rows) out.items.push_back(view_of(referral));
  return out;
}

Result<Timeline> timeline(Work& work, Id<Referral> id) {
  if (!find_referral(work, work.actor, id)) return refuse(Reason::missing, "referral.missing");
  return Timeline{evidence::timeline(work, id.number, 0, timeline_max)};
}

Result<Counts> count(Work& work) { return Counts{counts(work.tx, work.actor)}; }

}  // namespace xb::referrals
