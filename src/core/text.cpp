#include "core/text.h"

#include <cstdint>

namespace xb {
namespace {

// The length of the well-formed sequence at the front of `text`, 0 if there is none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(1) || !follows(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;   // overlong
    if (first == 0xED && byte(1) >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;   // overlong
    if (first == 0xF4 && byte(1) >= 0x90) return 0;  // above U+10FFFF
    return 4;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> code_points(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t length = sequence(text);
    if (length == 0) return {};
    text.remove_prefix(length);
    ++count;
  }
  return count;
}

bool has_control_character(std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r')) return true;
  }
  return false;
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    if (std::string_view{" \t\r\n"}.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    else if (text.starts_with("\u3000"))
      text.remove_prefix(3);
    else
      return false;
  }
  return true;
}

Result<void> check_text(std::string_view text, std::size_t max, bool required) {
  const auto count = code_points(text);
  if (!count) return refuse(Reason::invalid, "field.encoding");
  if (has_control_character(text)) return refuse(Reason::invalid, "field.control_character");
  if (*count > max) return refuse(Reason::invalid, "field.too_long");
  if (required && is_blank(text)) return refuse(Reason::invalid, "field.empty");
  return {};
}

}  // namespace xb
