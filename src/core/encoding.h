// Bytes as text: base64 (RFC 4648 §4, padded) for columns and signatures, lower-case hex for names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xb {

std::string base64(std::string_view bytes);

// Nothing unless `text` is canonical padded base64.
std::optional<std::string> from_base64(std::string_view text);

std::string hex(std::string_view bytes);

}  // namespace xb
