#include "platform/notices/gateway.h"

#include <gtest/gtest.h>

#include "platform/notices/gateway_fixture.h"

namespace xb::notices {
namespace {

TEST(AGateway, IsNamedByAWholeAddress) {
  const struct {
    const char* url;
    bool is_tls;
    const char* host;
    const char* port;
    const char* target;
  } cases[] = {
      {"https://sms.bank.example/send?app=1", true, "sms.bank.example", "443", "/send?app=1"},
      {"http://127.0.0.1:8081", false, "127.0.0.1", "8081", "/"},
      {"http://[::1]:80/x", false, "::1", "80", "/x"},
      {"https://[fd00::2]/", true, "fd00::2", "443", "/"},
  };
  for (const auto& one : cases) {
    const auto read = read_gateway(one.url);
    ASSERT_TRUE(read.has_value()) << one.url;
    EXPECT_EQ(read->is_tls, one.is_tls) << one.url;
    EXPECT_EQ(read->host, one.host);
    EXPECT_EQ(read->port, one.port);
    EXPECT_EQ(read->target, one.target);
  }
}

TEST(AGateway, IsNamedInTheRequestAsInItsAddress) {
  for (const char* host : {"sms.bank.example", "127.0.0.1:8081", "[::1]", "[fd00::2]:8443"})
    EXPECT_EQ(host_field(*read_gateway("https://" + std::string{host} + "/send")), host);
  EXPECT_EQ(host_field(*read_gateway("http://a.example:80/")), "a.example");
}

TEST(AGateway, IsNotNamedByAnythingElse) {
  for (const char* url : {"", "sms.bank.example", "ftp://a.example/", "http://",
                          "https://"
                          "user:secret@a.example/",
                          "http://a.example:b/", "http://a.example:123456/", "http://a.example/ b",
                          "http://a.example/\r\nX: y", "http://\xE9\x93\xB6/"})
    EXPECT_FALSE(read_gateway(url).has_value()) << url;
}

TEST(AGateway, GetsTheMessageWithItsIdAndToken) {
  TestGateway server;
  Gateway gateway = server.gateway();
  gateway.token = "secret";
  EXPECT_EQ(post(gateway, {"xiaobao-1-2", R"({"id":"xiaobao-1-2"})"}), 200);
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_EQ(requests[0].target(), "/send");
  EXPECT_EQ(requests[0]["Idempotency-Key"], "xiaobao-1-2");
  EXPECT_EQ(requests[0]["Authorization"], "Bearer secret");
  EXPECT_EQ(requests[0]["Content-Type"], "application/json");
  EXPECT_EQ(requests[0].body(), R"({"id":"xiaobao-1-2"})");
}

TEST(AGateway, ThatDoesNotAnswerHasNoStatus) {
  TestGateway server;
  server.answer_with(0);
  EXPECT_EQ(post(server.gateway(), {"a", "{}"}), std::nullopt);
  Gateway nobody = server.gateway();
  nobody.host = "name.invalid";
  EXPECT_EQ(post(nobody, {"a", "{}"}), std::nullopt);
  Gateway tls = server.gateway();
  tls.is_tls = true;
  tls.within = std::chrono::milliseconds{500};
  EXPECT_EQ(post(tls, {"a", "{}"}), std::nullopt) << "no TLS is spoken there";
}

TEST(AGateway, ThatTakesTooLongIsGivenUp) {
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor silent(io, {boost::asio::ip::address_v4::loopback(), 0});
  Gateway gateway =
      *read_gateway("http://127.0.0.1:" + std::to_string(silent.local_endpoint().port()) + "/");
  gateway.within = std::chrono::milliseconds{50};
  EXPECT_EQ(post(gateway, {"a", "{}"}), std::nullopt);
}

}  // namespace
}  // namespace xb::notices
