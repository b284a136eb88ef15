#include "modules/today/store.h"

#include <algorithm>
#include <cstdlib>

#include "modules/complaints/service.h"
#include "platform/storage/list.h"

namespace xb::today {
namespace {

using storage::Query;
using storage::Sql;

// A part of the scope that one index answers: what belongs to its unit, and what was dispatched to
// the unit from elsewhere.
struct Line {
  Scope scope;
  bool is_from_elsewhere = false;
};

std::vector<Line> lines_of(Scope scope) {
  const bool is_one = scope.level == Level::bank || scope.level == Level::department;
  if (is_one) return {{scope, false}};
  return {{scope, false}, {scope, true}};
}

void along(Query& query, const Line& line) {
  if (!line.is_from_elsewhere) return storage::in_line(query, line.scope);
  query.where("handling_unit_id = ?", line.scope.unit);
  switch (line.scope.level) {
    case Level::bank:
    case Level::department: return;
    case Level::branch: query.where("COALESCE(branch_id, 0) <> ?", line.scope.unit); return;
    case Level::sub_branch: query.where("COALESCE(sub_branch_id, 0) <> ?", line.scope.unit); return;
    case Level::outlet: query.where("COALESCE(outlet_id, 0) <> ?", line.scope.unit); return;
  }
}

void keep_shut(Query& query, const Actor& viewer) {
  if (const auto kept = storage::kept_from(viewer)) kept->narrow(query);
}

void complaints_of(Query& query, const Work& work, const Line& line, Span span) {
  along(query, line);
  query.where("received_at >= ?", span.from);
  query.where("received_at < ?", span.until);
  query.where("kind = ?", complaints::IntakeKind::complaint);
  keep_shut(query, work.actor);
}

std::int64_t counted(Work& work, const Query& query) {
  const auto rows = work.tx.all<std::int64_t>(query);
  return rows.empty() ? 0 : rows.front();
}

std::int64_t bounded(std::int64_t count, std::size_t most = counted_max) {
  return std::min(count, static_cast<std::int64_t>(most) + 1);
}

Hits in_order(std::vector<Hit> rows) {
  const auto key = [](const Hit& hit) { return std::pair{hit.at, hit.id}; };
  std::sort(rows.begin(), rows.end(), [&](const Hit& a, const Hit& b) { return key(a) < key(b); });
  rows.erase(std::unique(rows.begin(), rows.end(),
                         [](const Hit& a, const Hit& b) { return a.id == b.id; }),
             rows.end());
  const bool is_more = rows.size() > counted_max;
  if (is_more) rows.resize(counted_max);
  return {std::move(rows), is_more};
}

// A table of which little is open at a time, looked at in the order of a column.
struct Part {
  storage::Fragment rows;                  // SELECT … WHERE what is open
  storage::Fragment column;                // that an index orders those by
  std::optional<storage::Fragment> table;  // where a unit that was asked stands in it
};

Query within(const Part& part, Span span, storage::Fragment start) {
  Query query{Sql<>("SELECT id, found_at FROM (")};
  query.add(part.rows);
  query.add(Sql<>("AND")).add(part.column).add(Sql<Instant>(">= ?"), span.from);
  query.add(Sql<>("AND")).add(part.column).add(Sql<Instant>("< ?"), span.until);
  query.add(Sql<>("ORDER BY")).add(part.column).add(start, {storage::to_cell(looked_max)});
  return query;
}

// As far as they are looked at, and as `narrow` has it.
template <class Narrow>
std::vector<Hit> looked_at(Work& work, const Part& part, Span span, const Narrow& narrow) {
  Query query = within(part, span, ", id LIMIT ?) AS looked");
  narrow(query);
  query.add("ORDER BY found_at, id LIMIT ?", counted_max + 1);
  return work.tx.all<Hit>(query);
}

// True if more than were looked at are within the span.
bool goes_on(Work& work, const Part& part, Span span) {
  return !work.tx.all<Hit>(within(part, span, ", id LIMIT 1 OFFSET ?) AS beyond")).empty();
}

void asked_of_own_unit(Work& work, const Part& part, Span span, std::vector<Hit>& rows) {
  if (!part.table || !work.actor.unit) return;
  Query query{Sql<>("SELECT id, due_at FROM")};
  query.add(*part.table);
  query.where(storage::Fragment{"ended_at IS NULL"}, {});
  query.where("handling_unit_id = ?", work.actor.unit);
  query.where("due_at >= ?", span.from);
  query.where("due_at < ?", span.until);
  keep_shut(query, work.actor);
  query.add("ORDER BY due_at, id LIMIT ?", counted_max + 1);
  for (const Hit& hit : work.tx.all<Hit>(query)) rows.push_back(hit);
}

// Parts of cases in sight, and what the own unit was asked.
Hits due(Work& work, const Part& part, Span span) {
  std::vector<Hit> rows = looked_at(
      work, part, span, [&](Query& query) { complaints::case_in_sight(work.actor).narrow(query); });
  asked_of_own_unit(work, part, span, rows);
  Hits out = in_order(std::move(rows));
  out.is_more = out.is_more || goes_on(work, part, span);
  return out;
}

Actor seeing(const Actor& viewer, Scope scope) {
  Actor out = viewer;
  out.scope = scope;
  return out;
}

}  // namespace

std::int64_t received(Work& work, Span span, const std::vector<std::string>& sources,
                      std::size_t most) {
  std::int64_t out = 0;
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{Sql<>("SELECT count(*) FROM (SELECT id FROM complaints")};
    complaints_of(query, work, line, span);
    if (!sources.empty()) query.where_in("source", {sources.begin(), sources.end()});
    query.add("LIMIT ?) AS counted", most + 1);
    out += counted(work, query);
  }
  return bounded(out, most);
}

