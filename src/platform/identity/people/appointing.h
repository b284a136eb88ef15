// Parts of appointing that leaving needs, too.
#pragma once

#include "platform/identity/people/types.h"
#include "platform/storage/work.h"

namespace xb::identity {

// Ends it with this last day and, if that is past, the sessions that act as it. Leaves no entry.
void close_appointment(Work& work, Appointment appointment, Date until);
// Ends yesterday. Leaves no entry.
void close_substitute(Work& work, Substitute substitute);

PostedView posted_view(storage::Transaction& tx, const Appointment& appointment);

}  // namespace xb::identity
