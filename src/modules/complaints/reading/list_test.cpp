// The list of complaints: what it can be filtered and sorted by, page by page, and for whom.
#include <algorithm>
#include <random>

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using Numbers = std::vector<std::int64_t>;
using test::monday;

class TheList : public Department {
 protected:
  // Six complaints of two outlets; their `summary` is their number here.
  void SetUp() override {
    const struct {
      bool of_li_na;
      const char* json;
    } rows[] = {
        {true, R"("source": "own", "intake_channel": "hotline", "cause": "service")"},
        {true,
         R"("source": "regulator_referral", "intake_channel": "counter", "cause": "pricing")"},
        {true,
         R"("source": "regulator_referral", "intake_channel": "hotline", "business": "loan")"},
        {false, R"("source": "own", "intake_channel": "hotline", "cause": "pricing")"},
        {false, R"("intake_channel": "letter", "business_channel": "mobile_app")"},
        {true, R"("source": "media", "intake_channel": "hotline", "cause": "service")"},
    };
    int i = 0;
    for (const auto& [of_li_na, json] : rows) {
      const std::string text = std::string{"{"} + json + R"(, "summary": ")" + std::to_string(++i) +
                               R"(", "complainant": {"name": "李四", "phone": "13812345678"}})";
      const auto made = register_as(of_li_na ? bank_.li_na : bank_.zhou_jun, text,
                                    monday + std::chrono::hours{i});
      ids_.push_back(made.value().id);
    }
    EXPECT_TRUE(
        close(ids_[1], R"({"result": "已解释"})", monday + std::chrono::hours{30}).has_value());
    EXPECT_TRUE(withdraw(ids_[3], R"({"proof": "signed_paper"})", monday + std::chrono::hours{31})
                    .has_value());
  }

  Result<storage::Page<ComplaintItem>> page(const Actor& actor,
                                            const storage::ListRequest& request) {
    return bank_.read(actor, [&](Work& work) { return list(work, request); });
  }
  // All pages, as the numbers of the complaints.
  Numbers listed(const Actor& actor, storage::ListRequest request) {
    Numbers out;
    for (;;) {
      const auto got = page(actor, request);
      EXPECT_TRUE(got.has_value()) << refusal(got);
      if (!got) return out;
      EXPECT_LE(got->items.size(), request.limit);
      for (const auto& item : got->items) out.push_back(std::stoll(item.summary.reveal()));
      if (!got->next_cursor) return out;
      request.cursor = *got->next_cursor;
    }
  }
  Numbers listed(std::map<std::string, std::vector<std::string>, std::less<>> filters,
                 const std::string& sort = {}) {
    return listed(bank_.chen_yu, {.filters = std::move(filters), .sort = sort});
  }

  std::vector<Id<Complaint>> ids_;
};

TEST_P(TheList, ShowsTheNewestFirst) { EXPECT_EQ(listed({}), (Numbers{6, 5, 4, 3, 2, 1})); }

TEST_P(TheList, ShowsLinesMaskedAndWithTheirComplainant) {
  const auto got = page(bank_.chen_yu, {.limit = 1}).value();
  ASSERT_EQ(got.items.size(), 1u);
  const std::string json = to_json(got);
  EXPECT_NE(json.find(R"("complainant_name":"李*","complainant_phone":"138****5678")"),
            std::string::npos)
      << json;
  EXPECT_EQ(got.items[0].id, ids_[5]);
  EXPECT_EQ(got.items[0].outlet_id, bank_.li_na.place.outlet_id);
}

