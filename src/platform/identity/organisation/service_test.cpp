#include "platform/identity/organisation/service.h"

#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

using std::chrono::hours;
using test::monday;

class Organisation : public Staff {
 protected:
  Result<UnitView> open(const char* code, UnitKind kind, std::int64_t parent) {
    NewUnit unit{.code = Code::trusted(code),
                 .name = Title::trusted(code),
                 .name_en = {},
                 .kind = kind,
                 .parent_id = {},
                 .line = {},
                 .opened_on = {}};
    if (parent > 0) unit.parent_id = Id<Unit>{parent};
    return as_han([&](Work& work) { return open_unit(work, unit); });
  }
  Result<UnitView> move(Id<Unit> unit, Id<Unit> parent, Instant now = monday,
                        std::optional<Date> on = {}) {
    return as_han([&](Work& work) { return move_unit(work, unit, {parent, on, because()}); }, now);
  }
  Result<UnitView> close(Id<Unit> unit, Id<Unit> successor) {
    return as_han([&](Work& work) { return close_unit(work, unit, {successor, {}, because()}); });
  }
  std::string place(Id<Unit> id) {
    return bank_.read(han_, [&](Work& work) {
      const auto unit = find_unit(work.tx, id).value();
      return std::to_string(unit.branch_id.number) + "/" +
             std::to_string(unit.sub_branch_id.number);
    });
  }
  Tree tree_on(std::optional<Date> on, std::optional<Id<Unit>> under = {}) {
    return bank_.read(han_, [&](Work& work) { return tree(work.tx, day("2026-03-03"), on, under); })
        .value();
  }
};

TEST_P(Organisation, GrowsByUnitsThatStandWhereTheyMay) {
  const auto sub_branch = open("210000", UnitKind::sub_branch, 101);
  ASSERT_TRUE(sub_branch.has_value()) << refusal(sub_branch);
  const auto outlet = open("210002", UnitKind::outlet, sub_branch->id.number);
  ASSERT_TRUE(outlet.has_value());
  EXPECT_EQ(place(outlet->id), "101/" + std::to_string(sub_branch->id.number));
  EXPECT_EQ(outlet->lacks, (std::vector<std::string>{"head", "officer"}));
  const auto desk = open("210100", UnitKind::department, 101);
  ASSERT_TRUE(desk.has_value());
  EXPECT_EQ(desk->level, Level::branch);
  EXPECT_EQ(refusal(open("210002", UnitKind::outlet, 101)), "unit.code_taken code");
  EXPECT_EQ(refusal(open("210003", UnitKind::branch, 101)), "unit.wrong_parent parent_id");
  EXPECT_EQ(refusal(open("210003", UnitKind::outlet, outlet->id.number)),
            "unit.wrong_parent parent_id");
  EXPECT_EQ(refusal(open("210003", UnitKind::outlet, 999)), "unit.parent_missing parent_id");
  EXPECT_EQ(refusal(open("210003", UnitKind::outlet, 0)), "unit.parent_missing parent_id");
  EXPECT_EQ(refusal(open("900000", UnitKind::head_office, 0)), "unit.second_head_office kind");
}

TEST_P(Organisation, ThatMovesTakesAlongWhatStandsBelowAndKeepsItsHistory) {
  const Id<Unit> sub_branch = open("210000", UnitKind::sub_branch, 101)->id;
  const Id<Unit> outlet = open("210002", UnitKind::outlet, sub_branch.number)->id;
  const auto moved = move(sub_branch, {102}, monday + hours{24});
  ASSERT_TRUE(moved.has_value()) << refusal(moved);
  EXPECT_EQ(place(sub_branch), "102/0");
  EXPECT_EQ(place(outlet), "102/" + std::to_string(sub_branch.number));
  ASSERT_EQ(moved->periods.size(), 2u);
  EXPECT_EQ(moved->periods[0].until_on, day("2026-03-02"));
  EXPECT_EQ(moved->periods[0].parent_id, Id<Unit>{101});
  EXPECT_EQ(moved->periods[1].since_on, day("2026-03-03"));
  const auto parent_of = [&](const Tree& tree, Id<Unit> id) {
    for (const UnitLine& line : tree.items)
      if (line.id == id) return line.parent_id.value_or(Id<Unit>{}).number;
    return std::int64_t{-1};
  };
  EXPECT_EQ(parent_of(tree_on(day("2026-03-02")), sub_branch), 101);
  EXPECT_EQ(parent_of(tree_on(day("2026-03-03")), sub_branch), 102);
  EXPECT_EQ(parent_of(tree_on(day("2026-03-01")), sub_branch), -1) << "it was not there";
}

TEST_P(Organisation, HasNoCircles) {
  const Id<Unit> sub_branch = open("210000", UnitKind::sub_branch, 101)->id;
  EXPECT_EQ(refusal(move({101}, sub_branch)), "unit.cycle parent_id");
  EXPECT_EQ(refusal(move({101}, {101})), "unit.cycle parent_id");
  EXPECT_EQ(refusal(move({101}, {102})), "unit.wrong_parent parent_id");
  EXPECT_EQ(refusal(move({100}, {101})), "unit.cycle parent_id");
  EXPECT_EQ(refusal(move({999}, {101})), "unit.missing");
  EXPECT_EQ(refusal(move({103}, {102}, monday, day("2026-03-03"))), "unit.date on");
  EXPECT_EQ(refusal(move({103}, {102}, monday, day("2015-05-31"))), "unit.date on");
}

