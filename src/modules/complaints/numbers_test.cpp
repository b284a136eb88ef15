#include "modules/complaints/numbers.h"

#include <set>

#include <gtest/gtest.h>

#include "modules/complaints/rules.h"
#include "test/support/bank.h"

namespace xb::complaints {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
constexpr Date tuesday{monday.days + std::chrono::days{1}};

std::string number(Date day, std::int64_t id) { return number_for(test::keys(), day, {id}); }

TEST(TheNumberOfAComplaint, IsItsDayAndHasItsCheckDigit) {
  EXPECT_TRUE(number(monday, 4711).starts_with("20260302"));
  EXPECT_TRUE(has_check_digit(number(monday, 4711)));
  EXPECT_EQ(number(monday, 4711), number(monday, 4711)) << "it can be made again";
}

TEST(TheNumberOfAComplaint, IsNobodyElsesOfThatDay) {
  std::set<std::string> seen;
  for (std::int64_t id = 1; id <= 20'000; ++id)
    EXPECT_TRUE(seen.insert(number(monday, id)).second) << id;
}

TEST(TheNumberOfAComplaint, DoesNotShowHowManyThereWere) {
  int ascending = 0;
  for (std::int64_t id = 1; id < 1000; ++id)
    if (number(monday, id) < number(monday, id + 1)) ++ascending;
  EXPECT_GT(ascending, 400);
  EXPECT_LT(ascending, 600) << "neighbours stand in no order";
  EXPECT_NE(number(monday, 4711).substr(8), number(tuesday, 4711).substr(8))
      << "and another one each day";
}

TEST(TheNumberOfAComplaint, DependsOnTheKeys) {
  const test::Folder folder;
  const auto other = sealing::Keyring::create(folder.path() / "secret");
  ASSERT_TRUE(other.has_value());
  EXPECT_NE(number_for(*other, monday, {4711}), number(monday, 4711));
  EXPECT_NE(receipt_code(*other, {4711}, 1), receipt_code(test::keys(), {4711}, 1));
}

TEST(AReceiptCode, IsSixteenDigitsOfOneComplaintAndOneEpoch) {
  std::set<std::string> seen;
  for (std::int64_t id = 1; id <= 500; ++id)
    for (const std::int64_t epoch : {1, 2, 12}) {
      const std::string code = receipt_code(test::keys(), {id}, epoch);
      EXPECT_EQ(code.size(), 16u);
      EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
      EXPECT_TRUE(seen.insert(code).second) << id << ' ' << epoch;
    }
  EXPECT_EQ(receipt_code(test::keys(), {11}, 2), receipt_code(test::keys(), {11}, 2));
  EXPECT_NE(receipt_code(test::keys(), {1}, 12), receipt_code(test::keys(), {11}, 2))
      << "id and epoch do not run together";
}

}  // namespace
}  // namespace xb::complaints
