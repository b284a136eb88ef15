#include "platform/privacy/kinds.h"

#include <algorithm>

#include "platform/privacy/identifiers.h"

namespace xb::privacy {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool consists_of(std::string_view value, std::string_view marks, bool letters) {
  return std::all_of(value.begin(), value.end(), [&](char c) {
    return is_digit(c) || (letters && is_letter(c)) || marks.find(c) != std::string_view::npos;
  });
}

std::string digits_of(std::string_view value) {
  std::string out;
  std::copy_if(value.begin(), value.end(), std::back_inserter(out), is_digit);
  return out;
}

// Letters as capitals.
std::string letters_and_digits(std::string_view value) {
  std::string out;
  for (const char c : value)
    if (is_digit(c) || is_letter(c)) out += capital(c);
  return out;
}

}  // namespace

Result<void> Phone::check(std::string_view value) {
  TRY(check_text(value, max, true));
  const std::size_t digits = digits_of(value).size();
  if (digits < 5 || digits > 20 || !consists_of(value, " +-()", false))
    return refuse(Reason::invalid, "field.phone");
  return {};
}

std::string Phone::normal(std::string_view value) {
  std::string digits = digits_of(value);
  if (digits.size() == 13 && digits.starts_with("86") && is_mobile(digits.substr(2)))
    digits.erase(0, 2);
  return digits;
}

Result<void> IdentityNumber::check(std::string_view value) {
  TRY(check_text(value, max, true));
  if (!consists_of(value, " -", true)) return refuse(Reason::invalid, "field.identity_number");
  const std::string plain = normal(value);
  // No document number of digits alone is so short; six of them begin one of 18.
  const bool is_a_piece = plain.size() < 7 && digits_of(plain).size() == plain.size();
  if (plain.size() < 5 || is_a_piece) return refuse(Reason::invalid, "field.identity_number");
  const bool looks_resident =
      plain.size() == 18 && std::all_of(plain.begin(), plain.begin() + 17, is_digit);
  if (looks_resident && !is_resident_identity_number(plain))
    return refuse(Reason::invalid, "field.identity_check_digit");
  return {};
}

std::string IdentityNumber::normal(std::string_view value) {
  std::string plain = letters_and_digits(value);
  return whole_identity_number(plain).value_or(std::move(plain));
}

Result<void> CardNumber::check(std::string_view value) {
  TRY(check_text(value, max, true));
  if (!consists_of(value, " -", true) || digits_of(value).size() < 5)
    return refuse(Reason::invalid, "field.card_number");
  return {};
}

std::string CardNumber::normal(std::string_view value) { return letters_and_digits(value); }

Result<void> CreditCode::check(std::string_view value) {
  TRY(check_text(value, max, true));
  if (!consists_of(value, " -", true) || !is_credit_code(normal(value)))
    return refuse(Reason::invalid, "field.credit_code");
  return {};
}

std::string CreditCode::normal(std::string_view value) { return letters_and_digits(value); }

Result<void> Email::check(std::string_view value) {
  TRY(check_text(value, max, true));
  const std::size_t at = value.rfind('@');
  const bool has_parts = at != std::string_view::npos && at > 0 && at + 1 < value.size();
  const bool has_blank = value.find_first_of(" \t\r\n<>,;\"") != std::string_view::npos;
  if (!has_parts || has_blank) return refuse(Reason::invalid, "field.email");
  return {};
}

std::string Email::normal(std::string_view value) {
  std::string out{value};
  std::transform(out.begin(), out.end(), out.begin(), small);
  return out;
}

}  // namespace xb::privacy
