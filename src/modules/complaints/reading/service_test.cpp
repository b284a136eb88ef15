#include "modules/complaints/reading/service.h"

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

using test::monday;

class Reading : public Department {
 protected:
  Result<SearchResult> search(std::string_view json) { return search_as(bank_.chen_yu, json); }
  Result<SearchResult> search_as(const Actor& actor, std::string_view json) {
    const auto asked = input<Search>(json);
    return bank_.write(actor, monday, [&](Work& work) { return complaints::search(work, asked); });
  }
  // The ids of the hits.
  std::vector<Id<Complaint>> hits(std::string_view json) {
    const auto result = search(json);
    EXPECT_TRUE(result.has_value()) << refusal(result);
    std::vector<Id<Complaint>> out;
    for (const ComplaintItem& item : result->items) out.push_back(item.id);
    return out;
  }
};

TEST_P(Reading, ShowsOneComplaintMasked) {
  const auto json = to_json(found(registered().id));
  for (const char* text : {"明月", "12345678", "1949123", "34567890", "ingyue", "18号", "39876543"})
    EXPECT_EQ(json.find(text), std::string::npos) << text;
  for (const char* text :
       {R"("name":"欧阳**")", R"("phone":"138-****-5678")",
        R"("identity_number":"110***********002X")", R"("card_number":"6222 **** **** ***0 123")",
        R"("email":"M***@example.com")", R"("summary":"贷款利率与宣传不符")",
        "可致电139****4321核实"})
    EXPECT_NE(json.find(text), std::string::npos) << text << '\n' << json;
}

TEST_P(Reading, ShowsNoCaseOfAnotherBranch) {
  const auto id = registered().id;
  EXPECT_TRUE(found(id, bank_.li_na).has_value());
  EXPECT_TRUE(found(id, bank_.chen_yu).has_value());
  const Actor of_branch{{}, {Level::branch, *given(bank_.li_na.place.branch_id)}, {}};
  EXPECT_TRUE(found(id, of_branch).has_value());
  EXPECT_EQ(refusal(found(id, bank_.zhou_jun)), "complaint.missing");
  EXPECT_EQ(refusal(found({id.number + 1'000'000}, bank_.chen_yu)), "complaint.missing");
}

TEST_P(Reading, ATimelineTellsWhatHappenedInOrder) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id, R"({"result": "已致歉，联系13987654321"})").has_value());
  bank_.place();
  const auto shown = bank_.read(bank_.li_na, [&](Work& work) { return timeline(work, id); });
  ASSERT_TRUE(shown.has_value());
  ASSERT_EQ(shown->items.size(), 2u);
  EXPECT_EQ(shown->items[0].n, 1);
  EXPECT_EQ(shown->items[0].kind, "complaint.registered");
  EXPECT_EQ(shown->items[0].actor_id, bank_.li_na.person);
  EXPECT_EQ(shown->items[1].n, 2);
  EXPECT_EQ(shown->items[1].kind, "complaint.closed");
  EXPECT_EQ(shown->items[1].at, monday + std::chrono::hours{1});
  EXPECT_EQ(shown->items[1].actor_id, bank_.chen_yu.person);
  EXPECT_LT(shown->items[0].place.value(), shown->items[1].place.value());
  EXPECT_NE(shown->items[0].leaf_hash, shown->items[1].leaf_hash);
  // What was written at a step is read again, masked.
  EXPECT_EQ(shown->items[0].note, std::nullopt);
  ASSERT_TRUE(shown->items[1].note.has_value());
  EXPECT_EQ(shown->items[1].note->reveal(), "已致歉，联系13987654321");
  EXPECT_NE(to_json(*shown).find("已致歉，联系139****4321"), std::string::npos);
  for (const char* text : planted) EXPECT_EQ(to_json(*shown).find(text), std::string::npos) << text;
}

TEST_P(Reading, ATimelineOfAnotherBranchIsNotThere) {
  const auto id = registered().id;
  EXPECT_EQ(refusal(bank_.read(bank_.zhou_jun, [&](Work& work) { return timeline(work, id); })),
            "complaint.missing");
}

TEST_P(Reading, FindsByEachIdentifierHoweverItIsWritten) {
  const auto id = registered().id;
  registered(least_complaint);
  for (const char* json :
       {R"({"phone": "13812345678"})", R"({"phone": "+86 138 1234 5678"})",
        R"({"identity_number": "11010519491231002x"})", R"({"card_number": "6222021234567890123"})",
        R"({"email": "MINGYUE@EXAMPLE.COM"})"})
    EXPECT_EQ(hits(json), std::vector<Id<Complaint>>{id}) << json;
  for (const char* json : {R"({"phone": "13812345679"})", R"({"email": "mingyue@example.co"})",
                           R"({"card_number": "13812345678"})"})
    EXPECT_TRUE(hits(json).empty()) << json;
}

TEST_P(Reading, FindsByNumberWithoutLeavingAnEntry) {
  const auto state = registered();
  const auto before = world();
  EXPECT_EQ(hits(R"({"number": ")" + state.number + R"("})"), std::vector<Id<Complaint>>{state.id});
  EXPECT_TRUE(hits(R"({"number": "2026030200000000"})").empty());
  EXPECT_EQ(world(), before);
}

TEST_P(Reading, FindsTheNewestFirstAndNoMoreThanFifty) {
  std::vector<Id<Complaint>> made;
  for (int i = 0; i < 52; ++i)
    made.insert(made.begin(), registered(R"({"intake_channel": "柜面", "summary": "排队",
                               "complainant": {"phone": "13812345678"}})",
                                         monday + std::chrono::minutes{i})
                                  .id);
  made.resize(search_max);
  EXPECT_EQ(hits(R"({"phone": "13812345678"})"), made);
}

TEST_P(Reading, ASearchFindsNothingOfAnotherBranch) {
  const auto state = registered();
  for (const std::string& json :
       {std::string{R"({"phone": "13812345678"})"}, R"({"number": ")" + state.number + R"("})"}) {
    EXPECT_EQ(search_as(bank_.li_na, json)->items.size(), 1u);
    EXPECT_TRUE(search_as(bank_.zhou_jun, json)->items.empty()) << json;
  }
}

TEST_P(Reading, ASearchIsRecordedWithoutWhatWasSearched) {
  registered();
  hits(R"({"phone": "13812345678"})");
  const auto all = world();
  EXPECT_TRUE(test::holds(all, "complaint.searched", "evidence_entries"));
  EXPECT_TRUE(test::holds(all, R"({"identifier":"phone","hits":1,"actor_id":203})"));
  EXPECT_FALSE(test::holds(all, "13812345678"));
}

TEST_P(Reading, ASearchWantsOneTerm) {
  registered();
  const auto before = world();
  EXPECT_EQ(refusal(search("{}")), "search.one_term");
  EXPECT_EQ(refusal(search(R"({"phone": "13812345678", "email": "a@b.cn"})")), "search.one_term");
  EXPECT_EQ(refusal(search(R"({"number": "1", "email": "a@b.cn"})")), "search.one_term");
  EXPECT_EQ(world(), before);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Reading, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
