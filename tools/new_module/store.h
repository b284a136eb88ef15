// Every SQL statement of this module. Whatever reads cases takes the scope; what is out of scope is
// not there.
#pragma once

#include <optional>

#include "modules/samples/types.h"
#include "platform/storage/work.h"

namespace xb::samples {

std::optional<Sample> find_sample(Work& work, Scope scope, Id<Sample> id);

void insert(Work& work, const Sample& sample);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Sample& sample);

}  // namespace xb::samples