std::vector<complaints::State> states_in_hand() {
  using complaints::State;
  return {State::registered, State::accepted, State::assigned, State::handling,
          State::proposed,   State::decided,  State::answered};
}

// What has a date is open, and found along it; what has none is found by an index of its own.
std::int64_t in_hand(Work& work) {
  std::int64_t out = 0;
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{Sql<>("SELECT count(*) FROM (SELECT id FROM complaints")};
    along(query, line);
    query.where(storage::Fragment{"due_at IS NOT NULL"}, {});
    query.where("due_at >= ?", Instant{});
    query.where("kind = ?", complaints::IntakeKind::complaint);
    keep_shut(query, work.actor);
    query.add("LIMIT ?) AS counted", counted_max + 1);
    out += counted(work, query);
  }
  Query undated{
      Sql<>("SELECT count(*) FROM (SELECT id, kind, branch_id, sub_branch_id, outlet_id,"
            " handling_unit_id, accused_id, shut_unit_id FROM complaints WHERE due_at IS NULL"
            " AND closed_at IS NULL AND state IN ('registered', 'accepted', 'assigned', "
            "'handling', 'proposed',"
            " 'decided', 'answered')")};
  undated.add("AND kind = ? LIMIT ?) AS undated", complaints::IntakeKind::complaint, looked_max);
  storage::in_sight(undated, work.actor);
  return bounded(out + counted(work, undated));
}

Hits cases_due(Work& work, Span span) {
  std::vector<Hit> rows;
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{Sql<>("SELECT id, due_at FROM complaints")};
    along(query, line);
    query.where(storage::Fragment{"due_at IS NOT NULL"}, {});
    query.where("due_at >= ?", span.from);
    query.where("due_at < ?", span.until);
    keep_shut(query, work.actor);
    query.add("ORDER BY due_at, id LIMIT ?", counted_max + 1);
    for (const Hit& hit : work.tx.all<Hit>(query)) rows.push_back(hit);
  }
  return in_order(std::move(rows));
}

namespace {

struct ContactRow {
  std::int64_t id = 0;
  Date next_contact_on;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (), (id, next_contact_on))

}  // namespace

Hits contacts_due(Work& work, Date last) {
  Query query{
      Sql<>("SELECT id, next_contact_on FROM (SELECT id, next_contact_on, branch_id, sub_branch_id,"
            " outlet_id, handling_unit_id, accused_id, shut_unit_id FROM complaints"
            " WHERE next_contact_on IS NOT NULL")};
  query.add("AND next_contact_on <= ?", last);
  // Who has had his answer waits for nothing but what he was promised.
  query.add(Sql<>("AND state <> 'answered'"));
  query.add("ORDER BY next_contact_on, id LIMIT ?) AS looked", looked_max);
  storage::in_sight(query, work.actor);
  query.add("ORDER BY next_contact_on, id LIMIT ?", counted_max + 1);
  std::vector<Hit> rows;
  for (const ContactRow& row : work.tx.all<ContactRow>(query))
    rows.push_back({row.id, work.zone.start(row.next_contact_on + std::chrono::days{1})});
  return in_order(std::move(rows));
}

Hits untaken(Work& work) {
  if (!work.actor.unit) return {};
  Query query{Sql<>("SELECT id, received_at FROM complaints")};
  query.where(storage::Fragment{"state = 'assigned'"}, {});
  query.where("handling_unit_id = ?", work.actor.unit);
  query.where("(handler_id IS NULL OR handler_id IN (?, ?))", work.actor.person,
              work.actor.on_behalf_of);
  keep_shut(query, work.actor);
  query.add("ORDER BY received_at, id LIMIT ?", counted_max + 1);
  return in_order(work.tx.all<Hit>(query));
}

Hits tasks_due(Work& work, Span span) {
  return due(work,
             {"SELECT id, complaint_id, due_at AS found_at FROM tasks WHERE ended_at IS NULL",
              "due_at", storage::Fragment{"tasks"}},
             span);
}

Hits supervisions_due(Work& work, Span span) {
  return due(
      work,
      {"SELECT id, complaint_id, due_at AS found_at FROM supervisions WHERE ended_at IS NULL",
       "due_at", storage::Fragment{"supervisions"}},
      span);
}

