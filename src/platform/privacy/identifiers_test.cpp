#include "platform/privacy/identifiers.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace xb::privacy {
namespace {

// GB 11643-1999. None of these belongs to anybody.
constexpr std::string_view resident_numbers[] = {
    "11010519491231002X",  // the standard's own
    "11010519491231002x",
    "440524188001010014",  // so is this one
    "110101199003071233", "440301198012150024", "310101195601010018",
    "110101199003074514", "110101199003078910",
    "810000199001010019",  // a residence permit of Hong Kong
    "110101180001010015",  // the first day
    "110101202402290016",  // a leap day
};

TEST(Identifiers, AResidentNumberHasADateAndACheckDigit) {
  for (const auto number : resident_numbers)
    EXPECT_TRUE(is_resident_identity_number(number)) << number;
  for (const std::string_view number : {
           "110105194912310021",   // check digit
           "11010119900307123X",   // check digit
           "110101199002301234",   // 30 February
           "110101190002290011",   // 1900 was no leap year; the check digit fits
           "110101179912310010",   // too long ago; the check digit fits
           "11010121000101001X",   // too far ahead; the check digit fits
           "010105194912310021",   // no province begins with 0
           "11010119900307123",    // 17 digits
           "1101011990030712330",  // 19
           "110101900307123",      // 15, of the first generation
           "X1010519491231002X",
           "1101051949123100X2",
           "11010519491231002Y",
           "11010519491231002 ",
           " 1010519491231002X",
           "",
       })
    EXPECT_FALSE(is_resident_identity_number(number)) << number;
}

TEST(Identifiers, EveryOtherCheckDigitIsWrong) {
  for (const auto number : resident_numbers)
    for (const char last : std::string_view{"0123456789Xx"}) {
      std::string other{number};
      other.back() = last;
      const bool same = last == number.back() || (last == 'X' && number.back() == 'x') ||
                        (last == 'x' && number.back() == 'X');
      EXPECT_EQ(is_resident_identity_number(other), same) << other;
    }
}

TEST(Identifiers, CardNumbersPassLuhn) {
  for (const std::string_view number :
       {"6222021234567890128", "6212261000100012342", "622848123456789012", "6225880123456783",
        "4111111111111111", "378282246310005", "30569309025904", "5555555555554444"}) {
    EXPECT_TRUE(passes_luhn(number)) << number;
    EXPECT_TRUE(is_card_number(number)) << number;
  }
  for (const std::string_view number : {
           "6222021234567890123",   // check digit
           "4111111111111112",      // check digit
           "411111111111",          // 12 digits
           "62220212345678901288",  // 20
           "0000000000000000",      // passes Luhn, but no card begins so
           "1111111111111117",
           "7992739871300005",
           "6225 8801 2345 6783",
           "622588012345678X",
           "",
       })
    EXPECT_FALSE(is_card_number(number)) << number;
  EXPECT_TRUE(passes_luhn("79927398713"));
  EXPECT_TRUE(passes_luhn("0"));
  EXPECT_FALSE(passes_luhn(""));
}

TEST(Identifiers, LuhnSeesEveryWrongDigit) {
  const std::string card = "6222021234567890128";
  for (std::size_t i = 0; i < card.size(); ++i)
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = card;
      other[i] = digit;
      EXPECT_EQ(passes_luhn(other), digit == card[i]) << other;
    }
}

TEST(Identifiers, AMobileNumberHasElevenDigitsAndBeginsWith13To19) {
  for (const std::string_view number : {"13800138000", "13000000000", "14512345678", "15912345678",
                                        "16612345678", "17012345678", "18888888888", "19999999999"})
    EXPECT_TRUE(is_mobile(number)) << number;
  for (const std::string_view number :
       {"12345678901", "11000000000", "10086000000", "1380013800", "138001380000", "23800138000",
        "03800138000", "138-0013-800", "1380013800X", "+8613800138", ""})
    EXPECT_FALSE(is_mobile(number)) << number;
}

TEST(Identifiers, ACreditCodeHasItsCheckCharacter) {
  for (const std::string_view code :
       {"91350100M000100Y43", "9144030071526726XG", "91110000802100433B"}) {
    EXPECT_TRUE(is_credit_code(code)) << code;
    for (std::size_t at = 0; at < code.size(); ++at) {
      std::string wrong{code};
      wrong[at] = wrong[at] == '1' ? '2' : '1';
      EXPECT_FALSE(is_credit_code(wrong)) << wrong;
    }
  }
  for (const std::string_view wrong : {"", "91350100M000100Y4", "91350100I000100Y43"})
    EXPECT_FALSE(is_credit_code(wrong)) << wrong;
}

}  // namespace
}  // namespace xb::privacy
