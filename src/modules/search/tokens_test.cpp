#include "modules/search/tokens.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "test/support/bank.h"

namespace xb::search {
namespace {

TEST(SipHash, IsThatOfThePaper) {
  // Aumasson, Bernstein 2012, appendix A: key 00 … 0f, message 00 … 0e.
  std::string message;
  for (char c = 0; c < 15; ++c) message += c;
  EXPECT_EQ(sip_hash({0x0706050403020100, 0x0f0e0d0c0b0a0908}, message), 0xa129ca6149be45e5);
}

TEST(TheTokens, TellStretchesAndMeaningsApart) {
  const Tokens tokens(test::keys());
  const std::set<Token> all{tokens.gram(U"年费", 0),      tokens.gram(U"费年", 0),
                            tokens.gram(U"年费", 1),      tokens.gram(U"a年", 0),
                            tokens.sight("complaint", 0), tokens.sight("complaint", 1)};
  EXPECT_EQ(all.size(), 6u);
  EXPECT_EQ(tokens.gram(U"年费", 0), Tokens(test::keys()).gram(U"年费", 0));
}

TEST(ACut, HasAllThatIsLookedFor) {
  const Tokens tokens(test::keys());
  const std::vector<Token> whole = cut(tokens, HitKind::complaint,
                                       {{HitPlace::number, "2026030212345678"},
                                        {HitPlace::claim, "退还年费"},
                                        {HitPlace::summary, "年费"}},
                                       "complaint 7", 3);
  EXPECT_EQ(whole.size(), 3u + 13u + 2u) << "a number is cut into runs only, and 年费 stands once";
  EXPECT_TRUE(std::is_sorted(whole.begin(), whole.end()));
  const LookingFor looking =
      looking_for(tokens, {{U"还年费", U"费", U"0212"}, {{"7"}, {"complaint"}}}, 3);
  EXPECT_EQ(looking.grams.size(), 3u) << "nothing is looked up for one character";
  EXPECT_EQ(looking.ways, (std::vector<std::vector<Token>>{{tokens.sight("7", 3)},
                                                           {tokens.sight("complaint", 3)}}));
  for (const Token token : looking.grams)
    EXPECT_TRUE(std::binary_search(whole.begin(), whole.end(), token));
  for (const auto& way : looking.ways)
    EXPECT_TRUE(std::binary_search(whole.begin(), whole.end(), way[0]));
}

TEST(ABody, IsSealedToItsPlace) {
  const auto key = body_key(test::keys());
  const std::vector<Field> fields{{HitPlace::summary, "年费"}};
  const std::string body = sealed(key, fields, 4);
  EXPECT_EQ(body.find("年费"), std::string::npos);
  EXPECT_EQ(opened(key, body, 4), fields);
  EXPECT_THROW(opened(key, body, 5), storage::Failure);
}

}  // namespace
}  // namespace xb::search
