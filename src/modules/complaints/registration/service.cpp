#include "modules/complaints/registration/service.h"

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/members.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/store.h"

namespace xb::complaints {

Complainant add_complainant(Work& work, const NewComplainant& input, const sealing::DataKey& key) {
  Complainant complainant{
      .id = work.new_id<Complainant>(),
      .key_id = key.id(),
      .name = input.name,
      .phone = input.phone,
      .identity_number = input.identity_number,
      .card_number = input.card_number,
      .email = input.email,
      .address = input.address,
      .credit_code = input.credit_code,
      .phone_index = sealing::BlindIndex<privacy::Phone>::of(work.keys, input.phone),
      .identity_number_index =
          sealing::BlindIndex<privacy::IdentityNumber>::of(work.keys, input.identity_number),
      .card_number_index =
          sealing::BlindIndex<privacy::CardNumber>::of(work.keys, input.card_number),
      .email_index = sealing::BlindIndex<privacy::Email>::of(work.keys, input.email),
      .credit_code_index =
          sealing::BlindIndex<privacy::CreditCode>::of(work.keys, input.credit_code),
  };
  insert(work, complainant, key);
  return complainant;
}

namespace {

Result<void> check_person(Work& work, Id<Person> id, const char* field) {
  if (!identity::find_colleague(work.tx, id))
    return refuse(Reason::invalid, "person.missing", field);
  return {};
}

// Who is spoken of beside the complainant: stored with the case, and kept from the accused.
Result<void> add_staff(Work& work, const NewComplaint& input, Complaint& complaint) {
  complaint.responsible_id = input.heard_by_id.value_or(work.actor.person);
  if (input.heard_by_id) TRY(check_person(work, *input.heard_by_id, "heard_by_id"));
  if (!input.accused_id) return {};
  const Id<Person> accused = *input.accused_id;
  TRY(check_person(work, accused, "accused_id"));
  const bool is_involved = accused == work.actor.person || accused == work.actor.on_behalf_of ||
                           accused == complaint.responsible_id;
  if (is_involved) return refuse(Reason::conflict, "complaint.conflict_of_interest", "accused_id");
  set_accused(work, complaint, accused);
  return {};
}

// A department of the head office has no place of its own. What it takes in lies with it until it
// is dispatched, or whoever heard it first would not see it again, and nobody below the president
// would be told of its limits.
Id<Unit> kept_with(Work& work, const Complaint& complaint) {
  if (work.actor.place.branch_id) return {};
  const auto unit = identity::find_unit(work.tx, work.actor.unit);
  if (!unit || unit->kind != identity::UnitKind::department) return {};
  return check_conflict(work, complaint, unit->id, {}) ? unit->id : Id<Unit>{};
}

clocks::Changed plan_clocks(Work& work, const Complaint& complaint) {
  using workflow::CountsFrom;
  if (is_over(complaint.state)) return {};
  return clocks::plan(work, clock_subject(complaint), facts_of(complaint),
                      {{CountsFrom::received, complaint.received_at},
                       {CountsFrom::registered, complaint.registered_at}});
}

bool is_known(const NewComplainant& complainant) { return check(complainant).has_value(); }

Complaint complaint_of(Work& work, IntakeKind kind, const NewComplaint& input) {
  const bool is_settled = kind == IntakeKind::on_the_spot;
  Complaint out{.kind = kind,
                .state = is_settled ? State::closed : State::registered,
                .source = input.source,
                .intake_channel = input.intake_channel,
                .business_channel = input.business_channel,
                .business = input.business,
                .cause = input.cause,
                .summary = input.summary,
                .description = input.description,
                .claim = input.claim,
                .received_at = input.received_at.value_or(work.now),
                .registered_at = work.now,
                .branch_id = work.actor.place.branch_id,
                .sub_branch_id = work.actor.place.sub_branch_id,
                .outlet_id = work.actor.place.outlet_id,
                .customer_kind = input.customer_kind,
                .product = input.product,
                .region = input.region,
                .customer_groups = input.customer_groups.value_or(Codes{})};
  if (is_settled) out.closed_at = work.now;
  return out;
}

ComplaintDetails details_of(const NewComplaint& input) {
  ComplaintDetails out{.rights = input.rights.value_or(Codes{}),
                       .claim_kinds = input.claim_kinds.value_or(Codes{}),
                       .amount_fen = input.amount_fen,
                       .method = input.method,
                       .result = input.result};
  if (input.agent) {
    out.agent_relation = Code::trusted(input.agent->relation.str());
    out.agent_name = input.agent->name;
    out.agent_phone = input.agent->phone;
    out.agent_identity_number = input.agent->identity_number;
    out.agent_proof = input.agent->proof;
  }
  return out;
}

// Whatever was told is checked and in codes.
Result<NewComplaint> settled(Work& work, IntakeKind kind, const NewComplaint& told) {
  TRY(check_codes(told));
  TRY(check(kind, told));
  const Instant received_at = told.received_at.value_or(work.now);
  TRY(check_received_at(received_at, work.now));
  NewComplaint out = told;
  const Date day = work.zone.date(work.now);  // what may be chosen is what is in use today
  TRY(choose_codes(words(work), day, out));
  if (out.agent) {
    auto relation = words(work).choose("agent_relation", out.agent->relation.str(), day);
    if (!relation) return at_field("agent.relation", std::move(relation).error());
    out.agent->relation = RequiredCode::trusted(std::move(*relation));
  }
  return out;
}

Registered entry_of(const Complaint& complaint, const Complainant& person,
                    const ComplaintDetails& details, const clocks::Changed& clocks) {
  Registered out;
  take_members(out, person);
  take_members(out, details);
  take_members(out, complaint);
  out.clocks = clocks.changes;
  out.supplement_grounds = supplement_grounds(supplied_by(complaint, person, details));
  return out;
}

// What was settled on the spot, and praise, nobody follows.
bool is_followed(IntakeKind kind) {
  return kind != IntakeKind::on_the_spot && kind != IntakeKind::praise;
}

// What the clerk sees at once.
Registration answer_of(Work& work, const Complaint& complaint, const Complainant& person,
                       const ComplaintDetails& details, const std::vector<EarlierCase>& cases,
                       ComplaintState state) {
  Registration out;
  static_cast<ComplaintState&>(out) = std::move(state);
  out.kind = complaint.kind;
  out.is_repeat = bool{complaint.repeats_id};
  const std::string number = number_in_sight(work, work.actor, complaint.repeats_id);
  if (!number.empty()) out.repeats_number = number;
  out.earlier = matters_in_sight(work, cases);
  out.care = care_of(words(work), complaint.customer_groups);
  out.supplement_grounds = supplement_grounds(supplied_by(complaint, person, details));
  if (is_followed(complaint.kind))
    out.receipt_code = receipt_code(work.keys, complaint.id, complaint.receipt_epoch);
  return out;
}

}  // namespace

Result<Registration> register_complaint(Work& work, const NewComplaint& input) {
  return take_in(work, IntakeKind::complaint, input);
}

Result<Registration> take_in(Work& work, IntakeKind kind, const NewComplaint& told) {
  const NewComplaint input = TRY(settled(work, kind, told));
  Complaint complaint = complaint_of(work, kind, input);
  TRY(add_staff(work, input, complaint));
  complaint.handling_unit_id = kept_with(work, complaint);
  std::vector<Term> terms = terms_of(work, input.complainant);
  const auto cases = cases_of_person(work, terms, {}, earlier_max);
  complaint.repeats_id = TRY(repeated_by(work, complaint, cases, input.repeats_number));

  Complainant person;
  if (is_known(input.complainant))
    person = add_complainant(work, input.complainant, sealing::new_key(work));
  const auto key = sealing::new_key(work);
  complaint.key_id = key.id();
  complaint.complainant_id = person.id;
  auto clocks = plan_clocks(work, complaint);
  complaint.due_at = clocks::first_due_at(clocks.clocks);
  insert_numbered(work, complaint, key);
  ComplaintDetails details = details_of(input);
  details.id = complaint.id;
  details.key_id = key.id();
  if (!details.is_empty()) insert(work, details, key);
  clocks::start(work, clocks, complaint.id.number);
  evidence::append(work, "complaint.registered", evidence::Subject::made_now(complaint.id, key),
                   entry_of(complaint, person, details, clocks));
  return answer_of(work, complaint, person, details, cases,
                   state_of(work, complaint, clocks.clocks));
}

Result<Registration> find_registration(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  const auto person = find_complainant(work, complaint->complainant_id).value_or(Complainant{});
  const auto cases = cases_of_person(work, terms_of(person), id, earlier_max);
  return answer_of(work, *complaint, person, find_details(work, id).value_or(ComplaintDetails{}),
                   cases, state_of(work, *complaint));
}

}  // namespace xb::complaints
