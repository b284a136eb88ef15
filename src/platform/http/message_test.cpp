#include "platform/http/message.h"

#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include "core/describe.h"
#include "core/json.h"

namespace xb::http {
namespace {

// `name=value` for each, in the order of the names; the refusal otherwise.
std::string told(std::string_view query) {
  const auto parsed = parse_query(query);
  if (!parsed) return parsed.error().code + " " + parsed.error().field;
  std::string out;
  for (const auto& [name, values] : *parsed) {
    out += name + ":";
    for (const std::string& value : values) out += "[" + value + "]";
  }
  return out;
}

TEST(Query, IsDecoded) {
  const struct {
    std::string_view query;
    std::string_view read;
  } cases[] = {
      {"", ""},
      {"a=b", "a:[b]"},
      {"a=b&c=d", "a:[b]c:[d]"},
      {"c=d&a=b", "a:[b]c:[d]"},
      {"a=1&a=2&a=1", "a:[1][2][1]"},
      {"a", "a:[]"},
      {"a=", "a:[]"},
      {"=b", ":[b]"},
      {"=", ":[]"},
      {"a=b=c", "a:[b=c]"},
      {"&&a=b&&", "a:[b]"},
      {"a=b%20c+d%2Be", "a:[b c d+e]"},
      {"%61=%62", "a:[b]"},
      {"a=%E6%8A%95%e8%af%89", "a:[投诉]"},
      {"a=%F0%9F%98%80", "a:[😀]"},
      {"a%3Db=c%26d", "a=b:[c&d]"},
      {"a=%25", "a:[%]"},
      {"a=%41", "a:[A]"},
      {"a=%0A%0D%09", "a:[\n\r\t]"},
      {"a=b?c/d", "a:[b?c/d]"},
      {"a;b=c", "a;b:[c]"},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.query), one.read) << one.query;
}

TEST(Query, IsTextOrRefused) {
  const struct {
    std::string_view query;
    std::string_view field;
  } cases[] = {
      {"a=%FF", "a"},
      {"a=%80", "a"},
      {"a=%C0%AF", "a"},        // overlong
      {"a=%E0%80%80", "a"},     //
      {"a=%ED%A0%80", "a"},     // a surrogate
      {"a=%F4%90%80%80", "a"},  // above U+10FFFF
      {"a=%E6%8A", "a"},        // cut
      {"a=1&limit=%E6%8A", "limit"},
      {"a=%01", "a"},
      {"a=%1F", "a"},
      {"a=%7F", "a"},
      {"%FF=a", "?"},
      {"%01=a", "?"},
      {"%E6%8A%95=%FF", "?"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(told(one.query), "http.query " + std::string{one.field}) << one.query;
}

TEST(Refusals, HaveAStatus) {
  const struct {
    Reason reason;
    std::string code;
    int status;
  } cases[] = {
      {Reason::invalid, "json.malformed", 400},
      {Reason::invalid, "json.duplicate_key", 400},
      {Reason::invalid, "http.query", 400},
      {Reason::invalid, "http.framing", 400},
      {Reason::invalid, "field.empty", 422},
      {Reason::invalid, "list.cursor", 422},
      {Reason::unauthenticated, "session.missing", 401},
      {Reason::forbidden, "permission.missing", 403},
      {Reason::missing, "http.not_found", 404},
      {Reason::missing, "complaint.missing", 404},
      {Reason::conflict, "complaint.wrong_state", 409},
      {Reason::conflict, "version.changed", 412},
      {Reason::too_many, "session.too_many", 429},
  };
  for (const auto& one : cases) EXPECT_EQ(status_of({one.reason, one.code, {}}), one.status);
}

TEST(Problem, SpeaksBothLanguages) {
  const Texts texts = Texts::shipped();
  const Refusal refusal{Reason::invalid, "field.too_long", "enclosures.0.name"};
  for (const Language language : {Language::zh_cn, Language::en}) {
    const Response response = problem(texts, language, 422, refusal);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.content_type, "application/problem+json; charset=utf-8");
    const auto parsed = parse_json(response.body);
    ASSERT_TRUE(parsed) << response.body;
    const auto& json = parsed->get_object();
    EXPECT_EQ(json.at("type").as_string(), "urn:xiaobao:problem:field.too_long");
    EXPECT_EQ(std::string_view(json.at("title").as_string()), texts.of(language, "field.too_long"));
    EXPECT_EQ(json.at("status").as_int64(), 422);
    EXPECT_EQ(json.at("code").as_string(), "field.too_long");
    EXPECT_EQ(json.at("field").as_string(), "enclosures.0.name");
    const auto& text = json.at("text").as_object();
    EXPECT_EQ(std::string_view(text.at("zh-CN").as_string()),
              texts.of(Language::zh_cn, "field.too_long"));
    EXPECT_EQ(std::string_view(text.at("en").as_string()),
              texts.of(Language::en, "field.too_long"));
    EXPECT_NE(text.at("zh-CN"), text.at("en"));
  }
}

TEST(Problem, NamesAFieldOnlyIfThereIsOne) {
  const Texts texts = Texts::shipped();
  const Response response =
      problem(texts, Language::en, 404, {Reason::missing, "http.not_found", {}});
  EXPECT_EQ(response.body.find("\"field\""), std::string::npos);
  EXPECT_TRUE(parse_json(response.body));
}

TEST(Problem, WithoutASentenceShowsItsCode) {
  const Texts texts = Texts::shipped();
  const Response response =
      problem(texts, Language::en, 400, {Reason::invalid, "no.\"such\"", "a\nb"});
  const auto parsed = parse_json(response.body);
  ASSERT_TRUE(parsed) << response.body;
  EXPECT_EQ(parsed->at("title").as_string(), "no.\"such\"");
  EXPECT_EQ(parsed->at("field").as_string(), "a\nb");
}

TEST(Request, AnswersInTheLanguageItAsksFor) {
  Request request;
  EXPECT_EQ(request.language(), Language::zh_cn);
  EXPECT_EQ(request.header("accept-language"), "");
  request.headers["accept-language"] = "en-GB";
  EXPECT_EQ(request.language(), Language::en);
  EXPECT_EQ(request.header("accept-language"), "en-GB");
}

}  // namespace
}  // namespace xb::http
