#include "modules/complaints/importing/service.h"

#include <algorithm>

#include "modules/complaints/numbers.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Imported {
  std::string number;
  State state = State::registered;
  std::optional<Code> source;
  std::string intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Instant received_at;
  std::optional<Instant> closed_at;
  Id<Complainant> complainant_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<SourceRecord> source_record;
};
BOOST_DESCRIBE_STRUCT(Imported, (),
                      (number, state, source, intake_channel, business_channel, business, cause,
                       received_at, closed_at, complainant_id, branch_id, sub_branch_id, outlet_id,
                       summary, description, claim, source_record))

struct ImportUndone {
  State state = State::registered;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
};
BOOST_DESCRIBE_STRUCT(ImportUndone, (), (state, branch_id, sub_branch_id, outlet_id))

Result<ImportedComplaint> read(const boost::json::object& object) {
  return Json<ImportedComplaint>::read(object);
}

// Looking at a case is no work on it.
bool is_untouched(Work& work, std::int64_t id) {
  constexpr std::size_t looked_at_max = 100;
  const auto entries = evidence::timeline(work, id, 0, looked_at_max);
  return entries.size() < looked_at_max &&
         std::all_of(entries.begin(), entries.end(), [](const evidence::TimelineEntry& entry) {
           return entry.kind == "complaint.imported" || entry.kind == "complaint.opened";
         });
}

void remove(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, Scope::whole_bank(), id);
  if (!complaint) return;
  const auto key = sealing::key(work, complaint->key_id);
  evidence::append(work, "complaint.import_undone", evidence::Subject(id, key),
                   ImportUndone{complaint->state, complaint->branch_id, complaint->sub_branch_id,
                                complaint->outlet_id});
  erase(work, *complaint);
}

}  // namespace

Result<void> check(const ImportedComplaint& input, Instant now) {
  if (input.complainant) TRY(check(*input.complainant));
  TRY(check_received_at(input.received_at, now));
  if (input.closed_at && *input.closed_at < input.received_at)
    return refuse(Reason::invalid, "complaint.closed_early", "closed_at");
  if (input.closed_at && *input.closed_at > now)
    return refuse(Reason::invalid, "field.in_future", "closed_at");
  return {};
}

Id<Complaint> import_complaint(Work& work, const ImportedComplaint& input) {
  Id<Complainant> complainant_id;
  if (input.complainant)
    complainant_id = add_complainant(work, *input.complainant, sealing::new_key(work)).id;
  const auto key = sealing::new_key(work);
  const auto id = work.new_id<Complaint>();
  const State state = input.state.value_or(State::registered);
  Complaint complaint{
      .id = id,
      .key_id = key.id(),
      .number = number_for(work.keys, work.zone.date(work.now), id),
      .state = state,
      .origin = Origin::imported,
      .source = input.source,
      .intake_channel = input.intake_channel,
      .business_channel = input.business_channel,
      .business = input.business,
      .cause = input.cause,
      .summary = input.summary,
      .description = input.description,
      .claim = input.claim,
      .source_record = input.source_record,
      .complainant_id = complainant_id,
      .received_at = input.received_at,
      .registered_at = work.now,
      .closed_at = input.closed_at,
      .branch_id = work.actor.place.branch_id,
      .sub_branch_id = work.actor.place.sub_branch_id,
      .outlet_id = work.actor.place.outlet_id,
  };
  if (state == State::registered)
    complaint.due_at = start_clock(work, id, workflow::Span::decide, input.received_at).due_at;
  insert(work, complaint, key);
  evidence::append(work, "complaint.imported", evidence::Subject::made_now(id, key),
                   Imported{complaint.number, state, input.source, input.intake_channel.str(),
                            input.business_channel, input.business, input.cause, input.received_at,
                            input.closed_at, complainant_id, complaint.branch_id,
                            complaint.sub_branch_id, complaint.outlet_id, input.summary,
                            input.description, input.claim, input.source_record});
  return id;
}

exchange::Target import_target() {
  exchange::Target target;
  target.name = "complaints";
  for_each_member<ImportedComplaint>([&](std::string_view name, auto) {
    if (name != "complainant") target.fields.emplace(name);
  });
  for_each_member<NewComplainant>([&](std::string_view name, auto) {
    target.fields.insert("complainant." + std::string{name});
  });
  target.check = [](const boost::json::object& object, Instant now) -> Result<void> {
    const auto input = TRY(read(object));
    return check(input, now);
  };
  target.store = [](Work& work, const boost::json::object& object) {
    return import_complaint(work, *read(object)).number;
  };
  target.is_untouched = [](Work& work, std::int64_t id) { return is_untouched(work, id); };
  target.remove = [](Work& work, std::int64_t id) { remove(work, {id}); };
  return target;
}

}  // namespace xb::complaints
