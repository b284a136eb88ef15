#include "platform/identity/routes.h"

#include "app/api_fixture.h"
#include "platform/identity/sessions.h"

namespace xb::identity {
namespace {

using http::Method;
using http::Response;

class SigningIn : public app::AnApi {
 protected:
  Response look(const Visitor& visitor) {
    return ask(as(visitor, request(Method::get, "/api/session")));
  }
  Response leave(const Visitor& visitor) {
    return ask(as(visitor, request(Method::del, "/api/session")));
  }
};

TEST_P(SigningIn, AnswersWhoOneIsAndWhatOneMayDo) {
  const Response response = ask(credentials("teller", "right"));
  EXPECT_EQ(response.status, 200);
  const auto session = object(response);
  EXPECT_EQ(session.at("person").at("login").as_string(), "teller");
  EXPECT_EQ(session.at("person").at("post").as_string(), "teller");
  EXPECT_EQ(session.at("person").at("unit").as_string(), "东湖支行营业部");
  EXPECT_EQ(session.at("permissions").as_array().size(), 14u);
  EXPECT_EQ(session.at("expires_at").as_string(), "2026-03-02T13:00:00.000Z");
  EXPECT_EQ(text(response, "csrf_token").size(), 64u);
  EXPECT_EQ(response.body.find("password"), std::string::npos);
  EXPECT_EQ(response.body.find("argon2"), std::string::npos);
}

TEST_P(SigningIn, GivesACookieThatOnlyThisSiteGetsBack) {
  const std::string cookie = header(ask(credentials("teller", "right")), "Set-Cookie");
  const std::string token = cookie.substr(0, cookie.find(';'));
  EXPECT_TRUE(token.starts_with("__Host-sid=")) << token;
  EXPECT_EQ(token.size(), 11u + 64u);
  EXPECT_EQ(cookie.substr(token.size()), "; Path=/; Secure; HttpOnly; SameSite=Strict")
      << "no Domain, no lifetime: the server ends it";
}

TEST_P(SigningIn, IsRefusedAlikeForAnUnknownLoginAndAWrongPassword) {
  auto before = world();
  const Response unknown = ask(credentials("nobody", "right"));
  const Response wrong = ask(credentials("teller", "wrong"));
  EXPECT_EQ(unknown.status, 401);
  EXPECT_EQ(text(unknown, "code"), "session.wrong_credentials");
  EXPECT_EQ(unknown.body, wrong.body);
  EXPECT_EQ(unknown.status, wrong.status);
  for (const Response& response : {unknown, wrong}) EXPECT_EQ(header(response, "Set-Cookie"), "");
  auto after = world();
  EXPECT_EQ(after["sign_in_attempts"].size(), 3u) << "of each login and address, and the address";
  for (const char* table : {"sign_in_attempts", "sign_ins"}) {
    after.erase(table);
    before.erase(table);
  }
  EXPECT_EQ(after, before) << "nothing else is kept";
}

TEST_P(SigningIn, IsRefusedInTheLanguageOfTheAsker) {
  std::string titles[2];
  int i = 0;
  for (const char* language : {"zh-CN,zh;q=0.9", "en-GB,en;q=0.8"}) {
    auto asked = credentials("teller", "wrong");
    asked.headers["accept-language"] = language;
    titles[i++] = text(ask(asked), "title");
  }
  EXPECT_EQ(titles[0], texts_.of(Language::zh_cn, "session.wrong_credentials"));
  EXPECT_EQ(titles[1], texts_.of(Language::en, "session.wrong_credentials"));
  EXPECT_NE(titles[0], titles[1]);
}

TEST_P(SigningIn, WantsALoginAndAPasswordInJson) {
  const auto post = [&](const std::string& body) {
    return ask(request(Method::post, "/api/session", body));
  };
  EXPECT_EQ(post("{").status, 400);
  EXPECT_EQ(post(R"({"login":"teller"})").status, 422);
  EXPECT_EQ(text(post(R"({"login":"teller"})"), "code"), "field.required");
  EXPECT_EQ(post(R"({"login":"","password":"right"})").status, 422);
  EXPECT_EQ(post(R"({"login":"teller","password":")" + std::string(201, 'x') + R"("})").status,
            422);
  EXPECT_EQ(post(R"({"login":"teller","password":"right","post":"officer"})").status, 422);
  EXPECT_EQ(ask(request(Method::post, "/api/session")).status, 400);
  auto form = credentials("teller", "right");
  form.headers["content-type"] = "application/x-www-form-urlencoded";
  EXPECT_EQ(ask(form).status, 415) << "a form of another site could send that";
}

TEST_P(SigningIn, LooksTheSameUntilOneLeaves) {
  const Response entered = ask(credentials("officer", "right"));
  const std::string cookie = header(entered, "Set-Cookie");
  const Visitor officer{cookie.substr(0, cookie.find(';')), text(entered, "csrf_token")};
  EXPECT_EQ(look(officer).body, entered.body);
  const Response left = leave(officer);
  EXPECT_EQ(left.status, 204);
  EXPECT_EQ(left.body, "");
  EXPECT_EQ(header(left, "Set-Cookie"),
            "__Host-sid=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict");
  EXPECT_EQ(header(left, "Clear-Site-Data"), R"("cache", "storage")");
  EXPECT_EQ(look(officer).status, 401);
  EXPECT_EQ(leave(officer).status, 401);
}

TEST_P(SigningIn, WaitsForNoImportOrExport) {
  const auto runs = [this](Method method) {
    return router_.match(method, "/api/session").route->runs;
  };
  EXPECT_EQ(runs(Method::post), http::Runs::hashing);
  EXPECT_EQ(runs(Method::del), http::Runs::writing);
}

TEST_P(SigningIn, LeavingEndsNoOtherSession) {
  const Visitor here = enter("teller");
  const Visitor there = enter("teller");
  leave(here);
  EXPECT_EQ(look(there).status, 200);
}

// Session fixation: what somebody put into the browser before is not what one is signed in by.
TEST_P(SigningIn, ATokenThatIsBroughtAlongIsNotTaken) {
  const std::string planted = "__Host-sid=" + std::string(64, 'a');
  auto asked = credentials("teller", "right");
  asked.headers["cookie"] = planted;
  const Response entered = ask(asked);
  EXPECT_EQ(entered.status, 200);
  EXPECT_EQ(header(entered, "Set-Cookie").find(planted), std::string::npos);
  EXPECT_EQ(look({planted, ""}).status, 401);
  const Visitor other = enter("officer");
  asked = credentials("teller", "right");
  asked.headers["cookie"] = other.cookie;
  EXPECT_EQ(header(ask(asked), "Set-Cookie").find(other.cookie), std::string::npos);
  EXPECT_EQ(text(look(other), "csrf_token"), other.csrf_token) << "and his stays his";
}

TEST_P(SigningIn, ShowsOnesSessionsAndEndsThem) {
  const Visitor here = enter("teller");
  const Visitor there = enter("teller");
  enter("officer");
  const auto listed = object(ask(as(here, request(Method::get, "/api/sessions"))));
  ASSERT_EQ(listed.at("items").as_array().size(), 2u) << "nobody else's";
  std::int64_t other = 0;
  for (const auto& item : listed.at("items").as_array())
    if (!item.at("is_this").as_bool()) other = item.at("id").as_int64();
  const std::string path = "/api/sessions/" + std::to_string(other) + "/end";
  EXPECT_EQ(ask(as(enter("officer"), request(Method::post, path))).status, 404);
  const Response ended = ask(as(here, request(Method::post, path)));
  EXPECT_EQ(ended.status, 200);
  const auto left = object(ended).at("items").as_array();
  ASSERT_EQ(left.size(), 1u);
  EXPECT_TRUE(left[0].at("is_this").as_bool());
  EXPECT_EQ(look(there).status, 401);
  EXPECT_EQ(look(here).status, 200);
}

TEST_P(SigningIn, WhatGivesPowerWantsAFreshSignIn) {
  const Visitor administrator = enter("administrator");
  const auto hire_somebody = [&](const Visitor& visitor) {
    return ask(as(visitor,
                  request(Method::post, "/api/people", R"({"staff_no":"100900","name":"新人"})")));
  };
  now_ = now_ + std::chrono::minutes{14};
  EXPECT_EQ(look(administrator).status, 200);
  now_ = now_ + std::chrono::minutes{1} + std::chrono::milliseconds{1};
  // It was used a moment ago, but that is no sign-in.
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    touch_session(tx, token_hash(administrator.cookie.substr(11)), now_);
    return true;
  });
  EXPECT_EQ(text(hire_somebody(administrator), "code"), "session.stale");
  const Response again = ask(as(administrator, request(Method::post, "/api/session/authentication",
                                                       R"({"password":"right"})")));
  ASSERT_EQ(again.status, 200) << again.body;
  const std::string cookie = header(again, "Set-Cookie");
  const Visitor fresh{cookie.substr(0, cookie.find(';')), text(again, "csrf_token")};
  EXPECT_EQ(look(administrator).status, 401) << "the old token is nobody's";
  EXPECT_EQ(hire_somebody(fresh).status, 201);
}

