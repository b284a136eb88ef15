// What text may enter the system: valid UTF-8 without U+0000 and without control characters other
// than tab, line feed and carriage return. SQLite would store a NUL, PostgreSQL would cut there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace xb {

// The number of code points, or nothing if `text` is not well-formed UTF-8 (RFC 3629: no overlong
// forms, no surrogates, nothing above U+10FFFF).
std::optional<std::size_t> code_points(std::string_view text);

// True if `text` holds U+0000–U+001F other than tab, LF and CR, or U+007F.
bool has_control_character(std::string_view text);

// True if `text` is empty or only ASCII white space and ideographic spaces (U+3000).
bool is_blank(std::string_view text);

// Refuses with field.encoding, field.control_character, field.too_long or, where `required`,
// field.empty. `max` counts code points.
Result<void> check_text(std::string_view text, std::size_t max, bool required);

enum class Presence { optional, required };

// Text that has passed check_text with these limits.
template <std::size_t max_code_points, Presence presence = Presence::optional>
class Text {
 public:
  static constexpr std::size_t max = max_code_points;
  static constexpr bool required = presence == Presence::required;

  Text() = default;
  static Result<Text> from(std::string text) {
    TRY(check_text(text, max, required));
    Text out;
    out.text_ = std::move(text);
    return out;
  }
  // For what has been checked before it was stored.
  static Text trusted(std::string text) {
    Text out;
    out.text_ = std::move(text);
    return out;
  }

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool operator==(const Text&) const = default;

 private:
  std::string text_;
};

}  // namespace xb
