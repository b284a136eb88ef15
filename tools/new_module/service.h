// What is done with samples. Each command leaves one entry in the evidence log.
#pragma once

#include "core/result.h"
#include "modules/samples/types.h"
#include "platform/storage/work.h"

namespace xb::samples {

Result<SampleView> record(Work& work, const NewSample& input);

// Refuses with sample.missing, also out of scope.
Result<SampleView> find(Work& work, Id<Sample> id);

// Refuses with sample.missing, sample.wrong_state or version.changed (If-Match).
Result<SampleView> close(Work& work, Id<Sample> id);

}  // namespace xb::samples
