#include "platform/privacy/identifiers.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/instant.h"

namespace xb::privacy {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of the first 17 digits.
char check_digit(std::string_view digits) {
  constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view checks = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += (digits[i] - '0') * weights[i];
  return checks[static_cast<std::size_t>(sum % 11)];
}

}  // namespace

bool is_resident_identity_number(std::string_view value) {
  if (value.size() != 18 || value[0] == '0') return false;
  if (!std::all_of(value.begin(), value.end() - 1, is_digit)) return false;
  const std::string birth = std::string{value.substr(6, 4)} + "-" +
                            std::string{value.substr(10, 2)} + "-" +
                            std::string{value.substr(12, 2)};
  if (birth < "1800" || birth >= "2100" || !parse_date(birth)) return false;
  const char last = value[17] == 'x' ? 'X' : value[17];
  return last == check_digit(value);
}

std::optional<std::string> whole_identity_number(std::string_view value) {
  // GB/T 2260: where it was given. So few digits are not told from other numbers by a check digit.
  constexpr std::string_view provinces =
      " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64"
      " 65 71 81 82 ";
  if (value.size() != 15 || !std::all_of(value.begin(), value.end(), is_digit)) return {};
  const std::string province = " " + std::string{value.substr(0, 2)} + " ";
  if (provinces.find(province) == std::string_view::npos) return {};
  std::string out = std::string{value.substr(0, 6)} + "19" + std::string{value.substr(6)};
  out += check_digit(out);
  if (!is_resident_identity_number(out)) return {};
  return out;
}

bool is_credit_code(std::string_view value) {
  constexpr std::string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  if (value.size() != 18) return false;
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : value) {
    const std::size_t at = characters.find(c);
    if (at == std::string_view::npos) return false;
    sum += at * weight;
    weight = weight * 3 % 31;
  }
  // The check character has a weight of 22 in this sum and makes it 0 with one of 1.
  const std::size_t last = characters.find(value.back());
  return (sum - last * 22 + last) % 31 == 0;
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (auto c = digits.rbegin(); c != digits.rend(); ++c, doubled = !doubled) {
    const int digit = (*c - '0') * (doubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return !digits.empty() && sum % 10 == 0;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && digits[1] <= '9' &&
         std::all_of(digits.begin(), digits.end(), is_digit);
}

bool is_card_number(std::string_view digits) {
  return digits.size() >= 13 && digits.size() <= 19 &&
         std::string_view{"34569"}.find(digits[0]) != std::string_view::npos &&
         std::all_of(digits.begin(), digits.end(), is_digit) && passes_luhn(digits);
}

}  // namespace xb::privacy
