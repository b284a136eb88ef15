#include "modules/portal/codes/service.h"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "modules/complaints/registration/service.h"
#include "test/support/bank.h"

namespace xb::portal {
namespace {

class Codes : public testing::TestWithParam<test::Engine> {
 protected:
  Id<complaints::Complaint> taken_in() {
    const auto told = Json<complaints::NewComplaint>::read(
        *parse_json(R"({"intake_channel": "counter", "summary": "年费",
                        "complainant": {"name": "沈万清", "phone": "13900001111"}})"));
    const auto made = bank_.write(bank_.li_na, test::monday, [&](Work& work) {
      return complaints::take_in(work, complaints::IntakeKind::complaint, *told);
    });
    EXPECT_TRUE(made.has_value());
    return made->id;
  }

  test::Bank bank_{GetParam()};
};

TEST_P(Codes, AskedForSideBySideAreOneMessage) {
  constexpr int askers = 8;
  const auto id = taken_in();
  const Settings settings{.telephone = {}, .outlet = notices::Outlet::shown, .staff_networks = {}};
  std::latch all_there{askers};
  std::atomic<int> sent = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < askers; ++i)
    threads.emplace_back([&] {
      all_there.arrive_and_wait();
      const auto code = bank_.write(Actor::system(), test::monday, [&](Work& work) {
        return send_code(work, id, BindingAct::withdraw, settings, Language::zh_cn);
      });
      if (code) ++sent;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sent, 1);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Codes, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::portal