TEST_P(TheList, SortsByEachColumnInBothDirections) {
  EXPECT_EQ(listed({}, "received_at"), (Numbers{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(listed({}, "-received_at"), (Numbers{1, 2, 3, 4, 5, 6}));
  // All are due on the same day, so ids decide; what is over is not due.
  EXPECT_EQ(listed({}, "due_at"), (Numbers{1, 3, 5, 6}));
  EXPECT_EQ(listed({}, "-due_at"), (Numbers{6, 5, 3, 1}));
}

TEST_P(TheList, IsNarrowedByEachFilter) {
  const std::string outlet = std::to_string(bank_.zhou_jun.place.outlet_id.number);
  EXPECT_EQ(listed({{"source", {"regulator_referral"}}}), (Numbers{3, 2}));
  EXPECT_EQ(listed({{"source", {"regulator_referral", "media"}}}), (Numbers{6, 3, 2}));
  EXPECT_EQ(listed({{"intake_channel", {"hotline"}}}), (Numbers{6, 4, 3, 1}));
  EXPECT_EQ(listed({{"business_channel", {"mobile_app"}}}), (Numbers{5}));
  EXPECT_EQ(listed({{"business", {"loan"}}}), (Numbers{3}));
  EXPECT_EQ(listed({{"cause", {"pricing"}}}), (Numbers{4, 2}));
  EXPECT_EQ(listed({{"state", {"registered"}}}), (Numbers{6, 5, 3, 1}));
  EXPECT_EQ(listed({{"state", {"closed", "withdrawn"}}}), (Numbers{4, 2}));
  EXPECT_EQ(listed({{"origin", {"imported"}}}), Numbers{});
  EXPECT_EQ(listed({{"outlet_id", {outlet}}}), (Numbers{5, 4}));
  EXPECT_EQ(listed({{"received_from", {"2026-03-02T13:00:00+08:00"}}}), (Numbers{6, 5, 4}));
  EXPECT_EQ(listed({{"received_before", {"2026-03-02T13:00:00+08:00"}}}), (Numbers{3, 2, 1}));
  EXPECT_EQ(listed({{"due_before", {"2026-03-18T00:00:00+08:00"}}}, "due_at"), Numbers{});
  EXPECT_EQ(listed({{"due_before", {"2026-03-18T00:00:00.001+08:00"}}}, "due_at"),
            (Numbers{1, 3, 5, 6}));
}

TEST_P(TheList, FiltersTogetherNarrowFurther) {
  EXPECT_EQ(listed({{"source", {"own", "regulator_referral"}}, {"intake_channel", {"hotline"}}}),
            (Numbers{4, 3, 1}));
  EXPECT_EQ(listed({{"source", {"own"}}, {"state", {"registered"}}, {"cause", {"service"}}}),
            (Numbers{1}));
  EXPECT_EQ(listed({{"received_from", {"2026-03-02T11:00:00+08:00"}},
                    {"received_before", {"2026-03-02T14:00:00+08:00"}}}),
            (Numbers{4, 3, 2}));
}

TEST_P(TheList, ShowsEachOnceWhateverThePage) {
  for (const std::size_t limit : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 200u})
    for (const std::string sort : {"received_at", "-received_at"}) {
      Numbers expected{6, 5, 4, 3, 2, 1};
      if (sort.starts_with('-')) std::reverse(expected.begin(), expected.end());
      EXPECT_EQ(listed(bank_.chen_yu, {.filters = {}, .sort = sort, .limit = limit}), expected);
      EXPECT_EQ(listed(bank_.chen_yu,
                       {.filters = {{"intake_channel", {"letter"}}}, .sort = sort, .limit = limit}),
                Numbers{5});
    }
}

TEST_P(TheList, ShowsOnlyWhatOneMaySee) {
  EXPECT_EQ(listed(bank_.li_na, {}), (Numbers{6, 3, 2, 1}));
  EXPECT_EQ(listed(bank_.zhou_jun, {}), (Numbers{5, 4}));
  const Actor of_branch{{}, {Level::branch, bank_.zhou_jun.place.branch_id}, {}};
  EXPECT_EQ(listed(of_branch, {}), (Numbers{5, 4}));
  const std::string other = std::to_string(bank_.zhou_jun.place.outlet_id.number);
  EXPECT_EQ(listed(bank_.li_na, {.filters = {{"outlet_id", {other}}}}), Numbers{})
      << "a filter cannot widen the scope";
  const auto first = page(bank_.chen_yu, {.limit = 1}).value();
  EXPECT_EQ(listed(bank_.zhou_jun, {.cursor = *first.next_cursor}), (Numbers{5, 4}))
      << "nor can a cursor";
}

TEST_P(TheList, RefusesWhatItDoesNotKnow) {
  const auto refused = [&](const storage::ListRequest& request) {
    return refusal(page(bank_.chen_yu, request));
  };
  EXPECT_EQ(refused({.filters = {{"colour", {"red"}}}}), "list.unknown_filter colour");
  EXPECT_EQ(refused({.sort = "number"}), "list.unknown_sort sort");
  EXPECT_EQ(refused({.cursor = "junk"}), "list.cursor cursor");
  EXPECT_EQ(refused({.filters = {{"state", {"lost"}}}}), "field.choice state");
  EXPECT_EQ(refused({.filters = {{"outlet_id", {"1 OR 1=1"}}}}), "field.type outlet_id");
  EXPECT_EQ(refused({.filters = {{"outlet_id", {"-1"}}}}), "field.range outlet_id");
  EXPECT_EQ(refused({.filters = {{"received_from", {"monday"}}}}), "field.instant received_from");
  const auto of_due = page(bank_.chen_yu, {.sort = "due_at", .limit = 1}).value().next_cursor;
  EXPECT_EQ(refused({.sort = "received_at", .cursor = *of_due}), "list.cursor cursor");
}

TEST_P(TheList, TakesNothingThatNamesAPersonInAnAddress) {
  for (const char* name : {"name", "phone", "identity_number", "card_number", "email", "address"})
    EXPECT_EQ(refusal(page(bank_.chen_yu, {.filters = {{name, {"13812345678"}}}})),
              std::string{"use_search "} + name);
}

TEST_P(TheList, AgreesWithAPlainSelectionWhateverIsAsked) {
  std::mt19937 random(20260302);
  const std::vector<std::string> sources{"own", "regulator_referral", "media"};
  const std::vector<std::string> channels{"hotline", "counter", "letter"};
  std::vector<ComplaintView> all;
  all.reserve(ids_.size());
  for (const auto id : ids_) all.push_back(found(id));
  for (int i = 0; i < 60; ++i) {
    storage::ListRequest request;
    request.limit = 1 + random() % 4;
    if (random() % 2 == 0) request.filters["source"] = {sources[random() % 3]};
    if (random() % 2 == 0)
      request.filters["intake_channel"] = {channels[random() % 3], channels[random() % 3]};
    if (random() % 2 == 0) request.filters["state"] = {"registered"};
    Numbers expected;
    for (std::size_t n = all.size(); n-- > 0;) {
      const ComplaintView& one = all[n];
      const auto fits = [&](const char* filter, const std::string& value) {
        const auto asked = request.filters.find(filter);
        return asked == request.filters.end() ||
               std::find(asked->second.begin(), asked->second.end(), value) != asked->second.end();
      };
      if (fits("source", one.source ? one.source->str() : "") &&
          fits("intake_channel", one.intake_channel.str()) &&
          fits("state", std::string{name_of(one.state)}))
        expected.push_back(static_cast<std::int64_t>(n) + 1);
    }
    EXPECT_EQ(listed(bank_.chen_yu, request), expected) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TheList, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
