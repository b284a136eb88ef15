#include "modules/complaints/store.h"

#include <map>

#include "core/ensure.h"
#include "modules/complaints/attachments/store.h"
#include "modules/complaints/preservation/store.h"
#include "platform/approvals/store.h"
#include "platform/clocks/store.h"
#include "platform/inbox/service.h"

namespace xb::complaints {
namespace {

using storage::Fragment;
using storage::in_sight;
using storage::Query;

template <class Row>
std::optional<Row> first(std::vector<Row> rows) {
  if (rows.empty()) return {};
  return std::move(rows.front());
}

// Zero stands for "no unit" in the counts, whose key must not be NULL.
std::int64_t or_zero(Id<Unit> unit) { return unit.number; }

}  // namespace

// Cases of elsewhere that a unit handles, which the kept counts have under where they belong. What
// is kept from somebody is counted besides. The index complaints_from_elsewhere has these words.
Query from_elsewhere(Id<Unit> unit) {
  Query query{storage::Sql<>("SELECT state, count(*) FROM complaints")};
  query.where("handling_unit_id = ?", unit);
  query.where("accused_id IS NULL");
  query.where("handling_unit_id <> COALESCE(branch_id, 0)");
  query.where("handling_unit_id <> COALESCE(sub_branch_id, 0)");
  query.where("handling_unit_id <> COALESCE(outlet_id, 0)");
  return query;
}

std::optional<Complaint> find_complaint(Work& work, const Actor& viewer, Id<Complaint> id) {
  return sealing::find_seen(work, id, [&](Query& query) { in_sight(query, viewer); });
}

std::optional<Complaint> find_complaint_by_number(Work& work, const Actor& viewer,
                                                  std::string_view number) {
  Query query = Query::of<Complaint>();
  query.where("number = ?", number);
  in_sight(query, viewer);
  return first(sealing::find_all<Complaint>(work, query));
}

std::optional<Complainant> find_complainant(Work& work, Id<Complainant> id) {
  return sealing::find<Complainant>(work, "WHERE id = ?", id);
}

std::optional<ComplaintDetails> find_details(Work& work, Id<Complaint> id) {
  return sealing::find<ComplaintDetails>(work, "WHERE id = ?", id);
}

bool insert_if_free(Work& work, const Complaint& complaint, const sealing::DataKey& key) {
  return work.tx.insert_if_absent(complaint, sealing::coding::Sealing{key});
}

void insert(Work& work, const Complainant& complainant, const sealing::DataKey& key) {
  sealing::insert(work, complainant, key);
}

void insert(Work& work, const ComplaintDetails& details, const sealing::DataKey& key) {
  sealing::insert(work, details, key);
}

Result<void> update(Work& work, ComplaintDetails& details, const sealing::DataKey& key) {
  return sealing::update(work, details, key);
}

Result<void> update(Work& work, Complaint& complaint, const sealing::DataKey& key) {
  return sealing::update(work, complaint, key);
}

storage::Restriction case_in_sight(const Actor& viewer) {
  const auto unit_at = [&](Level level) {
    return storage::Cell{viewer.scope.level == level ? viewer.scope.unit.number : 0};
  };
  std::vector<storage::Cell> values{std::int64_t{viewer.scope.level == Level::bank},
                                    unit_at(Level::branch), unit_at(Level::sub_branch),
                                    unit_at(Level::outlet), viewer.scope.unit.number};
  return storage::Restriction::inside(
      "EXISTS (SELECT 1 FROM complaints AS its WHERE its.id = complaint_id AND (? = 1"
      " OR its.branch_id = ? OR its.sub_branch_id = ? OR its.outlet_id = ?"
      " OR its.handling_unit_id = ?)",
      std::move(values), storage::kept_from(viewer));
}

namespace {

// A pattern for one code in a column of Codes.
Result<storage::Cell> parse_code(std::string_view text) {
  TRY(check_text(text, Code::max, true));
  // `_` stands for any character; no two codes differ in that one alone.
  if (text.find_first_of(",%\\") != std::string_view::npos)
    return refuse(Reason::invalid, "field.choice");
  return storage::Cell{"%," + std::string{text} + ",%"};
}

// What an index answers at once: along the day of receipt, and along what is due.
std::vector<storage::Indexed> indexed() {
  std::vector<storage::Indexed> out{
      {Level::bank, "", "received_at"},
      {Level::bank, "state", "received_at"},
      {Level::bank, "", "due_at"},
      {Level::bank, "state", "due_at"},
      {Level::branch, "", "received_at"},
      {Level::branch, "", "due_at"},
      {Level::sub_branch, "", "received_at"},
      {Level::sub_branch, "", "due_at"},
      {Level::outlet, "", "received_at"},
      {Level::outlet, "", "due_at"},
      {Level::bank, "received_before,received_from", "received_at"},
      {Level::bank, "received_from", "received_at"},
      {Level::bank, "received_before", "received_at"},
      {Level::department, "", "received_at"},
      {Level::department, "", "due_at"},
      {Level::bank, "handling_unit_id", "received_at"},
      {Level::bank, "handler_id", "received_at"},
  };
  for (const Level level :
       {Level::bank, Level::branch, Level::sub_branch, Level::outlet, Level::department})
    for (const char* filters : {"due_before", "due_before,due_from"})
      out.push_back({level, filters, "due_at"});
  return out;
}

}  // namespace

const storage::ListSpec& list_spec() {
  using storage::any_of;
  using storage::compared;
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Code>("business", "business"),
              any_of<Code>("business_channel", "business_channel"),
              any_of<Code>("cause", "cause"),
              {"customer_group", "customer_groups LIKE ?", false, &parse_code},
              any_of<CustomerKind>("customer_kind", "customer_kind"),
              compared<Instant>("due_before", "due_at < ?"),
              compared<Instant>("due_from", "due_at >= ?"),
              any_of<Code>("intake_channel", "intake_channel"),
              any_of<Id<Person>>("handler_id", "handler_id"),
              any_of<Id<Unit>>("handling_unit_id", "handling_unit_id"),
              compared<bool>("is_repeat", "CASE WHEN repeats_id IS NULL THEN 0 ELSE 1 END = ?"),
              any_of<IntakeKind>("kind", "kind"),
              any_of<Id<Person>>("leader_id", "leader_id"),
              compared<Date>("next_contact_before", "next_contact_on < ?"),
              any_of<Id<Unit>>("outlet_id", "outlet_id"),
              any_of<Origin>("origin", "origin"),
              any_of<Code>("product", "product"),
              compared<Instant>("received_before", "received_at < ?"),
              compared<Instant>("received_from", "received_at >= ?"),
              any_of<SampleCheck>("sample_check", "sample_check"),
              any_of<Code>("region", "region"),
              any_of<Code>("source", "source"),
              any_of<State>("state", "state"),
              any_of<Tier>("tier", "tier"),
              {"unknown_code", "unknown_codes LIKE ?", false, &parse_code},
              any_of<Urgency>("urgency", "urgency"),
          },
      .sorts =
          {
              {"received_at", "received_at", true, ""},
              // What is in hand and has no limit running, such as what is answered, comes last;
              // what is over does not come.
              {"due_at", "due_at", false, "due_at IS NOT NULL",
               "due_at IS NULL AND closed_at IS NULL AND state IN ('registered', 'accepted',"
               " 'assigned', 'handling', 'proposed', 'decided', 'answered')",
               "received_at"},
          },
      .indexed = indexed(),
  };
  return spec;
}

