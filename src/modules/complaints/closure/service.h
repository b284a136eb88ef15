// Closing a complaint. Thin for now: who may close is one permission; the second person comes with
// the decision.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

struct Closure {
  std::optional<Note> result;  // what came of it, in words
};
BOOST_DESCRIBE_STRUCT(Closure, (), (result))

Result<ComplaintState> close(Work& work, Id<Complaint> id, const Closure& input);

}  // namespace xb::complaints
