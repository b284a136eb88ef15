#include "platform/privacy/detect.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/describe.h"
#include "platform/privacy/mask.h"

namespace xb::privacy {
namespace {

std::string told(std::string_view text) {
  std::string out;
  for (const Finding& finding : detect(text)) {
    if (!out.empty()) out += "; ";
    out += std::string{name_of(finding.what)} + " " +
           std::string{text.substr(finding.begin, finding.end - finding.begin)};
  }
  return out;
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

struct Case {
  std::string_view text;
  std::string_view found;
};

TEST(Detection, FindsResidentNumbersByTheirCheckDigit) {
  const Case cases[] = {
      {"我的身份证号是11010519491231002X，请核实", "identity_number 11010519491231002X"},
      {"身份证：440524188001010014。", "identity_number 440524188001010014"},
      {"110101199003071233", "identity_number 110101199003071233"},
      {"11010519491231002x", "identity_number 11010519491231002x"},
      {"号码110101 19900307 1233", "identity_number 110101 19900307 1233"},
      {"号码110101-19900307-1233", "identity_number 110101-19900307-1233"},
      {"11010519491231002Xyz", "identity_number 11010519491231002X"},
      {"旧号110105491231002。", "identity_number 110105491231002"},
      {"旧号110105 491231 002", "identity_number 110105 491231 002"},
      {"单号202611230000123", ""},  // no such month
      {"单号990105491231002", ""},  // no such province
      {"号码110105 19491231 002X，", "identity_number 110105 19491231 002X"},
      {"号码110105-19491231-002x", "identity_number 110105-19491231-002x"},
      {"11010519491231002Xabc", "identity_number 11010519491231002X"},
      {"号码11010119900307 1233", "identity_number 11010119900307 1233"},
      {"１１０１０１１９９００３０７１２３３",
       "identity_number １１０１０１１９９００３０７１２３３"},
      {"１１０１０５１９４９１２３１００２X",
       "identity_number １１０１０５１９４９１２３１００２X"},
      {"１１０１０５１９４９１２３１００２Ｘ",
       "identity_number １１０１０５１９４９１２３１００２Ｘ"},
      {"１１０１０５１９４９１２３１００２ｘ号",
       "identity_number １１０１０５１９４９１２３１００２ｘ"},
      {"110105194912310021", ""},      // check digit
      {"110101199002301234", ""},      // 30 February
      {"11010519491231002X1", ""},     // part of a longer number
      {"2110101199003071233", ""},     //
      {"1101011990030712331", ""},     //
      {"1101 0119 9003 0712 33", ""},  // nobody writes it so
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.found) << one.text;
}

TEST(Detection, FindsMobileNumbersHoweverTheyAreWritten) {
  const Case cases[] = {
      {"请拨打13800138000联系我", "mobile 13800138000"},
      {"电话：138-0013-8000。", "mobile 138-0013-8000"},
      {"电话138 0013 8000", "mobile 138 0013 8000"},
      {"+8613800138000", "mobile 8613800138000"},
      {"+86 13800138000", "mobile 86 13800138000"},
      {"+86-138-0013-8000", "mobile 86-138-0013-8000"},
      {"１３８００１３８０００", "mobile １３８００１３８０００"},
      {"１３８-００１３-８０００", "mobile １３８-００１３-８０００"},
      {"1３8０0１3８0０0", "mobile 1３8０0１3８0０0"},
      {"13800138000，13900139000", "mobile 13800138000; mobile 13900139000"},
      {"13800138000 13900139000", "mobile 13800138000; mobile 13900139000"},
      {"tel13800138000", "mobile 13800138000"},
      {"12345678901", ""},
      {"1380013800", ""},
      {"138001380001", ""},
      {"013800138000", ""},
      {"138  0013  8000", ""},
      {"1380 0138 000", ""},
      {"95588，400-800-8888，0571-87654321", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.found) << one.text;
}

TEST(Detection, FindsCardNumbersByTheirCheckDigit) {
  const Case cases[] = {
      {"尾号不对，卡号6222021234567890128", "card_number 6222021234567890128"},
      {"卡号 6222 0212 3456 7890 128 被盗刷", "card_number 6222 0212 3456 7890 128"},
      {"6222-0212-3456-7890-128", "card_number 6222-0212-3456-7890-128"},
      {"6225 8801 2345 6783", "card_number 6225 8801 2345 6783"},
      {"６２２５８８０１２３４５６７８３", "card_number ６２２５８８０１２３４５６７８３"},
      {"4111111111111111和6225880123456783",
       "card_number 4111111111111111; card_number 6225880123456783"},
      {"6222021234567890123", ""},       // check digit
      {"62258801 23456783", ""},         // nobody writes it so
      {"6225 8801 2345 6784", ""},       // check digit
      {"16225880123456783", ""},         // part of a longer number
      {"622588012345678300000000", ""},  //
      {"6225,8801,2345,6783", ""},       // a list of amounts
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.found) << one.text;
}

TEST(Detection, FindsEmailAddresses) {
  const Case cases[] = {
      {"邮箱zhang.san@example.com，谢谢", "email zhang.san@example.com"},
      {"请发到a_b+c@mail.bank.com.cn。", "email a_b+c@mail.bank.com.cn"},
      {"<x@y.cn>", "email x@y.cn"},
      {"13800138000@qq.com", "email 13800138000@qq.com"},
      {"a@b.cn,c@d.cn", "email a@b.cn; email c@d.cn"},
      {"me@example.com.", "email me@example.com"},
      {"me@example.com-", "email me@example.com"},
      {"a@b", ""},
      {"@example.com", ""},
      {"张三@example.com", ""},
      {"a@", ""},
      {"a@.com", ""},
      {"a@b.c", ""},
      {"@", ""},
      {"微信号@我", ""},
  };
  for (const auto& one : cases) EXPECT_EQ(told(one.text), one.found) << one.text;
}

TEST(Detection, LeavesDatesAmountsAndOtherNumbersAlone) {
  for (const std::string_view text : {
           "",
           "2026-03-02",
           "2026-03-02 09:00:00",
           "2026年3月2日9时00分",
           "20260302",
           "20260302090000",
           "2026-03-02 2026-03-03 2026-03-04",
           "扣款1,234,567.89元",
           "余额 1000000.00",
           "12345678901234567890",
           "流水号20260302090000123456",
           "1772413200000",
           "利率3.85% 3.85% 3.85%",
           "2021 2022 2023 2024",
           "1-2-3-4-5-6-7-8-9",
           "192.168.100.100",
           "零一二三四五六七八九",
       })
    EXPECT_EQ(told(text), "") << text;
}

TEST(Detection, FindsAllKindsInOneText) {
  EXPECT_EQ(told("本人（身份证11010519491231002X，手机138-0013-8000）的卡6225880123456783"
                 "于2026-03-02被扣500元，回信zhang@example.com"),
            "identity_number 11010519491231002X; mobile 138-0013-8000; "
            "card_number 6225880123456783; email zhang@example.com");
}

TEST(Detection, IsNotLedAstrayByBrokenText) {
  EXPECT_EQ(told("\xEF\xBC"), "");
  EXPECT_EQ(told("\xEF\xBC\x90\xEF"), "");
  EXPECT_EQ(told("\xFF"
                 "13800138000"
                 "\xFF"),
            "mobile 13800138000");
  EXPECT_EQ(told(std::string_view{"13800138000\0", 12}), "mobile 13800138000");
}

TEST(Detection, FindingsAreInOrderAndApart) {
  const std::string text =
      times(50, "13800138000@qq.com 6222 0212 3456 7890 128 a@b.cn 13900139000 ");
  std::size_t last = 0;
  for (const Finding& finding : detect(text)) {
    EXPECT_GE(finding.begin, last);
    EXPECT_GT(finding.end, finding.begin);
    last = finding.end;
  }
  EXPECT_LE(last, text.size());
  EXPECT_EQ(detect(text).size(), 200u);
}

// A scan that is not linear would not come back from these.
TEST(Detection, EndsOnHostileText) {
  const std::string cases[] = {
      std::string(1'000'000, '1'), std::string(1'000'000, '@'),     times(500'000, "a@"),
      times(500'000, "1 "),        times(50'000, "1111-"),          times(330'000, "１"),
      std::string(1'000'000, 'a'), std::string(999'999, 'a') + "@", "@" + std::string(999'999, 'a'),
      "a@" + times(100'000, "a."), times(100'000, ".-") + "@",      times(90'000, "13800138000"),
  };
  for (const std::string& text : cases) EXPECT_TRUE(detect(text).empty()) << text.substr(0, 20);
  EXPECT_EQ(detect(times(20'000, "13800138000,")).size(), 20'000u);
  EXPECT_EQ(mask_text(times(2'000, "6225 8801 2345 6783 ")), times(2'000, "6225 **** **** 6783 "));
}

}  // namespace
}  // namespace xb::privacy
