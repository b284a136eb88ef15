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
  summary,
  description,
  claim,
  source_record
};
BOOST_DESCRIBE_ENUM(PersonalField, name, phone, identity_number, card_number, email, address,
                    summary, description, claim, source_record)

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
  std::optional<privacy::Opened<Summary::Kind>> summary;
  std::optional<privacy::Opened<Description::Kind>> description;
  std::optional<privacy::Opened<Claim::Kind>> claim;
  std::optional<privacy::Opened<SourceRecord::Kind>> source_record;
};
BOOST_DESCRIBE_STRUCT(OpenedFields, (),
                      (name, phone, identity_number, card_number, email, address, summary,
                       description, claim, source_record))

// Refuses with opening.no_field.
Result<OpenedFields> open_fields(Work& work, Id<Complaint> id, const Opening& input);

}  // namespace xb::complaints
