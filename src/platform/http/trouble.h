// What a failure below is to whoever asked: a status and a code, and nothing of its cause.
#pragma once

#include <string_view>

#include "platform/storage/failure.h"

namespace xb::http {

struct Trouble {
  int status;
  const char* code;
};

Trouble trouble_of(storage::Fault fault);

// Writes the cause where only we read it.
void tell_of(const storage::Failure& failure, std::string_view request_id);

}  // namespace xb::http
