// Classifying a case anew while it is worked on: what was wrong, what is right, and why.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// What is told replaces what stands; what is not told stays.
struct Reclassification {
  std::optional<Code> source;
  std::optional<Code> intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  std::optional<Code> product;
  std::optional<Code> region;
  std::optional<Codes> rights;
  std::optional<Codes> claim_kinds;
  std::optional<Codes> customer_groups;
  std::optional<std::int64_t> amount_fen;  // in dispute
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Reclassification, (),
                      (source, intake_channel, business_channel, business, cause, product, region,
                       rights, claim_kinds, customer_groups, amount_fen, reason))

// One member before and after; lists with commas.
struct ClassChange {
  std::string member;
  std::string from;  // empty for none
  std::string to;
};
BOOST_DESCRIBE_STRUCT(ClassChange, (), (member, from, to))

// Puts what is told into the case and its details, and stores the details; the case is the caller's
// to store. Refuses with field.negative, field.too_large, field.personal, taxonomy.unknown,
// taxonomy.retired or classification.unchanged.
struct OpenComplaint;
Result<std::vector<ClassChange>> apply_classes(Work& work, OpenComplaint& open,
                                               const Reclassification& told);

// Clocks that run go on as they are: a limit is that of the day it began. Refuses with
// complaint.missing, complaint.wrong_state (once it is over), version.changed, field.personal,
// taxonomy.unknown, taxonomy.retired or classification.unchanged.
Result<ComplaintState> reclassify(Work& work, Id<Complaint> id, const Reclassification& input);

}  // namespace xb::complaints
