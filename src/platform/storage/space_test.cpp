#include "platform/storage/space.h"

#include <gtest/gtest.h>

#include "test/support/databases.h"

namespace xb::storage {
namespace {

constexpr std::uintmax_t gib = 1u << 30;

TEST(SpaceOfADisk, IsScarceBelowATwentieth) {
  EXPECT_EQ(space_of(50 * gib, 1000 * gib), Space::enough);
  EXPECT_EQ(space_of(50 * gib - 1, 1000 * gib), Space::scarce);
}

TEST(SpaceOfADisk, IsLowWhereLessThanAGibibyteIsLeftOfALargeOne) {
  EXPECT_EQ(space_of(gib, 1000 * gib), Space::scarce);
  EXPECT_EQ(space_of(gib - 1, 1000 * gib), Space::low);
}

TEST(SpaceOfADisk, IsLowBelowATwentiethOfASmallOne) {
  EXPECT_EQ(space_of(gib / 2, 10 * gib), Space::enough);
  EXPECT_EQ(space_of(gib / 2 - 1, 10 * gib), Space::low);
}

TEST(SpaceOfADisk, IsAskedOfTheDiskThatHoldsTheFolder) {
  const test::Folder folder;
  const auto space = std::filesystem::space(folder.path());
  EXPECT_EQ(space_under(folder.path()), space_of(space.available, space.capacity));
  EXPECT_EQ(space_under(folder.path() / "none"), Space::enough);
}

}  // namespace
}  // namespace xb::storage
