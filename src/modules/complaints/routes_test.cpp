#include "modules/complaints/routes.h"

#include "app/api_fixture.h"

namespace xb::complaints {
namespace {

using http::Method;
using http::Request;
using http::Response;

const std::string complaint =
    R"({"intake_channel":"柜面","summary":"排队","complainant":{"name":"李四","phone":"13812345678"}})";
const std::string mediation = R"({"kind":"mediation","from":"2026-03-02","reason":"申请调解",
    "notice":{"on":"2026-03-02","means":"handed_over","proof":"调解申请书"}})";
const std::string agreed_date = R"({"with":"complainant","on":"2026-05-08","reason":"约定",
    "notice":{"on":"2026-03-02","means":"letter","proof":"约定书"}})";
const std::string signed_paper = R"({"proof":"signed_paper"})";
const std::string on_the_spot = R"({"result":"已解释"})";

class Complaints : public app::AnApi {
 protected:
  Response get(const Visitor& visitor, const std::string& path,
               std::map<std::string, std::vector<std::string>, std::less<>> query = {}) {
    Request asked = as(visitor, request(Method::get, path));
    asked.query = std::move(query);
    return ask(asked);
  }
  Response post(const Visitor& visitor, const std::string& path, const std::string& body = "{}",
                const std::string& key = {}) {
    Request asked = as(visitor, request(Method::post, path, body));
    if (!key.empty()) asked.headers["idempotency-key"] = key;
    return ask(asked);
  }
  // The path of a complaint that is there.
  std::string registered() {
    const Response made = post(teller_, "/api/complaints", complaint);
    EXPECT_EQ(made.status, 201) << made.body;
    return "/api/complaints/" + std::to_string(object(made).at("id").as_int64());
  }

  Visitor teller_ = enter("teller");
  Visitor other_teller_ = enter("other_teller");
  Visitor officer_ = enter("officer");
  Visitor administrator_ = enter("administrator");
};

TEST_P(Complaints, AreRegisteredOnceForOneKey) {
  const Response first = post(teller_, "/api/complaints", complaint, "a-key");
  const auto before = world();
  const Response again = post(teller_, "/api/complaints", complaint, "a-key");
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(header(again, "ETag"), header(first, "ETag"));
  EXPECT_EQ(world(), before);
  EXPECT_NE(post(teller_, "/api/complaints", complaint, "b-key").body, first.body);
  EXPECT_NE(post(other_teller_, "/api/complaints", complaint, "a-key").body, first.body)
      << "a key is that of one person";
  EXPECT_EQ(world().at("complaints").size(), 3u);
}

TEST_P(Complaints, AKeyStandsForOneRequest) {
  post(teller_, "/api/complaints", complaint, "a-key");
  const auto before = world();
  std::string other = complaint;
  other.replace(other.find("排队"), std::string{"排队"}.size(), "收费");
  const Response refused = post(teller_, "/api/complaints", other, "a-key");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(text(refused, "code"), "idempotency.reused");
  EXPECT_EQ(world(), before);
}

TEST_P(Complaints, AreClosedOnceForOneKey) {
  const std::string path = registered();
  const Response first = post(officer_, path + "/closure", on_the_spot, "a-key");
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(header(first, "ETag"), "\"2\"");
  const Response again = post(officer_, path + "/closure", on_the_spot, "a-key");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, first.body);
  const Response refused = post(officer_, path + "/closure", on_the_spot, "b-key");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(text(refused, "code"), "complaint.wrong_state");
}

TEST_P(Complaints, AreNotChangedByWhoReadAnEarlierVersion) {
  const std::string path = registered();
  Request asked = as(officer_, request(Method::post, path + "/withdrawal", signed_paper));
  asked.headers["if-match"] = "\"2\"";
  const Response refused = ask(asked);
  EXPECT_EQ(text(refused, "code"), "version.changed");
  EXPECT_EQ(refused.status, 412);
  asked.headers["if-match"] = header(get(officer_, path), "ETag");
  EXPECT_EQ(ask(asked).status, 200);
}

