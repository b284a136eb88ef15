#include "platform/privacy/mask.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "core/text.h"

namespace xb::privacy {
namespace {

using Mask = std::string (*)(std::string_view);

struct Case {
  std::string_view value;
  std::string_view masked;
};

template <std::size_t count>
void expect_masks(Mask mask, const Case (&cases)[count]) {
  for (const auto& one : cases) {
    EXPECT_EQ(mask(one.value), one.masked) << one.value;
    EXPECT_NE(mask(one.value), one.value);
  }
}

TEST(Masks, ANameShowsItsSurname) {
  expect_masks(mask_name, {{"张三", "张*"},
                           {"张三丰", "张**"},
                           {"王", "*"},
                           {"欧阳修", "欧阳*"},
                           {"欧阳娜娜", "欧阳**"},
                           {"欧阳", "欧*"},  // then 欧 is the surname
                           {"司马相如", "司马**"},
                           {"阿依古丽·买买提", "阿*******"},
                           {"𠮷田", "𠮷*"},
                           {"Li Na", "L****"},
                           {"J", "*"}});
}

TEST(Masks, APhoneShowsThreeDigitsAndFour) {
  expect_masks(mask_phone, {{"13800138000", "138****8000"},
                            {"138-0013-8000", "138-****-8000"},
                            {"138 0013 8000", "138 **** 8000"},
                            {"+86 13800138000", "+86 1******8000"},
                            {"0571-87654321", "057*-****4321"},
                            {"(0571)87654321", "(057*)****4321"},
                            {"１３８００１３８０００", "１３８****８０００"},
                            {"87654321", "87****21"},
                            {"8765432", "87****2"},
                            {"95588", "9****"},
                            {"1", "*"}});
}

TEST(Masks, AnIdentityNumberShowsThreeCharactersAndFour) {
  expect_masks(mask_identity, {{"110101199003071233", "110***********1233"},
                               {"11010519491231002X", "110***********002X"},
                               {"110101 19900307 1233", "110*** ******** 1233"},
                               {"110101900307123", "110********7123"},
                               {"H12345678", "H12****78"},
                               {"E1234567", "E1****67"},
                               {"E123456", "E1****6"}});
}

TEST(Masks, ACardShowsFourDigitsAndFour) {
  expect_masks(mask_card, {{"6222021234567890128", "6222***********0128"},
                           {"6225880123456783", "6225********6783"},
                           {"6222 0212 3456 7890 128", "6222 **** **** ***0 128"},
                           {"6225-8801-2345-6783", "6225-****-****-6783"},
                           {"123456789", "123****89"},
                           {"12345678", "12****78"}});
}

TEST(Masks, AnEmailShowsItsFirstLetterAndItsDomain) {
  expect_masks(mask_email, {{"zhangsan@example.com", "z***@example.com"},
                            {"ab@b.cn", "a***@b.cn"},
                            {"a@b.cn", "***@b.cn"},
                            {"a@b@c.cn", "a***@c.cn"},
                            {"张三@例子.中国", "张***@例子.中国"},
                            {"no address", "n* *******"},
                            {"@", "***@"}});
}

TEST(Masks, AnAddressShowsItsFirstThird) {
  expect_masks(mask_address, {{"云津市东湖区东湖路１号２单元", "云津市东**********"},
                              {"云津市", "云**"},
                              {"云津", "**"},
                              {"云", "*"},
                              {"12 East Lake Road", "12 Eas* **** ****"}});
}

TEST(Masks, NothingIsMaskedInNothing) {
  for (const Mask mask :
       {mask_name, mask_phone, mask_identity, mask_card, mask_email, mask_address, mask_text})
    EXPECT_EQ(mask(""), "");
}

// So a clerk can tell a mistyped number from a right one. An e-mail address hides its length.
TEST(Masks, LengthAndSeparatorsStay) {
  const std::string letters = "1张2三3X4 5-6(7)8+9Ａ0";
  for (const Mask mask : {mask_name, mask_phone, mask_identity, mask_card, mask_address}) {
    for (std::size_t size = 1; size <= letters.size(); ++size) {
      const std::string value = letters.substr(0, size);
      if (!code_points(value)) continue;
      const std::string masked = mask(value);
      EXPECT_EQ(code_points(masked), code_points(value)) << value;
      EXPECT_NE(masked, value);
      if (mask == mask_name) continue;
      for (const char separator : std::string_view{" -()+"})
        EXPECT_EQ(std::count(masked.begin(), masked.end(), separator),
                  std::count(value.begin(), value.end(), separator))
            << value;
    }
  }
}

TEST(Masks, ANumberHidesFourCharactersOrAllButOne) {
  for (std::size_t size = 1; size <= 30; ++size) {
    const std::string value(size, '7');
    for (const Mask mask : {mask_phone, mask_identity, mask_card}) {
      const std::string masked = mask(value);
      const auto hidden = static_cast<std::size_t>(std::count(masked.begin(), masked.end(), '*'));
      EXPECT_GE(hidden, std::min<std::size_t>(4, std::max<std::size_t>(size - 1, 1))) << masked;
    }
  }
}

TEST(Masks, AShortValueShowsThreeCharactersAtMost) {
  for (std::size_t size = 1; size <= 30; ++size) {
    const std::string value(size, '7');
    for (const Mask mask : {mask_phone, mask_identity, mask_card, mask_address, mask_name}) {
      const std::string masked = mask(value);
      const auto hidden = std::count(masked.begin(), masked.end(), '*');
      EXPECT_GE(hidden, 1) << value;
      EXPECT_TRUE(size > 7 || hidden + 3 >= static_cast<std::ptrdiff_t>(size)) << value;
    }
  }
}

TEST(Masks, IdentifiersInProseAreMaskedAndTheWordsStay) {
  const Case cases[] = {
      {"我叫张三，电话13800138000，请回电。", "我叫张三，电话138****8000，请回电。"},
      {"身份证11010519491231002X无误", "身份证110***********002X无误"},
      {"卡号6222 0212 3456 7890 128被扣款100元", "卡号6222 **** **** ***0 128被扣款100元"},
      {"邮箱zhang.san@example.com。", "邮箱z***@example.com。"},
      {"+86-138-0013-8000", "+86-1**-****-8000"},
      {"１３８００１３８０００", "１３８****８０００"},
      {"13800138000@example.com", "1***@example.com"},
      {"13800138000和13900139000", "138****8000和139****9000"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(mask_text(one.value), one.masked);
    EXPECT_EQ(mask_text(one.masked), one.masked);
  }
  for (const std::string_view plain :
       {"柜员态度差，等候两小时。", "2026年3月2日扣款12,345.67元", "a*b", "投诉编号2026030200001"})
    EXPECT_EQ(mask_text(plain), plain);
}

}  // namespace
}  // namespace xb::privacy
