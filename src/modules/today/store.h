// Every SQL statement of the work desk. It reads tables of others, each along an index and with a
// bound, so that none takes longer however many cases there are; it writes nothing.
#pragma once

#include <string>
#include <vector>

#include "modules/today/rules.h"
#include "modules/today/types.h"
#include "platform/storage/work.h"

namespace xb::today {

inline constexpr std::size_t counted_max = 1000;
// Of parts of cases as many are looked at, in sight or not.
inline constexpr std::size_t looked_max = 5000;

// from <= instant < until
struct Span {
  Instant from;
  Instant until;
};

// Something with the instant it is found by.
struct Hit {
  std::int64_t id = 0;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (id, at))

// In the order of their instants, at most `counted_max`.
struct Hits {
  std::vector<Hit> rows;
  bool is_more = false;
};

// Complaints received within the span, of these sources unless there are none: as many as were
// counted, one more than `most` where there are more.
std::int64_t received(Work& work, Span span, const std::vector<std::string>& sources,
                      std::size_t most = counted_max);
// Complaints that are not over; as above.
std::int64_t in_hand(Work& work);
// The states of those, as a list is asked for them.
std::vector<complaints::State> states_in_hand();

// Cases of every kind of intake that are due within the span.
Hits cases_due(Work& work, Span span);

// Cases in sight whose complainant was to hear from the bank by the end of `last` and has not; a
// hit is at the end of the day that was agreed.
Hits contacts_due(Work& work, Date last);
// Cases that were given to the actor, or to his unit, and that nobody has taken over.
Hits untaken(Work& work);

// What is open and due within the span, beside the cases themselves: of cases in sight, and of what
// the own unit was asked. Referrals as far as `scope` sees.
Hits tasks_due(Work& work, Span span);
Hits supervisions_due(Work& work, Span span);
Hits promises_due(Work& work, Span span);
Hits evidence_due(Work& work, Span span);
Hits referrals_due(Work& work, Scope scope, Span span);
// In this state, which is `received` or `signed_in`, and not due before `due_from`.
Hits referrals_fresh(Work& work, Scope scope, std::string_view state, Instant due_from);

// What a row of the desk shows of a part.
struct PartRow {
  std::int64_t id = 0;
  Id<Complaint> complaint_id;
  std::string number;
  Id<Unit> unit_id;
  Id<Person> handler_id;
  Instant due_at;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (id, complaint_id, number, unit_id, handler_id, due_at))

struct ReferralRow {
  std::int64_t id = 0;
  Id<Complaint> complaint_id;
  std::string number;
  Id<Unit> unit_id;
  std::optional<std::string> topic;
  std::optional<Instant> due_at;
};
BOOST_DESCRIBE_STRUCT(ReferralRow, (), (id, complaint_id, number, unit_id, topic, due_at))

// Of these ids, in no order; nothing of `what` that is no part of a case.
std::vector<PartRow> parts(Work& work, What what, const std::vector<std::int64_t>& ids);
std::vector<ReferralRow> referrals(Work& work, const std::vector<std::int64_t>& ids);

// A complaint as trends look at it.
struct Told {
  Id<Complaint> id;
  Instant received_at;
  std::optional<std::string> business;
  std::optional<std::string> cause;
  std::optional<std::int64_t> group;  // of near-identical texts
};
BOOST_DESCRIBE_STRUCT(Told, (), (id, received_at, business, cause, group))
// All received within the span.
std::vector<Told> told(Work& work, Span span);

// The same by business and cause; nothing where more than `limit` came in.
std::optional<PairCounts> pairs(Work& work, Span span, std::size_t limit);

// Whether anything was received before.
bool has_earlier(Work& work, Instant before);

}  // namespace xb::today
