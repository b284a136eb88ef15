// Walking through lists page by page, at once along an index and in windows: every row that belongs
// there comes once, in order, whatever the size of a page.
#include "platform/storage/shelf_fixture.h"

namespace xb::storage {
namespace {

constexpr std::int64_t count = 2500;  // windows have up to a thousand rows
constexpr std::size_t page_sizes[] = {7, 50, 200};

using Ids = std::vector<std::int64_t>;

class PagingOn : public testing::TestWithParam<test::Engine> {
 protected:
  // Each database is filled once.
  Shelf& shelf() {
    static std::map<test::Engine, std::unique_ptr<Shelf>> shelves;
    auto& one = shelves[GetParam()];
    if (!one) one = std::make_unique<Shelf>(GetParam(), count);
    return *one;
  }
  void expect_walk(Scope scope, const ListRequest& asked, const Ids& wanted) {
    EXPECT_FALSE(wanted.empty()) << "a list without rows shows nothing";
    for (const std::size_t limit : page_sizes) {
      ListRequest request = asked;
      request.limit = limit;
      EXPECT_EQ(shelf().walk(scope, request), wanted) << limit << " a page";
    }
  }
};

bool any(const Parcel&) { return true; }

TEST_P(PagingOn, TheWholeListComesNewestFirst) {
  expect_walk(Scope::whole_bank(), asking({}), shelf().chosen(any));
}

TEST_P(PagingOn, AListTurnedRoundComesOldestFirst) {
  expect_walk(Scope::whole_bank(), asking({}, "-received_at"), shelf().chosen(any, false, false));
}

TEST_P(PagingOn, ASortThatNotAllHaveLeavesOutThoseWithout) {
  expect_walk(Scope::whole_bank(), asking({}, "due_at"), shelf().chosen(any, true, false));
  expect_walk(Scope::whole_bank(), asking({}, "-due_at"), shelf().chosen(any, true, true));
}

TEST_P(PagingOn, ASortWithARestHasThoseWithoutAKeyLast) {
  const auto walk = [&](Scope scope, const ListRequest& asked, auto&& is_wanted) {
    const bool descending = asked.sort.starts_with('-');
    Ids wanted = shelf().chosen(is_wanted, true, descending);
    const std::size_t with_key = wanted.size();
    const auto is_rest = [&](const Parcel& one) {
      return is_wanted(one) && !one.due_at && one.state != "done";
    };
    for (const std::int64_t id : shelf().chosen(is_rest, false, descending)) wanted.push_back(id);
    EXPECT_GT(wanted.size(), with_key);
    expect_walk(scope, asked, wanted);
  };
  const auto is_new = [](const Parcel& one) { return one.state == "new"; };
  const auto of_branch = [](const Parcel& one) {
    return one.branch_id == 2 || one.handling_unit_id == 2;
  };
  for (const char* sort : {"next", "-next"}) {
    walk(Scope::whole_bank(), asking({}, sort), any);
    walk(Scope::whole_bank(), asking({{"state", "new"}}, sort), is_new);
    walk(Scope::whole_bank(), asking({{"state", "new"}, {"outlet_id", "103"}}, sort),
         [&](const Parcel& one) { return is_new(one) && one.outlet_id == 103; });
    walk({Level::branch, {2}}, asking({}, sort), of_branch);
    walk({Level::branch, {2}}, asking({{"state", "new"}}, sort),
         [&](const Parcel& one) { return is_new(one) && of_branch(one); });
  }
}

TEST_P(PagingOn, WhatHasNoKeyMeetsNoComparisonWithIt) {
  expect_walk(Scope::whole_bank(), asking({{"due_before", format(Instant{40})}}, "next"),
              shelf().chosen([](const Parcel& one) { return one.due_at && one.due_at->ms < 40; },
                             true, false));
}

TEST_P(PagingOn, OneValueOfAnIndexedFilterIsFoundAtOnce) {
  expect_walk(Scope::whole_bank(), asking({{"state", "open"}}),
              shelf().chosen([](const Parcel& one) { return one.state == "open"; }));
}

TEST_P(PagingOn, SeveralValuesAreFoundInWindows) {
  expect_walk(Scope::whole_bank(), asking({{"state", "open"}, {"state", "new"}}),
              shelf().chosen([](const Parcel& one) { return one.state != "done"; }));
}

TEST_P(PagingOn, ARareValueIsFoundInWindows) {
  expect_walk(
      Scope::whole_bank(), asking({{"outlet_id", "103"}, {"state", "new"}}, "due_at"),
      shelf().chosen([](const Parcel& one) { return one.outlet_id == 103 && one.state == "new"; },
                     true, false));
}

TEST_P(PagingOn, ASpanOfTimeHasItsStartAndNotItsEnd) {
  const auto at = [](std::int64_t ms) { return format(Instant{ms}); };
  expect_walk(Scope::whole_bank(), asking({{"received_from", at(60)}, {"received_before", at(90)}}),
              shelf().chosen([](const Parcel& one) {
                return one.received_at.ms >= 60 && one.received_at.ms < 90;
              }));
}

TEST_P(PagingOn, AScopeShowsItsOwnAndWhatWasDispatchedToItAndNothingElse) {
  expect_walk({Level::branch, {2}}, asking({}), shelf().chosen([](const Parcel& one) {
    return one.branch_id == 2 || one.handling_unit_id == 2;
  }));
  expect_walk({Level::sub_branch, {12}}, asking({}), shelf().chosen([](const Parcel& one) {
    return one.sub_branch_id == 12 || one.handling_unit_id == 12;
  }));
  const auto of_outlet = [](const Parcel& one) {
    return one.outlet_id == 105 || one.handling_unit_id == 105;
  };
  expect_walk({Level::outlet, {105}}, asking({}, "-received_at"),
              shelf().chosen(of_outlet, false, false));
  expect_walk(
      {Level::outlet, {105}}, asking({{"state", "new"}}),
      shelf().chosen([&](const Parcel& one) { return of_outlet(one) && one.state == "new"; }));
  expect_walk({Level::department, {12}}, asking({}),
              shelf().chosen([](const Parcel& one) { return one.handling_unit_id == 12; }));
}

TEST_P(PagingOn, AQueryOfItsOwnSeesTheSameScope) {
  const Scope scopes[] = {{Level::branch, {2}},
                          {Level::sub_branch, {12}},
                          {Level::outlet, {105}},
                          {Level::department, {105}}};
  for (const Scope scope : scopes) {
    auto walked = shelf().walk(scope, asking({}));
    std::sort(walked.begin(), walked.end());
    Query query{Sql<>("SELECT id FROM parcels")};
    in_scope(query, scope);
    query.add("ORDER BY id");
    shelf().database().read(
        [&](Transaction& tx) { EXPECT_EQ(tx.all<std::int64_t>(query), walked); });
  }
}

TEST_P(PagingOn, AScopeAndAFilterBothHold) {
  expect_walk(
      {Level::branch, {1}}, asking({{"state", "done"}}, "-due_at"),
      shelf().chosen([](const Parcel& one) { return one.branch_id == 1 && one.state == "done"; },
                     true, true));
  expect_walk({Level::branch, {2}}, asking({{"state", "done"}}, "due_at"),
              shelf().chosen(
                  [](const Parcel& one) {
                    return (one.branch_id == 2 || one.handling_unit_id == 2) && one.state == "done";
                  },
                  true, false));
}

TEST_P(PagingOn, AnotherUnitsFilterInAScopeFindsNothing) {
  const auto others = asking({{"outlet_id", "104"}});  // of branch 1
  EXPECT_TRUE(shelf().walk({Level::outlet, {107}}, others).empty());
  EXPECT_FALSE(shelf().walk({Level::branch, {1}}, others).empty());
  expect_walk({Level::branch, {2}}, others, shelf().chosen([](const Parcel& one) {
    return one.outlet_id == 104 && one.handling_unit_id == 2;
  }));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, PagingOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
