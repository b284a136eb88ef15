// Evidence that will be gone by itself (C34): somebody is asked to keep it, a clock warns before it
// is gone, and what came of it is proved. Each item has a chain of its own for its clock, and its
// case tells of it.
#pragma once

#include "modules/complaints/preservation/store.h"

namespace xb::complaints {

struct PreservationRequest {
  EvidenceKind kind = EvidenceKind::other;
  EvidenceText what;                  // which stretch, device, counter, call
  std::optional<EvidenceText> place;  // where it lies
  EvidenceText keeper;                // who was asked
  Date recorded_on;                   // the day of which it is
  std::optional<Date> kept_until;     // the last day it is there, if its keeper says; else by rule
};
BOOST_DESCRIBE_STRUCT(PreservationRequest, (), (kind, what, place, keeper, recorded_on, kept_until))

// Refuses with complaint.missing, version.changed, field.in_future, preservation.gone_before or
// preservation.no_rule.
Result<PreservationView> request_preservation(Work& work, Id<Complaint> id,
                                              const PreservationRequest& input);

enum class Preserved { preserved, lost };
BOOST_DESCRIBE_ENUM(Preserved, preserved, lost)

struct PreservationOutcome {
  Preserved outcome = Preserved::preserved;
  std::optional<Id<Attachment>> attachment_id;  // the proof, or the evidence itself
  std::optional<EvidenceText> note;
};
BOOST_DESCRIBE_STRUCT(PreservationOutcome, (), (outcome, attachment_id, note))

// Refuses with preservation.missing, version.changed, preservation.settled,
// preservation.proof_missing, preservation.reason_missing, attachment.missing or attachment.void.
Result<PreservationView> settle_preservation(Work& work, Id<Preservation> id,
                                             const PreservationOutcome& input);

// What is asked for and still there, the first to be gone first; with `sort=requested_at` all.
Result<storage::Page<PreservationView>> list_preservations(Work& work,
                                                           const storage::ListRequest& request);
// Refuses with preservation.missing.
Result<PreservationView> show_preservation(Work& work, Id<Preservation> id);

}  // namespace xb::complaints
