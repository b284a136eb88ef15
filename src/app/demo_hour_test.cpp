#include <gtest/gtest.h>

#include "app/demo.h"
#include "app/founding.h"
#include "platform/evidence/entries.h"
#include "test/support/databases.h"

namespace xb::app {
namespace {

// Whatever the hour: what nobody could register before the end came in a day before.
class TheHourOfADemoBank : public testing::TestWithParam<const char*> {};

TEST_P(TheHourOfADemoBank, LosesNoComplaint) {
  const test::Folder folder;
  constexpr std::int64_t few = 40;
  const Founding founding{folder.path() / "bank", "sqlite", true, few, *parse_instant(GetParam())};
  ASSERT_TRUE(found(founding).has_value());
  const auto bank = open_installation(folder.path() / "bank");
  ASSERT_TRUE(bank.has_value()) << bank.error().code;
  std::int64_t registered = 0;
  (*bank)->database->read([&](storage::Transaction& tx) {
    for (const auto& entry : evidence::placed(tx, 0, 20'000)) {
      registered += entry.kind == "complaint.registered" || entry.kind == "complaint.imported";
      EXPECT_LT(entry.at, *founding.now) << entry.kind;
    }
  });
  EXPECT_EQ(registered, few);
}

INSTANTIATE_TEST_SUITE_P(AtSomeMoments, TheHourOfADemoBank,
                         testing::Values("2026-11-23T10:06:12+08:00", "2026-11-23T10:06:25+08:00",
                                         "2026-11-16T02:00:00+08:00"));

}  // namespace
}  // namespace xb::app
