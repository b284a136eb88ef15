#include "modules/today/musts/service.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "modules/complaints/service.h"
#include "platform/approvals/service.h"

namespace xb::today {
namespace {

using complaints::ComplaintLine;

constexpr std::chrono::milliseconds instant{1};
constexpr std::chrono::days soon{3};
constexpr std::chrono::days week{7};

Instant end_of(Date day, Zone zone) { return zone.start(day + std::chrono::days{1}); }

// What was found of a kind, before it is known how many rows are shown.
struct Found {
  MustKind kind;
  What what;
  Hits hits;
};

// Without what is shown already, where more is lost.
Hits besides(Hits hits, std::initializer_list<const Hits*> others) {
  std::unordered_set<std::int64_t> shown;
  for (const Hits* other : others)
    for (const Hit& hit : other->rows) shown.insert(hit.id);
  std::erase_if(hits.rows, [&](const Hit& hit) { return shown.contains(hit.id); });
  return hits;
}

Hits before(const Hits& hits, Instant end) {
  Hits out;
  for (const Hit& hit : hits.rows)
    if (hit.at < end) out.rows.push_back(hit);
  out.is_more = hits.is_more && out.rows.size() == hits.rows.size();
  return out;
}

std::vector<std::int64_t> ids_of(const Hits& hits, std::size_t count) {
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(hits.rows[i].id);
  return out;
}

using Lines = std::unordered_map<std::int64_t, ComplaintLine>;

Lines by_id(std::vector<ComplaintLine> lines) {
  Lines out;
  for (ComplaintLine& line : lines) out.emplace(line.id.number, std::move(line));
  return out;
}

void add_title(Must& must, const Lines& lines) {
  const auto line = lines.find(must.complaint_id ? must.complaint_id->number : 0);
  if (line != lines.end()) must.title = line->second.summary;
}

// Rows of `what` in the order they were found in.
template <class Row>
std::vector<Row> in_order(std::vector<Row> rows, const std::vector<std::int64_t>& ids) {
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::find(ids.begin(), ids.end(), a.id) < std::find(ids.begin(), ids.end(), b.id);
  });
  return rows;
}

class Desk {
 public:
  Desk(Work& work, const May& may) : work_(work), may_(may) {}

  void add(const Found& found, std::size_t count, std::vector<Must>& out) const {
    const auto ids = ids_of(found.hits, count);
    switch (found.what) {
      case What::complaint: return add_cases(found.kind, ids, out);
      case What::referral: return add_referrals(found.kind, ids, out);
      case What::supervision:
      case What::task:
      case What::fulfilment:
      case What::preservation: return add_parts(found, ids, out);
      case What::approval: return;
    }
  }

  void add_approvals(const std::vector<approvals::ApprovalItem>& items, std::size_t count,
                     std::vector<Must>& out) const {
    std::vector<Must> rows;
    std::vector<std::int64_t> cases;
    for (std::size_t i = 0; i < count; ++i) {
      const approvals::ApprovalItem& item = items[i];
      Must must{.kind = MustKind::approval_waiting,
                .what = What::approval,
                .id = item.id.number,
                .number = item.subject_number,
                .handler_id = item.asked_by_id,
                .amount_fen = item.amount_fen,
                .action = Move::approve};
      if (named<complaints::IntakeKind>(item.subject_kind)) {
        must.complaint_id = Id<Complaint>{item.subject_id.number};
        cases.push_back(item.subject_id.number);
      }
      rows.push_back(std::move(must));
    }
    // Whoever an approval waits for sees its subject.
    const Lines lines = by_id(complaints::lines_by_ids(work_, cases));
    for (Must& must : rows) {
      add_title(must, lines);
      const auto line = lines.find(must.complaint_id ? must.complaint_id->number : 0);
      if (line != lines.end()) must.due_at = line->second.due_at;
      out.push_back(std::move(must));
    }
  }

 private:
  bool is_own(Id<Unit> unit) const { return unit && unit == work_.actor.unit; }
  Move chase_or_open(Id<Unit> unit) const {
    return may_.handle && unit && !is_own(unit) ? Move::chase : Move::open;
  }

