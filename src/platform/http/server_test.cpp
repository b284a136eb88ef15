#include "platform/http/server.h"

#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <gtest/gtest.h>

#include "platform/identity/store.h"
#include "test/support/bank.h"

namespace xb::http {
namespace {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;

struct Note {
  Text<50, Presence::required> text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

struct Noted {
  std::int64_t version = 1;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (version, text))

// Writes an operational row, which needs no entry.
Result<Noted> keep(Work& work, const Note& note) {
  if (note.text.str() == "refused") return refuse(Reason::conflict, "complaint.wrong_state");
  identity::insert(work.tx, identity::SessionRow{work.id, {201}, work.now, work.now});
  return Noted{1, note.text.str()};
}

Result<Noted> look(Work& work, Id<Note> id) {
  const auto count = work.tx.one<std::int64_t>("SELECT count(*) FROM sessions").value_or(0);
  return Noted{id.number, std::to_string(count)};
}

struct Answer {
  unsigned status = 0;
  std::string body;
  std::string etag;
  bool keeps_open = false;
};

// One connection of a client.
class Client {
 public:
  explicit Client(unsigned short port) : socket_(context_), port_(port) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), port});
  }

  Answer ask(beast_http::verb verb, const std::string& target, const std::string& body = {}) {
    beast_http::request<beast_http::string_body> request{verb, target, 11};
    request.set(beast_http::field::host, "127.0.0.1:" + std::to_string(port_));
    if (!body.empty()) request.set(beast_http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    beast_http::write(socket_, request);
    beast_http::response<beast_http::string_body> response;
    beast_http::read(socket_, buffer_, response);
    return {response.result_int(), response.body(), std::string(response[beast_http::field::etag]),
            response.keep_alive()};
  }

 private:
  asio::io_context context_;
  asio::ip::tcp::socket socket_;
  unsigned short port_;
  boost::beast::flat_buffer buffer_;
};

class Servers : public testing::TestWithParam<test::Engine> {
 protected:
  Servers()
      : bank_(GetParam()),
        router_({&bank_.database(), &test::keys(), [] { return test::monday; }, Zone{}, {}}) {
    router_.create({"notes.keep", "/notes", anyone}, keep);
    router_.get({"notes.look", "/notes/{id}", anyone}, look);
    router_.at_once(Method::get, {"page.quick", "/quick", anyone},
                    [](const Request&) -> Result<Response> { return Response{}; });
    router_.blocking(Method::post, {"notes.slow", "/slow", anyone},
                     [this](const Request& request) -> Result<Response> {
                       Response response;
                       response.body = request.body;
                       bank_.database().read([](storage::Transaction&) {});
                       return response;
                     });
    router_.raw(Method::get, {"notes.broken", "/broken", anyone}, Runs::reading,
                [](Work&, const Request&) -> Result<Response> {
                  Response response;
                  response.body = "part 0;";
                  response.next_part = []() -> std::optional<std::string> {
                    throw storage::Failure(storage::Fault::lost, "planted", "SELECT 1");
                  };
                  return response;
                });
    router_.raw(Method::get, {"notes.parts", "/parts", anyone}, Runs::reading,
                [](Work&, const Request&) -> Result<Response> {
                  Response response;
                  response.body = "part 0;";
                  response.next_part = [i = 0]() mutable -> std::optional<std::string> {
                    if (++i == 5) return {};
                    return i == 2 ? std::string{} : "part " + std::to_string(i) + ";";
                  };
                  return response;
                });
    api_.emplace(Surroundings{.database = bank_.database(),
                              .keys = test::keys(),
                              .texts = texts_,
                              .metrics = metrics_,
                              .now = [] { return test::monday; },
                              .may_write = {},
                              .zone = Zone{}},
                 router_);
    server_.emplace(Listen{.address = "127.0.0.1:0", .threads = 2}, *api_, metrics_);
    server_->start();
  }
  ~Servers() override {
    server_->stop(std::chrono::seconds{5});
    api_->stop();
  }

