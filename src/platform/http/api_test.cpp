// From a request to its answer, over a real database and without a socket.
#include "platform/http/api.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <latch>
#include <string>

#include <gtest/gtest.h>

#include "platform/identity/sessions.h"
#include "test/support/bank.h"

namespace xb::tickets {

struct Ticket {
  Id<Ticket> id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Ticket, (), (id, version))

struct Stamp {
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Stamp, (), (at))

struct Wish {
  Text<5, Presence::required> text;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (text))

}  // namespace xb::tickets

namespace xb::http {
namespace {

using tickets::Stamp;
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
    auto& drawing = router.create({"tickets.draw", "/tickets", anyone}, draw_ticket);
    drawing.body_max = 100;
    replayed_by(drawing, find_ticket);
    router.create(
        {"tickets.stamp", "/stamps", anyone},
        +[](Work& work, const Wish&) { return Result<Stamp>{Stamp{work.now}}; });
    router.get({"tickets.mine", "/mine/{id}", signed_in}, find_ticket);
    router.create({"tickets.keep", "/mine", signed_in}, draw_ticket);
    router.get({"tickets.hidden", "/hidden/{id}", local_only}, find_ticket);
    router.at_once(Method::get, {"tickets.ready", "/ready", anyone}, plain);
    for (const Method method : {Method::get, Method::post, Method::del})
      router.blocking(method, {"tickets.slow", "/slow", anyone}, plain);
    router.blocking(Method::get, {"tickets.blocked", "/blocked", anyone},
                    [this](const Request& request) {
                      gate.wait();
                      return plain(request);
                    });
    auto& entering =
        router.hashing(Method::post, {"tickets.enter", "/enter", anyone},
                       [this](const Request& request) -> Result<Response> {
                         if (request.body == "[1]") hashing_gate.wait();
                         if (request.body == "[2]")
                           return refuse(Reason::unauthenticated, "session.wrong_credentials");
                         return plain(request);
                       });
    entering.input = &typed::schema_of<Wish>;
    router.act(
        {"tickets.close", "/tickets/{id}/closure", anyone},
        +[](Work&, Id<Ticket> id) -> Result<Ticket> {
          return Ticket{id, 2};
        });
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
  std::atomic<Instant> now = test::monday;
  // Whether the clock moves on while a command is on its way.
  std::atomic<bool> is_late = false;
  std::latch gate{1};
  std::latch hashing_gate{1};
  Texts texts = Texts::shipped();
  telemetry::Metrics metrics;
  Router router{Services{}};
  Api api{{.database = bank.database(),
           .keys = test::keys(),
           .texts = texts,
           .metrics = metrics,
           .now = [this] { return now.load(); },
           .may_write =
               [this] {
                 if (is_late) now = test::monday + std::chrono::seconds{5};
                 return may_write.load();
               },
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

TEST_P(ApiOverADatabase, AnswersHeadAsGet) {
  Request request = get("/tickets/7");
  request.method = Method::head;
  const Response response = ask(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, R"({"id":7,"version":3})") << "the session leaves it out";
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
       {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonp",
        "application/json; charset=gbk", "application/json;CHARSET=utf-16"}) {
    request.headers["content-type"] = media;
    EXPECT_EQ(ask(request).status, 415) << media;
  }
  for (const std::string media :
       {"application/json; charset=utf-8", "application/json;charset=\"UTF-8\""}) {
    request.headers["content-type"] = media;
    EXPECT_EQ(ask(request).status, 201) << media;
  }
  EXPECT_EQ(ask(post("/tickets", "{")).status, 400);
  EXPECT_EQ(ask(post("/tickets", R"({"text":""})")).status, 422);
}

TEST_P(ApiOverADatabase, TakesNothingWhereNothingIsAsked) {
  EXPECT_EQ(ask(post("/tickets/7/closure", "")).status, 200);
  EXPECT_EQ(ask(post("/tickets/7/closure", "{}")).status, 200);
  EXPECT_EQ(code(ask(post("/tickets/7/closure", "{"))), "json.malformed");
  EXPECT_EQ(code(ask(post("/tickets/7/closure", "[]"))), "field.type");
  EXPECT_EQ(code(ask(post("/tickets/7/closure", R"({"text":"a"})"))), "field.unknown");
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

  EXPECT_EQ(code(ask(post("/mine", R"({"text":"a"})"))), "session.missing");
  Request vouched = post("/mine", R"({"text":"a"})");  // of a session that is no more
  vouched.headers["cookie"] = forged.headers["cookie"];
  EXPECT_EQ(code(ask(vouched)), "session.csrf");
  vouched.headers["x-csrf-token"] = identity::csrf_token(test::keys(), std::string(64, 'a'));
  EXPECT_EQ(code(ask(vouched)), "session.missing");
  vouched.body = "{";  // who asks is looked at first, and learns nothing of what he sent
  EXPECT_EQ(code(ask(vouched)), "session.missing");

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

TEST_P(ApiOverADatabase, BlocksNothingThatChangesSomethingWhileTheClockIsNotTrusted) {
  may_write = false;
  for (const Method method : {Method::post, Method::del}) {
    Request request = get("/slow");
    request.method = method;
    EXPECT_EQ(code(ask(request)), "clock");
  }
  EXPECT_EQ(code(ask(post("/enter", "{}"))), "clock");
  EXPECT_EQ(ask(get("/slow")).status, 200);
}

TEST_P(ApiOverADatabase, StampsACommandWhenItRunsAndNotWhenItCame) {
  EXPECT_EQ(ask(post("/stamps", R"({"text":"a"})")).body, R"({"at":"2026-03-02T01:00:00.000Z"})");
  is_late = true;
  EXPECT_EQ(ask(post("/stamps", R"({"text":"a"})")).body, R"({"at":"2026-03-02T01:00:05.000Z"})");
}

TEST_P(ApiOverADatabase, DoesOnceWhatIsSentTwiceWithAKeyEvenForNobody) {
  Request request = post("/tickets", R"({"text":"a"})");
  request.headers["idempotency-key"] = "一把钥匙";
  const Response first = ask(request);
  EXPECT_EQ(first.status, 201);
  const Response again = ask(request);
  EXPECT_EQ(again.status, 201) << again.body;
  const auto id = [](const Response& response) { return parse_json(response.body)->at("id"); };
  EXPECT_EQ(id(again), id(first));
  request.body = R"({"text":"b"})";
  EXPECT_EQ(code(ask(request)), "idempotency.reused");
}

TEST_P(ApiOverADatabase, RefusesAKeyThatIsNoText) {
  Request request = post("/tickets", R"({"text":"a"})");
  for (const std::string& key :
       {std::string(201, 'k'), std::string("\xFF\xFE"), std::string("a\xC0\xAF"),
        std::string("a\x01") + "b", std::string("\xED\xA0\x80")}) {
    request.headers["idempotency-key"] = key;
    const Response response = ask(request);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(code(response), "idempotency.key");
  }
  request.headers["idempotency-key"] = std::string(200, 'k');
  EXPECT_EQ(ask(request).status, 201);
}

TEST_P(ApiOverADatabase, HashesPasswordsWhileSlowWorkRuns) {
  std::vector<std::future<void>> slow;
  for (int i = 0; i < 8; ++i)
    slow.push_back(std::async(std::launch::async, [this] { ask(get("/blocked")); }));
  EXPECT_EQ(ask(post("/enter", "{}")).status, 200);
  gate.count_down();
}

TEST_P(ApiOverADatabase, LetsOnlySoManyWaitForAHash) {
  std::atomic<int> busy = 0;
  std::atomic<int> done = 0;
  const auto enter = [&] {
    api.handle(post("/enter", "[1]"), [&](const Response& response) {
      busy += code(response) == "storage.busy";
      ++done;
    });
  };
  // Two run and 64 wait, if the two have begun; else fewer get in.
  for (int i = 0; i < 100; ++i) enter();
  EXPECT_GE(busy, 100 - 66);
  EXPECT_LE(busy, 100 - 64);
  EXPECT_EQ(busy, done);
  EXPECT_EQ(ask(get("/tickets/7")).status, 200);
  hashing_gate.count_down();
  while (done < 100) std::this_thread::yield();
  EXPECT_EQ(ask(post("/enter", "{}")).status, 200);
}

TEST_P(ApiOverADatabase, CountsAndTellsWhoWasDenied) {
  testing::internal::CaptureStderr();
  ask(get("/mine/7"));
  ask(get("/hidden/7"));
  ask(get("/nowhere"));
  Request entering = post("/enter", "[2]");
  entering.remote = "192.0.2.7";
  ask(entering);
  const std::string log = testing::internal::GetCapturedStderr();
  const std::string page = metrics.print();
  const auto counted = [&](const std::string& labels) {
    return page.find("xiaobao_http_denied_total{" + labels + "} 1\n") != std::string::npos;
  };
  EXPECT_TRUE(counted(R"(code="session.missing",route="/mine/{id}")")) << page;
  EXPECT_TRUE(counted(R"(code="http.not_found",route="/hidden/{id}")")) << page;
  EXPECT_TRUE(counted(R"(code="session.wrong_credentials",route="/enter")")) << page;
  std::size_t denied = 0;
  for (std::size_t at = 0; (at = log.find("\"http.denied\"", at)) != std::string::npos; ++at)
    ++denied;
  EXPECT_EQ(denied, 3u) << log;
  const std::size_t refused = log.find("\"session.refused\"");
  ASSERT_NE(refused, std::string::npos) << log;
  EXPECT_NE(log.find("\"remote\":\"192.0.2.7\"", refused), std::string::npos) << log;
}

TEST_P(ApiOverADatabase, KnowsHowMuchARouteTakes) {
  const auto body_max = [this](Method method, const char* path) {
    Request head = get(path);
    head.method = method;
    return Api::body_max(*api.meet(std::move(head)));
  };
  EXPECT_EQ(body_max(Method::post, "/tickets"), 100u);
  // Where nothing is, a body is read all the same, so that the answer is 404 or 405.
  EXPECT_EQ(body_max(Method::get, "/tickets"), 1u << 20);
  EXPECT_EQ(body_max(Method::post, "/nowhere"), 1u << 20);
}

}  // namespace
}  // namespace xb::http
