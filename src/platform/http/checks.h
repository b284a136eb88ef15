// What a request's head must be before any parser sees it. Beast takes much that other servers read
// differently, and that difference is request smuggling; here it is refused. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace xb::http {

inline constexpr std::size_t head_bytes_max = 16 * 1024;
inline constexpr std::size_t fields_max = 64;
inline constexpr std::size_t target_bytes_max = 4096;

// `head` runs from the request line up to and including the empty line. `hosts` holds names with or
// without port that may stand in Host; empty allows any. Refuses with http.malformed, http.method,
// http.target, http.host or http.framing; the connection is then closed.
Result<void> check_head(std::string_view head, const std::vector<std::string>& hosts);

}  // namespace xb::http
