// Registering a complaint: who complains, about what, and when it was received.
#pragma once

#include "modules/complaints/earlier/service.h"
#include "modules/complaints/types.h"
#include "platform/clocks/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// What registering answers beside the state: what the clerk should see at once.
struct Registration : ComplaintState {
  IntakeKind kind = IntakeKind::complaint;
  bool is_repeat = false;
  std::optional<std::string> repeats_number;    // where the viewer may see that case
  std::vector<EarlierMatter> earlier;           // of the same person, newest first
  std::vector<std::string> care;                // codes of `care`, owed to whom it concerns
  std::vector<std::string> supplement_grounds;  // what is missing and may be asked for
  // For the printed receipt alone (safety.md 17); none of what is not followed in the portal.
  std::optional<std::string> receipt_code;
};
BOOST_DESCRIBE_STRUCT(Registration, (ComplaintState),
                      (kind, is_repeat, repeats_number, earlier, care, supplement_grounds,
                       receipt_code))

// Refuses with complaint.complainant_unknown, complaint.conflict_of_interest (who registers or
// heard it is the accused), complaint.credit_code_unwanted, complaint.repeat_unknown,
// person.missing, taxonomy.unknown, taxonomy.retired, field.personal, field.in_future,
// field.too_early or intake.unwanted.
Result<Registration> register_complaint(Work& work, const NewComplaint& input);
// The same for what is no complaint. What was settled on the spot is closed at once.
Result<Registration> take_in(Work& work, IntakeKind kind, const NewComplaint& input);

// The answer again, as things stand now. Refuses with complaint.missing.
Result<Registration> find_registration(Work& work, Id<Complaint> id);

// Stores who complains under a key of its own.
Complainant add_complainant(Work& work, const NewComplainant& input, const sealing::DataKey& key);

// What the entry of a registration commits to.
struct Registered {
  std::string number;
  IntakeKind kind = IntakeKind::complaint;
  State state = State::registered;
  std::optional<Code> source;
  std::string intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Instant received_at;
  Id<Complainant> complainant_id;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  std::vector<clocks::Change> clocks;
  Id<Person> responsible_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  std::vector<std::string> rights;
  std::vector<std::string> claim_kinds;
  std::vector<std::string> customer_groups;
  std::optional<std::int64_t> amount_fen;
  Id<Complaint> repeats_id;
  std::optional<Code> agent_relation;
  std::vector<std::string> supplement_grounds;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  std::optional<Personal<privacy::Name>> agent_name;
  std::optional<Personal<privacy::Phone>> agent_phone;
  std::optional<Personal<privacy::IdentityNumber>> agent_identity_number;
  std::optional<AgentProof> agent_proof;
  std::optional<Note> method;
  std::optional<Note> result;
};
BOOST_DESCRIBE_STRUCT(Registered, (),
                      (number, kind, state, source, intake_channel, business_channel, business,
                       cause, received_at, complainant_id, branch_id, sub_branch_id, outlet_id,
                       handling_unit_id, clocks, responsible_id, accused_id, shut_unit_id,
                       customer_kind, product, region, rights, claim_kinds, customer_groups,
                       amount_fen, repeats_id, agent_relation, supplement_grounds, summary,
                       description, claim, name, phone, identity_number, card_number, email,
                       address, credit_code, agent_name, agent_phone, agent_identity_number,
                       agent_proof, method, result))

}  // namespace xb::complaints
