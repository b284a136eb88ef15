// What a granted extension leads to.
#pragma once

#include "platform/approvals/service.h"

namespace xb::complaints {

approvals::Matter extension_matter();

}  // namespace xb::complaints
