#include "modules/referrals/arrival/service.h"

#include <algorithm>

#include "modules/referrals/rules.h"
#include "modules/referrals/service.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"

namespace xb::referrals {
namespace {

struct Received {
  Bureau bureau = Bureau::nfra;
  std::string number;
  Instant received_at;
  std::optional<Date> due_on;
  std::optional<Topic> topic;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  std::vector<clocks::Change> clocks;
  std::optional<Personal<privacy::Name>> complainant_name;
  std::optional<Personal<PhonePart>> phone;
  Wording wording;
  std::optional<Demand> demand;
  std::optional<complaints::SourceRecord> source_record;
};
BOOST_DESCRIBE_STRUCT(Received, (),
                      (bureau, number, received_at, due_on, topic, branch_id, sub_branch_id,
                       outlet_id, clocks, complainant_name, phone, wording, demand, source_record))

struct ImportUndone {
  Bureau bureau = Bureau::nfra;
  std::string number;
};
BOOST_DESCRIBE_STRUCT(ImportUndone, (), (bureau, number))

// Looking at a referral is no work on it, nor what clocks do by themselves.
bool is_untouched(Work& work, std::int64_t id) {
  constexpr std::size_t looked_at_max = 100;
  const auto entries = evidence::timeline(work, id, 0, looked_at_max);
  return entries.size() < looked_at_max &&
         std::all_of(entries.begin(), entries.end(), [](const evidence::TimelineEntry& entry) {
           return entry.kind == "referral.received" || entry.kind == "referral.opened" ||
                  (entry.kind.starts_with("clock.") && entry.kind != "clock.acknowledged");
         });
}

void remove(Work& work, Id<Referral> id) {
  const auto referral = find_referral(work, Actor::system(), id);
  if (!referral) return;
  const auto key = sealing::key(work, referral->key_id);
  evidence::append(work, "referral.import_undone", evidence::Subject(id, key),
                   ImportUndone{referral->bureau, referral->number.str()});
  erase(work, *referral);
}

}  // namespace

Id<Referral> receive(Work& work, const NewReferral& input) {
  const auto key = sealing::new_key(work);
  Referral referral{.id = work.new_id<Referral>(),
                    .key_id = key.id(),
                    .bureau = input.bureau,
                    .number = input.number,
                    .received_at = input.received_at,
                    .due_on = input.due_on,
                    .inner_on = {},
                    .due_at = {},
                    .complainant_name = input.complainant_name,
                    .phone = input.phone,
                    .topic = input.topic,
                    .wording = input.wording,
                    .demand = input.demand,
                    .source_record = input.source_record,
                    .registered_at = work.now,
                    .branch_id = work.actor.place.branch_id,
                    .sub_branch_id = work.actor.place.sub_branch_id,
                    .outlet_id = work.actor.place.outlet_id};
  const auto clocks =
      start_clocks(work, referral, input.received_at, {sign_in_span, contact_span, answer_span});
  insert(work, referral, key);
  evidence::append(work, "referral.received", evidence::Subject::made_now(referral.id, key),
                   Received{input.bureau, input.number.str(), input.received_at, input.due_on,
                            input.topic, referral.branch_id, referral.sub_branch_id,
                            referral.outlet_id, clocks, input.complainant_name, input.phone,
                            input.wording, input.demand, input.source_record});
  return referral.id;
}

exchange::Target import_target(Zone zone) {
  exchange::Target target;
  target.name = "referrals";
  for_each_member<NewReferral>([&](std::string_view name, auto) { target.fields.emplace(name); });
  target.check = [zone](const boost::json::object& object, Instant now) -> Result<void> {
    const auto input = TRY(Json<NewReferral>::read(object));
    return check(input, now, zone);
  };
  target.store = [](Work& work, const boost::json::object& object) {
    return receive(work, *Json<NewReferral>::read(object)).number;
  };
  target.is_known = [](Work& work, const boost::json::object& object) {
    const auto input = Json<NewReferral>::read(object);
    return input && is_there(work.tx, input->bureau, input->number.str());
  };
  target.is_untouched = [](Work& work, std::int64_t id) { return is_untouched(work, id); };
  target.remove = [](Work& work, std::int64_t id) { remove(work, {id}); };
  return target;
}

}  // namespace xb::referrals
