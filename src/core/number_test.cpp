#include "core/number.h"

#include <gtest/gtest.h>

namespace xb {
namespace {

TEST(AnInteger, IsTheWholeText) {
  EXPECT_EQ(parse_integer("0"), 0);
  EXPECT_EQ(parse_integer("42"), 42);
  EXPECT_EQ(parse_integer("-7"), -7);
  EXPECT_EQ(parse_integer("007"), 7);
  EXPECT_EQ(parse_integer("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(parse_integer("-9223372036854775808"), INT64_MIN);
  for (const char* text : {"", "-", "+1", " 1", "1 ", "1a", "1.0", "0x1", "9223372036854775808",
                           "-9223372036854775809", "１"})
    EXPECT_FALSE(parse_integer(text)) << text;
}

TEST(AReal, IsTheWholeTextAndFinite) {
  EXPECT_EQ(parse_real("0.5"), 0.5);
  EXPECT_EQ(parse_real("-1e3"), -1000);
  EXPECT_EQ(parse_real("12"), 12);
  EXPECT_EQ(parse_real("5."), 5);
  for (const char* text : {"", ".", "1,5", "1.5 ", "+1", "inf", "nan", "1e999", "0x1p3"})
    EXPECT_FALSE(parse_real(text)) << text;
}

}  // namespace
}  // namespace xb
