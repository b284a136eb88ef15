// Who is told by short message of what staff have done.
#include "app/consumer_fixture.h"
#include "modules/portal/noticing/service.h"
#include "platform/evidence/followers.h"

namespace xb::portal {
namespace {

constexpr const char* told_by_mobile =
    R"({"intake_channel": "柜面", "summary": "年费重复扣收",
        "complainant": {"name": "沈万清", "phone": "139-0000-1111"}})";

class Noticing : public AConsumer {
 protected:
  // Registered by a teller; its id.
  std::string registered(const std::string& told, const char* kind = "complaints") {
    const auto made =
        ask(as(enter("teller"), request(http::Method::post, "/api/" + std::string{kind}, told)));
    EXPECT_EQ(made.status, 201) << made.body;
    number_ = text(made, "number");
    return std::to_string(object(made).at("id").as_int64());
  }
  http::Response withdraw(const std::string& id, const char* proof) {
    return ask(
        as(enter("officer"), request(http::Method::post, "/api/complaints/" + id + "/withdrawal",
                                     R"({"proof": ")" + std::string{proof} + R"("})")));
  }
  // What is on the telephones of a trial bank once the follower has read the log, newest first.
  std::vector<std::string> texts(notices::Outlet outlet = notices::Outlet::shown) {
    evidence::Followers followers(bank_.database(), {noticing({.keys = test::keys(),
                                                               .limits = bank_.limits(),
                                                               .zone = {},
                                                               .outlet = outlet,
                                                               .now = [this] { return now_; }})});
    bank_.place();
    while (followers.step()) {
    }
    EXPECT_TRUE(followers.stopped().empty());
    return bank_.read(Actor::system(), [](Work& work) {
      std::vector<std::string> out;
      const auto shown = *notices::shown_notices(work, std::nullopt);
      for (const auto& item : shown.items) out.push_back(item.text.value);
      return out;
    });
  }
  std::string receipt_code() {
    return bank_.read(Actor::system(), [&](Work& work) {
      return complaints::receipt_code_of(work, complaints::coded_case(work, number_)->id);
    });
  }

  std::string number_;
};

TEST_P(Noticing, TellsNumberCodeAndDateOfWhatWasRegistered) {
  registered(told_by_mobile);
  const auto told = texts();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(told[0].find(number_), std::string::npos);
  EXPECT_NE(told[0].find(receipt_code()), std::string::npos);
  EXPECT_NE(told[0].find("我们最迟在"), std::string::npos);
  EXPECT_EQ(texts().size(), 1u) << "once";
}

TEST_P(Noticing, TellsOfAWithdrawalThatStaffEntered) {
  const std::string id = registered(told_by_mobile);
  EXPECT_EQ(withdraw(id, "signed_paper").status, 200);
  const auto told = texts();
  ASSERT_EQ(told.size(), 2u);
  EXPECT_NE(told[0].find("已按您的要求撤回"), std::string::npos);
}

TEST_P(Noticing, IsSilentAboutWhatIsNoComplaintHasNoMobileOrIsOld) {
  registered(R"({"intake_channel": "柜面", "summary": "排队", "complainant": {"name": "李四"}})");
  registered(told_by_mobile, "consultations");
  EXPECT_TRUE(texts().empty());
  registered(told_by_mobile);
  now_ = now_ + std::chrono::hours{25};
  EXPECT_TRUE(texts().empty());
}

TEST_P(Noticing, NobodyHasANumberFloodedByFilingInItsName) {
  for (int i = 0; i < 7; ++i) registered(told_by_mobile);
  EXPECT_EQ(texts().size(), 5u);
  now_ = now_ + std::chrono::hours{2};
  registered(told_by_mobile);
  EXPECT_EQ(texts().size(), 6u);
}

TEST_P(Noticing, WritesNothingWhereNothingIsSent) {
  registered(told_by_mobile);
  EXPECT_TRUE(texts(notices::Outlet::none).empty());
}

TEST_P(Noticing, NoClerkClaimsWhatOnlyAConsumerShows) {
  const std::string id = registered(told_by_mobile);
  EXPECT_EQ(code_of(withdraw(id, "sms_code")), "422 field.choice proof");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Noticing, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::portal
