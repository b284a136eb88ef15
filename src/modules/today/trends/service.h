// What is unusual in what came in lately. A plain comparison with the weeks before; it promises
// nothing that it did not find.
#pragma once

#include "modules/today/store.h"

namespace xb::today {

std::vector<Unusual> unusual(Work& work);

}  // namespace xb::today
