// Triage: what came in is accepted, found to be no complaint, or refused on the one legal ground.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

struct Acceptance {
  std::optional<Tier> tier;        // ordinary, if not told
  std::optional<Urgency> urgency;  // iii, if not told
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (tier, urgency, note))

// What it is instead (银保监会令2020年第3号 art. 2: no dispute, or no civil claim).
enum class OtherIntake { consultation, suggestion, praise, tip_off, petition, other };
BOOST_DESCRIBE_ENUM(OtherIntake, consultation, suggestion, praise, tip_off, petition, other)

struct Redirection {
  OtherIntake to = OtherIntake::other;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Redirection, (), (to, reason))

// 银保监会令2020年第3号 art. 18 ¶4 knows no other ground: it does not come from the complainant,
// his guardian or his agent.
enum class RefusalGround { not_the_complainant, no_authorisation };
BOOST_DESCRIBE_ENUM(RefusalGround, not_the_complainant, no_authorisation)

struct NewRefusal {
  RefusalGround ground{};
  Note reason;
  Instant told_at;  // the person is to be told
};
BOOST_DESCRIBE_STRUCT(NewRefusal, (), (ground, reason, told_at))

// Each refuses with complaint.missing, complaint.wrong_state or version.changed.
Result<ComplaintState> accept(Work& work, Id<Complaint> id, const Acceptance& input);
Result<ComplaintState> redirect(Work& work, Id<Complaint> id, const Redirection& input);
// Also with field.in_future or complaint.told_early.
Result<ComplaintState> refuse_complaint(Work& work, Id<Complaint> id, const NewRefusal& input);

}  // namespace xb::complaints
