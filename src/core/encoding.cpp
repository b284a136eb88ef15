#include "core/encoding.h"

#include <array>
#include <cstdint>

namespace xb {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto values = [] {
  std::array<std::int8_t, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    table[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::int8_t>(i);
  return table;
}();

}  // namespace

std::string base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4, '=');
  char* to = out.data();
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<std::uint8_t>(bytes[i + k]) : 0u);
    *to++ = alphabet[group >> 18 & 63];
    *to++ = alphabet[group >> 12 & 63];
    if (i + 1 < bytes.size()) *to++ = alphabet[group >> 6 & 63];
    if (i + 2 < bytes.size()) *to++ = alphabet[group & 63];
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  std::size_t padding = 0;
  if (text.ends_with("=="))
    padding = 2;
  else if (text.ends_with('='))
    padding = 1;
  std::string out(text.size() / 4 * 3 - padding, '\0');
  char* to = out.data();
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const bool last = i + 4 == text.size();
    const std::size_t kept = last ? 4 - padding : 4;
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const int value = k < kept ? values[static_cast<std::uint8_t>(text[i + k])] : 0;
      if (value < 0) return {};
      group = group << 6 | static_cast<std::uint32_t>(value);
    }
    if (kept < 4 && (group & ((1u << (8 * (4 - kept))) - 1)) != 0) return {};  // not canonical
    *to++ = static_cast<char>(group >> 16 & 255);
    if (kept > 2) *to++ = static_cast<char>(group >> 8 & 255);
    if (kept > 3) *to++ = static_cast<char>(group & 255);
  }
  return out;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(bytes.size() * 2, '\0');
  char* to = out.data();
  for (char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    *to++ = digits[byte >> 4];
    *to++ = digits[byte & 15];
  }
  return out;
}

}  // namespace xb
