#include "modules/search/tokens.h"

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
  const Cut whole = cut(tokens, HitKind::complaint,
                        {{HitPlace::number, "2026030212345678"}, {HitPlace::claim, "退还年费"}},
                        "complaint 7", 3);
  EXPECT_EQ(whole.pairs.size(), 3u) << "a number is cut into runs only";
  EXPECT_EQ(whole.runs.size(), 13u);
  EXPECT_EQ(whole.sights, (std::vector<Token>{tokens.sight("complaint", 3), tokens.sight("7", 3)}));
  const LookingFor looking =
      looking_for(tokens, {{U"还年费", U"费", U"0212"}, {{"7"}, {"complaint"}}}, 3);
  ASSERT_EQ(looking.words.size(), 2u) << "nothing is looked up for one character";
  EXPECT_EQ(looking.words[0], (std::vector<Token>{whole.pairs[1], whole.pairs[2]}));
  EXPECT_EQ(looking.words[1], std::vector<Token>{whole.runs[6]});
  EXPECT_EQ(looking.ways, (std::vector<std::vector<Token>>{{whole.sights[1]}, {whole.sights[0]}}));
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
