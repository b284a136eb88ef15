// Telling step by step, leaving and coming back, handing in, and the receipt.
#include <boost/json/array.hpp>

#include "app/consumer_fixture.h"
#include "modules/portal/drafts/service.h"
#include "modules/portal/puzzles_fixture.h"

namespace xb::portal {
namespace {

class Drafts : public AConsumer {};

TEST_P(Drafts, AreReadByWhoHoldsTheirTokenAndNobodyElse) {
  const Draft draft = begin();
  EXPECT_EQ(save(draft, R"({"name": "沈万清", "description": "年费"})").status, 200);
  const auto read = get(draft.path, draft.token);
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(object(read).at("content").at("name").as_string(), "沈万清");
  const Draft other = begin();
  EXPECT_EQ(code_of(get(draft.path, other.token)), "404 portal.draft_missing");
  EXPECT_EQ(code_of(get(draft.path)), "404 portal.draft_missing");
  EXPECT_EQ(code_of(get("/api/portal/drafts/999999", draft.token)), "404 portal.draft_missing");
  EXPECT_EQ(code_of(post(draft.path, "{}", other.token)), "404 portal.draft_missing");
  EXPECT_EQ(code_of(post(draft.path + "/deletion", "{}", other.token)), "404 portal.draft_missing");
  EXPECT_EQ(code_of(submit({draft.path, other.token})), "404 portal.draft_missing");
  EXPECT_EQ(post(draft.path + "/deletion", "{}", draft.token).status, 200);
  EXPECT_EQ(code_of(get(draft.path, draft.token)), "404 portal.draft_missing");
}

TEST_P(Drafts, TakeWhatIsGivenAndLeaveTheRest) {
  const Draft draft = begin();
  save(draft, R"({"name": "沈万清", "phone": "13900001111", "business": "bank_card"})");
  save(draft, R"({"phone": null, "name": "沈万里"})");
  const auto content = object(get(draft.path, draft.token)).at("content").as_object();
  EXPECT_EQ(content.at("name").as_string(), "沈万里");
  EXPECT_FALSE(content.contains("phone"));
}

TEST_P(Drafts, SayWhichFieldIsWrong) {
  const Draft draft = begin();
  EXPECT_EQ(code_of(save(draft, R"({"phone": "abc"})")), "422 field.phone phone");
  EXPECT_EQ(code_of(save(draft, R"({"business": "nothing"})")), "422 taxonomy.unknown business");
  EXPECT_EQ(code_of(save(draft, R"({"claim_kinds": ["nothing"]})")),
            "422 taxonomy.unknown claim_kinds.0");
  EXPECT_EQ(code_of(save(draft, R"({"unit_code": "999999"})")), "422 portal.unit unit_code");
  EXPECT_EQ(code_of(save(draft, R"({"amount_fen": -1})")), "422 field.negative amount_fen");
  EXPECT_EQ(code_of(save(draft, R"({"accused_id": 1})")), "422 field.unknown accused_id");
  EXPECT_EQ(code_of(save(draft, R"({"agent": {"relation": "nobody", "name": "李四"}})")),
            "422 taxonomy.unknown agent.relation");
  EXPECT_EQ(code_of(save(draft, R"(["name"])")), "422 field.type");
  EXPECT_EQ(object(get(draft.path, draft.token)).at("content").as_object().size(), 0u);
}

TEST_P(Drafts, KeepNothingInClear) {
  const Draft draft = begin();
  save(draft, least_filing);
  upload(draft.path + "/attachments?kind=voucher", draft.token, "凭证一张",
         "%E6%B2%88%E4%B8%87%E6%B8%85.txt");
  const auto stored = world();
  for (const char* secret : {"沈万清", "13900001111", "年费"})
    EXPECT_FALSE(test::holds(stored, secret)) << secret;
  EXPECT_FALSE(test::holds(stored, draft.token.front().second));
}

TEST_P(Drafts, BecomeAComplaintOnce) {
  const Draft draft = begin();
  save(draft, least_filing);
  EXPECT_EQ(upload(draft.path + "/attachments?kind=voucher", draft.token, "凭证一张").status, 201);
  const auto first = submit(draft);
  ASSERT_EQ(first.status, 201) << first.body;
  const auto receipt = object(first);
  EXPECT_EQ(receipt.at("number").as_string().size(), 16u);
  EXPECT_EQ(receipt.at("receipt_code").as_string().size(), 16u);
  EXPECT_EQ(receipt.at("state").as_string(), "registered");
  EXPECT_TRUE(receipt.at("answer_by").is_object()) << first.body;
  const auto again = submit(draft);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, first.body);
  const auto left = object(get(draft.path, draft.token));
  EXPECT_TRUE(left.at("is_submitted").as_bool());
  EXPECT_EQ(left.at("content").as_object().size(), 0u);
  EXPECT_EQ(left.at("files").as_array().size(), 0u);
  EXPECT_EQ(code_of(save(draft, "{}")), "409 portal.draft_submitted");
}

TEST_P(Drafts, AreSummedUpWithoutCuttingANumberInTwo) {
  std::string description;
  for (int i = 0; i < 90; ++i) description += "年";
  description += "11010519491231002X，费";
  filed(R"({"name": "沈万清", "phone": "13900001111", "description": ")" + description + R"("})");
  const auto list = ask(as(enter("officer"), request(http::Method::get, "/api/complaints")));
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_NE(list.body.find("年年年"), std::string::npos) << list.body;
  EXPECT_EQ(list.body.find("1101051949"), std::string::npos) << list.body;
}

TEST_P(Drafts, AreSeenByTheUnitTheyAreAbout) {
  const auto receipt = filed(
      R"({"description": "柜面排队两小时", "name": "沈万清", "phone": "13900001111",
          "unit_code": "210001"})");
  const auto list = [&](const char* login) {
    const auto listed = ask(as(enter(login), request(http::Method::get, "/api/complaints")));
    EXPECT_EQ(listed.status, 200) << listed.body;
    return listed.body.find(std::string(receipt.at("number").as_string())) != std::string::npos;
  };
  EXPECT_TRUE(list("teller"));
  EXPECT_TRUE(list("officer"));
  EXPECT_FALSE(list("other_teller"));
}

