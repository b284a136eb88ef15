#include "modules/complaints/withdrawal/service.h"

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Withdrawn : Moved {
  Proof proof{};
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (Moved), (proof, reason))

}  // namespace

Result<ComplaintState> withdraw(Work& work, Id<Complaint> id, const Withdrawal& input) {
  // What the consumer shows himself no clerk can claim.
  if (input.proof == Proof::sms_code && work.actor.person)
    return refuse(Reason::invalid, "field.choice", "proof");
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(finish(work, opened, Action::withdraw));
  evidence::append(work, "complaint.withdrawn", evidence::Subject(id, opened.key),
                   Withdrawn{moved, input.proof, input.reason});
  return state_of(work, opened.complaint);
}

}  // namespace xb::complaints
