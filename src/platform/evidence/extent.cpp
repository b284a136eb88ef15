#include "platform/evidence/extent.h"

#include "platform/evidence/store.h"

namespace xb::evidence {

std::int64_t extent(storage::Transaction& tx) { return size_of_log(tx); }

}  // namespace xb::evidence
