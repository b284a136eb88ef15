// Text as its code points, for what looks at characters one by one.
#pragma once

#include <string>
#include <string_view>

namespace xb {

// Both take well-formed text only: what check_text lets in.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

}  // namespace xb
