#include "core/describe.h"

#include <string>

#include <gtest/gtest.h>

#include "core/permission.h"
#include "core/scope.h"

namespace xb {
namespace {

enum class Channel { counter, hotline, letter };
BOOST_DESCRIBE_ENUM(Channel, counter, hotline, letter)

struct Notice {
  int day = 1;
  std::string text = "a";
  Channel channel = Channel::letter;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (day, text, channel))

struct Stamp {};
BOOST_DESCRIBE_STRUCT(Stamp, (), ())

static_assert(is_described_struct<Notice> && is_described_struct<Stamp>);
static_assert(!is_described_struct<std::string> && !is_described_struct<Channel>);
static_assert(is_described_enum<Channel> && is_described_enum<Level> && !is_described_enum<Notice>);
static_assert(member_count<Notice> == 3 && member_count<Stamp> == 0);
static_assert(is_optional<std::optional<int>> && !is_optional<int>);

static_assert(name_of(Channel::hotline) == "hotline");
static_assert(named<Channel>("letter") == Channel::letter);

static_assert(Permission("complaint.register").name() == "complaint.register");
static_assert(Permission("a.b") == Permission("a.b") && !(Permission("a.b") == Permission("a.c")));

TEST(Describe, MembersComeInTheOrderOfTheDescription) {
  std::string names;
  const Notice notice;
  for_each_member<Notice>([&](std::string_view name, auto member) {
    names += name;
    names += ' ';
    if constexpr (std::is_same_v<decltype(member), int Notice::*>) {
      EXPECT_EQ(notice.*member, 1);
    }
  });
  EXPECT_EQ(names, "day text channel ");
}

TEST(Describe, AnEnumeratorIsItsName) {
  for_each_enumerator<Channel>([](std::string_view name, Channel channel) {
    EXPECT_EQ(name_of(channel), name);
    EXPECT_EQ(named<Channel>(name), channel);
  });
  for (const auto name : {"", "Counter", "counter ", "coun", "COUNTER", "0", "Channel::counter"})
    EXPECT_FALSE(named<Channel>(name)) << name;
}

TEST(Describe, AValueOutsideTheEnumHasNoName) { EXPECT_EQ(name_of(static_cast<Channel>(99)), ""); }

TEST(Id, OfNothingIsNone) {
  EXPECT_FALSE(Id<Notice>{});
  EXPECT_FALSE(given(Id<Notice>{}));
  EXPECT_EQ(given(Id<Notice>{7}), Id<Notice>{7});
}

}  // namespace
}  // namespace xb
