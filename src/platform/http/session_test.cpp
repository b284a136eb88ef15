// What a connection does with the bytes it gets, and which it sends.
#include "platform/http/session.h"

#include "platform/http/servers_fixture.h"

namespace xb::http {
namespace {

using Sessions = Servers;

std::size_t count(const std::string& text, std::string_view wanted) {
  std::size_t out = 0;
  for (std::size_t at = 0; (at = text.find(wanted, at)) != std::string::npos; ++at) ++out;
  return out;
}

TEST_P(Sessions, ATrailerOrChunkHeadWithoutEndIsRefusedAndNotKept) {
  const std::string endless(100'000, 'a');
  for (const std::string start : {"0\r\nX-A: ", "1;", "1;a=", "1\r\n{\r\n0\r\nX-A: "}) {
    RawClient client(port());
    client.send(client.head("POST /notes HTTP/1.1", "Transfer-Encoding: chunked\r\n"));
    client.send(start + endless);
    const std::string answer = client.until("}}");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 431 ")) << start << answer;
    EXPECT_EQ(count(answer, "Connection: close\r\n"), 1u);
  }
}

TEST_P(Sessions, ATrailerAsLongAsAHeadMayBeIsReadAndDropped) {
  RawClient client(port());
  const std::string fields = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
  client.send(client.head("POST /notes HTTP/1.1", fields));
  client.send("5;a=b\r\n{\"tex\r\n8\r\nt\":\"一\"\r\n1\r\n}\r\n0\r\n");
  for (int i = 0; i < 15; ++i) client.send("X-A: " + std::string(1000, 'a') + "\r\n");
  client.send("\r\n");
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 201 "));
}

TEST_P(Sessions, ALargeBodyIsNotReadForWhoMayNotSendIt) {
  for (const auto& [path, status] : {std::pair{"/mine", "401"}, std::pair{"/hidden", "404"}}) {
    RawClient client(port());
    const std::string first = "POST " + std::string{path} + " HTTP/1.1";
    client.send(client.head(first, "Content-Length: 60000000\r\nExpect: 100-continue\r\n"));
    const std::string answer = client.until("}}");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::string{status})) << answer;
    EXPECT_EQ(count(answer, "Connection: close\r\n"), 1u) << answer;
    EXPECT_EQ(count(answer, "HTTP/1.1 100 "), 0u) << answer;
  }
  EXPECT_EQ(count(metrics_.print(), R"(xiaobao_http_denied_total{code="session.missing")"), 1u);
}

TEST_P(Sessions, OnlyFewLargeBodiesAreReadSideBySide) {
  constexpr std::size_t places = 4;
  const std::string fields = "Content-Length: 2000000\r\nExpect: 100-continue\r\n";
  std::vector<std::unique_ptr<RawClient>> clients;
  for (std::size_t i = 0; i < places; ++i) {
    clients.push_back(std::make_unique<RawClient>(port()));
    clients.back()->send(clients.back()->head("POST /files HTTP/1.1", fields));
    EXPECT_TRUE(clients.back()->until("\r\n\r\n").starts_with("HTTP/1.1 100 "));
  }
  RawClient late(port());
  late.send(late.head("POST /files HTTP/1.1", fields));
  const std::string answer = late.until("}}");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 ")) << answer;
  EXPECT_EQ(count(answer, "\"storage.busy\""), 1u);
  EXPECT_EQ(count(answer, "\r\nRetry-After: 2\r\n"), 1u);

  clients.front()->send(std::string(2'000'000, 'x'));
  EXPECT_TRUE(clients.front()->until("\r\n\r\n2000000").starts_with("HTTP/1.1 200 "));
  clients.pop_back();  // goes away in the middle
  for (std::size_t i = 0; i < 2; ++i) {
    // The place is free when the server has seen that; until then it says busy.
    for (std::string told = "HTTP/1.1 503 "; told.starts_with("HTTP/1.1 503 ");) {
      clients.push_back(std::make_unique<RawClient>(port()));
      clients.back()->send(clients.back()->head("POST /files HTTP/1.1", fields));
      told = clients.back()->until("\r\n\r\n");
    }
  }
}

TEST_P(Sessions, HeadTellsTheLengthThatGetWouldSend) {
  RawClient client(port());
  client.send(client.head("HEAD /notes/7 HTTP/1.1"));
  const std::string head = client.until("\r\n\r\n");
  EXPECT_EQ(count(head, "\r\nContent-Length: 24\r\n"), 1u) << head;
  client.send(client.head("HEAD /parts HTTP/1.1"));
  EXPECT_EQ(count(client.until("\r\n\r\n"), "\r\nTransfer-Encoding: chunked\r\n"), 1u);
  client.send(client.head("HEAD /nothing HTTP/1.1"));
  EXPECT_EQ(count(client.until("\r\n\r\n"), "\r\nContent-Length: 0\r\n"), 0u);
  client.send(client.head("GET /notes/7 HTTP/1.1"));
  const std::string whole = client.until("}");
  EXPECT_TRUE(whole.starts_with("HTTP/1.1 200 ")) << "no body came before it";
  EXPECT_EQ(whole.substr(whole.find("\r\n\r\n") + 4).size(), 24u) << whole;
}

TEST_P(Sessions, AnAnswerWithoutContentHasNoLength) {
  RawClient client(port());
  client.send(client.head("DELETE /notes HTTP/1.1"));
  const std::string none = client.until("\r\n\r\n");
  EXPECT_TRUE(none.starts_with("HTTP/1.1 204 ")) << none;
  EXPECT_EQ(count(none, "Content-Length"), 0u) << none;
  client.send(client.head("GET /notes/7 HTTP/1.1", "If-None-Match: \"7\"\r\n"));
  const std::string known = client.until("\r\n\r\n");
  EXPECT_TRUE(known.starts_with("HTTP/1.1 304 ")) << known;
  EXPECT_EQ(count(known, "Content-Length"), 0u) << known;
  client.send(client.head("GET /quick HTTP/1.1"));
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 200 "));
}

TEST_P(Sessions, ALongAnswerToHttp10EndsWithTheConnection) {
  boost::system::error_code error;
  RawClient client(port());
  client.send(client.head("GET /parts HTTP/1.0", "Connection: keep-alive\r\n"));
  const std::string answer = client.rest(error);
  EXPECT_EQ(error, asio::error::eof);
  EXPECT_EQ(count(answer, "Transfer-Encoding"), 0u) << answer;
  EXPECT_EQ(count(answer, "Content-Length"), 0u) << answer;
  EXPECT_EQ(count(answer, "\r\nConnection: close\r\n"), 1u) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\npart 0;part 1;part 3;part 4;")) << answer;

  RawClient unlucky(port());
  unlucky.send(unlucky.head("GET /broken HTTP/1.0"));
  unlucky.rest(error);
  EXPECT_EQ(error, asio::error::connection_reset) << "else the piece would pass for the whole";

  RawClient patient(port());
  patient.send(patient.head("GET /quick HTTP/1.0", "Connection: keep-alive\r\n"));
  EXPECT_EQ(count(patient.until("\r\n\r\n"), "Connection: keep-alive"), 1u);
}

TEST_P(Sessions, AnExpectationIsMetInAnyCase) {
  for (const std::string word : {"100-continue", "100-Continue", "100-CONTINUE"}) {
    RawClient client(port());
    client.send(
        client.head("POST /files HTTP/1.1", "Content-Length: 2\r\nExpect: " + word + "\r\n"));
    EXPECT_EQ(client.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("{}");
    EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 200 "));
  }
  RawClient old(port());
  old.send(old.head("POST /files HTTP/1.0", "Content-Length: 2\r\nExpect: 100-continue\r\n") +
           "{}");
  EXPECT_TRUE(old.rest().starts_with("HTTP/1.1 200 "));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Sessions, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::http
