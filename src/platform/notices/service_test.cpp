// Messages from when they are written to when a gateway has them.
#include "platform/notices/service.h"

#include <thread>

#include <gtest/gtest.h>

#include "core/assets.h"
#include "platform/evidence/log.h"
#include "platform/notices/gateway_fixture.h"
#include "platform/notices/store.h"
#include "test/support/bank.h"
#include "test/support/world.h"

namespace xb::notices {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* number = "13900001111";

class Messages : public testing::TestWithParam<test::Engine> {
 protected:
  void write_one(Outlet outlet, const char* wording = "answered", const char* phone = number) {
    const auto written = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
      const auto key = sealing::new_key(work);
      evidence::append(work, "bank.noted", evidence::Subject(Id<Notice>{bank_id}, key),
                       evidence::Nothing{});
      write(work, outlet,
            {.subject_id = 7,
             .wording = wording,
             .phone = Phone::trusted(phone),
             .places = {{"number", "2026030200000011"}, {"code", "123456"}}},
            key);
      return {};
    });
    EXPECT_TRUE(written.has_value());
  }
  bool send() {
    Sender sender(
        bank_.database(), test::keys(), [this] { return now_; }, server_.gateway());
    return sender.step();
  }
  std::vector<std::string> states() {
    return bank_.read(Actor::system(), [](Work& work) {
      return work.tx.all<std::string>("SELECT state FROM notices ORDER BY id");
    });
  }
  std::int64_t count() { return static_cast<std::int64_t>(states().size()); }

  test::Bank bank_{GetParam()};
  TestGateway server_;
  Instant now_ = test::monday;
};

TEST_P(Messages, GoToTheGatewayOnceAndLeaveNoTextBehind) {
  write_one(Outlet::gateway);
  EXPECT_FALSE(test::holds(test::world(bank_.database()), number));
  EXPECT_FALSE(send());
  EXPECT_FALSE(send());
  const auto requests = server_.requests();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_NE(requests[0].body().find(R"("to":"13900001111")"), std::string::npos);
  EXPECT_NE(requests[0].body().find("2026030200000011"), std::string::npos);
  EXPECT_EQ(states(), std::vector<std::string>{"sent"});
  const auto text = bank_.read(Actor::system(), [](Work& work) {
    return sealing::find<Notice>(work, "WHERE subject_id = ?", std::int64_t{7})->text.reveal();
  });
  EXPECT_EQ(text, "");
}

TEST_P(Messages, AreTriedAgainUnderTheSameId) {
  write_one(Outlet::gateway);
  server_.answer_with(500);
  send();
  send();
  EXPECT_EQ(server_.requests().size(), 1u) << "not before its time";
  now_ = now_ + seconds{5};
  server_.answer_with(0);
  send();
  now_ = now_ + seconds{10};
  server_.answer_with(202);
  send();
  const auto requests = server_.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_EQ(requests[0]["Idempotency-Key"], requests[2]["Idempotency-Key"]);
  EXPECT_EQ(states(), std::vector<std::string>{"sent"});
}

TEST_P(Messages, ThatFailTenTimesArePutAside) {
  write_one(Outlet::gateway);
  server_.answer_with(400);
  for (int i = 0; i < 12; ++i) {
    send();
    now_ = now_ + minutes{10};
  }
  EXPECT_EQ(server_.requests().size(), static_cast<std::size_t>(tries_max));
  EXPECT_EQ(states(), std::vector<std::string>{"put_aside"});
  server_.answer_with(200);
  write_one(Outlet::gateway);
  send();
  EXPECT_EQ(states(), (std::vector<std::string>{"put_aside", "sent"}));
}

TEST_P(Messages, WaitForAGatewayThatDoesNotAnswerOneAtATime) {
  for (int i = 0; i < 3; ++i) write_one(Outlet::gateway);
  server_.answer_with(0);
  EXPECT_FALSE(send());
  EXPECT_EQ(server_.requests().size(), 1u);
  EXPECT_FALSE(send());
  EXPECT_EQ(server_.requests().size(), 2u) << "the others do not wait for the first";
  server_.answer_with(200);
  now_ = now_ + seconds{5};
  EXPECT_FALSE(send());
  EXPECT_EQ(states(), (std::vector<std::string>{"sent", "sent", "sent"}));
}

