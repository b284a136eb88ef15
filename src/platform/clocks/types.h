// Limits that run for something: a complaint now, referrals and petitions as they come. What a
// limit is and how it is reckoned stands in workflow/; here it is kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/offices.h"
#include "platform/sealing/keyring.h"
#include "platform/workflow/explain.h"
#include "platform/workflow/ladder.h"

namespace xb::clocks {

using workflow::ClockStep;

struct Subject {};  // what a clock runs for, of whatever kind

// A limit that runs. All but `steps` follows from them, and is kept to be found and sorted by.
struct Clock {
  static constexpr std::string_view table = "clocks";
  Id<Clock> id;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::string span;
  std::string rule;
  std::int64_t rule_version = 1;
  std::string steps;                     // a JSON array; empty for those of before steps were kept
  std::optional<std::int64_t> calendar;  // it was reckoned with, for a rule in working days
  Instant started_at;
  Date due_on;
  Instant due_at;
  bool rests = false;
  std::optional<Instant> look_at;  // when somebody is to be told
  std::optional<Instant> stopped_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Clock, (),
                      (id, subject_kind, subject_id, span, rule, rule_version, steps, calendar,
                       started_at, due_on, due_at, rests, look_at, stopped_at, version))

// A step as entries carry it in their member `clocks`, so that the log alone tells each clock.
struct Change {
  Id<Clock> clock_id;
  workflow::Word span;
  ClockStep step;
};
BOOST_DESCRIBE_STRUCT(Change, (), (clock_id, span, step))

// A notice that was sent, and who has seen it.
struct NoticeRow {
  static constexpr std::string_view table = "clock_notices";
  Id<NoticeRow> id;
  Id<Clock> clock_id;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::string subject_number;
  Id<sealing::DataKey> key_id;
  std::string span;
  workflow::NoticeKind kind = workflow::NoticeKind::warning;
  workflow::Office rung = workflow::Office::owner;
  std::int64_t before = 0;
  Instant due_at;
  Instant sent_at;
  std::optional<Instant> acknowledged_at;
  Id<Person> acknowledged_by;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  Id<Person> accused_id;  // kept from him, and from his unit
  Id<Unit> shut_unit_id;
  bool is_sealed = false;  // in no list but its module's own
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (),
                      (id, clock_id, subject_kind, subject_id, subject_number, key_id, span, kind,
                       rung, before, due_at, sent_at, acknowledged_at, acknowledged_by, branch_id,
                       sub_branch_id, outlet_id, handling_unit_id, handler_id, accused_id,
                       shut_unit_id, is_sealed, version))

// A year's calendar as it was imported; ids rise, and are the versions of workflow::Calendars.
struct CalendarRow {
  static constexpr std::string_view table = "calendar_years";
  Id<CalendarRow> id;
  std::int64_t year = 0;
  std::string source;
  std::string days;  // a JSON array
  Instant imported_at;
};
BOOST_DESCRIBE_STRUCT(CalendarRow, (), (id, year, source, days, imported_at))

// A clock whole, with why it is due when it is.
struct ClockDetail {
  Id<Clock> id;
  std::string span;
  std::string rule;
  std::int64_t rule_version = 1;
  Instant started_at;
  std::optional<Date> due_on;  // of a limit in days
  Instant due_at;
  bool rests = false;
  std::optional<Instant> stopped_at;
  std::optional<workflow::Explanation> explanation;  // none if the book lacks the rule
};
BOOST_DESCRIBE_STRUCT(ClockDetail, (),
                      (id, span, rule, rule_version, started_at, due_on, due_at, rests, stopped_at,
                       explanation))

struct ClockDetails {
  std::vector<ClockDetail> items;
};
BOOST_DESCRIBE_STRUCT(ClockDetails, (), (items))

}  // namespace xb::clocks