Result<storage::Plan> plan(const Actor& viewer, const storage::ListRequest& request) {
  return storage::Plan::make(list_spec(), viewer.scope, request, storage::kept_from(viewer));
}

Result<ComplaintKeys> page(Work& work, const Actor& viewer, const storage::ListRequest& request) {
  const auto planned = TRY(plan(viewer, request));
  const auto keys = planned.keys(work.tx, Complaint::table);
  return ComplaintKeys{lines_by_ids(work, keys.ids), keys.next};
}

std::vector<ComplaintLine> lines_by_ids(Work& work, const std::vector<std::int64_t>& ids) {
  return storage::rows_by_ids<ComplaintLine>(
      ids, [&](const Query& query) { return sealing::find_all<ComplaintLine>(work, query); });
}

std::vector<Complainant> complainants(Work& work, const std::vector<std::int64_t>& ids) {
  return storage::rows_by_ids<Complainant>(
      ids, [&](const Query& query) { return sealing::find_all<Complainant>(work, query); });
}

namespace {

Fragment condition_on(std::string_view index) {
  if (index == privacy::Phone::index) return "people.phone_index = ?";
  if (index == privacy::IdentityNumber::index) return "people.identity_number_index = ?";
  if (index == privacy::CardNumber::index) return "people.card_number_index = ?";
  if (index == privacy::CreditCode::index) return "people.credit_code_index = ?";
  ensure(index == privacy::Email::index, "no such index");
  return "people.email_index = ?";
}

}  // namespace

