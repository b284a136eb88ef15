// Names of files: what people and programs send becomes what may be shown and saved anywhere.
#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "platform/files/kinds.h"

namespace xb::files {

inline constexpr std::size_t name_max = 200;  // code points

// `%E9%99%84.pdf` as text (RFC 3986, 2.1). Refuses with file.name what is no whole UTF-8.
Result<std::string> decoded_name(std::string_view escaped);

// The last part of a path, without what a system might read as more than a name, no longer than
// name_max, and with an extension that `type` has.
std::string safe_name(std::string_view name, const FileType& type);

// The fields `filename` and `filename*` of Content-Disposition (RFC 6266, 4.3).
std::string disposition(std::string_view name, const FileType& type);

}  // namespace xb::files
