// Who is told of a clock and when: warnings before it is due, the ladder of escalation afterwards.
// Pure: what is to be sent follows from the clock, its rule, and what was sent already.
#pragma once

#include "platform/workflow/clock.h"

namespace xb::workflow {

// `resting`: days are left out, and nobody has said until when.
enum class NoticeKind { warning, overdue, resting };
BOOST_DESCRIBE_ENUM(NoticeKind, warning, overdue, resting)

// Something that somebody is told. Of one clock each (due_at, kind, before, rung) is sent once.
struct Notice {
  NoticeKind kind = NoticeKind::warning;
  Office rung = Office::owner;
  // Of a warning: days, or hours for a rule in hours. Of a rest: days since it began.
  std::int64_t before = 0;
  Instant due_at;  // the clock's, when it was sent; of a rest, when so many days were over
};

struct SentNotice {
  Notice notice;
  Instant at;
};

struct Outlook {
  std::optional<Notice> now;       // what is to be sent at once
  std::optional<Instant> look_at;  // when there will be something, if nothing changes
};

// At most one notice at a time: of warnings that were missed only the most urgent, of the ladder
// the next rung. A rung comes no sooner after the one before than the ladder says, however late
// that was. Of a clock that rests the owner is reminded every `resting_days`, once if several were
// missed. Nothing is sent in quiet hours. A clock that is over has no outlook.
Outlook look(const Reckoned& clock, const Ladder& ladder, std::span<const SentNotice> sent,
             Instant now, Zone zone);

// The first instant from `at` on that is not in the ladder's quiet hours.
Instant after_quiet(const Ladder& ladder, Instant at, Zone zone);

}  // namespace xb::workflow
