#include "platform/privacy/kinds.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace xb::privacy {
namespace {

template <class Kind>
std::string refusal(std::string_view value) {
  const auto outcome = Kind::check(value);
  return outcome ? "" : outcome.error().code;
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Kinds, AllAreTextWithinTheirLimit) {
  EXPECT_EQ(refusal<Name>("张三"), "");
  EXPECT_EQ(refusal<Name>(times(100, "三")), "");
  EXPECT_EQ(refusal<Name>(times(101, "三")), "field.too_long");
  EXPECT_EQ(refusal<Name>("\u3000"), "field.empty");
  EXPECT_EQ(refusal<Name>("张\x01三"), "field.control_character");
  EXPECT_EQ(refusal<Name>("\xFF"), "field.encoding");
  EXPECT_EQ(refusal<Address>(times(300, "路")), "");
  EXPECT_EQ(refusal<Address>(times(301, "路")), "field.too_long");
  EXPECT_EQ(refusal<Prose<5>>("一二三四五"), "");
  EXPECT_EQ(refusal<Prose<5>>("一二三四五六"), "field.too_long");
  EXPECT_EQ(refusal<Phone>(times(33, "1")), "field.too_long");
  EXPECT_EQ(refusal<IdentityNumber>(times(31, "1")), "field.too_long");
  EXPECT_EQ(refusal<CardNumber>(times(41, "1")), "field.too_long");
  EXPECT_EQ(refusal<Email>(times(250, "a") + "@b.cn"), "field.too_long");
  for (const auto check : {Phone::check, IdentityNumber::check, CardNumber::check, Email::check}) {
    EXPECT_EQ(check("").error().code, "field.empty");
    EXPECT_EQ(check(" ").error().code, "field.empty");
    EXPECT_EQ(check("1380013\xFF").error().code, "field.encoding");
    EXPECT_EQ(check(std::string_view{"13800\0", 6}).error().code, "field.control_character");
  }
}

TEST(Kinds, APhoneHasFiveToTwentyDigits) {
  for (const std::string_view value :
       {"13800138000", "138-0013-8000", "+86 138 0013 8000", "0571-87654321", "(0571) 87654321",
        "95588", "955880", "12345", "400-800-8888", "12345678901234567890", "0571-87654321-123456"})
    EXPECT_EQ(refusal<Phone>(value), "") << value;
  for (const std::string_view value :
       {"1234", "123456789012345678901", "138 0013 800O", "tel 13800138000", "13800138000;95588",
        "１３８００１３８０００", "138.0013.8000", "-----", "一三八"})
    EXPECT_EQ(refusal<Phone>(value), "field.phone") << value;
}

TEST(Kinds, AnIdentityNumberOfAResidentHasItsCheckDigit) {
  for (const std::string_view value :
       {"11010519491231002X", "11010519491231002x", "110101 19900307 1233", "110101900307123",
        "H12345678", "C1234567", "E12345678", "12345678", "A-12345", "9110000019900101"})
    EXPECT_EQ(refusal<IdentityNumber>(value), "") << value;
  for (const std::string_view value :
       {"110105194912310021", "110101199002301234", "11010519491231002A", "110105 19491231 0021"})
    EXPECT_EQ(refusal<IdentityNumber>(value), "field.identity_check_digit") << value;
  for (const std::string_view value :
       {"1234", "A-1-2", "H1234567号", "110101", "１１０１０１", "12345_6", "-----"})
    EXPECT_EQ(refusal<IdentityNumber>(value), "field.identity_number") << value;
}

TEST(Kinds, AnOldIdentityNumberIsThatOfEighteenDigits) {
  EXPECT_EQ(IdentityNumber::normal("110105491231002"), "11010519491231002X");
  EXPECT_EQ(IdentityNumber::normal("110105 491231 002"), "11010519491231002X");
  EXPECT_EQ(IdentityNumber::normal("110105491331002"), "110105491331002") << "no such month";
  EXPECT_EQ(IdentityNumber::normal("E12345678"), "E12345678");
  EXPECT_EQ(CardNumber::normal("110105491231002"), "110105491231002") << "only an identity";
}

TEST(Kinds, ACardOrAccountNeedsNoCheckDigit) {
  for (const std::string_view value :
       {"6222021234567890128", "6222 0212 3456 7890 123", "NRA12345", "12345", "0-1-2-3-4"})
    EXPECT_EQ(refusal<CardNumber>(value), "") << value;
  for (const std::string_view value : {"1234", "ABCDEF", "6222.0212.3456", "尾号1234567"})
    EXPECT_EQ(refusal<CardNumber>(value), "field.card_number") << value;
}

TEST(Kinds, AnEmailHasTwoParts) {
  for (const std::string_view value : {"a@b.cn", "zhang.san+bank@mail.example.com", "a@localhost",
                                       "\"a@b\"@c.cn", "张三@例子.中国"})
    EXPECT_EQ(refusal<Email>(value).empty(), value.find('"') == std::string_view::npos) << value;
  for (const std::string_view value : {"a", "@", "a@", "@b.cn", "a b@c.cn", "a@b.cn,c@d.cn",
                                       "<a@b.cn>", "a@b.cn\n", "a;b@c.cn", "张三 <a@b.cn>"})
    EXPECT_EQ(refusal<Email>(value), "field.email") << value;
}

// What one searches by is the same however it was written.
TEST(Kinds, TheSameNumberHasOneNormalForm) {
  for (const std::string_view value :
       {"13800138000", "138-0013-8000", "138 0013 8000", "+86 13800138000", "+86-138-0013-8000",
        "8613800138000", "(+86) 138 0013 8000"})
    EXPECT_EQ(Phone::normal(value), "13800138000") << value;
  EXPECT_EQ(Phone::normal("(0571) 8765-4321"), Phone::normal("0571 87654321"));
  EXPECT_EQ(Phone::normal("8610000000000"), "8610000000000");  // no mobile number after 86
  EXPECT_NE(Phone::normal("13800138000"), Phone::normal("13800138001"));

  for (const std::string_view value :
       {"11010519491231002X", "11010519491231002x", "110105 19491231 002x", "110105-19491231-002X"})
    EXPECT_EQ(IdentityNumber::normal(value), "11010519491231002X") << value;
  EXPECT_EQ(IdentityNumber::normal("h 1234-5678"), "H12345678");

  for (const std::string_view value :
       {"6222021234567890128", "6222 0212 3456 7890 128", "6222-0212-3456-7890-128"})
    EXPECT_EQ(CardNumber::normal(value), "6222021234567890128") << value;
  EXPECT_EQ(CardNumber::normal("nra 12-345"), "NRA12345");

  for (const std::string_view value : {"91350100M000100Y43", "9135 0100-m000100y43"})
    EXPECT_EQ(CreditCode::normal(value), "91350100M000100Y43") << value;

  EXPECT_EQ(Email::normal("Zhang.San@Example.COM"), "zhang.san@example.com");
  EXPECT_NE(Email::normal("zhang.san@example.com"), Email::normal("zhangsan@example.com"));
}

static_assert(Searchable<Phone> && Searchable<IdentityNumber> && Searchable<CardNumber> &&
              Searchable<CreditCode> && Searchable<Email>);
static_assert(!Searchable<Name> && !Searchable<Address> && !Searchable<Prose<100>>);

}  // namespace
}  // namespace xb::privacy
