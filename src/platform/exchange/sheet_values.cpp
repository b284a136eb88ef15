#include "platform/exchange/sheet_values.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "core/instant.h"
#include "core/number.h"
#include "core/text.h"

namespace xb::exchange {
namespace {

constexpr std::int64_t seconds_of_day = 24 * 60 * 60;
constexpr std::size_t escape_length = std::string_view{"_xHHHH_"}.size();

std::optional<double> parse_number(std::string_view text) {
  while (!text.empty() && is_blank(text.substr(0, 1))) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.substr(text.size() - 1))) text.remove_suffix(1);
  return parse_real(text);
}

// Without an exponent where people would write none; JavaScript draws the line at the same place.
std::string written(double number) {
  if (number == 0) return "0";
  const double size = std::abs(number);
  const auto style =
      size >= 1e-6 && size < 1e21 ? std::chars_format::fixed : std::chars_format::scientific;
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, style);
  return {buffer, end};
}

std::string day_text(std::int64_t day, DateSystem system) {
  using namespace std::chrono_literals;
  constexpr std::chrono::sys_days new_year_1904 = 1904y / 1 / 1;
  constexpr std::chrono::sys_days day_0_of_1900 = 1899y / 12 / 31;
  constexpr std::int64_t leap_day = 60;  // of a year that was none
  if (system == DateSystem::from_1904) return format(Date{new_year_1904 + std::chrono::days{day}});
  if (day == leap_day) return "1900-02-29";
  return format(Date{day_0_of_1900 + std::chrono::days{day < leap_day ? day : day - 1}});
}

std::string clock_text(std::int64_t second) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02d", static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  return buffer;
}

void append_utf8(std::string& out, unsigned code) {
  const auto add = [&](unsigned byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | code >> 6);
    add(0x80 | (code & 0x3F));
  } else {
    add(0xE0 | code >> 12);
    add(0x80 | (code >> 6 & 0x3F));
    add(0x80 | (code & 0x3F));
  }
}

}  // namespace

bool is_date_format(std::int64_t id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

bool is_date_format(std::string_view code) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    switch (code[i]) {
      case '"': i = code.find('"', i + 1); break;
      case '[': i = code.find(']', i + 1); break;
      case '\\':
      case '_':
      case '*': ++i; break;  // the next character is shown, as wide as or repeated
      default:
        if (std::string_view{"yYmMdDhHsS"}.find(code[i]) != std::string_view::npos) return true;
    }
    if (i >= code.size()) return false;
  }
  return false;
}

std::string number_text(std::string_view number) {
  const auto value = parse_number(number);
  return value ? written(*value) : std::string{number};
}

std::string date_text(std::string_view number, DateSystem system) {
  const auto value = parse_number(number);
  if (!value) return std::string{number};
  const std::int64_t days_max = system == DateSystem::from_1900 ? 2'958'465 : 2'957'003;
  if (*value < 0 || *value >= static_cast<double>(days_max + 1)) return written(*value);
  const std::int64_t seconds = std::llround(*value * static_cast<double>(seconds_of_day));
  const std::int64_t day = seconds / seconds_of_day;
  const std::int64_t second = seconds % seconds_of_day;
  if (day > days_max) return written(*value);
  if (day == 0 && system == DateSystem::from_1900) return clock_text(second);
  return day_text(day, system) + (second == 0 ? std::string{} : "T" + clock_text(second));
}

bool is_escape(std::string_view text, std::size_t at) {
  const std::string_view found = text.substr(at, escape_length);
  return found.size() == escape_length && found.starts_with("_x") && found.back() == '_' &&
         found.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    unsigned code = 0;
    const bool escape = text[i] == '_' && is_escape(text, i);
    if (escape) std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16);
    if (escape && (code < 0xD800 || code > 0xDFFF)) {
      append_utf8(out, code);
      i += escape_length;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size(); ++letters) {
    const char c = reference[letters];
    if (c < 'A' || c > 'Z') break;
    if (letters == 3) return {};
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  const std::string_view row = reference.substr(letters);
  if (letters == 0 || row.empty()) return {};
  if (row.find_first_not_of("0123456789") != std::string_view::npos) return {};
  return column - 1;
}

}  // namespace xb::exchange
