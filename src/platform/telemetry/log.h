// The structured log: one JSON object a line on standard error. Nothing personal can be written by
// accident, because personal values have no way to a string_view.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace xb::telemetry {

// An alarm wants a person; a warning wants attention; the rest is for reading later.
enum class Severity { info, warning, alarm };

struct Field {
  std::string_view name;
  std::variant<std::int64_t, std::string_view> value;
};

// `event` is a stable dotted name such as `storage.group_failed`.
void log(Severity severity, std::string_view event, std::initializer_list<Field> fields = {});

// Starts the writing thread; without it lines are written at once. `stop_log` writes what waits.
void start_log();
void stop_log();

}  // namespace xb::telemetry
