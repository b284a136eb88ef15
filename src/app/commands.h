// What each word of the command line does. Exit codes: 0 done, 1 done with findings or refused
// by a rule, 2 could not be done (usage, configuration, surroundings).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace xb::app {

struct InitOptions {
  std::filesystem::path data;
  std::string database = "sqlite";
  bool is_demo = false;
  std::int64_t complaints = 7'000;  // two years of it
  bool as_json = false;
};
int init(const InitOptions& options);

int serve_command(const std::filesystem::path& data, const std::string& listen);
int migrate_command(const std::filesystem::path& data);
int openapi_command();
int lifecycle_command();
int version_command(bool as_json);
int check_command(const std::filesystem::path& data, bool is_deep, bool as_json);

int import_calendar_command(const std::filesystem::path& data, const std::filesystem::path& file,
                            bool as_json);
int explain_command(const std::filesystem::path& data, std::int64_t number, bool as_json);

struct ImportOptions {
  std::filesystem::path data;
  std::string target = "complaints";
  std::filesystem::path file;
  std::string mapping;  // a shipped name, a file, or empty for the shipped one that fits
  bool is_dry_run = false;
  bool as_json = false;
};
int import_command(const ImportOptions& options);
int undo_import_command(const std::filesystem::path& data, std::int64_t batch, bool as_json);

// The bank's own lists: `list` is units or people.
struct StaffingOptions {
  std::filesystem::path data;
  std::string list;
  std::filesystem::path file;
  std::string mapping;
  bool is_dry_run = false;
  bool is_whole = false;
  bool as_json = false;
};
int staffing_command(const StaffingOptions& options);

struct UserOptions {
  std::filesystem::path data;
  std::string staff_no;
  std::string login;
  std::string name;
  std::string reason;
  bool as_json = false;
};
int make_administrator_command(const UserOptions& options);
int recover_command(const UserOptions& options);

struct ExportOptions {
  std::filesystem::path data;
  std::string target = "complaints";
  std::string format = "csv";
  std::filesystem::path output;  // standard output if empty
};
int export_command(const ExportOptions& options);

struct SkipOptions {
  std::filesystem::path data;
  std::string follower;
  std::int64_t place = 0;
  std::string reason;
};
int skip_command(const SkipOptions& options);
int rebuild_search_command(const std::filesystem::path& data);
int confirm_clock_command(const std::filesystem::path& data);

}  // namespace xb::app
