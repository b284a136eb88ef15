// Answers that go on: how they are told, and every way in which they end.
#include "platform/http/live.h"

#include "platform/http/servers_fixture.h"

namespace xb::http {
namespace {

constexpr const char* wanted = "GET /feed HTTP/1.1";

TEST_P(Servers, TellsAnAnswerThatGoesOnPieceByPiece) {
  RawClient client(port());
  client.send(client.head(wanted));
  const std::string head = client.until("\r\n\r\n");
  EXPECT_NE(head.find("200 OK"), std::string::npos) << head;
  EXPECT_NE(head.find("Content-Type: text/event-stream"), std::string::npos);
  EXPECT_NE(head.find("Transfer-Encoding: chunked"), std::string::npos);
  EXPECT_NE(head.find("Connection: close"), std::string::npos);
  EXPECT_EQ(client.until("hello\n\r\n"), "6\r\nhello\n\r\n");
  feed_->say("one\n");
  EXPECT_EQ(client.until("one\n\r\n"), "4\r\none\n\r\n");
  EXPECT_EQ(Client(port()).ask(beast_http::verb::get, "/quick").status, 200u) << "others go on";
  feed_->say("two\n");
  feed_->end();
  boost::system::error_code error;
  EXPECT_EQ(client.rest(error), "4\r\ntwo\n\r\n0\r\n\r\n");
  EXPECT_EQ(error, asio::error::eof) << "in good order";
}

TEST_P(Servers, TellsItToOldClientsWithoutChunks) {
  RawClient client(port());
  client.send(client.head("GET /feed HTTP/1.0"));
  EXPECT_EQ(client.until("\r\n\r\n").find("chunked"), std::string::npos);
  EXPECT_EQ(client.until("hello\n"), "hello\n");
  feed_->end();
  EXPECT_EQ(client.rest(), "");
}

TEST_P(Servers, OfAnAnswerThatGoesOnHeadTellsTheHead) {
  RawClient client(port());
  client.send(client.head("HEAD /feed HTTP/1.1", "Connection: close\r\n"));
  const std::string head = client.rest();
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << head;
  EXPECT_NE(head.find("text/event-stream"), std::string::npos);
}

TEST_P(Servers, NoticesThatWhoListenedHasGone) {
  {
    RawClient client(port());
    client.send(client.head(wanted));
    client.until("hello\n");
  }
  EXPECT_TRUE(feed_->was_left()) << "before there is anything to tell him";
}

TEST_P(Servers, WhoSaysMoreWhileHeListensEndsIt) {
  RawClient client(port());
  client.send(client.head(wanted));
  client.until("hello\n");
  client.send(client.head("GET /quick HTTP/1.1"));
  EXPECT_TRUE(feed_->was_left());
  EXPECT_EQ(client.rest().find("200 OK"), std::string::npos);
}

TEST_P(Servers, WhoReadsTooSlowlyIsCutOff) {
  RawClient client(port());
  client.send(client.head(wanted));
  client.until("hello\n");
  feed_->repeat(std::string(1 << 20, 'x'));
  EXPECT_TRUE(feed_->was_left()) << "nothing more is kept for him";
  EXPECT_FALSE(client.rest().ends_with("0\r\n\r\n")) << "he sees that something is missing";
  EXPECT_EQ(Client(port()).ask(beast_http::verb::get, "/quick").status, 200u);
}

TEST_P(Servers, StopsAtOnceWhenAnswersThatGoOnHaveEnded) {
  RawClient client(port());
  client.send(client.head(wanted));
  client.until("hello\n");
  auto rest = std::async(std::launch::async, [&] { return client.rest(); });
  feed_->end();
  server_->stop(std::chrono::seconds{15});
  EXPECT_TRUE(rest.get().ends_with("0\r\n\r\n"));
}

}  // namespace
}  // namespace xb::http
