// Finds identifiers of people in free text: resident identity numbers and card numbers by their
// check digits, mobile numbers and e-mail addresses by their form. A linear scan without regular
// expressions, because those crash on long input.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

namespace xb::privacy {

enum class Identifier { identity_number, card_number, mobile, email };
BOOST_DESCRIBE_ENUM(Identifier, identity_number, card_number, mobile, email)

// Bytes [begin, end) of the text.
struct Finding {
  Identifier what;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// In order and without overlap. Sees full-width digits and X, numbers in groups (6222 0212 3456 …,
// 138-0013-8000) and a leading +86; a number inside a longer run of digits is none.
std::vector<Finding> detect(std::string_view text);

}  // namespace xb::privacy
