#include "core/utf32.h"

#include "core/ensure.h"

namespace xb {

std::u32string to_utf32(std::string_view text) {
  constexpr std::size_t longest = 4;
  constexpr unsigned char heads[longest] = {0x7F, 0x1F, 0x0F, 0x07};  // bits of a first byte
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    ensure(i + length <= text.size(), "text is not well-formed");
    char32_t c = first & heads[length - 1];
    for (std::size_t k = 1; k < length; ++k)
      c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    out += c;
    i += length;
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  const auto follow = [&](char32_t c, int shift) {
    out += static_cast<char>(0x80 | (c >> shift & 0x3F));
  };
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | c >> 6);
      follow(c, 0);
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0 | c >> 12);
      follow(c, 6);
      follow(c, 0);
    } else {
      out += static_cast<char>(0xF0 | c >> 18);
      follow(c, 12);
      follow(c, 6);
      follow(c, 0);
    }
  }
  return out;
}

}  // namespace xb
