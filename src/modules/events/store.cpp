#include "modules/events/store.h"

#include "platform/storage/sql.h"

namespace xb::events {
namespace {

using storage::Query;
using storage::Sql;

struct Row {
  std::int64_t id = 0;
  std::int64_t shown_id = 0;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, shown_id, branch_id, sub_branch_id, outlet_id, handling_unit_id,
                       accused_id, shut_unit_id))

struct Table {
  storage::Fragment rows;
  What what;
};

constexpr Table tables[] = {
    {"SELECT id, id, branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,"
     " shut_unit_id FROM complaints",
     What::complaint},
    {"SELECT id, id, branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,"
     " shut_unit_id FROM referrals",
     What::referral},
    {"SELECT id, id, branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,"
     " shut_unit_id FROM preservations",
     What::preservation},
    {"SELECT id, complaint_id, branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,"
     " shut_unit_id FROM preservations",
     What::complaint},
    {"SELECT id, id, branch_id, sub_branch_id, outlet_id, handling_unit_id, accused_id,"
     " shut_unit_id FROM tasks",
     What::asked},
};

struct Workplace {
  Id<Person> person_id;
  Id<Unit> unit_id;
};
BOOST_DESCRIBE_STRUCT(Workplace, (), (person_id, unit_id))

void add_accused_units(storage::Transaction& tx, Subjects& subjects, Date today) {
  std::vector<storage::Cell> people;
  for (const auto& [id, subject] : subjects)
    if (subject.standing.accused_id) people.emplace_back(subject.standing.accused_id.number);
  if (people.empty()) return;
  Query query{Sql<>("SELECT person_id, unit_id FROM appointments")};
  query.where_in("person_id", std::move(people));
  query.where("(until_on IS NULL OR until_on >= ?)", today);
  for (const Workplace& place : tx.all<Workplace>(query))
    for (auto& [id, subject] : subjects)
      if (subject.standing.accused_id == place.person_id)
        subject.standing.accused_units.push_back(place.unit_id);
}

}  // namespace

Subjects subjects(storage::Transaction& tx, const std::vector<std::int64_t>& ids, Date today) {
  Subjects out;
  if (ids.empty()) return out;
  for (const Table& table : tables) {
    Query query{Sql<>("")};
    query.add(table.rows);
    query.where_in("id", {ids.begin(), ids.end()});
    for (const Row& row : tx.all<Row>(query)) {
      Subject subject{.what = table.what,
                      .id = row.shown_id,
                      .standing = {.branch_id = row.branch_id,
                                   .sub_branch_id = row.sub_branch_id,
                                   .outlet_id = row.outlet_id,
                                   .handling_unit_id = row.handling_unit_id,
                                   .accused_id = row.accused_id,
                                   .shut_unit_id = row.shut_unit_id}};
      if (table.what == What::asked) subject.asked_unit_id = row.handling_unit_id;
      out.emplace(row.id, std::move(subject));
    }
  }
  add_accused_units(tx, out, today);
  return out;
}

std::vector<Id<Unit>> units_let_go(storage::Transaction& tx, std::int64_t complaint) {
  return tx.all<Id<Unit>>(
      "SELECT handling_unit_id FROM tasks WHERE complaint_id = ? AND state = 'lapsed'"
      " UNION SELECT handling_unit_id FROM supervisions WHERE complaint_id = ?"
      " AND state = 'lapsed'",
      complaint, complaint);
}

}  // namespace xb::events