TEST_P(Complaints, AreThereForThosePostsThatMay) {
  const std::string path = registered();
  const std::string brief = registered();
  const struct {
    Method method;
    std::string path;
    std::string body;
    int of_teller, of_officer, of_administrator;
  } cases[] = {
      {Method::get, "/api/complaints", "", 200, 200, 403},
      {Method::get, "/api/complaints/counts", "", 200, 200, 403},
      {Method::get, path, "", 200, 200, 403},
      {Method::get, path + "/timeline", "", 200, 200, 403},
      {Method::post, "/api/complaints", complaint, 201, 201, 403},
      {Method::post, "/api/complaints/search", R"({"phone":"13812345678"})", 200, 200, 403},
      {Method::post, "/api/complaints/export", "", 403, 200, 403},
      {Method::post, path + "/openings", R"({"fields":["name"],"reason":"核对"})", 403, 200, 403},
      {Method::get, path + "/clocks", "", 200, 200, 403},
      {Method::post, path + "/extension", R"({"to_total":30,"reason":"核实"})", 403, 200, 403},
      {Method::post, path + "/exclusion", mediation, 403, 200, 403},
      {Method::post, path + "/exclusion-end", R"({"until":"2026-03-02"})", 403, 422, 403},
      {Method::post, path + "/restart", R"({"facts":"新凭证"})", 403, 200, 403},
      {Method::post, path + "/date", agreed_date, 403, 200, 403},
      {Method::get, "/api/clock-notices", "", 200, 200, 403},
      {Method::post, "/api/clock-notices/7/acknowledgement", "", 404, 404, 403},
      {Method::get, "/api/routing", "", 200, 200, 403},
      {Method::post, "/api/routing", R"({"rules":[]})", 403, 200, 403},
      {Method::post, path + "/acceptance", "{}", 403, 200, 403},
      {Method::post, path + "/redirection", R"({"to":"praise"})", 403, 422, 403},
      {Method::post, path + "/refusal", R"({"ground":"no_authorisation"})", 403, 422, 403},
      {Method::post, path + "/assignment", R"({"unit_id":103})", 403, 200, 403},
      {Method::post, path + "/takeover", "{}", 403, 403, 403},
      {Method::post, path + "/assignment", R"({"unit_id":100})", 403, 200, 403},
      {Method::post, path + "/takeover", "{}", 403, 200, 403},
      {Method::post, path + "/closure", on_the_spot, 403, 409, 403},  // in hand: decided first
      {Method::post, brief + "/closure", on_the_spot, 403, 200, 403},
      {Method::post, brief + "/withdrawal", signed_paper, 409, 409, 403},
      {Method::post, path + "/withdrawal", signed_paper, 200, 409, 403},
  };
  for (const auto& one : cases) {
    const Request asked = request(one.method, one.path, one.body);
    EXPECT_EQ(ask(asked).status, 401) << one.path;
    EXPECT_EQ(ask(as(administrator_, asked)).status, one.of_administrator) << one.path;
    EXPECT_EQ(ask(as(teller_, asked)).status, one.of_teller) << one.path;
    EXPECT_EQ(ask(as(officer_, asked)).status, one.of_officer) << one.path;
  }
}

TEST_P(Complaints, OfAnotherBranchAreNotThere) {
  const std::string path = registered();
  EXPECT_EQ(get(teller_, path).status, 200);
  EXPECT_EQ(get(other_teller_, path).status, 404);
  EXPECT_EQ(get(other_teller_, path + "/timeline").status, 404);
  EXPECT_EQ(post(other_teller_, path + "/withdrawal", signed_paper).status, 404);
  EXPECT_EQ(object(get(other_teller_, "/api/complaints")).at("items").as_array().size(), 0u);
}

TEST_P(Complaints, HaveLimitsThatExplainThemselves) {
  const std::string path = registered();
  const Response clocks = get(teller_, path + "/clocks");
  EXPECT_EQ(clocks.status, 200);
  const auto item = object(clocks).at("items").as_array().at(0).as_object();
  EXPECT_EQ(item.at("due_on").as_string(), "2026-03-17");
  const auto why = item.at("explanation").as_object();
  EXPECT_EQ(why.at("mark").as_string(), "found");
  EXPECT_EQ(why.at("days").as_array().at(0).as_object().at("days").as_int64(), 15);
  EXPECT_FALSE(why.at("text").as_object().at("zh").as_array().empty());
  EXPECT_EQ(get(other_teller_, path + "/clocks").status, 404);
}

TEST_P(Complaints, AreExtendedOnceForOneKey) {
  const std::string path = registered();
  const std::string asked = R"({"to_total":30,"reason":"核实"})";
  const Response first = post(officer_, path + "/extension", asked, "a-key");
  EXPECT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(header(first, "ETag"), "\"2\"");
  EXPECT_EQ(post(officer_, path + "/extension", asked, "a-key").body, first.body);
  const Response again = post(officer_, path + "/extension", asked, "b-key");
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(text(again, "code"), "extension.not_longer");
  EXPECT_EQ(post(officer_, path + "/extension", R"({"to_total":30})").status, 422);
}

