// Registering a complaint: who complains, about what, and when it was received.
#pragma once

#include "modules/complaints/types.h"
#include "platform/clocks/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Refuses with complaint.complainant_unknown, complaint.conflict_of_interest (who registers or
// heard it is the accused), person.missing, field.personal, field.in_future or field.too_early.
Result<ComplaintState> register_complaint(Work& work, const NewComplaint& input);

// Stores who complains under a key of its own.
Complainant add_complainant(Work& work, const NewComplainant& input, const sealing::DataKey& key);

// What the entry of a registration commits to.
struct Registered {
  std::string number;
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
  std::vector<clocks::Change> clocks;
  Id<Person> responsible_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  std::optional<Personal<privacy::Name>> name;
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
  std::optional<Personal<privacy::Address>> address;
};
BOOST_DESCRIBE_STRUCT(Registered, (),
                      (number, source, intake_channel, business_channel, business, cause,
                       received_at, complainant_id, branch_id, sub_branch_id, outlet_id, clocks,
                       responsible_id, accused_id, shut_unit_id, summary, description, claim, name,
                       phone, identity_number, card_number, email, address))

}  // namespace xb::complaints
