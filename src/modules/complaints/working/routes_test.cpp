// Working a case over HTTP: what is made has its address and version, asked for again it is the
// same, and whom the case is kept from finds nothing of it.
#include "app/api_fixture.h"

namespace xb::complaints {
namespace {

using http::Method;
using http::Request;
using http::Response;

class WorkingACase : public app::AnApi {
 protected:
  WorkingACase() {
    hire({305}, "asked", "branch_officer", "300000");
    hire({306}, "accused", "sub_branch_officer", "210001");
    const Response made = post("teller", "/api/complaints",
                               R"({"intake_channel":"柜面","summary":"费率","accused_id":306,
                                   "complainant":{"phone":"13812345678"}})");
    // The teller works with the accused, so he sees no more of it.
    EXPECT_EQ(made.status, 201) << made.body;
    path_ = "/api/complaints/" + std::to_string(object(made).at("id").as_int64());
    EXPECT_EQ(post("officer", path_ + "/acceptance", "{}").status, 200);
  }
  Response post(const char* login, const std::string& path, const std::string& body,
                const std::string& header_name = {}, const std::string& value = {}) {
    Request asked = as(enter(login), request(Method::post, path, body));
    if (!header_name.empty()) asked.headers[header_name] = value;
    return ask(asked);
  }
  Response get(const char* login, const std::string& path,
               std::map<std::string, std::vector<std::string>, std::less<>> query = {}) {
    Request asked = as(enter(login), request(Method::get, path));
    asked.query = std::move(query);
    return ask(asked);
  }
  std::string id_of(const Response& response) {
    return std::to_string(object(response).at("id").as_int64());
  }
  std::size_t items(const Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    return object(response).at("items").as_array().size();
  }
  Response dispatched(const std::string& key = "first") {
    return post("officer", path_ + "/tasks",
                R"({"unit_id":102,"question":"请核实费率","due_on":"2026-03-06"})",
                "idempotency-key", key);
  }

  std::string path_;
};

TEST_P(WorkingACase, GivesATaskItsOwnAddressAndVersion) {
  const Response made = dispatched();
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(id_of(dispatched()), id_of(made)) << "asked for again it is the same";
  const std::string task = "/api/tasks/" + id_of(made);
  const Response seen = get("asked", task);
  ASSERT_EQ(seen.status, 200) << seen.body;
  EXPECT_EQ(header(seen, "ETag"), "\"1\"");
  EXPECT_TRUE(object(seen).at("about").is_object());
  EXPECT_EQ(get("asked", path_).status, 404) << "not the case";
  EXPECT_EQ(get("other_teller", task).status, 404);
  EXPECT_EQ(items(get("asked", "/api/tasks", {{"side", {"unit"}}})), 1u);
  const std::string answer = R"({"answer":"属实"})";
  EXPECT_EQ(post("asked", task + "/answer", answer, "if-match", "\"7\"").status, 412);
  EXPECT_EQ(post("officer", task + "/answer", answer).status, 403);
  EXPECT_EQ(post("asked", task + "/answer", answer, "if-match", "\"1\"").status, 200);
  EXPECT_EQ(post("asked", task + "/answer", answer).status, 409);
}

TEST_P(WorkingACase, ChecksTheVersionOfTheComplaint) {
  const std::string contact =
      R"({"direction":"outgoing","means":"phone","outcome":"reached","said":"已核对",)"
      R"("next_contact_on":"2026-03-12"})";
  EXPECT_EQ(post("officer", path_ + "/contacts", contact, "if-match", "\"9\"").status, 412);
  const Response made = post("officer", path_ + "/contacts", contact, "if-match", "\"2\"");
  ASSERT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(header(made, "ETag"), "\"3\"");
  EXPECT_EQ(items(get("officer", path_ + "/contacts")), 1u);
  EXPECT_EQ(items(get("officer", "/api/complaints", {{"next_contact_before", {"2026-03-13"}}})),
            1u);
}

TEST_P(WorkingACase, IsHiddenFromTheAccusedAndHisUnit) {
  const std::string task = "/api/tasks/" + id_of(dispatched());
  const std::string task_id = task.substr(task.rfind('/') + 1);
  const Response chased = post("officer", path_ + "/chase", R"({"task_id":)" + task_id + "}");
  ASSERT_EQ(chased.status, 201) << chased.body;
  EXPECT_EQ(items(get("officer", "/api/supervisions")), 1u);
  for (const char* login : {"accused", "teller"}) {
    SCOPED_TRACE(login);
    for (const char* list : {"/contacts", "/supplement", "/tasks", "/offers", "/supervision"})
      EXPECT_EQ(get(login, path_ + list).status, 404) << list;
    EXPECT_EQ(get(login, task).status, 404);
    for (const char* side : {"cases", "unit"}) {
      EXPECT_EQ(items(get(login, "/api/tasks", {{"side", {side}}})), 0u);
      EXPECT_EQ(items(get(login, "/api/supervisions", {{"side", {side}}})), 0u);
    }
    EXPECT_EQ(post(login, path_ + "/contacts",
                   R"({"direction":"outgoing","means":"phone","outcome":"missed"})")
                  .status,
              404);
  }
  EXPECT_EQ(post("asked", "/api/chases/" + id_of(chased) + "/acknowledgement", "{}").status, 200);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, WorkingACase, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
