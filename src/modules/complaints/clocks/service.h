// What happens to the limits of a complaint: extended, days left out, started anew, dates agreed
// with the complainant or set by a regulator; and why each is due when it is.
#pragma once

#include "modules/complaints/types.h"
#include "platform/clocks/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// How the complainant was told of something, so that it can be proved (银保监会令2020年第3号 art.
// 21).
enum class NoticeMeans { letter, handed_over, sms, email, recorded_call };
BOOST_DESCRIBE_ENUM(NoticeMeans, letter, handed_over, sms, email, recorded_call)

struct GivenNotice {
  Date on;
  NoticeMeans means = NoticeMeans::letter;
  Text<200, Presence::required> proof;  // number of the letter, of the recording
};
BOOST_DESCRIBE_STRUCT(GivenNotice, (), (on, means, proof))

using SpanName = std::optional<Text<64, Presence::required>>;  // `decide`, if not told

struct ExtensionInput {
  SpanName span;
  std::int64_t to_total = 0;  // the whole length afterwards
  Note reason;
  std::optional<GivenNotice> notice;
};
BOOST_DESCRIBE_STRUCT(ExtensionInput, (), (span, to_total, reason, notice))

// Days from `from` on are not counted, up to `until`, which is the first that counts again.
struct ExclusionInput {
  SpanName span;
  workflow::ExclusionKind kind = workflow::ExclusionKind::appraisal;
  Date from;
  std::optional<Date> until;
  Note reason;
  // How the complainant was told of an appraisal, or agreed to a mediation (art. 23).
  std::optional<GivenNotice> notice;
};
BOOST_DESCRIBE_STRUCT(ExclusionInput, (), (span, kind, from, until, reason, notice))

struct ExclusionEnd {
  SpanName span;
  Date until;
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(ExclusionEnd, (), (span, until, reason))

struct RestartInput {
  SpanName span;
  std::optional<Instant> at;  // when the new facts came; now, if not told
  Note facts;
};
BOOST_DESCRIBE_STRUCT(RestartInput, (), (span, at, facts))

enum class DateSetter { complainant, regulator };
BOOST_DESCRIBE_ENUM(DateSetter, complainant, regulator)

// A date agreed with the complainant holds instead of the limit; one of a regulator at the latest.
struct DateInput {
  SpanName span;
  DateSetter with = DateSetter::complainant;
  Date on;
  Note reason;
  std::optional<GivenNotice> notice;  // how the complainant agreed
};
BOOST_DESCRIBE_STRUCT(DateInput, (), (span, with, on, reason, notice))

// All refuse with complaint.missing, version.changed, clock.missing, clock.stopped and what
// workflow/clock.h says of the step; a notice with field.in_future, field.too_early (before the
// complaint) or field.personal.

// Where somebody has to agree it is laid before him; once he has, it takes effect, or, where the
// complainant has to be told, is carried out by asking again with the notice. Refuses with
// extension.not_granted, extension.notice_missing, approval.no_rule and what approvals::ask does.
Result<ComplaintState> extend(Work& work, Id<Complaint> id, const ExtensionInput& input);
// exclusion.notice_missing
Result<ComplaintState> exclude(Work& work, Id<Complaint> id, const ExclusionInput& input);
Result<ComplaintState> end_exclusion(Work& work, Id<Complaint> id, const ExclusionEnd& input);
Result<ComplaintState> restart(Work& work, Id<Complaint> id, const RestartInput& input);
// date.notice_missing
Result<ComplaintState> set_date(Work& work, Id<Complaint> id, const DateInput& input);

Result<clocks::ClockDetails> find_clocks(Work& work, Id<Complaint> id);

// The number as the integer it is: sixteen digits fit an id.
struct ComplaintNumber;
Result<clocks::ClockDetails> explain_number(Work& work, Id<ComplaintNumber> number);

}  // namespace xb::complaints
