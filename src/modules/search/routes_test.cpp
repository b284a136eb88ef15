#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "app/api_fixture.h"
#include "modules/search/followers.h"
#include "platform/evidence/followers.h"

namespace xb::search {
namespace {

using http::Method;
using http::Response;

class SearchingOverHttp : public app::AnApi {
 protected:
  Response registered(const std::string& login, const std::string& summary) {
    Response made =
        ask(as(enter(login), request(Method::post, "/api/complaints",
                                     R"({"intake_channel":"柜面","summary":")" + summary +
                                         R"(","complainant":{"name":"李四"}})")));
    EXPECT_EQ(made.status, 201) << made.body;
    return made;
  }
  void follow() {
    bank_.place();
    evidence::Followers followers(bank_.database(), {indexing(test::keys())});
    while (followers.step()) continue;
  }
  Response searched(const std::string& login, const std::string& body) {
    return ask(as(enter(login), request(Method::post, "/api/search", body)));
  }
  std::size_t count(const std::string& login, const std::string& body) {
    const Response found = searched(login, body);
    EXPECT_EQ(found.status, 200) << found.body;
    return object(found).at("items").as_array().size();
  }
};

TEST_P(SearchingOverHttp, ShowsEachPostWhatItMayRead) {
  registered("teller", "年费");
  registered("other_teller", "年费");
  follow();
  const std::string asked = R"({"text":"年费"})";
  EXPECT_EQ(count("officer", asked), 2u);
  EXPECT_EQ(count("teller", asked), 1u);
  EXPECT_EQ(count("administrator", asked), 0u) << "keeps the system and reads no cases";
  EXPECT_EQ(count("administrator", R"({"text":"东湖"})"), 1u) << "units are everybody's";
  EXPECT_EQ(ask(request(Method::post, "/api/search", asked)).status, 401);
}

TEST_P(SearchingOverHttp, AnswersWithThePlaceOfTheHit) {
  registered("teller", "信用卡年费");
  follow();
  const auto hit =
      object(searched("officer", R"({"text":"年费"})")).at("items").as_array().at(0).as_object();
  EXPECT_EQ(hit.at("kind"), "complaint");
  EXPECT_EQ(hit.at("place"), "summary");
  EXPECT_EQ(hit.at("excerpt"), "信用卡年费");
  EXPECT_EQ(boost::json::serialize(hit.at("marks")), R"([{"from":3,"until":5}])");
  EXPECT_TRUE(hit.at("name").is_null());
}

TEST_P(SearchingOverHttp, RefusesInWords) {
  const auto code = [&](const std::string& body) {
    const Response refused = searched("teller", body);
    EXPECT_EQ(refused.status, 422) << refused.body;
    return text(refused, "code");
  };
  EXPECT_EQ(code(R"({"text":"费"})"), "search.too_short");
  EXPECT_EQ(code(R"({"text":"**"})"), "search.empty");
  EXPECT_EQ(code(R"({"text":")" + std::string(10'000, 'x') + R"("})"), "field.too_long");
  EXPECT_EQ(code(R"({"text":"年费","cursor":"x"})"), "list.cursor");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SearchingOverHttp, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::search
