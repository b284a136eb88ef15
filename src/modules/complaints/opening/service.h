// Opening personal values in clear: with a reason, recorded in the log, for those who may.
#pragma once

#include <vector>

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// What may be opened.
enum class PersonalField {
  name,
  phone,
  identity_number,
  card_number,
  email,
  address,
  credit_code,
  agent_name,
  agent_phone,
  agent_identity_number,
  agent_proof,
  summary,
  description,
  claim,
  method,
  result,
  source_record
};
BOOST_DESCRIBE_ENUM(PersonalField, name, phone, identity_number, card_number, email, address,
                    credit_code, agent_name, agent_phone, agent_identity_number, agent_proof,
                    summary, description, claim, method, result, source_record)

// Why, in words; sealed in the entry, because people name people when they explain.
using OpeningReason = Personal<privacy::Prose<500>>;

struct Opening {
  std::vector<PersonalField> fields;
  OpeningReason reason;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (fields, reason))

// Those asked for that have a value.
struct OpenedFields {
  std::optional<privacy::Opened<privacy::Name>> name;
  std::optional<privacy::Opened<privacy::Phone>> phone;
  std::optional<privacy::Opened<privacy::IdentityNumber>> identity_number;
  std::optional<privacy::Opened<privacy::CardNumber>> card_number;
  std::optional<privacy::Opened<privacy::Email>> email;
  std::optional<privacy::Opened<privacy::Address>> address;
  std::optional<privacy::Opened<privacy::CreditCode>> credit_code;
  std::optional<privacy::Opened<privacy::Name>> agent_name;
  std::optional<privacy::Opened<privacy::Phone>> agent_phone;
  std::optional<privacy::Opened<privacy::IdentityNumber>> agent_identity_number;
  std::optional<privacy::Opened<AgentProof::Kind>> agent_proof;
  std::optional<privacy::Opened<Summary::Kind>> summary;
  std::optional<privacy::Opened<Description::Kind>> description;
  std::optional<privacy::Opened<Claim::Kind>> claim;
  std::optional<privacy::Opened<Note::Kind>> method;
  std::optional<privacy::Opened<Note::Kind>> result;
  std::optional<privacy::Opened<SourceRecord::Kind>> source_record;
};
BOOST_DESCRIBE_STRUCT(OpenedFields, (),
                      (name, phone, identity_number, card_number, email, address, credit_code,
                       agent_name, agent_phone, agent_identity_number, agent_proof, summary,
                       description, claim, method, result, source_record))

// Refuses with opening.no_field.
Result<OpenedFields> open_fields(Work& work, Id<Complaint> id, const Opening& input);

}  // namespace xb::complaints
