#include "platform/http/server.h"

#include <fstream>
#include <sys/resource.h>
#include <thread>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "platform/http/descriptors.h"
#include "platform/http/servers_fixture.h"

namespace xb::http {
namespace {

TEST_P(Servers, AnswersOneRequestAfterAnotherOnAConnection) {
  Client client(port());
  EXPECT_EQ(client.ask(beast_http::verb::get, "/quick").status, 200u);
  const Reply made = client.ask(beast_http::verb::post, "/notes", R"({"text":"一"})");
  EXPECT_EQ(made.status, 201u);
  EXPECT_EQ(made.body, R"({"version":1,"text":"一"})");
  const Reply read = client.ask(beast_http::verb::get, "/notes/7");
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
  // What came too late to begin is told by its connection's end.
  server_.reset();
  for (std::thread& thread : threads) thread.join();
  std::int64_t kept = 0;
  bank_.database().read([&](storage::Transaction& tx) {
    kept = tx.one<std::int64_t>("SELECT count(*) FROM sessions").value_or(0);
  });
  EXPECT_GE(kept, answered.load());
}

TEST_P(Servers, EndWhileConnectionsAreOpen) {
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::make_unique<RawClient>(port()));
    RawClient& client = *clients.back();
    client.send(client.head("GET /quick HTTP/1.1"));
    client.until("\r\n\r\n");
    client.send(i % 2 == 0 ? "GET /qui"
                           : client.head("POST /notes HTTP/1.1", "Content-Length: 9\r\n"));
  }
  server_->stop(std::chrono::seconds{0});
  server_.reset();
  for (const auto& client : clients) EXPECT_EQ(client->rest(), "");
}

// Writes a key and a certificate for it.
void write_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key) {
  EVP_PKEY* const pair = EVP_EC_gen("P-256");
  X509* const x509 = X509_new();
  X509_gmtime_adj(X509_getm_notBefore(x509), 0);
  X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
  X509_set_pubkey(x509, pair);
  X509_sign(x509, pair, EVP_sha256());
  std::FILE* file = std::fopen(certificate.c_str(), "w");
  PEM_write_X509(file, x509);
  std::fclose(file);
  file = std::fopen(key.c_str(), "w");
  PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  X509_free(x509);
  EVP_PKEY_free(pair);
}

class Listening : public Servers {
 protected:
  // `code: field` of the refusal, or nothing.
  std::string refusal(const Listen& listen) {
    const auto server = Server::open(listen, *api_, metrics_);
    return server ? "" : server.error().code + ": " + server.error().field;
  }
  const test::Folder folder_;
};

TEST_P(Listening, WantsAnAddressAndAPort) {
  for (const std::string address : {"",
                                    ":",
                                    "127.0.0.1",
                                    "127.0.0.1:",
                                    ":8080",
                                    "127.0.0.1:http",
                                    ":99999",
                                    "127.0.0.1:99999",
                                    "127.0.0.1:65536",
                                    "127.0.0.1:-1",
                                    "127.0.0.1:+1",
                                    "127.0.0.1: 1",
                                    "127.0.0.1:80x",
                                    "localhost:8080",
                                    "1.2.3:8080",
                                    "::1:8080",
                                    "[127.0.0.1]:8080",
                                    "[::1]",
                                    "[::1]:",
                                    "[]:1",
                                    "192.0.2.1:0"})
    EXPECT_EQ(refusal({.address = address}), "serve.address: " + address);
  EXPECT_EQ(refusal({.address = "127.0.0.1:" + std::to_string(port())}),
            "serve.address: 127.0.0.1:" + std::to_string(port()));
  EXPECT_EQ(refusal({.address = "127.0.0.1:0"}), "");
  for (const auto& socket :
       {folder_.path() / "nowhere" / "admin.sock", folder_.path() / std::string(120, 'x')})
    EXPECT_EQ(refusal({.address = "127.0.0.1:0", .admin_socket = socket}),
              "serve.address: " + socket.string());
}

TEST_P(Listening, WantsACertificateAndItsKey) {
  const auto path = [this](const char* name) { return folder_.path() / name; };
  write_certificate(path("one.pem"), path("one.key"));
  write_certificate(path("other.pem"), path("other.key"));
  std::ofstream(path("garbage")) << "-----BEGIN CERTIFICATE-----\nAAAA\n";
  const auto told = [&](const char* certificate, const char* key) {
    const std::string out =
        refusal({.address = "127.0.0.1:0", .certificate = path(certificate), .key = path(key)});
    return out.empty() ? out : out.substr(0, out.find(' ')) + out.substr(out.rfind('/'));
  };
  EXPECT_EQ(told("one.pem", "one.key"), "");
  EXPECT_EQ(told("none.pem", "one.key"), "serve.tls:/none.pem");
  EXPECT_EQ(told("garbage", "one.key"), "serve.tls:/garbage");
  EXPECT_EQ(told("one.pem", "none.key"), "serve.tls:/none.key");
  EXPECT_EQ(told("one.pem", "garbage"), "serve.tls:/garbage");
  EXPECT_EQ(told("one.pem", "other.key"), "serve.tls:/other.key");
}

TEST_P(Listening, CountsWhoNeverShakesHands) {
  write_certificate(folder_.path() / "one.pem", folder_.path() / "one.key");
  telemetry::Metrics metrics;
  const auto server = std::move(*Server::open({.address = "127.0.0.1:0",
                                               .certificate = folder_.path() / "one.pem",
                                               .key = folder_.path() / "one.key",
                                               .connections_max = 2},
                                              *api_, metrics));
  server->start();
  RawClient silent(server->port());
  RawClient as_silent(server->port());
  RawClient refused(server->port());
  EXPECT_EQ(refused.rest(), "");
  const std::string page = metrics.print();
  EXPECT_NE(page.find("_refused_connections_total{cause=\"too_many\"} 1\n"), std::string::npos);
  EXPECT_NE(page.find("xiaobao_http_connections 2\n"), std::string::npos) << page;
}

TEST_P(Listening, RaisesTheLimitOfDescriptorsAsFarAsItMay) {
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  ASSERT_GE(before.rlim_max, 600u);
  const rlimit low{500, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &low);
  EXPECT_EQ(refusal({.address = "127.0.0.1:0", .connections_max = 530, .descriptors_kept = 70}),
            "");
  rlimit raised{};
  getrlimit(RLIMIT_NOFILE, &raised);
  EXPECT_EQ(raised.rlim_cur, 600u);
  EXPECT_EQ(refusal({.address = "127.0.0.1:0", .connections_max = 10}), "");
  getrlimit(RLIMIT_NOFILE, &raised);
  EXPECT_EQ(raised.rlim_cur, 600u) << "it is never lowered";
  setrlimit(RLIMIT_NOFILE, &before);
}

TEST(Descriptors, LeaveRoomForTheDatabase) {
  EXPECT_EQ(connections_within(2000, 100, 10'000), 2000u);
  EXPECT_EQ(connections_within(2000, 100, 1024), 924u);
  EXPECT_EQ(connections_within(2000, 100, 100), 1u);
  EXPECT_EQ(connections_within(2000, 100, 50), 1u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Listening, test::each_database, test::name_of_database);
INSTANTIATE_TEST_SUITE_P(EachDatabase, Servers, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::http
