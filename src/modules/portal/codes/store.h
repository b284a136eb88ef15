// Every SQL statement on codes by short message.
#pragma once

#include <vector>

#include "modules/portal/codes/service.h"

namespace xb::portal {

// Those made since `since`, of any act, the last first.
std::vector<CodeRow> codes_since(storage::Transaction& tx, Id<complaints::Complaint> id,
                                 Instant since);
std::optional<CodeRow> last_code(storage::Transaction& tx, Id<complaints::Complaint> id,
                                 BindingAct act);
std::int64_t erase_codes_before(storage::Transaction& tx, Instant before);

}  // namespace xb::portal
