// From a request to its answer, over a real database and without a socket.
#include "platform/http/api.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <string>

#include <gtest/gtest.h>

#include "test/support/bank.h"

namespace xb::tickets {

struct Ticket {
  Id<Ticket> id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (id, version))

struct Wish {
  Text<5, Presence::required> text;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (text))

}  // namespace xb::tickets

namespace xb::http {
namespace {

using tickets::Ticket;
using tickets::Wish;

Result<Ticket> find_ticket(Work&, Id<Ticket> id) {
  if (id.number == 500) throw storage::Failure(storage::Fault::other, "planted", "SELECT 1");
  if (id.number == 503) throw storage::Failure(storage::Fault::full, "planted", "SELECT 1");
  return Ticket{id, 3};
}
Result<Ticket> draw_ticket(Work& work, const Wish&) { return Ticket{work.new_id<Ticket>()}; }

class ApiOverADatabase : public testing::TestWithParam<test::Engine> {
 protected:
  ApiOverADatabase() {
    router.get({"tickets.find", "/tickets/{id}", anyone}, find_ticket);
    router.create({"tickets.draw", "/tickets", anyone}, draw_ticket).body_max = 100;
    router.get({"tickets.mine", "/mine/{id}", signed_in}, find_ticket);
    router.get({"tickets.hidden", "/hidden/{id}", local_only}, find_ticket);
    router.at_once(Method::get, {"tickets.ready", "/ready", anyone}, plain);
    router.blocking(Method::get, {"tickets.slow", "/slow", anyone}, plain);
  }

  static Result<Response> plain(const Request& request) {
    Response response;
    response.body = "ready";
    if (!request.query.empty()) return refuse(Reason::too_many, "storage.busy");
    return response;
  }

