// Who is complained about walks through every way of reading, and his colleagues after him: none
// of them sees the case (银保监会令2020年第3号 art. 17).
#include "app/api_fixture.h"
#include "modules/complaints/followers.h"
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
    const Response made = ask(as(colleague(), request(Method::post, "/api/complaints", body)));
    EXPECT_EQ(made.status, 201) << made.body;
    return made;
  }
  // A post that the accused has beside his own.
  Id<Appointment> appoint_beside(const char* post, Id<Unit> unit) {
    const auto given = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      return identity::appoint(work, {306},
                               {Text<40, Presence::required>::trusted(post), unit,
                                identity::AppointmentKind::part_time, {}, {}});
    });
    EXPECT_TRUE(given.has_value()) << given.error().code;
    return given->id;
  }
  void end_appointment(Id<Appointment> id) {
    const auto ended = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      return identity::end_appointment(work, id, {});
    });
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
    evidence::Followers followers(bank_.database(), {counting()});
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
    EXPECT_EQ(total(visitor), static_cast<std::int64_t>(seen));
    EXPECT_EQ(exported(visitor).find(number_) != std::string::npos, seen == 3);
    EXPECT_EQ(post(visitor, path + "/openings", R"({"fields":["phone"],"reason":"核对"})").status,
              one);
    if (seen == 3) return;
    for (const char* action : {"/acceptance", "/closure", "/takeover"})
      EXPECT_EQ(post(visitor, path + action, "{}").status, 404) << action;
    EXPECT_EQ(post(visitor, path + "/assignment", R"({"unit_id":101})").status, 404);
    EXPECT_EQ(post(visitor, path + "/withdrawal", R"({"proof":"signed_paper"})").status, 404);
  }

  std::string id_;
  std::string number_;
};

TEST_P(AConflictOfInterest, KeepsTheCaseFromTheAccusedAndHisUnitAndFromNobodyElse) {
  expect_walk("accused", 2);
  expect_walk("colleague", 2);
  expect_walk("branch_officer", 3);
  expect_walk("officer", 3);
}

TEST_P(AConflictOfInterest, GoesOnWhenTheCaseMoves) {
  const Visitor officer = enter("officer");
  const std::string path = "/api/complaints/" + id_;
  ASSERT_EQ(post(officer, path + "/acceptance", "{}").status, 200);
  EXPECT_EQ(total(enter("accused")), 2);
  EXPECT_EQ(total(officer), 3);
  ASSERT_EQ(post(officer, path + "/closure", "{}").status, 200);
  EXPECT_EQ(total(enter("accused")), 2);
  EXPECT_EQ(total(officer), 3);
}

TEST_P(AConflictOfInterest, FollowsTheAccusedIntoEachUnitHeWorksIn) {
  expect_walk("branch_officer", 3);
  const auto beside = appoint_beside("branch_head", {101});
  expect_walk("branch_officer", 2);
  expect_walk("colleague", 2);
  expect_walk("officer", 3);
  end_appointment(beside);
  now_ = now_ + std::chrono::hours{24};
  expect_walk("branch_officer", 3);
  expect_walk("colleague", 2);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AConflictOfInterest, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
