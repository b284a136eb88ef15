#include "platform/identity/passwords.h"

#include <set>

#include <gtest/gtest.h>

namespace xb::identity {
namespace {

TEST(Passwords, MatchTheirHashAndNoOtherDoes) {
  const std::string hash = hash_password("晴天 and rain");
  EXPECT_TRUE(matches("晴天 and rain", hash));
  for (const char* wrong : {"", "晴天 and rain ", "晴天 and Rain", "晴天"})
    EXPECT_FALSE(matches(wrong, hash)) << wrong;
}

TEST(Passwords, AreHashedWithArgon2idAndASaltOfTheirOwn) {
  const std::string one = hash_password("same");
  const std::string other = hash_password("same");
  EXPECT_TRUE(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << one;
  EXPECT_NE(one, other);
  EXPECT_TRUE(matches("same", other));
}

TEST(Passwords, WhatIsNoHashMatchesNothing) {
  for (const char* hash : {"", "same", "$argon2id$", "$argon2id$v=19$m=19456,t=2,p=1$$"}) {
    EXPECT_FALSE(matches("same", hash)) << hash;
    EXPECT_FALSE(matches("", hash)) << hash;
  }
}

TEST(Passwords, TheDummyHashIsAHashThatNothingMatches) {
  EXPECT_TRUE(dummy_hash().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_EQ(&dummy_hash(), &dummy_hash()) << "made once";
  EXPECT_FALSE(matches("", dummy_hash()));
}

TEST(Passwords, RandomOnesHaveSixteenCharactersThatNobodyMistakes) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string password = random_password();
    EXPECT_EQ(password.size(), 16u);
    EXPECT_EQ(password.find_first_of("il1o0OI"), std::string::npos) << password;
    EXPECT_TRUE(seen.insert(password).second);
  }
}

}  // namespace
}  // namespace xb::identity
