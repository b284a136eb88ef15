#include "platform/clocks/sweep.h"

#include <algorithm>

#include "platform/evidence/log.h"
#include "platform/telemetry/log.h"

namespace xb::clocks {
namespace {

using workflow::Reckoned;
using workflow::Reckoning;

// What an entry says of a notice.
struct Told {
  Id<Clock> clock_id;
  std::string span;
  workflow::Office rung = workflow::Office::owner;
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
          .branch_id = card.standing.place.branch_id,
          .sub_branch_id = card.standing.place.sub_branch_id,
          .outlet_id = card.standing.place.outlet_id,
          .handling_unit_id = card.standing.handling_unit_id,
          .handler_id = card.standing.handler_id,
          .accused_id = card.standing.accused_id,
          .shut_unit_id = card.standing.shut_unit_id,
          .is_sealed = card.is_sealed};
}

void reschedule(Work& work, Clock clock, const evidence::Subject& subject,
                std::optional<Instant> look_at) {
  clock.look_at = look_at;
  evidence::append(work, "clock.rescheduled", subject,
                   Rescheduled{clock.id, clock.span, clock.look_at});
  storage::cells::expect(update(work.tx, clock).has_value(), "a clock moved under its sweep");
}

// Nobody can say what is to be told of it; `check --deep` says why. Its entry stands on the bank
// where the subject is not there.
void set_aside(Work& work, const Clock& clock, const std::optional<Card>& card,
               std::string_view why) {
  constexpr std::chrono::hours later{24};
  telemetry::log(telemetry::Severity::alarm, "clock.set_aside",
                 {{"clock", clock.id.number}, {"code", why}});
  const auto key = sealing::key(work, card ? card->key_id : Id<sealing::DataKey>{bank_id});
  const std::int64_t subject = card ? clock.subject_id : bank_id;
  reschedule(work, clock, {Id<Subject>{subject}, key}, work.now + later);
}

void append(Work& work, workflow::NoticeKind kind, const evidence::Subject& subject,
            const Told& told) {
  switch (kind) {
    case workflow::NoticeKind::warning:
      return evidence::append(work, "clock.warned", subject, told);
    case workflow::NoticeKind::overdue:
      return evidence::append(work, "clock.escalated", subject, told);
    case workflow::NoticeKind::resting:
      return evidence::append(work, "clock.rest_reminded", subject, told);
  }
}

// Sends what is due of one clock and says when to look again.
void tell(Work& work, Clock clock, const Card& card, const Reckoning& with) {
  const auto by_steps = reckoned(clock, with);
  if (!by_steps) return set_aside(work, clock, card, by_steps.error().code);
  const auto& ladder = with.book.ladder(*by_steps->rule);
  auto sent = sent_of(notices_of(work.tx, clock.id));
  auto outlook = workflow::look(*by_steps, ladder, sent, work.now, with.zone);
  const auto key = sealing::key(work, card.key_id);
  const evidence::Subject subject(Id<Subject>{clock.subject_id}, key);
  if (!outlook.now) return reschedule(work, clock, subject, outlook.look_at);
  while (outlook.now) {
    const NoticeRow row = row_of(work, clock, card, *outlook.now);
    storage::cells::expect(insert_once(work.tx, row), "a notice was sent, and nobody knew");
    const Told told{clock.id, clock.span, row.rung, row.before, row.due_at, row.id};
    append(work, row.kind, subject, told);
    sent.push_back({*outlook.now, work.now});
    outlook = workflow::look(*by_steps, ladder, sent, work.now, with.zone);
  }
  clock.look_at = outlook.look_at;
  storage::cells::expect(update(work.tx, clock).has_value(), "a clock moved under its sweep");
}

std::optional<Card> card_of(Work& work, const std::vector<Source>& sources, const Clock& clock) {
  const Source* source = source_of(sources, clock);
  return source == nullptr ? std::nullopt : source->find(work, clock.subject_id);
}

// True if it changed; its module is told then. What cannot be reckoned is left to the sweep.
bool recount_one(Work& work, const std::vector<Source>& sources, Clock clock) {
  const auto card = card_of(work, sources, clock);
  if (!card) return false;
  const auto change = take_step(
      work, clock, [&](const Reckoned& reckoned, const Reckoning& with) -> Result<ClockStep> {
        const auto step = workflow::recounted(reckoned, work.now, with);
        if (!step) return refuse(Reason::conflict, "clock.stopped");
        return *step;
      });
  if (!change) return false;
  const auto key = sealing::key(work, card->key_id);
  evidence::append(work, "clock.recounted", {Id<Subject>{clock.subject_id}, key},
                   Recounted{clock.due_on, {*change}});
  source_of(sources, clock)
      ->moved(work, clock.subject_id, first_due_at(clocks_of(work.tx, clock.subject_id)));
  return true;
}

// Page after page, past those that cannot change, until enough have changed.
template <class Page, class KeyOf>
std::size_t recount_pages(Work& work, const std::vector<Source>& sources, Page&& page,
                          KeyOf&& key_of) {
  std::size_t changed = 0;
  VersionKey after;
  for (;;) {
    const std::vector<Clock> clocks = page(after);
    for (const Clock& clock : clocks) {
      changed += recount_one(work, sources, clock) ? 1 : 0;
      after = key_of(clock);
    }
    if (clocks.size() < swept_at_once || changed >= swept_at_once) return changed;
  }
}

}  // namespace

