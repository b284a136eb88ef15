#include "modules/complaints/moving/service.h"

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/service.h"
#include "modules/complaints/store.h"
#include "modules/complaints/triage/service.h"
#include "platform/identity/organisation/service.h"

namespace xb::complaints {
namespace {

class Moving : public Department {
 protected:
  // The outlet of Li Na goes to the other branch, and the cases of `limit` at a time with it.
  void move(Id<Unit> outlet, Id<Unit> branch) {
    const auto moved = bank_.write(Actor::system(), test::monday, [&](Work& work) {
      return identity::move_unit(work, outlet, {branch, {}, identity::Motive::trusted("调整")});
    });
    EXPECT_TRUE(moved.has_value()) << refusal(moved);
  }
  int follow(std::int64_t limit) {
    int steps = 0;
    for (bool more = true; more; ++steps)
      bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
        Work work = bank_.work_of(tx, Actor::system(), test::monday);
        more = identity::follow_units(work, {follow_unit}, limit);
        return more;
      });
    return steps;
  }
  bool sees(Id<Complaint> id, const Scope& scope) {
    Actor actor = bank_.chen_yu;
    actor.scope = scope;
    return found(id, actor).has_value();
  }
};

TEST_P(Moving, TakesTheCasesOfAnOutletToItsNewBranch) {
  const Id<Complaint> one = registered().id;
  const Id<Complaint> two = registered(least_complaint).id;
  const Id<Complaint> elsewhere = register_as(bank_.zhou_jun, least_complaint)->id;
  const Id<Unit> outlet{103};
  EXPECT_TRUE(sees(one, {Level::branch, {101}}));
  move(outlet, {102});
  EXPECT_EQ(follow(1), 4) << "one, the other, nothing left, nothing waits";
  for (const auto id : {one, two}) {
    EXPECT_FALSE(sees(id, {Level::branch, {101}}));
    EXPECT_TRUE(sees(id, {Level::branch, {102}}));
    EXPECT_TRUE(sees(id, {Level::outlet, outlet}));
    EXPECT_EQ(kinds_of(id),
              (std::vector<std::string>{"complaint.registered", "complaint.followed_unit"}));
  }
  EXPECT_EQ(kinds_of(elsewhere).size(), 1u);
  EXPECT_FALSE(sees(one, {Level::department, {100}})) << "nothing was dispatched";
}

TEST_P(Moving, KeepsTheCountsRight) {
  registered();
  move({103}, {102});
  follow(10);
  bank_.place();
  evidence::Followers followers(bank_.database(), {counting()});
  while (followers.step()) continue;
  const auto counted = [&](Id<Unit> branch) {
    Actor actor = bank_.chen_yu;
    actor.scope = {Level::branch, branch};
    std::int64_t sum = 0;
    const auto read = bank_.read(actor, [](Work& work) { return count(work); });
    for (const auto& one : read->items) sum += one.count;
    return sum;
  };
  EXPECT_EQ(counted({101}), 0);
  EXPECT_EQ(counted({102}), 1);
}

TEST_P(Moving, WhatWasDispatchedToADepartmentThatClosesIsItsSuccessors) {
  const auto open = [&](const char* code) {
    return bank_.write(Actor::system(), test::monday, [&](Work& work) {
      return identity::open_unit(work, {.code = identity::Code::trusted(code),
                                        .name = identity::Title::trusted(code),
                                        .name_en = {},
                                        .kind = identity::UnitKind::department,
                                        .parent_id = Id<Unit>{100},
                                        .line = {},
                                        .opened_on = {}});
    });
  };
  const Id<Unit> cards = open("100101")->id;
  const Id<Unit> retail = open("100102")->id;
  const auto dispatched = [&](std::string_view json) {
    const Id<Complaint> id = registered(json).id;
    const auto assigned =
        bank_.write(bank_.chen_yu, test::monday, [&](Work& work) -> Result<ComplaintState> {
          TRY(accept(work, id, {}));
          return assign(work, id, {cards, {}, {}});
        });
    EXPECT_TRUE(assigned.has_value()) << refusal(assigned);
    return id;
  };
  const Id<Complaint> running = dispatched(whole_complaint);
  const Id<Complaint> over = dispatched(least_complaint);
  ASSERT_TRUE(withdraw(over).has_value());
  const auto closed = bank_.write(Actor::system(), test::monday, [&](Work& work) {
    return identity::close_unit(work, cards, {retail, {}, identity::Motive::trusted("合并")});
  });
  ASSERT_TRUE(closed.has_value()) << refusal(closed);
  follow(10);
  EXPECT_TRUE(sees(running, {Level::department, retail}));
  EXPECT_FALSE(sees(running, {Level::department, cards}));
  EXPECT_TRUE(sees(running, {Level::outlet, {103}})) << "it belongs where it did";
  EXPECT_TRUE(sees(over, {Level::department, cards})) << "what is over stays";
  EXPECT_EQ(kinds_of(running).back(), "complaint.followed_unit");
  const auto again = bank_.write(bank_.chen_yu, test::monday, [&](Work& work) {
    return assign(work, running, {cards, {}, {}});
  });
  EXPECT_EQ(refusal(again), "unit.closed unit_id");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Moving, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