TEST_P(Complaints, AreExtendedFurtherOnceSomebodyHasAgreed) {
  hire({320}, "president", "president", "100000");
  const Visitor president = enter("president");
  const std::string path = registered();
  post(officer_, path + "/extension", R"({"to_total":30,"reason":"核实"})");
  const Response asked =
      post(officer_, path + "/extension", R"({"to_total":60,"reason":"致电13987654321核实"})");
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_EQ(object(asked).at("approvals").as_array().at(0).as_object().at("state").as_string(),
            "waiting");
  EXPECT_EQ(object(get(officer_, "/api/approvals")).at("items").as_array().size(), 0u);
  const auto items =
      object(get(president, "/api/approvals", {{"matter", {"extension"}}})).at("items");
  ASSERT_EQ(items.as_array().size(), 1u);
  const std::string approval =
      "/api/approvals/" + std::to_string(items.as_array().at(0).as_object().at("id").as_int64());
  const Response shown = get(president, approval);
  EXPECT_EQ(header(shown, "ETag"), "\"1\"");
  EXPECT_NE(shown.body.find("\"to_total\":60"), std::string::npos) << shown.body;
  EXPECT_EQ(shown.body.find("13987654321"), std::string::npos) << "personal values are masked";
  EXPECT_EQ(get(teller_, approval).status, 404);
  EXPECT_EQ(post(officer_, approval + "/verdict", R"({"verdict":"grant"})").status, 403);
  const Response granted =
      post(president, approval + "/verdict", R"({"verdict":"grant"})", "grant-key");
  ASSERT_EQ(granted.status, 200) << granted.body;
  EXPECT_EQ(text(granted, "state"), "granted");
  EXPECT_EQ(post(president, approval + "/verdict", R"({"verdict":"grant"})", "grant-key").body,
            granted.body);
  EXPECT_EQ(post(president, approval + "/verdict", R"({"verdict":"grant"})").status, 409);
  EXPECT_EQ(post(officer_, path + "/extension",
                 R"({"to_total":60,"reason":"核实","notice":
                     {"on":"2026-03-02","means":"letter","proof":"1"}})")
                .status,
            200);
  EXPECT_EQ(post(officer_, approval + "/withdrawal", "{}").status, 409);
}

TEST_P(Complaints, AreShownMaskedAndOpenedOnlyWithAReason) {
  const std::string path = registered();
  for (const Visitor& visitor : {teller_, officer_}) {
    EXPECT_NE(get(visitor, path).body.find("138****5678"), std::string::npos);
    EXPECT_EQ(get(visitor, path).body.find("13812345678"), std::string::npos);
  }
  const Response silent = post(officer_, path + "/openings", R"({"fields":["phone"]})");
  EXPECT_EQ(silent.status, 422);
  const Response opened =
      post(officer_, path + "/openings", R"({"fields":["phone"],"reason":"回访"})");
  EXPECT_EQ(text(opened, "phone"), "13812345678");
}

TEST_P(Complaints, LeaveAsATableInPieces) {
  registered();
  Request asked = as(officer_, request(Method::post, "/api/complaints/export"));
  asked.query["format"] = {"csv"};
  Response response = ask(asked);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/csv; charset=utf-8");
  EXPECT_EQ(header(response, "Content-Disposition"), R"(attachment; filename="complaints.csv")");
  std::string bytes = response.body;
  while (const auto part = response.next_part()) bytes += *part;
  EXPECT_NE(bytes.find("138****5678"), std::string::npos) << bytes;
  asked.query["format"] = {"xlsx"};
  EXPECT_EQ(header(ask(asked), "Content-Disposition"), R"(attachment; filename="complaints.xlsx")");
  asked.query["format"] = {"pdf"};
  EXPECT_EQ(ask(asked).status, 422);
  EXPECT_EQ(text(ask(asked), "code"), "field.choice");
}

TEST_P(Complaints, TheExportForTheHostIsForTheHostOnly) {
  Request asked = request(Method::post, "/admin/complaints/export");
  EXPECT_EQ(ask(asked).status, 404);
  EXPECT_EQ(ask(as(officer_, asked)).status, 404);
  asked.is_local = true;
  EXPECT_EQ(ask(asked).status, 200);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Complaints, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
