// The words of evidence preservation (证据留存): what somebody was asked to keep, until when it is
// there, and what came of it.
#pragma once

#include "modules/complaints/attachments/types.h"
#include "modules/complaints/types.h"

namespace xb::complaints {

enum class EvidenceKind {
  cctv,             // 监控
  sales_recording,  // 双录
  call_recording,   // 录音
  transaction_log,
  voucher,  // 凭证影像
  other
};
BOOST_DESCRIBE_ENUM(EvidenceKind, cctv, sales_recording, call_recording, transaction_log, voucher,
                    other)

enum class PreservationState { requested, preserved, lost };
BOOST_DESCRIBE_ENUM(PreservationState, requested, preserved, lost)

using EvidenceText = Personal<privacy::Prose<500>>;

struct Preservation {
  static constexpr std::string_view table = "preservations";
  Id<Preservation> id;
  Id<sealing::DataKey> key_id;  // of the case
  Id<Complaint> complaint_id;
  std::string complaint_number;
  EvidenceKind kind = EvidenceKind::other;
  PreservationState state = PreservationState::requested;
  EvidenceText what;
  std::optional<EvidenceText> place;
  EvidenceText keeper;
  Date recorded_on;
  Instant gone_at;  // the first instant it is not there any more
  Id<Person> requested_by;
  Instant requested_at;
  Id<Person> settled_by;
  std::optional<Instant> settled_at;
  Id<Attachment> attachment_id;  // that proves it was kept
  std::optional<EvidenceText> note;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Preservation, (),
                      (id, key_id, complaint_id, complaint_number, kind, state, what, place, keeper,
                       recorded_on, gone_at, requested_by, requested_at, settled_by, settled_at,
                       attachment_id, note, branch_id, sub_branch_id, outlet_id, handling_unit_id,
                       accused_id, shut_unit_id, version))

struct PreservationView {
  Id<Preservation> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  EvidenceKind kind = EvidenceKind::other;
  PreservationState state = PreservationState::requested;
  EvidenceText what;
  std::optional<EvidenceText> place;
  EvidenceText keeper;
  Date recorded_on;
  Date kept_until;  // the last day it is there
  Instant gone_at;
  std::string source;  // of the rule it was reckoned by
  std::optional<Id<Person>> requested_by;
  Instant requested_at;
  std::optional<Id<Person>> settled_by;
  std::optional<Instant> settled_at;
  std::optional<Id<Attachment>> attachment_id;
  std::optional<EvidenceText> note;
  std::optional<Id<Unit>> outlet_id;
  std::optional<Id<Unit>> handling_unit_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(PreservationView, (),
                      (id, complaint_id, complaint_number, kind, state, what, place, keeper,
                       recorded_on, kept_until, gone_at, source, requested_by, requested_at,
                       settled_by, settled_at, attachment_id, note, outlet_id, handling_unit_id,
                       version))

}  // namespace xb::complaints