TEST_P(SigningIn, ACommandThatQueuedIsJudgedWhenItsTurnComes) {
  const Visitor administrator = enter("administrator");
  // The session has ended by the time a writer takes the command.
  gate_.watch([&](std::string_view) { now_ = test::monday + std::chrono::minutes{16}; });
  const Response response =
      ask(as(administrator,
             request(Method::post, "/api/people", R"({"staff_no":"100900","name":"新人"})")));
  gate_.open();
  EXPECT_EQ(response.status, 401) << response.body;
  EXPECT_FALSE(test::holds(world(), "100900"));
}

TEST_P(SigningIn, AnAppointmentAskedForTwiceIsOne) {
  const Visitor administrator = enter("administrator");
  auto asked = request(Method::post, "/api/people/301/appointments",
                       R"({"post":"lobby_manager","unit_id":104,"kind":"part_time"})");
  asked.headers["idempotency-key"] = "appoint-301-once";
  const Response one = ask(as(administrator, asked));
  const Response other = ask(as(administrator, asked));
  EXPECT_EQ(one.status, 201) << one.body;
  EXPECT_EQ(other.status, 201) << other.body;
  EXPECT_EQ(one.body, other.body);
}

TEST_P(SigningIn, NobodyIsNobody) {
  EXPECT_EQ(ask(request(Method::get, "/api/session")).status, 401);
  EXPECT_EQ(text(ask(request(Method::get, "/api/session")), "code"), "session.missing");
  EXPECT_EQ(ask(request(Method::del, "/api/session")).status, 401);
  EXPECT_EQ(look({"__Host-sid=" + std::string(64, '0'), ""}).status, 401);
}