TEST_P(Drafts, SayWhatIsMissing) {
  const Draft draft = begin();
  EXPECT_EQ(code_of(submit(draft)), "422 field.empty description");
  save(draft, R"({"summary": "年费"})");
  EXPECT_EQ(code_of(submit(draft)), "422 complaint.complainant_unknown complainant");
  save(draft, R"({"name": "沈万清"})");
  EXPECT_EQ(code_of(submit(draft)), "422 portal.phone_missing phone");
  save(draft, R"({"phone": "13900001111"})");
  EXPECT_EQ(submit(draft).status, 201);
}

TEST_P(Drafts, TakeFilesOnceAndGiveThemBack) {
  const Draft draft = begin();
  const std::string path = draft.path + "/attachments?kind=voucher";
  const auto first = upload(path, draft.token, "凭证一张");
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(text(first, "name"), "凭证.txt");
  EXPECT_EQ(upload(path, draft.token, "凭证一张").status, 200);
  EXPECT_EQ(code_of(upload(draft.path + "/attachments?kind=none", draft.token, "x")),
            "422 field.choice kind");
  const std::string id = std::to_string(object(first).at("id").as_int64());
  const auto without = post(draft.path + "/attachments/" + id + "/deletion", "{}", draft.token);
  EXPECT_EQ(without.status, 200) << without.body;
  EXPECT_EQ(object(without).at("files").as_array().size(), 0u);
  for (int i = 0; i < draft_files_max; ++i)
    EXPECT_EQ(upload(path, draft.token, "凭证" + std::to_string(i)).status, 201) << i;
  EXPECT_EQ(code_of(upload(path, draft.token, "一张多余的")), "409 portal.draft_full");
}

TEST_P(Drafts, CountAFileBeforeItHasCome) {
  const Draft draft = begin();
  const std::string path = draft.path + "/attachments";
  Headers large = draft.token;
  large.emplace_back("content-length", std::to_string(vault_.limits().largest()));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(announce(path, large), "") << i;
  EXPECT_EQ(announce(path, large), "portal.too_many") << "a gigabyte is on its way";
  remote_ = "192.0.2.8";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(announce(path, draft.token), "") << i;
  EXPECT_EQ(announce(path, draft.token), "portal.too_many") << "it may be as large";
}

TEST_P(Drafts, EndAfterThirtyDays) {
  const Draft draft = begin();
  save(draft, least_filing);
  now_ = now_ + std::chrono::days{30};
  EXPECT_EQ(code_of(get(draft.path, draft.token)), "404 portal.draft_missing");
  std::int64_t gone = 0;
  bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
    gone = sweep_drafts(tx, now_ + std::chrono::seconds{1});
    return true;
  });
  EXPECT_EQ(gone, 1);
}

TEST_P(Drafts, AreTakenFromOurOwnPagesOnly) {
  EXPECT_EQ(code_of(post("/api/portal/drafts", "{}", {{"sec-fetch-site", "cross-site"}})),
            "403 http.other_site");
  EXPECT_EQ(post("/api/portal/drafts", "{}", {{"sec-fetch-site", "same-origin"}}).status, 201);
}

TEST_P(Drafts, AskForAPuzzleOnlyOfTheNetworkThatFloods) {
  for (int i = 0; i < 20; ++i) begin();
  EXPECT_EQ(code_of(post("/api/portal/drafts")), "429 portal.puzzle");
  remote_ = "192.0.2.8";
  begin();
  remote_ = "192.0.2.7";
  const std::string puzzle = text(get("/api/portal/puzzle"), "puzzle");
  const std::string answer = solved(puzzle);
  EXPECT_EQ(post("/api/portal/drafts", "{}", {{"x-puzzle", answer}}).status, 201);
  EXPECT_EQ(code_of(post("/api/portal/drafts", "{}", {{"x-puzzle", answer}})), "429 portal.puzzle");
  EXPECT_EQ(code_of(post("/api/portal/drafts", "{}", {{"x-puzzle", "a:1"}})), "429 portal.puzzle");
  now_ = now_ + std::chrono::hours{1};
  begin();
}

TEST_P(Drafts, OfferWhatMayBeChosenToday) {
  const auto offered = object(get("/api/portal/choices"));
  EXPECT_FALSE(offered.at("has_sms").as_bool());
  EXPECT_GT(offered.at("businesses").as_array().size(), 5u);
  EXPECT_EQ(offered.at("customer_kinds").as_array().size(), 3u);
  bool has_outlet = false;
  for (const auto& unit : offered.at("units").as_array())
    if (unit.at("code").as_string() == "210001") {
      has_outlet = true;
      EXPECT_EQ(unit.at("kind").as_string(), "outlet");
      EXPECT_TRUE(unit.at("parent_code").is_string());
    }
  EXPECT_TRUE(has_outlet);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Drafts, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::portal
