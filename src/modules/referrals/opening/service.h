// Opening what a bureau told in clear: with a reason, recorded in the log, for those who may.
#pragma once

#include "modules/referrals/types.h"
#include "platform/storage/work.h"

namespace xb::referrals {

enum class PersonalField { complainant_name, phone, wording, demand, source_record };
BOOST_DESCRIBE_ENUM(PersonalField, complainant_name, phone, wording, demand, source_record)

struct Opening {
  std::vector<PersonalField> fields;
  Personal<privacy::Prose<500>> reason;  // sealed: people name people when they explain
};
BOOST_DESCRIBE_STRUCT(Opening, (), (fields, reason))

// Those asked for that have a value.
struct OpenedReferral {
  std::optional<privacy::Opened<privacy::Name>> complainant_name;
  std::optional<privacy::Opened<PhonePart>> phone;
  std::optional<privacy::Opened<Wording::Kind>> wording;
  std::optional<privacy::Opened<Demand::Kind>> demand;
  std::optional<privacy::Opened<complaints::SourceRecord::Kind>> source_record;
};
BOOST_DESCRIBE_STRUCT(OpenedReferral, (), (complainant_name, phone, wording, demand, source_record))

// Refuses with opening.no_field or referral.missing.
Result<OpenedReferral> open_fields(Work& work, Id<Referral> id, const Opening& input);

}  // namespace xb::referrals