std::vector<std::int64_t> complaints_by_index(Work& work, const Actor& viewer,
                                              std::string_view index, const std::string& value,
                                              std::size_t limit) {
  Query query{
      storage::Sql<>("SELECT complaints.id FROM complainants AS people"
                     " JOIN complaints ON complaints.complainant_id = people.id")};
  query.where(condition_on(index), {value});
  in_sight(query, viewer);
  query.add("ORDER BY complaints.received_at DESC, complaints.id DESC LIMIT ?", limit);
  return work.tx.all<std::int64_t>(query);
}

std::vector<EarlierCase> cases_of_person(Work& work, const std::vector<Term>& terms,
                                         Id<Complaint> but, std::size_t limit) {
  std::map<std::int64_t, EarlierCase, std::greater<>> out;
  for (const Term& term : terms) {
    Query query{
        storage::Sql<>("SELECT complaints.id, complaints.kind, complaints.state,"
                       " complaints.business, complaints.accused_id, complaints.shut_unit_id"
                       " FROM complainants AS people"
                       " JOIN complaints ON complaints.complainant_id = people.id")};
    query.where(condition_on(term.index), {term.value});
    query.where("complaints.id <> ?", but.number);
    query.add("ORDER BY complaints.received_at DESC, complaints.id DESC LIMIT ?", limit);
    for (EarlierCase& one : work.tx.all<EarlierCase>(query))
      out.emplace(one.id.number, std::move(one));
  }
  std::vector<EarlierCase> cases;
  for (auto& [id, one] : out) cases.push_back(std::move(one));
  return cases;
}

std::vector<ComplaintLine> lines_in_sight(Work& work, const Actor& viewer,
                                          const std::vector<std::int64_t>& ids, std::size_t limit) {
  if (ids.empty()) return {};
  Query query = Query::of<ComplaintLine>();
  in_sight(query, ids, viewer);
  query.add("ORDER BY received_at DESC, id DESC LIMIT ?", limit);
  return sealing::find_all<ComplaintLine>(work, query);
}

std::string number_in_sight(Work& work, const Actor& viewer, Id<Complaint> id) {
  if (!id) return {};
  Query query{storage::Sql<>("SELECT number FROM complaints")};
  query.where("id = ?", id);
  in_sight(query, viewer);
  return first(work.tx.all<std::string>(query)).value_or("");
}

void erase(Work& work, const Complaint& complaint) {
  if (const auto person = find_complainant(work, complaint.complainant_id)) {
    work.tx.execute("DELETE FROM complainants WHERE id = ?", person->id);
    sealing::destroy_key(work, person->key_id);
  }
  erase_preservations(work, complaint.id);
  erase_attachments(work, complaint.id);
  clocks::erase_of(work.tx, complaint.id.number);
  approvals::erase_of(work.tx, complaint.id.number);
  inbox::erase_of(work.tx, complaint.id.number);
  work.tx.execute("DELETE FROM complaint_details WHERE id = ?", complaint.id);
  work.tx.execute("DELETE FROM complaints WHERE id = ?", complaint.id);
  sealing::destroy_key(work, complaint.key_id);
}

