#include "platform/approvals/store.h"

#include "platform/identity/authentic.h"
#include "platform/telemetry/log.h"

namespace xb::approvals {
namespace {

using storage::any_of;
using storage::Cell;
using storage::Query;

// Over all but the sealed columns, which nobody else can write.
std::string mac_of(const sealing::Keyring& keys, const Approval& row) {
  std::vector<Cell> cells;
  for_each_member<Approval>([&](std::string_view name, auto member) {
    using Member = std::remove_cvref_t<decltype(row.*member)>;
    if (name == "mac" || name == "version") return;
    if constexpr (!sealing::coding::is_personal<Member>)
      cells.push_back(storage::to_cell(row.*member));
  });
  return identity::row_mac(keys, Approval::table, cells);
}

bool is_ours(Work& work, const Approval& row) {
  if (sealing::equal_in_constant_time(row.mac, mac_of(work.keys, row))) return true;
  telemetry::log(telemetry::Severity::alarm, "approvals.forged_row", {{"id", row.id.number}});
  return false;
}

std::vector<Approval> ours(Work& work, const Query& query) {
  std::vector<Approval> out;
  for (Approval& one : sealing::find_all<Approval>(work, query))
    if (is_ours(work, one)) out.push_back(std::move(one));
  return out;
}

// What lies before a chair of the actor and has not gone through his hands.
storage::Restriction before_him(storage::Transaction& tx, const Actor& actor) {
  std::vector<Cell> cells;
  for (const identity::Seat& seat : identity::seats_of(tx, actor)) {
    cells.push_back(storage::to_cell(seat.unit_id));
    cells.push_back(storage::to_cell(seat.chair));
  }
  while (cells.size() < 2 * identity::seats_of_one_max) {
    cells.emplace_back(std::int64_t{0});
    cells.push_back(storage::to_cell(identity::Chair::head));
  }
  for (int hands = 0; hands < 3; ++hands)
    for (const Id<Person> person : {actor.person, actor.on_behalf_of})
      cells.emplace_back(person.number);
  return {
      "id IN (SELECT approval_id FROM approval_seats WHERE (unit_id = ? AND chair = ?)"
      " OR (unit_id = ? AND chair = ?) OR (unit_id = ? AND chair = ?))"
      " AND asked_by_id NOT IN (?, ?) AND (asked_for_id IS NULL OR asked_for_id NOT IN (?, ?))"
      " AND (handler_id IS NULL OR handler_id NOT IN (?, ?))",
      std::move(cells)};
}

}  // namespace

void insert(Work& work, Approval& approval, const sealing::DataKey& key) {
  approval.mac = mac_of(work.keys, approval);
  sealing::insert(work, approval, key);
}

Result<void> update(Work& work, Approval& approval, const sealing::DataKey& key) {
  approval.mac = mac_of(work.keys, approval);
  return sealing::update(work, approval, key);
}

std::optional<Approval> find(Work& work, const Actor& actor, Id<Approval> id) {
  Query query = Query::of<Approval>();
  query.where("id = ?", id);
  if (const auto kept = storage::kept_from(actor)) kept->narrow(query);
  auto found = ours(work, query);
  if (found.empty()) return {};
  return std::move(found.front());
}

std::vector<Approval> open_of(Work& work, std::int64_t subject_id) {
  Query query = Query::of<Approval>();
  query.where("subject_id = ?", subject_id);
  query.where("(state = ? OR state = ?)", State::waiting, State::granted);
  query.add("ORDER BY id");
  return ours(work, query);
}

std::optional<Approval> open_of(Work& work, std::int64_t subject_id, std::string_view matter) {
  for (Approval& one : open_of(work, subject_id))
    if (one.matter == matter) return std::move(one);
  return {};
}

std::vector<ApprovalBrief> briefs_of(storage::Transaction& tx, std::int64_t subject_id) {
  return tx.all<ApprovalBrief>(
      "SELECT id, matter, state, asked_at, version FROM approvals WHERE subject_id = ?"
      " ORDER BY asked_at, id",
      subject_id);
}

void set_seats(Work& work, Id<Approval> id, const std::vector<identity::Seat>& seats) {
  work.tx.execute("DELETE FROM approval_seats WHERE approval_id = ?", id);
  for (const identity::Seat& seat : seats)
    work.tx.insert(SeatRow{work.new_id<SeatRow>(), id, seat.unit_id, seat.chair});
}

std::vector<identity::Seat> seats_before(storage::Transaction& tx, Id<Approval> id) {
  return tx.all<identity::Seat>(
      "SELECT unit_id, chair FROM approval_seats WHERE approval_id = ? ORDER BY id", id);
}

std::vector<Id<Approval>> waiting_before(storage::Transaction& tx, const Actor& actor,
                                         std::int64_t subject_id) {
  Query query{storage::Sql<>("SELECT id FROM approvals")};
  query.where("subject_id = ?", subject_id);
  query.where("state = ?", State::waiting);
  before_him(tx, actor).narrow(query);
  return tx.all<Id<Approval>>(query);
}

void erase_of(storage::Transaction& tx, std::int64_t subject_id) {
  tx.execute(
      "DELETE FROM approval_seats WHERE approval_id IN"
      " (SELECT id FROM approvals WHERE subject_id = ?)",
      subject_id);
  tx.execute("DELETE FROM approvals WHERE subject_id = ?", subject_id);
}

const storage::ListSpec& list_spec() {
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<Text<64>>("matter", "matter"),
              any_of<State>("state", "state"),
              any_of<Id<Subject>>("subject_id", "subject_id"),
          },
      .sorts =
          {
              {"waiting_since", "asked_at", false, "state = 'waiting'"},
              {"asked_at", "asked_at", true, ""},
          },
      .indexed =
          {
              {Level::bank, "", "waiting_since"},
              {Level::bank, "", "asked_at"},
          },
  };
  return spec;
}

Result<Keys> before(Work& work, const Actor& actor, const storage::ListRequest& request) {
  // The chair, not the scope, says what one sees here.
  const auto plan = TRY(
      storage::Plan::make(list_spec(), Scope::whole_bank(), request, before_him(work.tx, actor)));
  const auto keys = plan.keys(work.tx, Approval::table);
  auto rows = storage::rows_by_ids<Approval>(keys.ids, [&](Query query) {
    if (const auto kept = storage::kept_from(actor)) kept->narrow(query);
    return ours(work, query);
  });
  return Keys{std::move(rows), keys.next};
}

}  // namespace xb::approvals
