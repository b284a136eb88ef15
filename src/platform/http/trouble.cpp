#include "platform/http/trouble.h"

#include <cstdlib>

#include "platform/telemetry/log.h"

namespace xb::http {

Trouble trouble_of(storage::Fault fault) {
  using storage::Fault;
  switch (fault) {
    case Fault::busy:
    case Fault::serialization: return {503, "storage.busy"};
    case Fault::full: return {503, "storage.full"};
    case Fault::io:
    case Fault::lost: return {503, "storage.unavailable"};
    case Fault::memory: return {503, "storage.memory"};
    case Fault::read_only: return {503, "storage.read_only"};
    case Fault::corrupt: return {503, "storage.corrupt"};
    case Fault::unknown: return {503, "outcome_unknown"};
    case Fault::clock: return {503, "clock"};
    case Fault::schema: return {503, "storage.schema"};
    case Fault::constraint:
    case Fault::other: return {500, "internal"};
  }
  std::abort();
}

void tell_of(const storage::Failure& failure, std::string_view request_id) {
  telemetry::log(telemetry::Severity::alarm, "http.failed",
                 {{"request_id", request_id},
                  {"fault", storage::name(failure.fault())},
                  {"code", failure.code()},
                  {"statement", failure.statement()}});
}

}  // namespace xb::http
