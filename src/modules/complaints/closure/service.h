// Closing a complaint. What was decided and answered is closed by a person who neither handled nor
// decided it. What is settled on the spot (即时化解) is closed at once by whoever received it, and
// a superior looks at one in ten.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

struct Closure {
  std::optional<Note> result;  // what came of it, in words; needed where nothing was decided
};
BOOST_DESCRIBE_STRUCT(Closure, (), (result))

// Refuses with complaint.missing, complaint.wrong_state, version.changed, closure.result_missing,
// closure.same_person, closure.fulfilment_open, closure.money_open.
Result<ComplaintState> close(Work& work, Id<Complaint> id, const Closure& input);

enum class SampleResult { passed, failed };
BOOST_DESCRIBE_ENUM(SampleResult, passed, failed)

struct CheckedSample {
  SampleResult result = SampleResult::passed;
  std::optional<Note> note;  // needed where it failed
};
BOOST_DESCRIBE_STRUCT(CheckedSample, (), (result, note))

// Also refuses with sample.none, sample.same_person, sample.reason_missing.
Result<ComplaintState> check_sample(Work& work, Id<Complaint> id, const CheckedSample& input);

}  // namespace xb::complaints
