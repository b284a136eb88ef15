#include "modules/referrals/service.h"

#include <algorithm>

#include "modules/referrals/rules.h"
#include "platform/clocks/store.h"
#include "platform/evidence/log.h"

namespace xb::referrals {
namespace {

struct Followed {
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (branch_id, sub_branch_id, outlet_id))

}  // namespace

Result<OpenReferral> open(Work& work, Id<Referral> id) {
  auto referral = find_referral(work, work.actor, id);
  if (!referral) return refuse(Reason::missing, "referral.missing");
  TRY(check_version(work, referral->version));
  auto key = sealing::key(work, referral->key_id);
  return OpenReferral{std::move(*referral), std::move(key)};
}

Result<Moved> advance(Work& work, OpenReferral& open, Action action,
                      std::initializer_list<std::string_view> stops) {
  Referral& referral = open.referral;
  Moved moved{.from = referral.state, .to = {}, .clocks = {}};
  moved.to = TRY(after(referral.state, action));
  referral.state = moved.to;
  auto all = clocks::clocks_of(work.tx, referral.id.number);
  for (clocks::Clock& clock : all) {
    const bool stops_now =
        !clock.stopped_at && std::find(stops.begin(), stops.end(), clock.span) != stops.end();
    if (!stops_now) continue;
    moved.clocks.push_back(TRY(clocks::stop(work, clock, work.now)));
  }
  referral.due_at = clocks::first_due_at(all);
  TRY(update(work, referral, open.key));
  return moved;
}

ReferralState state_of(const Referral& referral) {
  return {referral.id,     referral.bureau, referral.number,
          referral.state,  referral.due_at, given(referral.complaint_id),
          referral.version};
}

Result<ReferralState> find_state(Work& work, Id<Referral> id) {
  const auto referral = find_referral(work, work.actor, id);
  if (!referral) return refuse(Reason::missing, "referral.missing");
  return state_of(*referral);
}

std::vector<clocks::Change> start_clocks(Work& work, Referral& referral, Instant from,
                                         std::initializer_list<std::string_view> spans) {
  const workflow::Facts facts{{"source", std::string{classified(referral.bureau).source}},
                              {"dated", referral.due_on ? "yes" : "no"}};
  auto planned = clocks::plan(work, clock_subject, facts, {{workflow::CountsFrom::referred, from}});
  clocks::Changed wanted;
  const auto is_wanted = [&](std::string_view span) {
    return std::find(spans.begin(), spans.end(), span) != spans.end();
  };
  // Clocks stand by their dates, changes by their rules.
  for (const auto& clock : planned.clocks)
    if (is_wanted(clock.span)) wanted.clocks.push_back(clock);
  for (const auto& change : planned.changes)
    if (is_wanted(change.span.str())) wanted.changes.push_back(change);
  clocks::start(work, wanted, referral.id.number);
  const clocks::Snapshot snapshot(work);
  for (clocks::Clock& clock : wanted.clocks) {
    if (clock.span != answer_span) continue;
    if (referral.due_on)
      wanted.changes.push_back(clocks::set_regulators_date(work, clock, *referral.due_on));
    referral.inner_on.reset();
    if (const auto steps = clocks::steps_of(clock))
      if (const auto reckoned = workflow::reckon(*steps, snapshot.reckoning()))
        referral.inner_on = reckoned->inner_on(work.zone);
  }
  referral.due_at = clocks::first_due_at(clocks::clocks_of(work.tx, referral.id.number));
  return wanted.changes;
}

identity::Standing standing_of(const Referral& referral) {
  return {{referral.branch_id, referral.sub_branch_id, referral.outlet_id},
          referral.handling_unit_id,
          {},
          referral.accused_id,
          referral.shut_unit_id};
}

clocks::Source clock_source() {
  clocks::Source out;
  out.kind = clock_subject;
  out.find = [](Work& work, std::int64_t id) -> std::optional<clocks::Card> {
    const auto referral = find_referral(work, Actor::system(), {id});
    if (!referral) return {};
    return clocks::Card{.number = referral->number.str(),
                        .key_id = referral->key_id,
                        .standing = standing_of(*referral),
                        .due_at = referral->due_at};
  };
  out.moved = [](Work& work, std::int64_t id, std::optional<Instant> first_due_at) {
    auto referral = find_referral(work, Actor::system(), {id});
    if (!referral) return;
    referral->due_at = first_due_at;
    const auto key = sealing::key(work, referral->key_id);
    storage::cells::expect(update(work, *referral, key).has_value(),
                           "a referral moved under the sweep");
  };
  return out;
}

std::int64_t follow_unit(Work& work, const identity::PlaceChange& change, std::int64_t limit) {
  const Place place{change.branch_id, change.sub_branch_id, change.outlet_id};
  const auto left = referrals_elsewhere(work, change.unit_id, place, limit);
  for (Referral referral : left) {
    referral.branch_id = place.branch_id;
    referral.sub_branch_id = place.sub_branch_id;
    referral.outlet_id = place.outlet_id;
    const auto key = sealing::key(work, referral.key_id);
    if (!update(work, referral, key))
      throw storage::Failure(storage::Fault::serialization, "version", "referrals");
    clocks::follow_subject(work.tx, referral.id.number, standing_of(referral));
    evidence::append(work, "referral.followed_unit", evidence::Subject(referral.id, key),
                     Followed{place.branch_id, place.sub_branch_id, place.outlet_id});
  }
  return static_cast<std::int64_t>(left.size());
}

}  // namespace xb::referrals
