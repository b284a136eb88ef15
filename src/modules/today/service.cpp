#include "modules/today/service.h"

#include <algorithm>

#include "modules/complaints/service.h"
#include "modules/today/musts/service.h"
#include "modules/today/trends/service.h"
#include "platform/workflow/limits.h"

namespace xb::today {
namespace {

using std::chrono::days;

constexpr days shown_days{7};
constexpr auto cases = "/api/complaints";

// The sources under which regulators refer complaints to the bank.
std::vector<std::string> regulators(const Work& work) {
  return complaints::words(work).below("source", "regulator_referral");
}

Span day_of(Date day, Zone zone) { return {zone.start(day), zone.start(day + days{1})}; }

std::string received_within(Span span) {
  return "kind=complaint&received_before=" + format(span.until) +
         "&received_from=" + format(span.from);
}

void set_count(Number& number, std::int64_t count) {
  const auto most = static_cast<std::int64_t>(counted_max);
  number.count = std::min(count, most);
  number.is_more = count > most;
}

// Of today, with the whole of yesterday and of the same weekday a week ago.
Number of_days(Work& work, NumberCode code, const std::vector<std::string>& sources) {
  const Date today = work.zone.date(work.now);
  const auto count = [&](days back) {
    return received(work, day_of(today + -back, work.zone), sources);
  };
  const auto most = static_cast<std::int64_t>(counted_max);
  Number out{.code = code, .list = cases, .query = received_within(day_of(today, work.zone))};
  set_count(out, count(days{0}));
  out.yesterday = std::min(count(days{1}), most);
  out.week_ago = std::min(count(days{7}), most);
  return out;
}

Number of_hits(NumberCode code, const Hits& hits, Instant until, std::string query) {
  Number out{.code = code, .list = cases, .query = std::move(query)};
  const auto end = std::find_if(hits.rows.begin(), hits.rows.end(),
                                [&](const Hit& hit) { return hit.at >= until; });
  out.count = end - hits.rows.begin();
  out.is_more = hits.is_more && end == hits.rows.end();
  return out;
}

std::vector<Number> numbers(Work& work, const Coming& coming) {
  const Horizon horizon = horizon_of(work.now, work.zone);
  std::vector<Number> out{of_days(work, NumberCode::received, {}),
                          of_days(work, NumberCode::referred, regulators(work))};
  out.back().query += "&source=regulator_referral";

  Number hand{.code = NumberCode::in_hand, .list = cases, .query = "kind=complaint"};
  for (const complaints::State state : states_in_hand())
    hand.query += "&state=" + std::string{name_of(state)};
  set_count(hand, in_hand(work));
  out.push_back(std::move(hand));

  out.push_back(of_hits(NumberCode::due_soon, coming.cases, horizon.after_soon,
                        "due_before=" + format(horizon.after_soon) +
                            "&due_from=" + format(horizon.after_now) + "&sort=due_at"));
  out.push_back(of_hits(NumberCode::overdue, coming.overdue, horizon.after_now,
                        "due_before=" + format(horizon.after_now) + "&sort=due_at"));

  Number approvals{.code = NumberCode::approvals, .list = "/api/approvals", .query = ""};
  approvals.count = static_cast<std::int64_t>(coming.approvals.items.size());
  approvals.is_more = coming.approvals.is_more;
  out.push_back(std::move(approvals));
  return out;
}

// The day that ends with this instant or in which it lies.
Date due_on(Instant at, Zone zone) { return zone.date(at - std::chrono::milliseconds{1}); }

void count_days(std::vector<Day>& week, const Hits& hits, std::int64_t Day::*what, Zone zone) {
  for (const Hit& hit : hits.rows)
    for (Day& day : week)
      if (day.on == due_on(hit.at, zone)) ++(day.*what);
  // What was not counted any more is due on the last day that was reached, or later.
  if (!hits.is_more || hits.rows.empty()) return;
  const Date reached = due_on(hits.rows.back().at, zone);
  for (Day& day : week) day.is_more = day.is_more || day.on >= reached;
}

std::vector<Day> week(Work& work, const May& may, const Coming& coming) {
  const Date today = work.zone.date(work.now);
  const Horizon horizon = horizon_of(work.now, work.zone);
  const Span ahead{horizon.after_now, horizon.after_week};
  std::vector<Day> out;
  for (days i{0}; i < shown_days; ++i) out.push_back({.on = today + i});
  if (work.limits != nullptr) {
    const auto calendars = work.limits->calendars();
    const workflow::Calendar& calendar = calendars->now();
    for (Day& day : out)
      if (calendar.knows(day.on)) day.is_workday = calendar.is_working(day.on);
  }
  count_days(out, coming.cases, &Day::complaints, work.zone);
  if (may.referrals)
    count_days(out, referrals_due(work, *may.referrals, ahead), &Day::referrals, work.zone);
  count_days(out, supervisions_due(work, ahead), &Day::supervisions, work.zone);
  count_days(out, tasks_due(work, ahead), &Day::tasks, work.zone);
  count_days(out, promises_due(work, ahead), &Day::promises, work.zone);
  count_days(out, evidence_due(work, ahead), &Day::evidence, work.zone);
  return out;
}

}  // namespace

Result<Today> today(Work& work, const May& may) {
  const Horizon horizon = horizon_of(work.now, work.zone);
  const Coming coming{cases_due(work, {{}, horizon.after_now}),
                      cases_due(work, {horizon.after_now, horizon.after_week}), TRY(waiting(work))};
  return Today{.as_of = work.now,
               .today = work.zone.date(work.now),
               .numbers = numbers(work, coming),
               .musts = musts(work, may, coming),
               .unusual = unusual(work),
               .week = week(work, may, coming)};
}

}  // namespace xb::today
