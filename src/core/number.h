// Numbers that a text is as a whole. What stands around them, or after them, makes it none.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xb {

// Decimal digits, maybe with a minus in front; nothing for what is none or does not fit.
std::optional<std::int64_t> parse_integer(std::string_view text);

// A finite number as JSON writes one, but also `.5`, `5.` and `007`.
std::optional<double> parse_real(std::string_view text);

}  // namespace xb
