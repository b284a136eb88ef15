#include "modules/complaints/importing/service.h"

#include <algorithm>

#include "modules/complaints/members.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/privacy/detect.h"

namespace xb::complaints {
namespace {

constexpr std::string_view target_name = "complaints";

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
  std::vector<clocks::Change> clocks;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  std::optional<std::int64_t> amount_fen;
  std::vector<std::string> unknown_codes;  // members whose value no taxonomy knew
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<SourceRecord> source_record;
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
};
BOOST_DESCRIBE_STRUCT(Imported, (),
                      (number, state, source, intake_channel, business_channel, business, cause,
                       received_at, closed_at, complainant_id, branch_id, sub_branch_id, outlet_id,
                       clocks, customer_kind, product, region, amount_fen, unknown_codes, summary,
                       description, claim, source_record, name, phone, identity_number, credit_code,
                       card_number, email, address))

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

// A day stands for its start, which may be before the hour of receipt: nothing ends before it came.
std::optional<Instant> end_of(const ImportedComplaint& input) {
  if (!input.closed_at) return {};
  return std::max(*input.closed_at, input.received_at);
}

// Looking at a case is no work on it, nor what clocks do by themselves.
bool is_untouched(Work& work, std::int64_t id) {
  constexpr std::size_t looked_at_max = 100;
  const auto entries = evidence::timeline(work, id, 0, looked_at_max);
  return entries.size() < looked_at_max &&
         std::all_of(entries.begin(), entries.end(), [](const evidence::TimelineEntry& entry) {
           return entry.kind == "complaint.imported" || entry.kind == "complaint.opened" ||
                  (entry.kind.starts_with("clock.") && entry.kind != "clock.acknowledged");
         });
}

// What is over has no limits, and what others have registered none that count from our
// registration.
clocks::Changed plan_clocks(Work& work, const Complaint& complaint) {
  if (is_over(complaint.state)) return {};
  return clocks::plan(work, clock_subject(complaint), facts_of(complaint),
                      {{workflow::CountsFrom::received, complaint.received_at}});
}

void remove(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, Actor::system(), id);
  if (!complaint) return;
  const auto key = sealing::key(work, complaint->key_id);
  evidence::append(work, "complaint.import_undone", evidence::Subject(id, key),
                   ImportUndone{complaint->state, complaint->branch_id, complaint->sub_branch_id,
                                complaint->outlet_id});
  erase(work, *complaint);
}

}  // namespace

Result<void> check(const ImportedComplaint& input, Instant now, Zone zone) {
  TRY(check_codes(input));
  if (input.complainant) TRY(check(*input.complainant));
  TRY(check_amount(input.amount_fen));
  TRY(check_received_at(input.received_at, now));
  return check_end({input.state.value_or(State::registered), input.received_at, input.closed_at},
                   now, zone);
}

Id<Complaint> import_complaint(Work& work, const ImportedComplaint& told) {
  ImportedComplaint input = told;
  Codes unknown = recognise_codes(words(work), input);
  Complainant person;
  if (input.complainant) person = add_complainant(work, *input.complainant, sealing::new_key(work));
  const auto key = sealing::new_key(work);
  const State state = input.state.value_or(State::registered);
  Complaint complaint{
      .key_id = key.id(),
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
      .complainant_id = person.id,
      .received_at = input.received_at,
      .registered_at = work.now,
      .closed_at = end_of(input),
      .branch_id = work.actor.place.branch_id,
      .sub_branch_id = work.actor.place.sub_branch_id,
      .outlet_id = work.actor.place.outlet_id,
      .customer_kind = input.customer_kind,
      .product = input.product,
      .region = input.region,
      .customer_groups = {},
      .repeats_id = {},
      .unknown_codes = std::move(unknown),
  };
  auto clocks = plan_clocks(work, complaint);
  complaint.due_at = clocks::first_due_at(clocks.clocks);
  insert_numbered(work, complaint, key);
  const auto id = complaint.id;
  const ComplaintDetails details{.id = id,
                                 .key_id = complaint.key_id,
                                 .rights = {},
                                 .claim_kinds = {},
                                 .amount_fen = input.amount_fen};
  if (!details.is_empty()) insert(work, details, key);
  clocks::start(work, clocks, id.number);
  Imported imported;
  imported.amount_fen = details.amount_fen;
  take_members(imported, person);
  take_members(imported, complaint);
  imported.clocks = clocks.changes;
  evidence::append(work, "complaint.imported", evidence::Subject::made_now(id, key), imported);
  return id;
}

std::optional<std::string> source_number_of(storage::Transaction& tx, const Complaint& complaint) {
  if (complaint.origin != Origin::imported) return {};
  auto out = exchange::source_id_of(tx, target_name, complaint.id.number);
  const auto found = privacy::detect(out.value_or(std::string{}));
  // A number of cases may look like that of a card; who names cases by people tells too much.
  const bool names_somebody = std::any_of(found.begin(), found.end(), [](const auto& one) {
    return one.what != privacy::Identifier::card_number;
  });
  if (names_somebody) out.reset();
  return out;
}

exchange::Target import_target(Zone zone) {
  exchange::Target target;
  target.name = target_name;
  for_each_member<ImportedComplaint>([&](std::string_view name, auto) {
    if (name != "complainant") target.fields.emplace(name);
  });
  for_each_member<NewComplainant>([&](std::string_view name, auto) {
    target.fields.insert("complainant." + std::string{name});
  });
  target.check = [zone](const boost::json::object& object, Instant now) -> Result<void> {
    const auto input = TRY(read(object));
    return check(input, now, zone);
  };
  target.store = [](Work& work, const boost::json::object& object) {
    return import_complaint(work, *read(object)).number;
  };
  target.is_untouched = [](Work& work, std::int64_t id) { return is_untouched(work, id); };
  target.remove = [](Work& work, std::int64_t id) { remove(work, {id}); };
  return target;
}

}  // namespace xb::complaints
