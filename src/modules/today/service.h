// The work desk (今日): what whoever asks sees first in the morning, in one answer.
#pragma once

#include "core/result.h"
#include "modules/today/types.h"
#include "platform/storage/work.h"

namespace xb::today {

// Of what is in sight; `may` says what else he may do, and so which key stands beside a row.
Result<Today> today(Work& work, const May& may);

}  // namespace xb::today
