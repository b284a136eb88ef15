// Withdrawal by the consumer: the procedure ends on the day it is received (银保监会令2020年第3号
// art. 15). The entry says on what proof, because a clerk must not withdraw for a consumer.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class Proof { signed_paper, recorded_call, written_message, sms_code };
BOOST_DESCRIBE_ENUM(Proof, signed_paper, recorded_call, written_message, sms_code)

struct Withdrawal {
  std::optional<Note> reason;
  Proof proof{};
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (reason, proof))

Result<ComplaintState> withdraw(Work& work, Id<Complaint> id, const Withdrawal& input);

}  // namespace xb::complaints
