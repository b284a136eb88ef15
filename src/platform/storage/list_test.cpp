#include "platform/storage/list.h"

#include "core/encoding.h"
#include "platform/storage/shelf_fixture.h"

namespace xb::storage {
namespace {

const Scope everywhere = Scope::whole_bank();

// What a request is refused with, and the field.
std::string refusal(const ListRequest& request, Scope scope = everywhere) {
  const auto plan = Plan::make(parcel_spec(), scope, request);
  if (plan) return "none";
  EXPECT_EQ(plan.error().reason, Reason::invalid);
  return plan.error().code + " " + plan.error().field;
}

ListRequest with_cursor(const std::string& cursor, std::string sort = {}) {
  ListRequest request = asking({}, std::move(sort));
  request.cursor = cursor;
  return request;
}

TEST(Plan, RefusesWhatAListCannotBeFilteredBy) {
  EXPECT_EQ(refusal(asking({{"state", "new"}})), "none");
  EXPECT_EQ(refusal(asking({{"colour", "red"}})), "list.unknown_filter colour");
  EXPECT_EQ(refusal(asking({{"state; DROP TABLE parcels", "x"}})), "list.unknown_filter ?");
  EXPECT_EQ(refusal(asking({{"王建国", "x"}})), "list.unknown_filter ?");
}

TEST(Plan, RefusesWhatAListCannotBeSortedBy) {
  EXPECT_EQ(refusal(asking({}, "received_at")), "none");
  EXPECT_EQ(refusal(asking({}, "-received_at")), "none");
  EXPECT_EQ(refusal(asking({}, "due_at")), "none");
  for (const char* sort : {"state", "--received_at", "received_at DESC", "RECEIVED_AT", "-", "id"})
    EXPECT_EQ(refusal(asking({}, sort)),
              sort == std::string{"-"} ? "none" : "list.unknown_sort sort")
        << sort;
}

TEST(Plan, RefusesAValueThatDoesNotFitItsFilterAndNamesTheFilter) {
  EXPECT_EQ(refusal(asking({{"outlet_id", "eleven"}})), "field.type outlet_id");
  EXPECT_EQ(refusal(asking({{"outlet_id", "1.5"}})), "field.type outlet_id");
  EXPECT_EQ(refusal(asking({{"outlet_id", "[1]"}})), "field.type outlet_id");
  EXPECT_EQ(refusal(asking({{"received_from", "yesterday"}})), "field.instant received_from");
  EXPECT_EQ(refusal(asking({{"state", std::string(21, 'x')}})), "field.too_long state");
  EXPECT_EQ(refusal(asking({{"state", "\x01"}})), "field.control_character state");
}

TEST(Plan, TakesSeveralValuesWhereAnyMayHoldAndOneWhereItIsCompared) {
  EXPECT_EQ(refusal(asking({{"state", "new"}, {"state", "done"}})), "none");
  EXPECT_EQ(refusal(asking({{"received_from", "2026-01-01T00:00:00Z"},
                            {"received_from", "2026-01-02T00:00:00Z"}})),
            "list.too_many_values received_from");
  ListRequest many;
  many.filters["state"] = std::vector<std::string>(100, "new");
  EXPECT_EQ(refusal(many), "none");
  many.filters["state"].emplace_back("done");
  EXPECT_EQ(refusal(many), "list.too_many_values state");
}

TEST(Plan, RefusesACursorThatItDidNotMake) {
  EXPECT_EQ(refusal(with_cursor(base64("received_at/12/34"))), "none");
  EXPECT_EQ(refusal(with_cursor(base64("received_at/-12/34"))), "none");
  const std::string forged[] = {
      "nonsense",
      "!!!",
      base64("received_at"),
      base64("received_at/12"),
      base64("received_at/12/"),
      base64("received_at//34"),
      base64("received_at/12/34/56"),
      base64("received_at/12/34/rest"),
      base64("received_at/12/34 OR 1=1"),
      base64("received_at/x/34"),
      base64("received_at/99999999999999999999/34"),
      base64("received_at/+12/34"),
      base64("received_at/ 12/34"),
      base64("due_at/12/34"),
      base64("id/12/34"),
      "received_at/12/34",
  };
  for (const std::string& cursor : forged)
    EXPECT_EQ(refusal(with_cursor(cursor)), "list.cursor cursor") << cursor;
  EXPECT_EQ(refusal(with_cursor(base64("received_at/12/34"), "due_at")), "list.cursor cursor");
  EXPECT_EQ(refusal(with_cursor(base64("next/12/34/rest"), "next")), "none");
  EXPECT_EQ(refusal(with_cursor(base64("next/12/34/rest/rest"), "next")), "list.cursor cursor");
}

class ListOn : public testing::TestWithParam<test::Engine> {
 protected:
  Shelf shelf_{GetParam(), 300};
};

TEST_P(ListOn, APageHasAsManyRowsAsAskedForUpToALimit) {
  EXPECT_EQ(shelf_.page(everywhere, asking({})).ids.size(), page_default);
  EXPECT_EQ(shelf_.page(everywhere, asking({}, "", 7)).ids.size(), 7u);
  EXPECT_EQ(shelf_.page(everywhere, asking({}, "", 0)).ids.size(), 1u);
  EXPECT_EQ(shelf_.page(everywhere, asking({}, "", 1'000'000)).ids.size(), page_max);
}

TEST_P(ListOn, TheLastPageHasNoCursor) {
  EXPECT_TRUE(shelf_.page(everywhere, asking({}, "", 200)).next.has_value());
  ListRequest exact = asking({}, "", 150);
  exact.cursor = *shelf_.page(everywhere, exact).next;
  EXPECT_FALSE(shelf_.page(everywhere, exact).next.has_value()) << "150 and 150 are all";
}

TEST_P(ListOn, AListWithoutRowsIsAPageWithoutRows) {
  const auto keys = shelf_.page(everywhere, asking({{"state", "lost"}}));
  EXPECT_TRUE(keys.ids.empty());
  EXPECT_FALSE(keys.next.has_value());
}

TEST_P(ListOn, AFilterWithoutAnyValueMatchesNothing) {
  ListRequest request;
  request.filters["state"] = {};
  EXPECT_TRUE(shelf_.walk(everywhere, request).empty());
}

TEST_P(ListOn, HostileValuesOfAFilterMatchNothing) {
  for (const char* state : {"' OR '1'='1", "x'; DROP --", "\"\"", "new' --", "%", "n_w"})
    EXPECT_TRUE(shelf_.walk(everywhere, asking({{"state", state}})).empty()) << state;
  EXPECT_EQ(shelf_.walk(everywhere, asking({})).size(), 300u);
}

TEST_P(ListOn, ACursorThatSomebodyMadeUpStillShowsNothingOutOfScope) {
  const Scope branch{Level::branch, {2}};
  for (const char* key : {"0/0", "1000000/1", "-5/-5", "9223372036854775807/1"}) {
    ListRequest request = asking({}, "", 200);
    request.cursor = base64("received_at/" + std::string{key});
    for (const std::int64_t id : shelf_.page(branch, request).ids) {
      const Parcel& one = shelf_.parcels.at(static_cast<std::size_t>(id - 1));
      EXPECT_TRUE(one.branch_id == 2 || one.handling_unit_id == 2) << id;
    }
  }
}

TEST_P(ListOn, RowsComeInTheOrderOfTheirKeysAndThoseThatAreGoneAreLeftOut) {
  shelf_.database().read([&](Transaction& tx) {
    const auto rows = rows_by_ids<Parcel>(
        {7, 3, 9'999, 5}, [&](const Query& query) { return tx.find_all<Parcel>(query); });
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].id.number, 7);
    EXPECT_EQ(rows[1].id.number, 3);
    EXPECT_EQ(rows[2].id.number, 5);
    EXPECT_TRUE(rows_by_ids<Parcel>({}, [](const Query&) {
                  ADD_FAILURE() << "nothing is to be fetched";
                  return std::vector<Parcel>{};
                }).empty());
  });
}

TEST_P(ListOn, APageIsShownAsJson) {
  EXPECT_EQ(to_json(Page<Counter>{{{{1}, 2, 3}}, "next"}),
            R"({"items":[{"id":1,"amount":2,"version":3}],"next_cursor":"next"})");
  EXPECT_EQ(to_json(Page<Counter>{}), R"({"items":[],"next_cursor":null})");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ListOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::storage
