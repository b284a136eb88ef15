#include "platform/http/checks.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace xb::http {
namespace {

using std::string_literals::operator""s;

const std::vector<std::string> hosts{"bank.example", "other.example:8443", "[::1]"};
const std::string host = "Host: bank.example\r\n";

std::string refusal(std::string_view head, const std::vector<std::string>& allowed = hosts) {
  const auto outcome = check_head(head, allowed);
  return outcome ? "" : outcome.error().code;
}

// A head of this request line and a good Host.
std::string line(const std::string& request_line) { return request_line + "\r\n" + host + "\r\n"; }
std::string target(const std::string& text) { return line("GET " + text + " HTTP/1.1"); }

// A POST with a good Host and these fields.
std::string with(const std::string& fields, const std::string& version = "1.1") {
  return "POST /a HTTP/" + version + "\r\n" + host + fields + "\r\n\r\n";
}

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(CheckHead, LetsGoodRequestsPass) {
  const std::string heads[] = {
      line("GET / HTTP/1.1"),
      line("GET / HTTP/1.0"),
      line("HEAD /api/complaints HTTP/1.1"),
      line("POST /api/complaints HTTP/1.1"),
      line("PUT /a HTTP/1.1"),
      line("PATCH /a HTTP/1.1"),
      line("DELETE /a/7 HTTP/1.1"),
      target("/api/complaints?state=received&limit=50"),
      target("/a?b=%E6%8A%95%e8%af%89+c%2B"),
      target("/?"),
      target("/a//b"),
      target("/a;b=c,d/~e_f-g.h!$&'()*:@"),
      target("/" + std::string(4095, 'a')),
      "GET / HTTP/1.1\r\nhost: bank.example\r\n\r\n",
      "GET / HTTP/1.1\r\nHOST:bank.example\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: \t BANK.Example \t \r\n\r\n",
      "GET / HTTP/1.1\r\nHost: bank.example:8080\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: other.example:8443\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
      "GET / HTTP/1.1\r\nAccept: */*\r\nHost: bank.example\r\n\r\n",
      with("Content-Length: 0"),
      with("Content-Length: 5"),
      with("content-length:5"),
      with("Content-Length:\t5 "),
      with("Content-Length: 999999999999999999"),
      with("Transfer-Encoding: chunked"),
      with("transfer-encoding:CHUNKED"),
      with("Content-Length: 5\r\nExpect: 100-continue"),
      with("Content-Length: 5\r\nExpect: 100-Continue"),
      with("Content-Length: 5", "1.0"),
      with("Cookie: a=b; c=\"d\"\r\nX-Empty:\r\nX-Wide: 投诉\r\nX-Tab: a\tb"),
      with("!#$%&'*+-.^_`|~09azAZ: token"),
      with("X-A: 1\r\nX-A: 2\r\nX-Length: 5, 5"),
      with("Connection: Upgrade"),
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "") << head;
}

TEST(CheckHead, RefusesWhatIsNoRequest) {
  const std::string heads[] = {
      "",
      "\r\n",
      "\r\n\r\n",
      "GET / HTTP/1.1",
      "GET / HTTP/1.1\r\n",
      "GET / HTTP/1.1\r\n" + host,
      "GET / HTTP/1.1\r\n" + host + "\n",
      "GET / HTTP/1.1\r\n" + host + "\r",
      "\r\n" + line("GET / HTTP/1.1"),
      line("GET / HTTP/1.1") + line("GET / HTTP/1.1"),  // a second head behind the first
      "GET / HTTP/1.1\r\n\r\n" + host + "\r\n",
      line("GET /"),
      line("GET"),
      line("GET\t/\tHTTP/1.1"),
      line("GET / HTTP/1.2"),
      line("GET / HTTP/2.0"),
      line("GET / HTTP/0.9"),
      line("GET / HTTP/1.10"),
      line("GET / HTTP/1"),
      line("GET / http/1.1"),
      line("GET / HTTP/1.1 "),
      line("GET / HTTPS/1.1"),
      line("PRI * HTTP/2.0"),
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "http.malformed") << head;
}

TEST(CheckHead, RefusesLinesThatReadersCutDifferently) {
  const std::string heads[] = {
      "GET / HTTP/1.1\n" + host + "\n",                  // bare LF
      "GET / HTTP/1.1\n" + host + "\r\n",                //
      "GET / HTTP/1.1\r\nHost: bank.example\n\r\n\r\n",  //
      with("X-A: b\nTransfer-Encoding: chunked"),        //
      with("X-A: b\rTransfer-Encoding: chunked"),        // bare CR
      with("X-A: b\r\r\nX-B: c"),                        //
      with("X-A: b\r\n c"),                              // obs-fold
      with("X-A: b\r\n\tc"),                             //
      with("X-A: b\r\n Content-Length: 5"),              //
      "GET / HTTP/1.1\r\n Host: bank.example\r\n\r\n",   // before any field
      "GET / HTTP/1.1\r\nHost : bank.example\r\n\r\n",   // a space before the colon
      "GET / HTTP/1.1\r\nHost\t: bank.example\r\n\r\n",  //
      with("Content-Length : 5"),                        //
      with("Transfer-Encoding : chunked"),               //
      with("No colon here"),                             //
      with(": no name"),                                 //
      with("Bad(name): a"),                              //
      with("Bad name: a"),                               //
      with("Bad\"name: a"),                              //
      with("B\xC3\xA4"
           "d: a"),                          // not ASCII
      with("Content\xE2\x80\x90Length: 5"),  //
      with("X-A: b\0c"s),                    // NUL
      with("X-A\0: b"s),                     //
      with("X-A: \x01"),                     // control characters
      with("X-A: b\x1F"),                    //
      with("X-A: b\x7F"),                    //
      with("X-A: \x0B"
           "b"),  //
      with("Transfer-Encoding:\x0B"
           "chunked"),  //
      with("Transfer-Encoding:\x0C"
           "chunked"),                           //
      "GET /\x01 HTTP/1.1\r\n" + host + "\r\n",  //
      "GET /\0 HTTP/1.1\r\n"s + host + "\r\n",   //
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "http.malformed") << head;
}

TEST(CheckHead, RefusesAmbiguousFraming) {
  const std::string heads[] = {
      with("Transfer-Encoding: xchunked"),
      with("Transfer-Encoding: chunkedx"),
      with("Transfer-Encoding: chunked, chunked"),
      with("Transfer-Encoding: gzip, chunked"),
      with("Transfer-Encoding: chunked, identity"),
      with("Transfer-Encoding: identity"),
      with("Transfer-Encoding: gzip"),
      with("Transfer-Encoding: chunked;a=b"),
      with("Transfer-Encoding: \"chunked\""),
      with("Transfer-Encoding: chunk ed"),
      with("Transfer-Encoding:"),
      with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
      with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"),
      with("Transfer-Encoding: chunked\r\nContent-Length: 5"),
      with("Content-Length: 5\r\nTransfer-Encoding: chunked"),
      with("Content-Length: 5\r\ntransfer-encoding: chunked"),
      with("Transfer-Encoding: chunked", "1.0"),
      with("Content-Length: 5\r\nContent-Length: 5"),
      with("Content-Length: 5\r\nContent-Length: 6"),
      with("Content-Length: 5\r\nCONTENT-LENGTH: 5"),
      with("Content-Length: 5, 5"),
      with("Content-Length: 5,"),
      with("Content-Length: 5 5"),
      with("Content-Length: +5"),
      with("Content-Length: -5"),
      with("Content-Length: 0x5"),
      with("Content-Length: 5.0"),
      with("Content-Length: 5e1"),
      with("Content-Length: \"5\""),
      with("Content-Length: ５"),
      with("Content-Length:"),
      with("Content-Length: five"),
      with("Content-Length: 1000000000000000000"),
      with("Content-Length: 18446744073709551621"),  // 5 beyond 2^64
      with("Content-Encoding: gzip"),
      with("Content-Encoding: identity"),
      with("Upgrade: h2c"),
      with("Upgrade: websocket\r\nConnection: Upgrade"),
      with("Expect: 200-ok"),
      with("Expect: 100-continue, x"),
      with("Expect:"),
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "http.framing") << head;
}

TEST(CheckHead, RefusesAnotherHost) {
  const auto named = [](const std::string& fields) {
    return "GET / HTTP/1.1\r\n" + fields + "\r\n";
  };
  const std::string heads[] = {
      named(""),
      named("X-Host: bank.example\r\n"),
      named(host + host),
      named(host + "Host: evil.example\r\n"),
      named("Host: evil.example\r\n" + host),
      named(host + "HOST: bank.example\r\n"),
      named("Host:\r\n"),
      named("Host: \t\r\n"),
      named("Host: evil.example\r\n"),
      named("Host: bank.example.evil.example\r\n"),
      named("Host: evil-bank.example\r\n"),
      named("Host: bank.example, evil.example\r\n"),
      named("Host: bank.example evil.example\r\n"),
      named("Host: user@bank.example\r\n"),
      named("Host: bank.example/\r\n"),
      named("Host: bank.example.\r\n"),
      named("Host: http://bank.example\r\n"),
      named("Host: other.example\r\n"),
      named("Host: other.example:8444\r\n"),
      named("Host: [::2]\r\n"),
      named("Host: ::1\r\n"),
      named("Host: bank.example:\r\n"),  // no port where one is announced
      named("Host: bank.example:8080:8080\r\n"),
      named("Host: bank.example:@evil.example\r\n"),
      named("Host: bank.example:80a\r\n"),
      named("Host: bank.example:123456\r\n"),
      named("Host: bank.example:８０\r\n"),
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "http.host") << head;
}

TEST(CheckHead, WithoutAListTakesAnyHostButOneThereMustBe) {
  EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: anything.example:1\r\n\r\n", {}), "");
  EXPECT_EQ(refusal("GET / HTTP/1.1\r\n\r\n", {}), "http.host");
  EXPECT_EQ(refusal("GET / HTTP/1.0\r\n\r\n", {}), "http.host");
  EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost:\r\n\r\n", {}), "http.host");
  EXPECT_EQ(refusal("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", {}), "http.host");
}

TEST(CheckHead, RefusesAnyTargetThatIsNoPath) {
  const std::string heads[] = {
      target(""),
      target("http://bank.example/"),  // absolute form
      target("HTTP://bank.example/"),
      target("https://evil.example/"),
      target("bank.example:443"),  // authority form
      target("*"),
      target("a"),
      target("?a"),
      target("//evil.example/"),
      target("//"),
      target("/a#b"),
      target("/#"),
      target("/a\\b"),
      target("\\a"),
      target("/a b"),
      target("/a HTTP/1.1"),
      target("/a\tb").replace(6, 1, "\x80"),
      target("/投诉"),
      target("/\xFF"),
      target("/%00"),
      target("/a?b=%00"),
      target("/%0"),
      target("/%"),
      target("/a%2"),
      target("/%zz"),
      target("/%2g"),
      target("/%%20"),
      target("/%u0041"),
      target("/a?b=%&c=d"),
      target("/" + std::string(4096, 'a')),
  };
  for (const auto& head : heads) EXPECT_EQ(refusal(head), "http.target") << head;
}

TEST(CheckHead, RefusesMethodsThatNothingHereNeeds) {
  for (const std::string method : {"OPTIONS", "TRACE", "CONNECT", "LINK", "get", "Get", "post",
                                   "GETX", "GE", "G\xC3\x8BT", "PROPFIND", "BREW"})
    EXPECT_EQ(refusal(line(method + " / HTTP/1.1")), "http.method") << method;
  EXPECT_EQ(refusal(line(" / HTTP/1.1")), "http.method");
}

TEST(CheckHead, TakesSixtyFourFields) {
  EXPECT_EQ(refusal(with(times(62, "X-A: b\r\n") + "X-A: b")), "");
  EXPECT_EQ(refusal(with(times(63, "X-A: b\r\n") + "X-A: b")), "http.malformed");
  EXPECT_EQ(refusal(with(times(500, "X-A: b\r\n") + "X-A: b")), "http.malformed");
}

TEST(CheckHead, TellsNothingOfTheRequest) {
  const auto outcome = check_head(target("//secret"), hosts);
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error(), (Refusal{Reason::invalid, "http.target", ""}));
}

}  // namespace
}  // namespace xb::http
