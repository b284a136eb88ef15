#include "modules/complaints/similar/rules.h"

#include <random>

#include <gtest/gtest.h>

#include "core/utf32.h"

namespace xb::complaints {
namespace {

constexpr SignatureKey key{0x0123456789abcdefULL, 0xfedcba9876543210ULL};

// A letter as agents sell it, with what each customer fills in.
std::string letter(int amount, const std::string& reason, const std::string& end) {
  return "本人因" + reason + "无力偿还贵行信用卡欠款本金" + std::to_string(amount) +
         "元，现依据《商业银行信用卡业务监督管理办法》第七十条申请个性化分期60期，要求停止计息、停"
         "止一切催收、"
         "减免全部利息及违约金并出具书面答复。在此期间如继续骚扰本人及家人，将向国家金融监督管理总"
         "局、12345和媒体反映。" +
         end;
}

constexpr std::string_view another =
    "信用卡这个月账单不对，我5月18日还了全款，系统显示6月又产生利息38.6元，打客服说是上期循环利息，"
    "没有人告诉过我要提前还，也没有发短信提醒。申请个性化分期也不给办，要求退还利息并说明计算方法"
    "。";

double alike(std::string_view a, std::string_view b) {
  return likeness(*signature_of(a, key), *signature_of(b, key));
}

TEST(ASignature, IsOfTextsLongEnough) {
  EXPECT_FALSE(signature_of("退钱", key).has_value());
  EXPECT_FALSE(signature_of("不满意，还是推来推去，13800000000 13800000000 13800000000", key));
  EXPECT_TRUE(signature_of(another, key).has_value());
}

TEST(ASignature, TellsFormLettersFromOrdinaryOnes) {
  const std::string one = letter(48600, "经营失败", "");
  EXPECT_EQ(alike(one, one), 1.0);
  EXPECT_EQ(alike(one, letter(9100, "经营失败", "")), 1.0) << "figures do not count";
  EXPECT_GE(alike(one, letter(32000, "失业", "请于15日内书面答复。")), near_identical);
  EXPECT_LT(alike(one, another), 0.3);
}

TEST(ASignature, EstimatesTheShareOfRunsInBoth) {
  std::mt19937 random{7};
  const auto text = [&](std::size_t length) {
    std::u32string out;
    for (std::size_t i = 0; i < length; ++i) out += static_cast<char32_t>(0x4E00 + random() % 3000);
    return out;
  };
  for (const double share : {0.2, 0.5, 0.8}) {
    double sum = 0;
    for (int i = 0; i < 50; ++i) {
      const std::u32string both = text(400);
      const auto rest = static_cast<std::size_t>(400 * (1 - share) / share / 2);
      sum += alike(to_utf8(both + text(rest)), to_utf8(both + text(rest)));
    }
    EXPECT_NEAR(sum / 50, share, 0.04) << share;
  }
}

TEST(ASignature, IsAnotherUnderAnotherKey) {
  const SignatureKey other{1, 2};
  EXPECT_NE(*signature_of(another, key), *signature_of(another, other));
}

TEST(ASignature, IsReadAsItWasPacked) {
  const auto signature = *signature_of(another, key);
  EXPECT_EQ(unpacked(packed(signature)), signature);
  EXPECT_FALSE(unpacked("short").has_value());
}

TEST(ASignature, SharesABandWithWhatIsNearIdentical) {
  const auto one = bands_of(*signature_of(letter(1, "失业", ""), key));
  const auto near = bands_of(*signature_of(letter(2, "生病住院", "盼复"), key));
  const auto far = bands_of(*signature_of(another, key));
  const auto in_both = [&](const auto& other) {
    std::size_t count = 0;
    for (const auto band : other)
      count += std::find(one.begin(), one.end(), band) != one.end() ? 1 : 0;
    return count;
  };
  EXPECT_GT(in_both(near), 0u);
  EXPECT_EQ(in_both(far), 0u);
}

TEST(SharedPassages, AreWhatStandsInAllTexts) {
  const auto found = shared_passages(
      {letter(1, "失业", "盼复"), letter(2, "患病", "谢谢"), letter(3, "经营失败", "请尽快")});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].starts_with("元，现依据《商业银行")) << found[0];
  EXPECT_TRUE(found[0].ends_with("和媒体反映。")) << found[0];
  EXPECT_EQ(found[1], "无力偿还贵行信用卡欠款本金");
  EXPECT_TRUE(shared_passages({letter(1, "失业", ""), std::string{another}}).empty());
  EXPECT_TRUE(shared_passages({"一"}).empty());
}

}  // namespace
}  // namespace xb::complaints
