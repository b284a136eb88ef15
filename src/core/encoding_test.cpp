#include "core/encoding.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace xb {
namespace {

using std::string_view_literals::operator""sv;

TEST(Base64, IsThatOfRfc4648) {
  const struct {
    std::string_view bytes;
    std::string_view text;
  } vectors[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\0"sv, "AA=="},
      {"\0\0\0"sv, "AAAA"},
      {"\xFF\xFF\xFF", "////"},
      {"\xFB\xEF\xBE", "++++"},
      {"\x14\xFB\x9C\x03\xD9\x7E", "FPucA9l+"},
      {"\x14\xFB\x9C\x03\xD9", "FPucA9k="},
      {"\x14\xFB\x9C\x03", "FPucAw=="},
      {"投诉", "5oqV6K+J"},
  };
  for (const auto& one : vectors) {
    EXPECT_EQ(base64(one.bytes), one.text);
    EXPECT_EQ(from_base64(one.text), one.bytes) << one.text;
  }
}

TEST(Base64, HasOneFormForEachText) {
  for (const std::string_view text : {
           "Zg",   "Zg=",    "Z",        "Zm9vYg", "=",        "==",    "===",       "====",
           "Z===", "Zg==\n", "\nZg==",   "Zg= =",  "Z g=",     "Zm9v ", "Zm9vYg==A", "Zg==Zg==",
           "Zm=v", "=m9v",   "Zg==AAAA", "Zh==",   "Zv==",     "Zm9=",  "Zm+=",      "Zm9vYh==",
           "Zm-v", "Zm_v",   "Zm9\x80",  "Zm,v",   "Zm9v====",
       })
    EXPECT_FALSE(from_base64(text)) << text;
  EXPECT_FALSE(from_base64("Zm9\0"sv));
}

TEST(Base64, BringsEveryByteStringBack) {
  std::mt19937 random{4648};
  for (std::size_t size = 0; size < 300; ++size) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const std::string text = base64(bytes);
    EXPECT_EQ(text.size(), (size + 2) / 3 * 4);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

// Whatever four characters are taken, they are what their bytes are written as.
TEST(Base64, TakesNothingThatItWouldNotWrite) {
  constexpr std::string_view letters = "AQgwZ/+9=-\n";
  for (const char a : letters)
    for (const char b : letters)
      for (const char c : letters)
        for (const char d : letters) {
          const std::string text{a, b, c, d};
          const auto bytes = from_base64(text);
          EXPECT_TRUE(!bytes || base64(*bytes) == text) << text;
        }
}

TEST(Hex, IsWrittenInSmallLetters) {
  EXPECT_EQ(hex(""), "");
  EXPECT_EQ(hex("\0\x01\x0F\x10\x7F\x80\xAB\xFF"sv), "00010f107f80abff");
}

}  // namespace
}  // namespace xb
