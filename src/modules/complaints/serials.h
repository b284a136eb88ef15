// Numbers that count up within a year: of letters, of files in the archive.
#pragma once

#include <string_view>

#include "platform/storage/work.h"

namespace xb::complaints {

// The next one of this name in this year, from 1. Two at once wait for one another; what is not
// committed is given again.
std::int64_t next_serial(storage::Transaction& tx, std::string_view name, std::int64_t year);

}  // namespace xb::complaints