void raise_serial(storage::Transaction& tx, std::string_view name, std::int64_t year) {
  tx.execute(
      "INSERT INTO serials (name, year, last) VALUES (?, ?, 1)"
      " ON CONFLICT (name, year) DO UPDATE SET last = serials.last + 1",
      name, year);
}

std::int64_t serial_of(storage::Transaction& tx, std::string_view name, std::int64_t year) {
  return tx.one<std::int64_t>("SELECT last FROM serials WHERE name = ? AND year = ?", name, year)
      .value_or(0);
}

std::vector<Complaint> complaints_elsewhere(Work& work, Id<Unit> unit, const Place& place,
                                            std::int64_t limit) {
  Query query = Query::of<Complaint>();
  storage::left_behind(query, unit, place);
  query.add("ORDER BY id LIMIT ?", limit);
  return sealing::find_all<Complaint>(work, query);
}

std::vector<Complaint> dispatched_to(Work& work, Id<Unit> unit, std::int64_t limit) {
  Query query = Query::of<Complaint>();
  query.where("handling_unit_id = ?", unit);
  query.where("state IN (?, ?, ?, ?)", State::registered, State::accepted, State::assigned,
              State::handling);
  query.add("ORDER BY id LIMIT ?", limit);
  return sealing::find_all<Complaint>(work, query);
}

void add_to_count(storage::Transaction& tx, Place place, State state, std::int64_t change) {
  tx.execute(
      "INSERT INTO complaint_counts (branch_id, sub_branch_id, outlet_id, state, amount)"
      " VALUES (?, ?, ?, ?, ?) ON CONFLICT (branch_id, sub_branch_id, outlet_id, state)"
      " DO UPDATE SET amount = complaint_counts.amount + excluded.amount",
      or_zero(place.branch_id), or_zero(place.sub_branch_id), or_zero(place.outlet_id), state,
      change);
}

std::vector<StateCount> counts(storage::Transaction& tx, const Actor& viewer) {
  if (viewer.scope.level == Level::department) {
    Query dispatched{storage::Sql<>("SELECT state, count(*) FROM complaints")};
    dispatched.where("kind = ?", IntakeKind::complaint);
    in_sight(dispatched, viewer);
    dispatched.add("GROUP BY state ORDER BY state");
    return tx.all<StateCount>(dispatched);
  }
  Query counted{storage::Sql<>("SELECT state, CAST(sum(amount) AS bigint) FROM complaint_counts")};
  storage::in_line(counted, viewer.scope);
  Query kept{storage::Sql<>("SELECT state, count(*) FROM complaints")};
  kept.where("accused_id IS NOT NULL");
  kept.where("kind = ?", IntakeKind::complaint);
  in_sight(kept, viewer);
  Query elsewhere = from_elsewhere(viewer.scope.unit);
  std::map<State, std::int64_t> sums;
  for (Query* query : {&counted, &kept, &elsewhere}) {
    if (query == &elsewhere && viewer.scope.level == Level::bank) continue;
    query->add("GROUP BY state");
    for (const StateCount& row : tx.all<StateCount>(*query)) sums[row.state] += row.count;
  }
  std::vector<StateCount> out;
  out.reserve(sums.size());
  for (const auto& [state, count] : sums) out.push_back({state, count});
  return out;
}

std::vector<RoutingRule> routing_rules(Work& work) {
  return work.tx.find_all<RoutingRule>("ORDER BY position");
}

void delete_routing_rules(Work& work) { work.tx.execute("DELETE FROM routing_rules"); }

void insert(Work& work, const RoutingRule& rule) { work.tx.insert(rule); }

}  // namespace xb::complaints