TEST_P(Organisation, RenamesWithoutForgetting) {
  const auto renamed = as_han([](Work& work) {
    return rename_unit(
        work, {103},
        {Title::trusted("东湖新支行"), {}, Code::trusted("210009"), {}, {}, because()});
  });
  ASSERT_TRUE(renamed.has_value()) << refusal(renamed);
  ASSERT_EQ(renamed->periods.size(), 2u);
  EXPECT_EQ(renamed->periods[0].name, "东湖支行营业部");
  EXPECT_EQ(renamed->periods[1].code, "210009");
  EXPECT_EQ(refusal(as_han([](Work& work) {
              return rename_unit(
                  work, {103},
                  {Title::trusted("x"), {}, Code::trusted("310001"), {}, {}, because()});
            })),
            "unit.code_taken code");
}

TEST_P(Organisation, ClosesWhatIsEmpty) {
  EXPECT_EQ(refusal(close({103}, {104})), "unit.not_empty") << "people work there";
  EXPECT_EQ(refusal(close({102}, {101})), "unit.not_empty") << "an outlet stands below";
  EXPECT_EQ(refusal(close({104}, {104})), "unit.successor successor_id");
  const auto closed = close({104}, {103});
  ASSERT_TRUE(closed.has_value()) << refusal(closed);
  EXPECT_EQ(refusal(close({104}, {103})), "unit.closed");
  EXPECT_EQ(refusal(move({104}, {101})), "unit.closed");
  EXPECT_EQ(refusal(appoint(301, "teller", 104, AppointmentKind::part_time)),
            "unit.closed unit_id");
  bool is_there = false;
  for (const UnitLine& line : tree_on({}).items) is_there = is_there || line.id == Id<Unit>{104};
  EXPECT_FALSE(is_there);
}

TEST_P(Organisation, GivesJurisdictionOneWay) {
  const auto give = [&](std::int64_t unit, std::int64_t over) {
    return as_han([&](Work& work) {
      return give_jurisdiction(
          work, {{unit}, {over}, Text<100, Presence::required>::trusted("信用卡"), {}});
    });
  };
  const auto given = give(101, 102);
  ASSERT_TRUE(given.has_value()) << refusal(given);
  EXPECT_EQ(refusal(give(101, 101)), "jurisdiction.itself over_id");
  EXPECT_EQ(refusal(give(101, 102)), "jurisdiction.exists over_id");
  EXPECT_EQ(refusal(give(102, 101)), "jurisdiction.cycle over_id");
  EXPECT_EQ(refusal(give(103, 102)), "jurisdiction.exists over_id") << "one answers";
  EXPECT_EQ(refusal(give(100, 104)), "jurisdiction.below over_id") << "it does so anyway";
  ASSERT_EQ(refusal(give(102, 103)), "none");
  EXPECT_EQ(refusal(give(103, 101)), "jurisdiction.cycle over_id") << "by way of another";
  ASSERT_EQ(refusal(give(101, 104)), "none");
  EXPECT_EQ(refusal(give(101, 999)), "unit.missing over_id");
  EXPECT_EQ(refusal(as_han([&](Work& work) { return end_jurisdiction(work, given->id); })), "none");
  EXPECT_EQ(refusal(give(102, 101)), "none");
  ASSERT_EQ(refusal(close({104}, {103})), "none");
  const auto unit = bank_.read(han_, [](Work& work) { return find_unit_view(work, {104}); });
  ASSERT_EQ(unit->jurisdictions.size(), 1u);
  EXPECT_TRUE(unit->jurisdictions[0].until_on.has_value()) << "who closes answers for nothing";
}

TEST_P(Organisation, IsShownInTheOrderOfTheTreeWithWhoAnswersForIt) {
  const Tree whole = tree_on({});
  std::vector<std::string> codes;
  codes.reserve(whole.items.size());
  for (const UnitLine& line : whole.items) codes.push_back(line.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"100000", "200000", "210001", "300000", "310001"}));
  EXPECT_EQ(whole.items[2].depth, 2);
  EXPECT_EQ(whole.items[2].head, "wang_fang");
  EXPECT_EQ(whole.items[2].officer, "zhao_min");
  EXPECT_FALSE(whole.items[4].head.has_value());
  const Tree branch = tree_on({}, Id<Unit>{101});
  ASSERT_EQ(branch.items.size(), 2u);
  EXPECT_EQ(branch.items[0].depth, 0);
  EXPECT_EQ(branch.items[1].head, "wang_fang");
  ASSERT_TRUE(move({103}, {102}).has_value());
  EXPECT_EQ(tree_on({}, Id<Unit>{101}).items.size(), 1u);
  EXPECT_EQ(tree_on(day("2026-01-01"), Id<Unit>{101}).items.size(), 2u) << "as it was then";
  ASSERT_EQ(refusal(close({104}, {103})), "none");
  EXPECT_EQ(tree_on({}, Id<Unit>{102}).items.size(), 2u) << "what has closed is shown nowhere";
}

TEST_P(Organisation, WhatMovedIsFollowedUntilNothingIsLeft) {
  const Id<Unit> sub_branch = open("210000", UnitKind::sub_branch, 101)->id;
  ASSERT_TRUE(move({103}, sub_branch).has_value());
  static std::int64_t left;
  left = 3;
  const FollowUnit follow = [](Work& work, const PlaceChange& change, std::int64_t limit) {
    EXPECT_EQ(change.unit_id, Id<Unit>{103});
    EXPECT_EQ(change.outlet_id, Id<Unit>{103});
    work.tx.note_entry();
    const auto done = std::min(left, limit);
    left -= done;
    return done;
  };
  int steps = 0;
  const auto step = [&] {
    bool more = false;
    bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = bank_.work_of(tx, Actor::system(), monday);
      more = follow_units(work, {follow}, 2);
      return true;
    });
    return more;
  };
  while (step()) ++steps;
  EXPECT_EQ(left, 0);
  EXPECT_EQ(steps, 3) << "two cases, one case, none left";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Organisation, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
