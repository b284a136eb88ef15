// Complaints from elsewhere: a register kept in a spreadsheet, another system's file. The entry
// says `imported`, its time is now, the dates of the source stand in the payload; a closed case
// gets no running clock.
#pragma once

#include "modules/complaints/types.h"
#include "platform/exchange/import.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// One foreign record in our fields.
struct ImportedComplaint {
  std::optional<State> state;  // registered, if the source does not say
  std::optional<Code> source;
  RequiredCode intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  Instant received_at;
  std::optional<Instant> closed_at;
  std::optional<NewComplainant> complainant;
  std::optional<SourceRecord> source_record;
};
BOOST_DESCRIBE_STRUCT(ImportedComplaint, (),
                      (state, source, intake_channel, business_channel, business, cause, summary,
                       description, claim, received_at, closed_at, complainant, source_record))

// Refuses with complaint.complainant_unknown, field.in_future, field.too_early or
// complaint.closed_early.
Result<void> check(const ImportedComplaint& input, Instant now);

Id<Complaint> import_complaint(Work& work, const ImportedComplaint& input);

// What exchange/ needs to import complaints.
exchange::Target import_target();

}  // namespace xb::complaints