  unsigned short port() const { return server_->port(); }

  test::Bank bank_;
  const Texts texts_ = Texts::shipped();
  telemetry::Metrics metrics_;
  Router router_;
  std::optional<Api> api_;
  std::optional<Server> server_;
};

TEST_P(Servers, AnswersOneRequestAfterAnotherOnAConnection) {
  Client client(port());
  EXPECT_EQ(client.ask(beast_http::verb::get, "/quick").status, 200u);
  const Answer made = client.ask(beast_http::verb::post, "/notes", R"({"text":"一"})");
  EXPECT_EQ(made.status, 201u);
  EXPECT_EQ(made.body, R"({"version":1,"text":"一"})");
  const Answer read = client.ask(beast_http::verb::get, "/notes/7");
  EXPECT_EQ(read.etag, "\"7\"");
  EXPECT_EQ(read.body, R"({"version":7,"text":"1"})");
  EXPECT_EQ(client.ask(beast_http::verb::post, "/notes", R"({"text":"refused"})").status, 409u);
  EXPECT_EQ(client.ask(beast_http::verb::post, "/notes", R"({"text":""})").status, 422u);
  EXPECT_EQ(client.ask(beast_http::verb::post, "/notes", R"({"text")").status, 400u);
  EXPECT_EQ(client.ask(beast_http::verb::get, "/nothing").status, 404u);
  EXPECT_EQ(client.ask(beast_http::verb::put, "/notes").status, 405u);
  EXPECT_TRUE(client.ask(beast_http::verb::get, "/quick").keeps_open);
}

TEST_P(Servers, SendsALongAnswerInParts) {
  Client client(port());
  EXPECT_EQ(client.ask(beast_http::verb::get, "/parts").body, "part 0;part 1;part 3;part 4;");
  EXPECT_EQ(client.ask(beast_http::verb::get, "/quick").status, 200u);
}

TEST_P(Servers, CutsOffALongAnswerThatItCannotFinish) {
  EXPECT_THROW(Client(port()).ask(beast_http::verb::get, "/broken"), boost::system::system_error);
  EXPECT_EQ(Client(port()).ask(beast_http::verb::get, "/quick").status, 200u);
}

TEST_P(Servers, ServesManyAtOnceAndCountsEachWriteOnce) {
  constexpr int clients = 12;
  constexpr int rounds = 15;
  std::vector<std::thread> threads;
  std::atomic<int> made = 0;
  for (int c = 0; c < clients; ++c)
    threads.emplace_back([&] {
      Client client(port());
      for (int i = 0; i < rounds; ++i) {
        made += client.ask(beast_http::verb::post, "/notes", R"({"text":"x"})").status == 201;
        client.ask(beast_http::verb::get, "/notes/1");
        client.ask(beast_http::verb::post, "/slow", "{}");
        client.ask(beast_http::verb::get, "/quick");
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, clients * rounds);
  EXPECT_EQ(Client(port()).ask(beast_http::verb::get, "/notes/1").body,
            R"({"version":1,"text":")" + std::to_string(clients * rounds) + "\"}");
}

TEST_P(Servers, AnswersWhatHasBegunBeforeItStops) {
  std::vector<std::thread> threads;
  std::atomic<int> answered = 0;
  for (int c = 0; c < 4; ++c)
    threads.emplace_back([&] {
      try {
        Client client(port());
        for (;;)
          answered += client.ask(beast_http::verb::post, "/notes", R"({"text":"x"})").status == 201;
      } catch (const boost::system::system_error&) {
      }
    });
  while (answered < 20) std::this_thread::yield();
  server_->stop(std::chrono::seconds{5});
  for (std::thread& thread : threads) thread.join();
  std::int64_t kept = 0;
  bank_.database().read([&](storage::Transaction& tx) {
    kept = tx.one<std::int64_t>("SELECT count(*) FROM sessions").value_or(0);
  });
  EXPECT_GE(kept, answered.load());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Servers, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::http
