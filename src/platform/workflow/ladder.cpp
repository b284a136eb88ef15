#include "platform/workflow/ladder.h"

#include <algorithm>

namespace xb::workflow {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

// Something that comes up at a time.
struct Coming {
  Notice notice;
  Instant at;
};

Instant warned_at(const Reckoned& clock, std::int64_t before, Zone zone) {
  if (clock.rule->measure == Measure::hours) return clock.due_at - hours{before};
  return zone.start(clock.due_on + -days{before});
}

// The most urgent warning whose time has come, or else the next; none if that was sent, or one
// more urgent.
std::optional<Coming> warning(const Reckoned& clock, std::span<const SentNotice> sent, Instant now,
                              const Ladder& ladder, Zone zone) {
  std::optional<std::int64_t> sent_before;
  for (const SentNotice& one : sent)
    if (one.notice.kind == NoticeKind::warning && one.notice.due_at == clock.due_at)
      sent_before = std::min(sent_before.value_or(one.notice.before), one.notice.before);
  std::optional<Coming> out;
  for (const std::int64_t before : clock.rule->warn_before) {  // falling: ever more urgent
    const Instant at = after_quiet(ladder, warned_at(clock, before, zone), zone);
    if (sent_before && before >= *sent_before) continue;
    if (warned_at(clock, before, zone) <= clock.state.started_at || at >= clock.due_at) continue;
    if (out && at > now) break;
    out = Coming{{NoticeKind::warning, Office::owner, before, clock.due_at}, at};
  }
  return out;
}

// The last reminder whose time has come and that was not sent, or else the next.
Coming reminder(const Reckoned& clock, std::span<const SentNotice> sent, const Ladder& ladder,
                Instant now, Zone zone) {
  const Date from = clock.state.open_exclusion()->from;
  const auto nth = [&](std::int64_t n) {
    const std::int64_t day = n * ladder.resting_days;
    const Instant at = zone.start(from + days{day});
    return Coming{{NoticeKind::resting, Office::owner, day, at}, after_quiet(ladder, at, zone)};
  };
  const std::int64_t over = (zone.date(now).days - from.days).count() / ladder.resting_days;
  const Coming last = nth(std::max<std::int64_t>(over, 1));
  const bool is_sent = std::any_of(sent.begin(), sent.end(), [&](const SentNotice& one) {
    return one.notice.kind == NoticeKind::resting && one.notice.due_at == last.notice.due_at;
  });
  return is_sent ? nth(std::max<std::int64_t>(over, 1) + 1) : last;
}

// The next rung; none after the last.
std::optional<Coming> next_rung(const Reckoned& clock, std::span<const SentNotice> sent,
                                const Ladder& ladder, Zone zone) {
  std::optional<SentNotice> last;
  for (const SentNotice& one : sent)
    if (one.notice.kind == NoticeKind::overdue && one.notice.due_at == clock.due_at &&
        (!last || one.notice.rung > last->notice.rung))
      last = one;
  std::int64_t hours_before = 0;
  for (const LadderRung& rung : ladder.rungs) {
    if (last && rung.rung <= last->notice.rung) {
      hours_before = rung.after_hours;
      continue;
    }
    Instant at = clock.due_at + hours{rung.after_hours};
    if (last) at = std::max(at, last->at + hours{rung.after_hours - hours_before});
    return Coming{{NoticeKind::overdue, rung.rung, 0, clock.due_at}, after_quiet(ladder, at, zone)};
  }
  return {};
}

}  // namespace

Instant after_quiet(const Ladder& ladder, Instant at, Zone zone) {
  if (ladder.quiet_from == ladder.quiet_until) return at;
  const Date day = zone.date(at);
  const Instant midnight = zone.start(day);
  const Instant from = midnight + ladder.quiet_from;
  const Instant until = midnight + ladder.quiet_until;
  if (ladder.quiet_from < ladder.quiet_until) return at >= from && at < until ? until : at;
  if (at < until) return until;
  if (at >= from) return zone.start(day + days{1}) + ladder.quiet_until;
  return at;
}

Outlook look(const Reckoned& clock, const Ladder& ladder, std::span<const SentNotice> sent,
             Instant now, Zone zone) {
  Outlook out;
  if (clock.is_over()) return out;
  std::optional<Coming> coming;
  if (clock.rests)
    coming = reminder(clock, sent, ladder, now, zone);
  else if (now < clock.due_at)
    coming = warning(clock, sent, now, ladder, zone);
  if (!coming) coming = next_rung(clock, sent, ladder, zone);
  if (!coming) return out;
  const Instant free = after_quiet(ladder, now, zone);
  if (coming->at <= now && free == now)
    out.now = coming->notice;
  else
    out.look_at = std::max(coming->at, free);
  return out;
}

}  // namespace xb::workflow
