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
  std::optional<CustomerKind> customer_kind;
  std::optional<Code> product;
  std::optional<Code> region;
  std::optional<std::int64_t> amount_fen;  // in dispute
  std::optional<NewComplainant> complainant;
  std::optional<SourceRecord> source_record;
};
BOOST_DESCRIBE_STRUCT(ImportedComplaint, (),
                      (state, source, intake_channel, business_channel, business, cause, summary,
                       description, claim, received_at, closed_at, customer_kind, product, region,
                       amount_fen, complainant, source_record))

// Refuses with field.personal, complaint.complainant_unknown, field.in_future, field.too_early,
// field.negative, field.too_large, complaint.not_closed or complaint.closed_early.
Result<void> check(const ImportedComplaint& input, Instant now, Zone zone);

// Values that a taxonomy knows by code or name are stored as codes; others stay as they stand, and
// the complaint names the members. An end that is a day counts from the receipt where both are of
// one day.
Id<Complaint> import_complaint(Work& work, const ImportedComplaint& input);

// By which its source names what was imported; nothing where that is somebody's identity number,
// telephone or address.
std::optional<std::string> source_number_of(storage::Transaction& tx, const Complaint& complaint);

// What exchange/ needs to import complaints; `zone` is that of the mapping that reads the days.
exchange::Target import_target(Zone zone = {});

}  // namespace xb::complaints
