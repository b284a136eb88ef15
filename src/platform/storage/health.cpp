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

std::vector<std::string> texts(Connection& connection, std::string_view sql,
                               std::vector<Cell> values = {}) {
  constexpr CellType types[] = {CellType::text};
  std::vector<std::string> out;
  connection.run(sql, std::move(values), types, [&](std::span<Cell> row) {
    if (auto* text = std::get_if<std::string>(&row[0])) out.push_back(std::move(*text));
  });
  return out;
}

std::string one_text(Connection& connection, std::string_view sql, std::vector<Cell> values = {}) {
  auto all = texts(connection, sql, std::move(values));
  return all.empty() ? "" : std::move(all.front());
}

// The first word is enough: behind it the statement may fail on what is damaged.
bool is_damaged(Connection& connection, const std::string& table) {
  return one_text(connection, "SELECT integrity_check FROM pragma_integrity_check(?) LIMIT 1",
                  {table}) != "ok";
}

// The tables that are damaged, with their indexes; where it is none of them, what was asked.
std::string damage_of(Connection& connection) {
  std::string out;
  for (const std::string& table :
       texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
    if (is_damaged(connection, table)) out += (out.empty() ? "" : ", ") + table;
  return out.empty() ? "integrity_check" : out;
}

}  // namespace

std::vector<HealthProblem> health(Connection& connection) {
  std::vector<HealthProblem> out;
  if (connection.dialect() == Dialect::sqlite) {
    if (one_text(connection, "PRAGMA integrity_check(1)") != "ok")
      out.push_back({"check.corrupt", damage_of(connection), true});
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