TEST_P(SigningIn, ChangingSomethingNeedsTheTokenAgainstForgedRequests) {
  const Visitor teller = enter("teller");
  const Visitor other = enter("teller");
  for (const std::string& token : {std::string{}, std::string(64, '0'), other.csrf_token,
                                   teller.csrf_token.substr(0, 63), teller.csrf_token + "0"}) {
    const Response forged = leave({teller.cookie, token});
    EXPECT_EQ(forged.status, 403) << token;
    EXPECT_EQ(text(forged, "code"), "session.csrf");
  }
  auto foreign = as(teller, request(Method::del, "/api/session"));
  foreign.headers["sec-fetch-site"] = "cross-site";
  EXPECT_EQ(text(ask(foreign), "code"), "http.other_site");
  EXPECT_EQ(look({teller.cookie, ""}).status, 200) << "reading does not, and nothing was ended";
  EXPECT_EQ(leave(teller).status, 204);
}

TEST_P(SigningIn, EndsAfterFifteenIdleMinutes) {
  const Visitor teller = enter("teller");
  now_ = now_ + std::chrono::minutes{15};
  EXPECT_EQ(look(teller).status, 200);
  now_ = now_ + std::chrono::minutes{15} + std::chrono::milliseconds{1};
  EXPECT_EQ(look(teller).status, 401);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SigningIn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
