// Who is complained about walks through every way of reading, and his colleagues after him: none
// of them sees the case (银保监会令2020年第3号 art. 17).
#include "app/api_fixture.h"
#include "modules/complaints/clocks/sources.h"
#include "platform/evidence/followers.h"
#include "platform/identity/people/service.h"

namespace xb::complaints {
namespace {

using http::Method;
using http::Request;
using http::Response;

class AConflictOfInterest : public app::AnApi {
 protected:
  AConflictOfInterest() {
    hire({305}, "colleague", "sub_branch_officer", "210001");
    hire({306}, "accused", "sub_branch_officer", "210001");
    hire({307}, "branch_officer", "branch_officer", "200000");
    for (const char* other : {"a", "b"}) registered(other, "");
    const Response made = registered("c", R"("accused_id":306,)");
    id_ = std::to_string(object(made).at("id").as_int64());
    number_ = text(made, "number");
  }
  Response registered(const std::string& summary, const std::string& more) {
    const std::string body = "{" + more + R"("intake_channel":"柜面","summary":")" + summary +
                             R"(","complainant":{"phone":"13812345678"}})";
    Response made = ask(as(colleague(), request(Method::post, "/api/complaints", body)));
    EXPECT_EQ(made.status, 201) << made.body;
    return made;
  }
  // A post that the accused has beside his own.
  Id<Appointment> appoint_beside(const char* post, Id<Unit> unit) {
    const auto given = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      return identity::appoint(work, {306},
                               {Text<40, Presence::required>::trusted(post),
                                unit,
                                identity::AppointmentKind::part_time,
                                {},
                                {}});
    });
    EXPECT_TRUE(given.has_value()) << given.error().code;
    return given->id;
  }
  void end_appointment(Id<Appointment> id) {
    const auto ended = bank_.write(
        bank_.chen_yu, now_, [&](Work& work) { return identity::end_appointment(work, id, {}); });
    EXPECT_TRUE(ended.has_value()) << ended.error().code;
  }
  Visitor colleague() { return enter("colleague"); }

  Response get(const Visitor& visitor, const std::string& path,
               std::map<std::string, std::vector<std::string>, std::less<>> query = {}) {
    Request asked = as(visitor, request(Method::get, path));
    asked.query = std::move(query);
    return ask(asked);
  }
  Response post(const Visitor& visitor, const std::string& path, const std::string& body) {
    return ask(as(visitor, request(Method::post, path, body)));
  }
  std::size_t items(const Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    return object(response).at("items").as_array().size();
  }
  std::int64_t total(const Visitor& visitor) {
    // The follower reads what has its place.
    bank_.place();
    evidence::Followers followers(bank_.database(),
                                  app::followers(test::keys(), bank_.taxonomies()));
    while (followers.step()) continue;
    std::int64_t sum = 0;
    const auto counted = object(get(visitor, "/api/complaints/counts"));
    for (const auto& line : counted.at("items").as_array()) sum += line.at("count").as_int64();
    return sum;
  }
  std::string exported(const Visitor& visitor) {
    Response response = post(visitor, "/api/complaints/export", "");
    EXPECT_EQ(response.status, 200);
    std::string bytes = response.body;
    while (const auto part = response.next_part()) bytes += *part;
    return bytes;
  }
  // Each way of reading, with how much of the three complaints it shows.
  void expect_walk(const char* login, std::size_t seen) {
    SCOPED_TRACE(login);
    const Visitor visitor = enter(login);
    const int one = seen == 3 ? 200 : 404;
    const std::string path = "/api/complaints/" + id_;
    EXPECT_EQ(get(visitor, path).status, one);
    EXPECT_EQ(get(visitor, path + "/timeline").status, one);
    EXPECT_EQ(items(get(visitor, "/api/complaints")), seen);
    EXPECT_EQ(items(get(visitor, "/api/complaints", {{"sort", {"due_at"}}})), seen);
    EXPECT_EQ(items(get(visitor, "/api/complaints", {{"state", {"registered"}}})), seen);
    EXPECT_EQ(items(get(visitor, "/api/complaints", {{"intake_channel", {"柜面"}}})), seen);
    EXPECT_EQ(items(post(visitor, "/api/complaints/search", R"({"phone":"13812345678"})")), seen);
    EXPECT_EQ(items(post(visitor, "/api/complaints/search", R"({"number":")" + number_ + "\"}")),
              seen - 2);
    EXPECT_EQ(get(visitor, path + "/clocks").status, one);
    EXPECT_EQ(items(get(visitor, "/api/clock-notices", {{"subject_id", {id_}}})),
              seen == 3 ? notices_ : 0);
    EXPECT_EQ(total(visitor), static_cast<std::int64_t>(seen));
    EXPECT_EQ(items(post(visitor, "/api/search", R"({"text":")" + number_ + "\"}")), seen - 2);
    EXPECT_EQ(exported(visitor).find(number_) != std::string::npos, seen == 3);
    EXPECT_EQ(post(visitor, path + "/openings", R"({"fields":["phone"],"reason":"核对"})").status,
              one);
    if (seen == 3) return;
    const std::pair<const char*, const char*> commands[] = {
        {"/acceptance", "{}"},
        {"/closure", "{}"},
        {"/takeover", "{}"},
        {"/assignment", R"({"unit_id":101})"},
        {"/withdrawal", R"({"proof":"signed_paper"})"},
        {"/accused", R"({"accused_id":301,"reason":"x"})"},
        {"/redirection", R"({"to":"praise","reason":"x"})"},
        {"/refusal",
         R"({"ground":"no_authorisation","reason":"x","told_at":"2026-03-02T09:00:00+08:00"})"},
        {"/restart", R"({"span":"decide","facts":"x"})"},
    };
    for (const auto& [action, body] : commands)
      EXPECT_EQ(post(visitor, path + action, body).status, 404) << action;
  }

  std::string id_;
  std::string number_;
  std::size_t notices_ = 0;  // of the case
};

