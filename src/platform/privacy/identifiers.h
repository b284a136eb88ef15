// What the identifiers of people look like, and their check digits. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xb::privacy {

// GB 11643-1999: 18 characters, a date of birth that exists, the check digit (X or x for ten).
bool is_resident_identity_number(std::string_view value);

// The same with 15 digits, as they were written before GB 11643-1999 (a year of two digits, of the
// twentieth century, and no check digit), in 18; nothing for what is none.
std::optional<std::string> whole_identity_number(std::string_view value);

// GB 32100-2015: 18 digits and capitals without I, O, S, V, Z; the last one checks the others (MOD
// 31 with powers of 3).
bool is_credit_code(std::string_view value);

// ISO/IEC 7812-1 annex B; `digits` holds nothing else.
bool passes_luhn(std::string_view digits);

// A mainland mobile number of 11 digits: 13x to 19x.
bool is_mobile(std::string_view digits);

// 13 to 19 digits with a first digit that cards begin with, passing Luhn.
bool is_card_number(std::string_view digits);

}  // namespace xb::privacy
