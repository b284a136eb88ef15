#include "platform/exchange/jobs.h"

#include "platform/telemetry/log.h"

namespace xb::exchange {

ImportJobs::~ImportJobs() { stop(); }

Result<void> ImportJobs::run(std::unique_ptr<Import> import) {
  const std::lock_guard lock(mutex_);
  if (is_running_) return refuse(Reason::conflict, "import.another_runs");
  if (thread_.joinable()) thread_.join();
  is_running_ = true;
  thread_ = std::thread([this, import = std::move(import)] {
    try {
      import->finish();
    } catch (...) {
      const storage::Failure failure = storage::current_failure();
      telemetry::log(telemetry::Severity::alarm, "import.failed",
                     {{"fault", storage::name(failure.fault())},
                      {"code", failure.code()},
                      {"statement", failure.statement()}});
    }
    const std::lock_guard ending(mutex_);
    is_running_ = false;
  });
  return {};
}

void ImportJobs::stop() {
  if (thread_.joinable()) thread_.join();
}

}  // namespace xb::exchange
