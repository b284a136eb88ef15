#include "modules/complaints/registration/service.h"

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
      .phone_index = sealing::BlindIndex<privacy::Phone>::of(work.keys, input.phone),
      .identity_number_index =
          sealing::BlindIndex<privacy::IdentityNumber>::of(work.keys, input.identity_number),
      .card_number_index =
          sealing::BlindIndex<privacy::CardNumber>::of(work.keys, input.card_number),
      .email_index = sealing::BlindIndex<privacy::Email>::of(work.keys, input.email),
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

clocks::Changed plan_clocks(Work& work, const Complaint& complaint) {
  using workflow::CountsFrom;
  return clocks::plan(work, clock_subject, facts_of(complaint),
                      {{CountsFrom::received, complaint.received_at},
                       {CountsFrom::registered, complaint.registered_at}});
}

}  // namespace

Result<ComplaintState> register_complaint(Work& work, const NewComplaint& input) {
  TRY(check_codes(input));
  TRY(check(input.complainant));
  const Instant received_at = input.received_at.value_or(work.now);
  TRY(check_received_at(received_at, work.now));

  const auto person_key = sealing::new_key(work);
  const auto key = sealing::new_key(work);
  const Complainant complainant = add_complainant(work, input.complainant, person_key);
  Complaint complaint{
      .key_id = key.id(),
      .source = input.source,
      .intake_channel = input.intake_channel,
      .business_channel = input.business_channel,
      .business = input.business,
      .cause = input.cause,
      .summary = input.summary,
      .description = input.description,
      .claim = input.claim,
      .complainant_id = complainant.id,
      .received_at = received_at,
      .registered_at = work.now,
      .branch_id = work.actor.place.branch_id,
      .sub_branch_id = work.actor.place.sub_branch_id,
      .outlet_id = work.actor.place.outlet_id,
  };
  TRY(add_staff(work, input, complaint));
  auto clocks = plan_clocks(work, complaint);
  complaint.due_at = clocks::first_due_at(clocks.clocks);
  insert_numbered(work, complaint, key);
  clocks::start(work, clocks, complaint.id.number);
  evidence::append(work, "complaint.registered", evidence::Subject::made_now(complaint.id, key),
                   Registered{complaint.number,
                              complaint.source,
                              complaint.intake_channel.str(),
                              complaint.business_channel,
                              complaint.business,
                              complaint.cause,
                              received_at,
                              complainant.id,
                              complaint.branch_id,
                              complaint.sub_branch_id,
                              complaint.outlet_id,
                              clocks.changes,
                              complaint.responsible_id,
                              complaint.accused_id,
                              complaint.shut_unit_id,
                              complaint.summary,
                              complaint.description,
                              complaint.claim,
                              complainant.name,
                              complainant.phone,
                              complainant.identity_number,
                              complainant.card_number,
                              complainant.email,
                              complainant.address});
  return state_of(work, complaint, clocks.clocks);
}

}  // namespace xb::complaints
