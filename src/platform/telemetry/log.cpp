#include "platform/telemetry/log.h"

#include <memory>
#include <string>

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/json.h"

namespace xb::telemetry {
namespace {

constexpr std::size_t waiting_lines_max = 16'384;

// Lines are whole JSON objects already, so the pattern is the message alone.
std::shared_ptr<spdlog::logger> direct_logger() {
  auto logger = std::make_shared<spdlog::logger>("xiaobao",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%v");
  logger->set_level(spdlog::level::info);
  return logger;
}

std::shared_ptr<spdlog::logger>& logger() {
  static std::shared_ptr<spdlog::logger> current = direct_logger();
  return current;
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::alarm: return "alarm";
  }
  std::abort();
}

Instant wall_clock() {
  return {std::chrono::duration_cast<std::chrono::milliseconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

}  // namespace

void log(Severity severity, std::string_view event, std::initializer_list<Field> fields) {
  std::string line = "{\"at\":\"" + format(wall_clock()) + "\",\"severity\":\"";
  line += name(severity);
  line += "\",\"event\":";
  write_json_string(line, event);
  for (const Field& field : fields) {
    line += ',';
    write_json_string(line, field.name);
    line += ':';
    if (const auto* number = std::get_if<std::int64_t>(&field.value))
      line += std::to_string(*number);
    else
      write_json_string(line, std::get<std::string_view>(field.value));
  }
  line += '}';
  logger()->log(severity == Severity::info ? spdlog::level::info : spdlog::level::warn, "{}", line);
}

void start_log() {
  spdlog::init_thread_pool(waiting_lines_max, 1);
  auto async = std::make_shared<spdlog::async_logger>(
      "xiaobao", std::make_shared<spdlog::sinks::stderr_sink_mt>(), spdlog::thread_pool(),
      spdlog::async_overflow_policy::overrun_oldest);
  async->set_pattern("%v");
  async->flush_on(spdlog::level::info);
  logger() = std::move(async);
}

void stop_log() {
  logger() = direct_logger();
  spdlog::shutdown();
}

}  // namespace xb::telemetry
