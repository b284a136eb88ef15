#include "platform/storage/health.h"

namespace xb::storage {
namespace {

struct WantedSetting {
  std::string_view question;
  std::string_view name;
  std::string_view wanted;
  std::string_view code;
  bool is_fatal;
};

constexpr WantedSetting wanted_settings[] = {
    {"SELECT current_setting('log_error_verbosity')", "log_error_verbosity", "terse",
     "check.errors_verbose", false},
    {"SELECT current_setting('log_parameter_max_length_on_error')",
     "log_parameter_max_length_on_error", "0", "check.errors_verbose", false},
    {"SELECT current_setting('fsync')", "fsync", "on", "check.not_durable", true},
    {"SELECT current_setting('full_page_writes')", "full_page_writes", "on", "check.not_durable",
     true},
};

std::string one_text(Connection& connection, std::string_view sql) {
  constexpr CellType types[] = {CellType::text};
  std::string out;
  connection.run(sql, {}, types, [&](std::span<Cell> row) {
    if (auto* text = std::get_if<std::string>(&row[0]); text != nullptr && out.empty())
      out = std::move(*text);
  });
  return out;
}

}  // namespace

std::vector<HealthProblem> health(Connection& connection) {
  std::vector<HealthProblem> out;
  if (connection.dialect() == Dialect::sqlite) {
    if (one_text(connection, "PRAGMA integrity_check(1)") != "ok")
      out.push_back({"check.corrupt", "integrity_check", true});
    return out;
  }
  for (const WantedSetting& setting : wanted_settings)
    if (one_text(connection, setting.question) != setting.wanted)
      out.push_back({std::string{setting.code}, std::string{setting.name}, setting.is_fatal});
  if (one_text(connection, "SELECT current_setting('synchronous_commit')") == "off")
    out.push_back({"check.not_durable", "synchronous_commit", true});
  return out;
}

}  // namespace xb::storage
