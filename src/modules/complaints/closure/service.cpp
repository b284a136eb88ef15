#include "modules/complaints/closure/service.h"

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Closed : Moved {
  std::optional<Note> result;
};
BOOST_DESCRIBE_STRUCT(Closed, (Moved), (result))

}  // namespace

Result<ComplaintState> close(Work& work, Id<Complaint> id, const Closure& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(finish(work, opened, Action::close));
  evidence::append(work, "complaint.closed", evidence::Subject(id, opened.key),
                   Closed{moved, input.result});
  return state_of(work, opened.complaint);
}

}  // namespace xb::complaints