Taken Batches::next(Instant now) {
  constexpr std::chrono::hours left_for{1};
  if (is_running_) is_one_by_one_ = !alone_;
  if (alone_) left_alone_.emplace_back(*alone_, now + left_for);
  alone_.reset();
  is_running_ = true;
  std::erase_if(left_alone_, [&](const auto& one) { return one.second <= now; });
  Taken out{.at_once = is_one_by_one_ ? 1 : swept_at_once, .without = {}};
  for (const auto& [clock, until] : left_alone_) out.without.push_back(clock);
  return out;
}

void Batches::start(storage::Transaction& tx, const Taken& taken, Instant now) {
  if (taken.at_once > 1) return;
  const auto first = to_be_looked_at(tx, now, 1, taken.without);
  if (!first.empty()) alone_ = first.front().id;
}

void Batches::end(std::size_t told) {
  is_running_ = false;
  alone_.reset();
  if (told == 0) is_one_by_one_ = false;
}

bool has_work(storage::Transaction& tx, const workflow::Limits& limits, Instant now, Date today,
              const Taken& taken) {
  if (!to_be_looked_at(tx, now, 1, taken.without).empty()) return true;
  if (!is_reviewed(tx, limits.book())) return true;
  if (!with_older_calendar(tx, limits.calendars()->version(), {}, 1).empty()) return true;
  for (const workflow::Rule& rule : limits.book().rules())
    if (takes_over_by(rule, today) && !by_older_version(tx, rule.rule, rule.version, {}, 1).empty())
      return true;
  return false;
}

std::size_t send_notices(Work& work, const std::vector<Source>& sources, const Taken& taken) {
  const Snapshot snapshot(work);
  const auto clocks = to_be_looked_at(work.tx, work.now, taken.at_once, taken.without);
  for (const Clock& clock : clocks) {
    if (const auto card = card_of(work, sources, clock))
      tell(work, clock, *card, snapshot.reckoning());
    else
      set_aside(work, clock, {}, "clock.subject_missing");
  }
  return clocks.size();
}

std::size_t recount(Work& work, const std::vector<Source>& sources) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  const Date today = work.zone.date(work.now);
  std::size_t out = recount_pages(
      work, sources,
      [&](VersionKey after) {
        return with_older_calendar(work.tx, with.calendars.version(), after, swept_at_once);
      },
      [](const Clock& clock) {
        return VersionKey{clock.calendar.value_or(0), clock.id.number};
      });
  for (const workflow::Rule& rule : with.book.rules())
    if (takes_over_by(rule, today))
      out += recount_pages(
          work, sources,
          [&](VersionKey after) {
            return by_older_version(work.tx, rule.rule, rule.version, after, swept_at_once);
          },
          [](const Clock& clock) {
            return VersionKey{clock.rule_version, clock.id.number};
          });
  return out;
}

std::size_t review(Work& work, const std::vector<Source>& sources) {
  const Snapshot snapshot(work);
  const Reckoning with = snapshot.reckoning();
  if (is_reviewed(work.tx, with.book)) return 0;
  BookReview done = book_review(work.tx).value_or(BookReview{});
  if (done.digest != with.book.digest()) done = {with.book.digest(), 0};
  const auto clocks = running_after(work.tx, {done.after}, swept_at_once);
  for (const Clock& clock : clocks) {
    const auto by_steps = reckoned(clock, with);
    if (!by_steps) continue;
    const auto sent = sent_of(notices_of(work.tx, clock.id));
    const auto look_at = next_look(*by_steps, with, sent, work.now);
    if (is_in_time(clock.look_at, look_at, work.now)) continue;
    const auto card = card_of(work, sources, clock);
    if (!card) continue;
    const auto key = sealing::key(work, card->key_id);
    reschedule(work, clock, {Id<Subject>{clock.subject_id}, key}, look_at);
  }
  done.after = clocks.size() < swept_at_once ? -1 : clocks.back().id.number;
  set_book_review(work.tx, done);
  return clocks.size();
}

}  // namespace xb::clocks