  // That the complainant was to hear from the bank by today, and has not.
  std::optional<Date> contact_of(const ComplaintLine& line) const {
    const bool is_owed = line.next_contact_on &&
                         *line.next_contact_on <= work_.zone.date(work_.now) &&
                         line.state < complaints::State::answered;
    return is_owed ? line.next_contact_on : std::nullopt;
  }

  Move move_for(MustKind kind, const ComplaintLine& line) const {
    const bool is_his =
        is_own(line.handling_unit_id) && (!line.handler_id || work_.actor.acts_as(line.handler_id));
    if (kind == MustKind::untaken) return may_.handle ? Move::take_over : Move::open;
    if (kind == MustKind::contact_due && may_.contact && is_his) return Move::contact;
    return chase_or_open(line.handling_unit_id);
  }

  void add_cases(MustKind kind, const std::vector<std::int64_t>& ids,
                 std::vector<Must>& out) const {
    for (ComplaintLine& line : complaints::lines_by_ids(work_, ids)) {
      const Id<Unit> unit = line.handling_unit_id ? line.handling_unit_id : line.outlet_id;
      out.push_back({.kind = kind,
                     .what = What::complaint,
                     .id = line.id.number,
                     .number = std::move(line.number),
                     .title = std::move(line.summary),
                     .complaint_id = line.id,
                     .unit_id = given(unit),
                     .handler_id = given(line.handler_id),
                     .due_at = line.due_at,
                     .contact_on = contact_of(line),
                     .action = move_for(kind, line)});
      Must& must = out.back();
      if (kind == MustKind::contact_due && must.contact_on)
        must.due_at = end_of(*must.contact_on, work_.zone);
    }
  }

  Move move_for(MustKind kind) const {
    if (kind == MustKind::referral_unsigned && may_.sign_in_referrals) return Move::sign_in;
    if (kind == MustKind::referral_uncontacted && may_.handle_referrals) return Move::contact;
    return Move::open;
  }

  void add_referrals(MustKind kind, const std::vector<std::int64_t>& ids,
                     std::vector<Must>& out) const {
    for (ReferralRow& row : in_order(referrals(work_, ids), ids)) {
      Must must{.kind = kind,
                .what = What::referral,
                .id = row.id,
                .number = std::move(row.number),
                .complaint_id = given(row.complaint_id),
                .unit_id = given(row.unit_id),
                .due_at = row.due_at,
                .action = move_for(kind)};
      if (row.topic) must.title = complaints::Summary::trusted(std::move(*row.topic));
      out.push_back(std::move(must));
    }
  }

  Move move_for(What what, const PartRow& row, bool is_in_sight) const {
    const bool is_his = !row.handler_id || work_.actor.acts_as(row.handler_id);
    switch (what) {
      case What::supervision: return may_.handle && is_own(row.unit_id) ? Move::reply : Move::open;
      case What::task:
        if (may_.handle && is_own(row.unit_id) && is_his) return Move::answer;
        return is_in_sight ? chase_or_open(row.unit_id) : Move::open;
      case What::fulfilment: return may_.handle ? Move::fulfil : Move::open;
      case What::preservation: return may_.preserve ? Move::secure : Move::open;
      case What::complaint:
      case What::referral:
      case What::approval: break;
    }
    return Move::open;
  }

  void add_parts(const Found& found, const std::vector<std::int64_t>& ids,
                 std::vector<Must>& out) const {
    const auto rows = in_order(parts(work_, found.what, ids), ids);
    std::vector<std::int64_t> cases;
    for (const PartRow& row : rows) cases.push_back(row.complaint_id.number);
    const Lines sight = by_id(complaints::lines_in_sight(work_, work_.actor, cases, musts_max));
    // Whoever is asked sees of the case what he is asked about.
    const bool is_task = found.what == What::task;
    const Lines asked = is_task ? by_id(complaints::lines_by_ids(work_, cases)) : Lines{};
    for (const PartRow& row : rows) {
      Must must{.kind = found.kind,
                .what = found.what,
                .id = row.id,
                .number = row.number,
                .complaint_id = row.complaint_id,
                .unit_id = given(row.unit_id),
                .handler_id = given(row.handler_id),
                .due_at = row.due_at,
                .action = move_for(found.what, row, sight.contains(row.complaint_id.number))};
      add_title(must, is_task ? asked : sight);
      out.push_back(std::move(must));
    }
  }

