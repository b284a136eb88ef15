// Masks: what is shown of a personal value to those who may not open it. Lengths are kept, so that
// a clerk can tell a mistyped number from a right one (JR/T 0171-2020 appendix A in practice).
#pragma once

#include <string>
#include <string_view>

namespace xb::privacy {

std::string mask_name(std::string_view value);      // 张*, 欧阳**
std::string mask_phone(std::string_view value);     // 138****5678; separators stay
std::string mask_identity(std::string_view value);  // 110***********1233
std::string mask_card(std::string_view value);      // 6222 **** **** 0128: first four, last four
std::string mask_email(std::string_view value);     // a***@b.com
std::string mask_address(std::string_view value);   // its first third
std::string mask_text(std::string_view value);      // identifiers found by detect()

}  // namespace xb::privacy
