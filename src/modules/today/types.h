// The words of the work desk (今日): six numbers, what must be done in the order of loss, what is
// unusual, and the week. Everything is of whoever asks: his scope, and nothing kept from him.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"
#include "modules/complaints/types.h"

namespace xb::today {

using complaints::Complaint;

// `received` and `referred` are of today and count complaints, as `in_hand` does; what is due or
// overdue may be any kind of intake.
enum class NumberCode { received, referred, in_hand, due_soon, overdue, approvals };
BOOST_DESCRIBE_ENUM(NumberCode, received, referred, in_hand, due_soon, overdue, approvals)

struct Number {
  NumberCode code = NumberCode::received;
  std::int64_t count = 0;
  bool is_more = false;                   // there are more than were counted
  std::optional<std::int64_t> yesterday;  // the whole day; none where that is not known any more
  std::optional<std::int64_t> week_ago;   // the same weekday
  std::string list;                       // where they are listed, and how it is asked for them
  std::string query;
};
BOOST_DESCRIBE_STRUCT(Number, (), (code, count, is_more, yesterday, week_ago, list, query))

// In the order of what is lost where nobody does it.
enum class MustKind {
  overdue,
  due_today,
  referral_overdue,
  referral_due_today,
  referral_unsigned,
  referral_uncontacted,
  supervision_due,
  task_due,
  promise_due,
  contact_due,
  evidence_ending,
  untaken,
  approval_waiting
};
BOOST_DESCRIBE_ENUM(MustKind, overdue, due_today, referral_overdue, referral_due_today,
                    referral_unsigned, referral_uncontacted, supervision_due, task_due, promise_due,
                    contact_due, evidence_ending, untaken, approval_waiting)

enum class What { complaint, referral, supervision, task, fulfilment, preservation, approval };
BOOST_DESCRIBE_ENUM(What, complaint, referral, supervision, task, fulfilment, preservation,
                    approval)

// What one key does about it, for whoever asks.
enum class Move {
  open,
  chase,
  sign_in,
  contact,
  reply,
  answer,
  fulfil,
  secure,
  take_over,
  approve
};
BOOST_DESCRIBE_ENUM(Move, open, chase, sign_in, contact, reply, answer, fulfil, secure, take_over,
                    approve)

struct Must {
  MustKind kind = MustKind::overdue;
  What what = What::complaint;
  std::int64_t id = 0;
  std::string number;                        // of the case, or the bureau's own
  std::optional<complaints::Summary> title;  // masked
  std::optional<Id<Complaint>> complaint_id;
  std::optional<Id<Unit>> unit_id;  // whose it is
  std::optional<Id<Person>> handler_id;
  std::optional<Instant> due_at;
  std::optional<Date> contact_on;          // agreed for today or before, and not kept
  std::optional<std::int64_t> amount_fen;  // of what is asked to be approved
  Move action = Move::open;
};
BOOST_DESCRIBE_STRUCT(Must, (),
                      (kind, what, id, number, title, complaint_id, unit_id, handler_id, due_at,
                       contact_on, amount_fen, action))

struct MustCount {
  MustKind kind = MustKind::overdue;
  std::int64_t count = 0;
  bool is_more = false;
};
BOOST_DESCRIBE_STRUCT(MustCount, (), (kind, count, is_more))

struct Musts {
  std::vector<Must> items;
  std::vector<MustCount> counts;  // of each kind that has any
};
BOOST_DESCRIBE_STRUCT(Musts, (), (items, counts))

enum class UnusualCode { business_cause, similar_texts };
BOOST_DESCRIBE_ENUM(UnusualCode, business_cause, similar_texts)

// What was looked at: seven days up to now, or, where so much comes in that these are too many,
// today up to now. It is held against the same days of the week in the four weeks before.
enum class LookedAt { week, day };
BOOST_DESCRIBE_ENUM(LookedAt, week, day)

// Facts; whoever shows them makes the sentence.
struct Unusual {
  UnusualCode code = UnusualCode::business_cause;
  std::optional<std::string> business;
  std::optional<std::string> cause;
  LookedAt span = LookedAt::week;
  std::int64_t count = 0;
  std::optional<std::int64_t> usual_tenths;  // tenths of a case in such a span
  Date since_on;
  std::optional<Id<Complaint>> complaint_id;  // the newest of a group
  std::optional<std::string> number;
};
BOOST_DESCRIBE_STRUCT(Unusual, (),
                      (code, business, cause, span, count, usual_tenths, since_on, complaint_id,
                       number))

// What is due by the end of a day, and not yet overdue.
struct Day {
  Date on;
  std::optional<bool> is_workday;  // none where nobody has published that year
  std::int64_t complaints = 0;
  std::int64_t referrals = 0;
  std::int64_t supervisions = 0;
  std::int64_t tasks = 0;
  std::int64_t promises = 0;
  std::int64_t evidence = 0;
  bool is_more = false;
};
BOOST_DESCRIBE_STRUCT(Day, (),
                      (on, is_workday, complaints, referrals, supervisions, tasks, promises,
                       evidence, is_more))

struct Today {
  Instant as_of;
  Date today;
  std::vector<Number> numbers;  // one of each code
  Musts musts;
  std::vector<Unusual> unusual;  // the most unusual first
  std::vector<Day> week;         // seven days from today
};
BOOST_DESCRIBE_STRUCT(Today, (), (as_of, today, numbers, musts, unusual, week))

// What whoever asks may do beside reading complaints.
struct May {
  bool handle = false;
  bool contact = false;
  bool preserve = false;
  std::optional<Scope> referrals;  // those he may read
  bool sign_in_referrals = false;
  bool handle_referrals = false;
};

}  // namespace xb::today
