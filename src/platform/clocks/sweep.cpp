#include "platform/clocks/sweep.h"

#include <algorithm>

#include "platform/evidence/log.h"

namespace xb::clocks {
namespace {

using workflow::Reckoned;
using workflow::Reckoning;

// What an entry says of a notice.
struct Told {
  Id<Clock> clock_id;
  std::string span;
  workflow::Rung rung = workflow::Rung::owner;
  std::int64_t before = 0;
  Instant due_at;
  Id<NoticeRow> notice_id;
};
BOOST_DESCRIBE_STRUCT(Told, (), (clock_id, span, rung, before, due_at, notice_id))

// When a clock is looked at again, because nothing was to be sent after all: another program or
// book had said so.
struct Rescheduled {
  Id<Clock> clock_id;
  std::string span;
  std::optional<Instant> look_at;
};
BOOST_DESCRIBE_STRUCT(Rescheduled, (), (clock_id, span, look_at))

struct Recounted {
  Date due_on;
  std::vector<Change> clocks;
};
BOOST_DESCRIBE_STRUCT(Recounted, (), (due_on, clocks))

bool takes_over_by(const workflow::Rule& rule, Date today) {
  return rule.takes_over && rule.length > 0 && rule.effective_from <= today;
}

const Source* source_of(const std::vector<Source>& sources, const Clock& clock) {
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& one) {
    return one.kind == clock.subject_kind;
  });
  return found == sources.end() ? nullptr : &*found;
}

NoticeRow row_of(Work& work, const Clock& clock, const Card& card, const workflow::Notice& notice) {
  return {.id = work.new_id<NoticeRow>(),
          .clock_id = clock.id,
          .subject_kind = clock.subject_kind,
          .subject_id = clock.subject_id,
          .subject_number = card.number,
          .key_id = card.key_id,
          .span = clock.span,
          .kind = notice.kind,
          .rung = notice.rung,
          .before = notice.before,
          .due_at = notice.due_at,
          .sent_at = work.now,
          .branch_id = card.place.branch_id,
          .sub_branch_id = card.place.sub_branch_id,
          .outlet_id = card.place.outlet_id,
          .handling_unit_id = card.handling_unit_id,
          .accused_id = card.accused_id,
          .shut_unit_id = card.shut_unit_id,
          .is_sealed = card.is_sealed};
}

// Sends what is due of one clock and says when to look again.
void tell(Work& work, Clock clock, const Card& card, const Reckoning& with) {
  const auto reckoned = workflow::reckon(steps_of(clock), with);
  if (!reckoned) return;  // its rule is gone: `check --deep` says so
  const auto& ladder = with.book.ladder(*reckoned->rule);
  std::vector<workflow::SentNotice> sent;
  for (const NoticeRow& row : notices_of(work.tx, clock.id))
    sent.push_back({{row.kind, row.rung, row.before, row.due_at}, row.sent_at});
  auto outlook = workflow::look(*reckoned, ladder, sent, work.now, with.zone);
  const auto key = sealing::key(work, card.key_id);
  const evidence::Subject subject(Id<Subject>{clock.subject_id}, key);
  if (!outlook.now)
    evidence::append(work, "clock.rescheduled", subject,
                     Rescheduled{clock.id, clock.span, outlook.look_at});
  while (outlook.now) {
    const NoticeRow row = row_of(work, clock, card, *outlook.now);
    storage::cells::expect(insert_once(work.tx, row), "a notice was sent, and nobody knew");
    const Told told{clock.id, clock.span, row.rung, row.before, row.due_at, row.id};
    if (row.kind == workflow::NoticeKind::warning)
      evidence::append(work, "clock.warned", subject, told);
    else
      evidence::append(work, "clock.escalated", subject, told);
    sent.push_back({*outlook.now, work.now});
    outlook = workflow::look(*reckoned, ladder, sent, work.now, with.zone);
  }
  clock.look_at = outlook.look_at;
  storage::cells::expect(update(work.tx, clock).has_value(), "a clock moved under its sweep");
}

// Those of `clocks` that change are told to their module.
std::size_t recount(Work& work, const std::vector<Source>& sources,
                    const std::vector<Clock>& clocks) {
  std::size_t changed = 0;
  for (Clock clock : clocks) {
    const Source* source = source_of(sources, clock);
    const auto card = source == nullptr ? std::nullopt : source->find(work, clock.subject_id);
    if (!card) continue;
    const auto change = take_step(
        work, clock, [&](const Reckoned& reckoned, const Reckoning& with) -> Result<ClockStep> {
          const auto step = workflow::recounted(reckoned, work.now, with);
          if (!step) return refuse(Reason::conflict, "clock.stopped");
          return *step;
        });
    if (!change) continue;
    const auto key = sealing::key(work, card->key_id);
    evidence::append(work, "clock.recounted", {Id<Subject>{clock.subject_id}, key},
                     Recounted{clock.due_on, {*change}});
    source->moved(work, clock.subject_id, first_due_at(clocks_of(work.tx, clock.subject_id)));
    ++changed;
  }
  return changed;
}

}  // namespace

bool has_work(storage::Transaction& tx, const workflow::Limits& limits, Instant now, Date today) {
  if (!to_be_looked_at(tx, now, 1).empty()) return true;
  if (!with_older_calendar(tx, limits.calendars()->version(), 1).empty()) return true;
  for (const workflow::Rule& rule : limits.book().rules())
    if (takes_over_by(rule, today) && !by_older_version(tx, rule.rule, rule.version, 1).empty())
      return true;
  return false;
}

std::size_t send_notices(Work& work, const std::vector<Source>& sources) {
  const Snapshot snapshot(work);
  const auto clocks = to_be_looked_at(work.tx, work.now, swept_at_once);
  for (const Clock& clock : clocks) {
    const Source* source = source_of(sources, clock);
    const auto card = source == nullptr ? std::nullopt : source->find(work, clock.subject_id);
    if (card) tell(work, clock, *card, snapshot.reckoning());
  }
  return clocks.size();
}

std::size_t recount(Work& work, const std::vector<Source>& sources) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  const Date today = work.zone.date(work.now);
  std::size_t out =
      recount(work, sources, with_older_calendar(work.tx, with.calendars.version(), swept_at_once));
  for (const workflow::Rule& rule : with.book.rules())
    if (takes_over_by(rule, today))
      out +=
          recount(work, sources, by_older_version(work.tx, rule.rule, rule.version, swept_at_once));
  return out;
}

}  // namespace xb::clocks