Hits promises_due(Work& work, Span span) {
  return due(work,
             {"SELECT id, complaint_id, due_at AS found_at FROM fulfilments WHERE state = 'open'",
              "due_at",
              {}},
             span);
}

Hits evidence_due(Work& work, Span span) {
  return due(
      work,
      {"SELECT id, complaint_id, gone_at AS found_at FROM preservations WHERE state = 'requested'",
       "gone_at",
       {}},
      span);
}

Hits referrals_due(Work& work, Scope scope, Span span) {
  const Part part{
      "SELECT id, due_at AS found_at, branch_id, sub_branch_id, outlet_id, handling_unit_id,"
      " accused_id, shut_unit_id FROM referrals WHERE due_at IS NOT NULL",
      "due_at",
      {}};
  Hits out = in_order(looked_at(work, part, span, [&](Query& query) {
    storage::in_sight(query, seeing(work.actor, scope));
  }));
  out.is_more = out.is_more || goes_on(work, part, span);
  return out;
}

Hits referrals_fresh(Work& work, Scope scope, std::string_view state, Instant due_from) {
  const Part part{
      "SELECT id, received_at AS found_at, state, due_at, branch_id, sub_branch_id, outlet_id,"
      " handling_unit_id, accused_id, shut_unit_id FROM referrals"
      " WHERE state IN ('received', 'signed_in')",
      "received_at",
      {}};
  const Span span{{}, work.now + std::chrono::milliseconds{1}};
  Hits out = in_order(looked_at(work, part, span, [&](Query& query) {
    storage::in_sight(query, seeing(work.actor, scope));
    query.where("state = ?", state);
    query.where("(due_at IS NULL OR due_at >= ?)", due_from);
  }));
  out.is_more = out.is_more || goes_on(work, part, span);
  return out;
}

namespace {

storage::Fragment select_parts(What what) {
  switch (what) {
    case What::task:
      return "SELECT id, complaint_id, complaint_number, handling_unit_id, handler_id, due_at"
             " FROM tasks";
    case What::supervision:
      return "SELECT id, complaint_id, complaint_number, handling_unit_id,"
             " CASE WHEN 1 = 0 THEN handling_unit_id END, due_at FROM supervisions";
    case What::fulfilment:
      return "SELECT id, complaint_id, complaint_number, unit_id,"
             " CASE WHEN 1 = 0 THEN unit_id END, due_at FROM fulfilments";
    case What::preservation:
      return "SELECT id, complaint_id, complaint_number, COALESCE(handling_unit_id, outlet_id),"
             " CASE WHEN 1 = 0 THEN outlet_id END, gone_at FROM preservations";
    case What::complaint:
    case What::referral:
    case What::approval: break;
  }
  std::abort();
}

}  // namespace

std::vector<PartRow> parts(Work& work, What what, const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return {};
  Query query{Sql<>("")};
  query.add(select_parts(what));
  query.where_in("id", {ids.begin(), ids.end()});
  return work.tx.all<PartRow>(query);
}

std::vector<ReferralRow> referrals(Work& work, const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return {};
  Query query{
      Sql<>("SELECT id, complaint_id, number, COALESCE(handling_unit_id, branch_id), topic,"
            " due_at FROM referrals")};
  query.where_in("id", {ids.begin(), ids.end()});
  return work.tx.all<ReferralRow>(query);
}

std::vector<Told> told(Work& work, Span span) {
  std::vector<Told> out;
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{
        Sql<>("SELECT id, received_at, business, cause, group_id FROM complaints"
              " LEFT JOIN text_signatures ON complaint_id = id")};
    complaints_of(query, work, line, span);
    for (Told& one : work.tx.all<Told>(query)) out.push_back(std::move(one));
  }
  return out;
}

namespace {

struct PairRow {
  std::optional<std::string> business;
  std::optional<std::string> cause;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PairRow, (), (business, cause, count))

}  // namespace

std::optional<PairCounts> pairs(Work& work, Span span, std::size_t limit) {
  PairCounts out;
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{
        Sql<>("SELECT business, cause, count(*) FROM (SELECT business, cause"
              " FROM complaints")};
    complaints_of(query, work, line, span);
    query.add("LIMIT ?) AS these GROUP BY business, cause", limit + 1);
    std::int64_t all = 0;
    for (PairRow& row : work.tx.all<PairRow>(query)) {
      all += row.count;
      if (row.business && row.cause)
        out[{std::move(*row.business), std::move(*row.cause)}] += row.count;
    }
    if (all > static_cast<std::int64_t>(limit)) return {};
  }
  return out;
}

bool has_earlier(Work& work, Instant before) {
  for (const Line& line : lines_of(work.actor.scope)) {
    Query query{Sql<>("SELECT id FROM complaints")};
    along(query, line);
    query.where("received_at < ?", before);
    query.add(Sql<>("ORDER BY received_at LIMIT 1"));
    if (!work.tx.all<std::int64_t>(query).empty()) return true;
  }
  return false;
}

}  // namespace xb::today
