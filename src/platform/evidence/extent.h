// How far the log goes.
#pragma once

#include <cstdint>

#include "platform/storage/transaction.h"

namespace xb::evidence {

// The place that the next entry gets.
std::int64_t extent(storage::Transaction& tx);

}  // namespace xb::evidence
