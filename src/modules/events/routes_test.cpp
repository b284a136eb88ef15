// The event stream over real connections: two sessions of different scope, coming back, every end.
#include "modules/events/routes.h"

#include "app/api_fixture.h"
#include "platform/http/servers_fixture.h"

namespace xb::app {
namespace {

using http::Method;

class Streams : public AnApi {
 protected:
  Streams() {
    server_ =
        std::move(*http::Server::open({.address = "127.0.0.1:0", .threads = 2}, api_, metrics_));
    server_->start();
  }
  ~Streams() override {
    hub_.stop();
    server_->stop(std::chrono::seconds{5});
    api_.stop();
  }

  // A browser that listens, after the greeting.
  struct Browser : http::RawClient {
    using RawClient::RawClient;
    std::string greeting;
  };
  std::unique_ptr<Browser> listen(const Visitor& visitor, const std::string& fields = {}) {
    auto out = std::make_unique<Browser>(server_->port());
    const std::string cookie =
        visitor.cookie.empty() ? std::string{} : "Cookie: " + visitor.cookie + "\r\n";
    out->send(out->head("GET /api/events HTTP/1.1", cookie + fields));
    const std::string head = out->until("\r\n\r\n");
    out->greeting = head;
    if (head.find(" 200 ") != std::string::npos) out->greeting += out->until("data: {}\n\n");
    return out;
  }
  static std::string place_in(const std::string& greeting) {
    const std::size_t at = greeting.rfind("\nid: ") + 5;
    return greeting.substr(at, greeting.find('\n', at) - at);
  }
  std::string take_in(const Visitor& visitor) {
    const auto made = ask(as(visitor, request(Method::post, "/api/complaints",
                                              R"({"intake_channel": "counter", "summary": "排队",
                                                  "complainant": {"name": "李四"}})")));
    EXPECT_EQ(made.status, 201) << made.body;
    return std::to_string(object(made).at("id").as_int64());
  }
  void follow() {
    bank_.place();
    while (hub_.step(now_)) continue;
  }
  static std::string told(const std::string& what, const std::string& id) {
    return "data: {\"what\":\"" + what + "\",\"id\":" + id + "}\n\n";
  }

  std::unique_ptr<http::Server> server_;
};

TEST_P(Streams, TellEachSessionWhatIsInItsSight) {
  const Visitor teller = enter("teller");
  const auto here = listen(teller);
  const auto elsewhere = listen(enter("other_teller"));
  const auto officer = listen(enter("officer"));
  EXPECT_NE(here->greeting.find("Content-Type: text/event-stream"), std::string::npos);
  EXPECT_NE(here->greeting.find("Cache-Control: no-store"), std::string::npos);
  EXPECT_NE(here->greeting.find("X-Accel-Buffering: no"), std::string::npos);
  EXPECT_NE(here->greeting.find("retry: 3000\n\nevent: hello\nid: "), std::string::npos);
  const std::string id = take_in(teller);
  follow();
  here->until(told("complaint", id));
  officer->until(told("complaint", id));
  hub_.stop();
  const std::string rest = elsewhere->rest();
  EXPECT_EQ(rest.find("complaint"), std::string::npos) << rest;
  EXPECT_TRUE(rest.ends_with("0\r\n\r\n")) << rest;
}

TEST_P(Streams, WhoComesBackIsToldToLookAgainIfAnythingHappened) {
  const Visitor officer = enter("officer");
  const std::string place = place_in(listen(officer)->greeting);
  const auto same = listen(officer, "Last-Event-ID: " + place + "\r\n");
  take_in(enter("teller"));
  bank_.place();
  const auto later = listen(officer, "Last-Event-ID: " + place + "\r\n");
  EXPECT_NE(later->until("data: {}\n\n").find("event: refetch\n"), std::string::npos);
  hub_.stop();
  EXPECT_EQ(same->rest().find("refetch"), std::string::npos);
}

TEST_P(Streams, EndWithTheirSessionAndNotWithTheServer) {
  const Visitor teller = enter("teller"), officer = enter("officer");
  const auto signed_out = listen(teller);
  const auto staying = listen(officer);
  EXPECT_EQ(ask(as(teller, request(Method::del, "/api/session"))).status, 204);
  now_ = now_ + std::chrono::seconds{2};
  follow();
  boost::system::error_code error;
  const std::string last = signed_out->rest(error);
  EXPECT_NE(last.find("event: ended\ndata: {}\n\n"), std::string::npos) << last;
  EXPECT_EQ(error, boost::asio::error::eof);
  hub_.stop();
  EXPECT_EQ(staying->rest().find("ended"), std::string::npos) << "so it comes back";
}

TEST_P(Streams, KeepNoSessionAlive) {
  const Visitor officer = enter("officer");
  now_ = now_ + std::chrono::minutes{10};
  const auto stream = listen(officer);
  // What was put in the writer's queue before is done.
  bank_.database().write(storage::Lane::interactive, [](storage::Transaction&) { return false; });
  bank_.database().read([&](storage::Transaction& tx) {
    EXPECT_EQ(tx.one<std::int64_t>("SELECT max(seen_at) FROM sessions"), test::monday.ms);
  });
  now_ = test::monday + std::chrono::minutes{15} + std::chrono::seconds{1};
  follow();
  stream->until("event: ended\n");
}

TEST_P(Streams, AreForWhoIsSignedInAndFourForASession) {
  EXPECT_NE(listen({})->greeting.find(" 401 "), std::string::npos);
  const Visitor officer = enter("officer");
  std::vector<std::unique_ptr<Browser>> browsers;
  for (int i = 0; i < 4; ++i) browsers.push_back(listen(officer));
  const auto fifth = listen(officer);
  EXPECT_NE(fifth->greeting.find(" 429 "), std::string::npos) << fifth->greeting;
  EXPECT_NE(fifth->until("}").find("events.too_many"), std::string::npos);
  EXPECT_NE(listen(enter("teller"))->greeting.find(" 200 "), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Streams, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::app