  Response ask(Request request) {
    std::promise<Response> promise;
    api.handle(std::move(request),
               [&](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  static Request get(std::string path) {
    Request request;
    request.path = std::move(path);
    return request;
  }
  static Request post(std::string path, std::string body) {
    Request request = get(std::move(path));
    request.method = Method::post;
    request.body = std::move(body);
    request.headers["content-type"] = "application/json";
    return request;
  }
  // The code of a problem document.
  static std::string code(const Response& response) {
    const auto json = parse_json(response.body);
    return json ? std::string(json->at("code").as_string()) : "no JSON";
  }
  static std::string field(const Response& response, std::string_view wanted) {
    for (const auto& [name, value] : response.headers)
      if (name == wanted) return value;
    return {};
  }

  test::Bank bank{GetParam()};
  std::atomic<bool> may_write = true;
  Texts texts = Texts::shipped();
  telemetry::Metrics metrics;
  Router router{Services{}};
  Api api{{.database = bank.database(),
           .keys = test::keys(),
           .texts = texts,
           .metrics = metrics,
           .now = [] { return test::monday; },
           .may_write = [this] { return may_write.load(); },
           .zone = {}},
          router};
};

INSTANTIATE_TEST_SUITE_P(EachDatabase, ApiOverADatabase, test::each_database,
                         test::name_of_database);

TEST_P(ApiOverADatabase, AnswersWithAnEtagAndNothingIfItIsKnown) {
  const Response fresh = ask(get("/tickets/7"));
  EXPECT_EQ(fresh.status, 200);
  EXPECT_EQ(fresh.body, R"({"id":7,"version":3})");
  EXPECT_EQ(field(fresh, "ETag"), "\"3\"");

  Request again = get("/tickets/7");
  again.headers["if-none-match"] = "\"3\"";
  const Response known = ask(again);
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.body, "");
  EXPECT_EQ(field(known, "ETag"), "\"3\"");

  for (const std::string other : {"\"2\"", "3", "\"33\"", ""}) {
    again.headers["if-none-match"] = other;
    EXPECT_EQ(ask(again).status, 200) << other;
  }
}

TEST_P(ApiOverADatabase, AnswersHeadAsGetWithoutBody) {
  Request request = get("/tickets/7");
  request.method = Method::head;
  const Response response = ask(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(field(response, "ETag"), "\"3\"");
}

TEST_P(ApiOverADatabase, NamesTheMethodsThatAPathHas) {
  Request request = get("/tickets/7");
  request.method = Method::del;
  const Response response = ask(request);
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(code(response), "http.method_not_allowed");
  EXPECT_EQ(field(response, "Allow"), "GET");
  EXPECT_EQ(ask(get("/nowhere")).status, 404);
  EXPECT_EQ(code(ask(get("/tickets/007"))), "http.not_found");
}

TEST_P(ApiOverADatabase, MakesWhatIsAsked) {
  const Response first = ask(post("/tickets", R"({"text":"a"})"));
  const Response second = ask(post("/tickets", R"({"text":"a"})"));
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(second.status, 201);
  EXPECT_NE(first.body, second.body);
}

TEST_P(ApiOverADatabase, RefusesABodyThatIsNoJson) {
  Request request = post("/tickets", R"({"text":"a"})");
  for (const std::string media :
       {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"}) {
    request.headers["content-type"] = media;
    EXPECT_EQ(ask(request).status, 415) << media;
  }
  request.headers["content-type"] = "application/json; charset=utf-8";
  EXPECT_EQ(ask(request).status, 201);
  EXPECT_EQ(ask(post("/tickets", "{")).status, 400);
  EXPECT_EQ(ask(post("/tickets", R"({"text":""})")).status, 422);
}

TEST_P(ApiOverADatabase, RefusesAConditionThatIsNoEtag) {
  Request request = post("/tickets", R"({"text":"a"})");
  for (const std::string condition :
       {"7", "\"7", "\"\"", "\"07\"", "\"a\"", "W/\"7\"", "\"1\",\"2\""}) {
    request.headers["if-match"] = condition;
    const Response response = ask(request);
    EXPECT_EQ(response.status, 400) << condition;
    EXPECT_EQ(code(response), "http.if_match");
  }
  for (const std::string condition : {"", "*", "\"7\""}) {
    request.headers["if-match"] = condition;
    EXPECT_EQ(ask(request).status, 201) << condition;
  }
}

TEST_P(ApiOverADatabase, ShowsNobodyWhatIsNotForHim) {
  EXPECT_EQ(code(ask(get("/mine/7"))), "session.missing");
  EXPECT_EQ(ask(get("/mine/7")).status, 401);
  Request forged = get("/mine/7");
  forged.headers["cookie"] = "__Host-sid=" + std::string(64, 'a');
  EXPECT_EQ(ask(forged).status, 401);

  EXPECT_EQ(ask(get("/hidden/7")).status, 404);
  Request local = get("/hidden/7");
  local.is_local = true;
  EXPECT_EQ(ask(local).status, 200);
}

TEST_P(ApiOverADatabase, TellsAFailureAndNothingOfItsCause) {
  const Response broken = ask(get("/tickets/500"));
  EXPECT_EQ(broken.status, 500);
  EXPECT_EQ(code(broken), "internal");
  const Response full = ask(get("/tickets/503"));
  EXPECT_EQ(full.status, 503);
  EXPECT_EQ(code(full), "storage.full");
  EXPECT_EQ(field(full, "Retry-After"), "2");
  for (const Response& response : {broken, full}) {
    EXPECT_EQ(response.body.find("planted"), std::string::npos);
    EXPECT_EQ(response.body.find("SELECT"), std::string::npos);
  }
}

TEST_P(ApiOverADatabase, WritesNothingWhileTheClockIsNotTrusted) {
  may_write = false;
  const Response response = ask(post("/tickets", R"({"text":"a"})"));
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(code(response), "clock");
  EXPECT_EQ(ask(get("/tickets/7")).status, 200);
}

TEST_P(ApiOverADatabase, RunsHandlersThatMakeTheirWholeAnswer) {
  for (const std::string path : {"/ready", "/slow"}) {
    EXPECT_EQ(ask(get(path)).body, "ready");
    Request refused = get(path);
    refused.query["a"] = {"b"};
    EXPECT_EQ(ask(refused).status, 429);
  }
}

TEST_P(ApiOverADatabase, KnowsHowMuchARouteTakes) {
  EXPECT_EQ(api.body_max(Method::post, "/tickets"), 100u);
  // Where nothing is, a body is read all the same, so that the answer is 404 or 405.
  EXPECT_EQ(api.body_max(Method::get, "/tickets"), 1u << 20);
  EXPECT_EQ(api.body_max(Method::post, "/nowhere"), 1u << 20);
}

}  // namespace
}  // namespace xb::http