  Work& work_;
  const May& may_;
};

std::vector<Found> found_in(Work& work, const May& may, const Hits& overdue, const Hits& coming) {
  const Horizon horizon = horizon_of(work.now, work.zone);
  const Span until_tonight{{}, horizon.after_today};
  const Hits due_today = before(coming, horizon.after_today);
  std::vector<Found> out{{MustKind::overdue, What::complaint, overdue},
                         {MustKind::due_today, What::complaint, due_today}};
  if (may.referrals) {
    const Scope scope = *may.referrals;
    out.push_back({MustKind::referral_overdue, What::referral,
                   referrals_due(work, scope, {{}, horizon.after_now})});
    out.push_back({MustKind::referral_due_today, What::referral,
                   referrals_due(work, scope, {horizon.after_now, horizon.after_today})});
    out.push_back({MustKind::referral_unsigned, What::referral,
                   referrals_fresh(work, scope, "received", horizon.after_today)});
    out.push_back({MustKind::referral_uncontacted, What::referral,
                   referrals_fresh(work, scope, "signed_in", horizon.after_today)});
  }
  out.push_back(
      {MustKind::supervision_due, What::supervision, supervisions_due(work, until_tonight)});
  out.push_back({MustKind::task_due, What::task, tasks_due(work, until_tonight)});
  out.push_back({MustKind::promise_due, What::fulfilment, promises_due(work, until_tonight)});
  const Hits contacts =
      besides(contacts_due(work, work.zone.date(work.now)), {&overdue, &due_today});
  out.push_back({MustKind::contact_due, What::complaint, contacts});
  out.push_back({MustKind::evidence_ending, What::preservation,
                 evidence_due(work, {{}, horizon.after_soon})});
  out.push_back({MustKind::untaken, What::complaint,
                 besides(untaken(work), {&overdue, &due_today, &contacts})});
  return out;
}

}  // namespace

Horizon horizon_of(Instant now, Zone zone) {
  const Date today = zone.date(now);
  return {now + instant, end_of(today, zone) + instant, end_of(today + soon, zone) + instant,
          zone.start(today + week) + instant};
}

Result<Waiting> waiting(Work& work) {
  Waiting out;
  storage::ListRequest request;
  request.limit = storage::page_max;
  do {
    auto page = TRY(approvals::list(work, request));
    for (auto& item : page.items) out.items.push_back(std::move(item));
    request.cursor = page.next_cursor.value_or("");
  } while (!request.cursor.empty() && out.items.size() <= counted_max);
  out.is_more = out.items.size() > counted_max;
  if (out.is_more) out.items.resize(counted_max);
  return out;
}

Musts musts(Work& work, const May& may, const Coming& coming) {
  const std::vector<Found> found = found_in(work, may, coming.overdue, coming.cases);
  std::vector<std::size_t> sizes;
  for (const Found& one : found) sizes.push_back(one.hits.rows.size());
  sizes.push_back(coming.approvals.items.size());
  const std::vector<std::size_t> shown = shares(sizes);

  Musts out;
  const Desk desk(work, may);
  const auto count = [&](MustKind kind, std::size_t size, bool is_more) {
    if (size > 0) out.counts.push_back({kind, static_cast<std::int64_t>(size), is_more});
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    desk.add(found[i], shown[i], out.items);
    count(found[i].kind, sizes[i], found[i].hits.is_more);
  }
  desk.add_approvals(coming.approvals.items, shown.back(), out.items);
  count(MustKind::approval_waiting, sizes.back(), coming.approvals.is_more);
  return out;
}

}  // namespace xb::today
