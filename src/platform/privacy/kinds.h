// The kinds of personal values, each named once: how long one may be, what one must look like, how
// it is masked, and its normal form where one may search by it. Names are never searchable.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/text.h"
#include "platform/privacy/mask.h"

namespace xb::privacy {

struct Name {
  static constexpr std::size_t max = 100;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view value) { return mask_name(value); }
};

// Digits with blanks, `+ - ( )` and maybe an extension; 5 to 20 digits. Searched by its digits.
struct Phone {
  static constexpr std::size_t max = 32;
  static constexpr std::string_view index = "phone";
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return mask_phone(value); }
  static std::string normal(std::string_view value);  // without +86
};

// A resident identity number must have its check digit; other documents are letters, digits and
// hyphens. Searched without blanks and in capitals, one of 15 digits as that of 18 which it is.
struct IdentityNumber {
  static constexpr std::size_t max = 30;
  static constexpr std::string_view index = "identity_number";
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return mask_identity(value); }
  static std::string normal(std::string_view value);
};

// A card or account number. Not every account number passes Luhn, so it is not asked for.
struct CardNumber {
  static constexpr std::size_t max = 40;
  static constexpr std::string_view index = "card_number";
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return mask_card(value); }
  static std::string normal(std::string_view value);
};

// 统一社会信用代码 of a company (GB 32100-2015): 18 characters, the last one a check character.
struct CreditCode {
  static constexpr std::size_t max = 30;
  static constexpr std::string_view index = "credit_code";
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return mask_identity(value); }
  static std::string normal(std::string_view value);
};

struct Email {
  static constexpr std::size_t max = 254;  // RFC 5321 §4.5.3.1.3 less the angle brackets
  static constexpr std::string_view index = "email";
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view value) { return mask_email(value); }
  static std::string normal(std::string_view value);
};

struct Address {
  static constexpr std::size_t max = 300;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view value) { return mask_address(value); }
};

// What people write. Identifiers found in it are masked; the words stay readable.
template <std::size_t max_code_points>
struct Prose {
  static constexpr std::size_t max = max_code_points;
  static Result<void> check(std::string_view value) { return check_text(value, max, true); }
  static std::string mask(std::string_view value) { return mask_text(value); }
};

template <class Kind>
concept Searchable = requires(std::string_view value) {
  Kind::index;
  { Kind::normal(value) } -> std::same_as<std::string>;
};

}  // namespace xb::privacy