TEST_P(Messages, AreSentByOneOfManyProcesses) {
  write_one(Outlet::gateway);
  boost::asio::io_context io;
  boost::asio::ip::tcp::acceptor slow(io, {boost::asio::ip::address_v4::loopback(), 0});
  const Gateway gateway =
      *read_gateway("http://127.0.0.1:" + std::to_string(slow.local_endpoint().port()) + "/");
  std::thread other([&] {
    Sender sender(
        bank_.database(), test::keys(), [this] { return now_; }, gateway);
    sender.step();
  });
  auto taking = slow.accept();
  send();
  EXPECT_EQ(server_.requests().size(), 0u) << "it is on its way";
  taking.close();
  other.join();
  now_ = now_ + seconds{5};
  send();
  EXPECT_EQ(server_.requests().size(), 1u);
  EXPECT_EQ(states(), std::vector<std::string>{"sent"});
}

TEST_P(Messages, LapseWithTheirTime) {
  write_one(Outlet::gateway);
  now_ = now_ + hours{24};
  send();
  EXPECT_EQ(server_.requests().size(), 0u);
  EXPECT_EQ(states(), std::vector<std::string>{"lapsed"});
}

TEST_P(Messages, OfATrialBankAreShownAndNeverSent) {
  write_one(Outlet::shown);
  write_one(Outlet::shown, "code_withdraw", "13800002222");
  write_one(Outlet::none);
  send();
  EXPECT_EQ(server_.requests().size(), 0u);
  const auto all =
      bank_.read(Actor::system(), [](Work& work) { return *shown_notices(work, std::nullopt); });
  ASSERT_EQ(all.items.size(), 2u);
  EXPECT_NE(all.items[0].text.value.find("123456"), std::string::npos);
  const auto one = bank_.read(Actor::system(), [](Work& work) {
    return *shown_notices(work, Phone::trusted("139-0000-1111"));
  });
  EXPECT_EQ(one.items.size(), 1u);
}

TEST_P(Messages, AreSweptWhenTheyAreOld) {
  write_one(Outlet::shown);
  write_one(Outlet::shown, "code_withdraw");
  const auto sweep = [&] {
    bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      sweep_notices(tx, now_);
      return true;
    });
    return count();
  };
  EXPECT_EQ(sweep(), 2);
  now_ = now_ + hours{2};
  EXPECT_EQ(sweep(), 1);
  now_ = now_ + hours{24 * 31};
  EXPECT_EQ(sweep(), 0);
}

TEST(Wordings, AreAllThereInBothLanguages) {
  const Places places{{"number", "N"}, {"code", "C"}, {"due_on", "D"}};
  std::size_t seen = 0;
  for (const char* wording : {"registered", "registered_undated", "answered", "supplement_asked",
                              "withdrawn", "objection_received", "contact_changed", "code_withdraw",
                              "code_accept", "code_dispute", "code_change_contact"}) {
    for (const Language language : {Language::zh_cn, Language::en}) {
      const std::string text = worded(wording, language, places);
      EXPECT_NE(text.find('N'), std::string::npos) << wording;
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      EXPECT_LE(code_points(text), 200u) << text;
    }
    ++seen;
  }
  const auto files = assets("data/notices/");
  std::size_t tables = 0;
  for (const auto& file : files)
    for (std::size_t at = 0; (at = file.bytes.find("\n[", at)) != std::string_view::npos; ++at)
      ++tables;
  EXPECT_EQ(tables, seen) << "a wording that nobody tests";
}

TEST(Wordings, SayADayWithItsWeekday) {
  const Date day = *parse_date("2026-12-06");
  EXPECT_EQ(spoken(day, Language::zh_cn), "12月6日（周日）");
  EXPECT_EQ(spoken(day, Language::en), "6 December (Sunday)");
}

TEST(AMobileNumber, HasElevenFiguresOfAMobileNetwork) {
  for (const char* yes : {"13900001111", "+86 139-0000-1111", "19900001111"})
    EXPECT_TRUE(is_mobile(Phone::trusted(yes))) << yes;
  for (const char* no : {"010-66001234", "12345678901", "95500", "+852 91234567"})
    EXPECT_FALSE(is_mobile(Phone::trusted(no))) << no;
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Messages, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::notices