TEST_P(AConflictOfInterest, KeepsTheCaseFromTheAccusedAndHisUnitAndFromNobodyElse) {
  expect_walk("accused", 2);
  expect_walk("colleague", 2);
  expect_walk("branch_officer", 3);
  expect_walk("officer", 3);
}

TEST_P(AConflictOfInterest, KeepsItsNoticesToo) {
  now_ = now_ + std::chrono::hours{24 * 13};
  const auto sent = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<std::size_t> {
    return clocks::send_notices(work, {clock_source()});
  });
  ASSERT_TRUE(sent.has_value());
  const auto listed = get(enter("officer"), "/api/clock-notices", {{"subject_id", {id_}}});
  notices_ = items(listed);
  ASSERT_GT(notices_, 0u);
  expect_walk("accused", 2);
  expect_walk("colleague", 2);
  expect_walk("branch_officer", 3);
  const auto notices = object(listed);
  const auto notice = std::to_string(notices.at("items").as_array()[0].at("id").as_int64());
  EXPECT_EQ(
      post(enter("accused"), "/api/clock-notices/" + notice + "/acknowledgement", "{}").status,
      404);
}

TEST_P(AConflictOfInterest, BeginsWhereItsAccusedIsNamedLater) {
  const auto named = [&](const std::string& id, const Visitor& by, int person) {
    const Response response =
        post(by, "/api/complaints/" + id + "/accused",
             R"({"accused_id":)" + std::to_string(person) + R"(,"reason":"客户指认"})");
    return response.status == 200 ? "none" : text(response, "code");
  };
  const auto open = registered("d", "");
  id_ = std::to_string(object(open).at("id").as_int64());
  const std::string path = "/api/complaints/" + id_;
  const Visitor officer = enter("officer");
  EXPECT_EQ(total(officer), 4);
  EXPECT_EQ(total(enter("accused")), 3);
  EXPECT_EQ(named(id_, officer, 999), "person.missing");
  EXPECT_EQ(named(id_, officer, 302), "complaint.conflict_of_interest");
  ASSERT_EQ(post(officer, path + "/acceptance", "{}").status, 200);
  ASSERT_EQ(post(officer, path + "/assignment", R"({"unit_id":103})").status, 200);
  EXPECT_EQ(named(id_, officer, 306), "complaint.accused_handles");
  ASSERT_EQ(post(officer, path + "/assignment", R"({"unit_id":101})").status, 200);
  EXPECT_EQ(named(id_, officer, 306), "none");
  for (const char* login : {"accused", "colleague"}) {
    EXPECT_EQ(get(enter(login), path).status, 404) << login;
    EXPECT_EQ(total(enter(login)), 2) << login;
  }
  EXPECT_EQ(get(enter("branch_officer"), path).status, 200);
  EXPECT_EQ(total(officer), 4);
  EXPECT_EQ(named(id_, officer, 305), "none") << "another after him";
  EXPECT_EQ(total(officer), 4);
}

TEST_P(AConflictOfInterest, GoesOnWhenTheCaseMoves) {
  const Visitor officer = enter("officer");
  const std::string path = "/api/complaints/" + id_;
  ASSERT_EQ(post(officer, path + "/acceptance", "{}").status, 200);
  EXPECT_EQ(total(enter("accused")), 2);
  EXPECT_EQ(total(officer), 3);
  ASSERT_EQ(post(officer, path + "/closure", R"({"result":"已解释"})").status, 200);
  EXPECT_EQ(total(enter("accused")), 2);
  EXPECT_EQ(total(officer), 3);
}

TEST_P(AConflictOfInterest, FollowsTheAccusedIntoEachUnitHeWorksIn) {
  expect_walk("branch_officer", 3);
  const auto beside = appoint_beside("branch_head", {101});
  expect_walk("branch_officer", 2);
  expect_walk("colleague", 2);
  expect_walk("officer", 3);
  hire({308}, "next_head", "branch_head", "200000");
  end_appointment(beside);
  now_ = now_ + std::chrono::hours{24};
  expect_walk("branch_officer", 3);
  expect_walk("colleague", 2);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AConflictOfInterest, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
