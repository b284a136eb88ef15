#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include <boost/json/value.hpp>
#include <unistd.h>

#include "app/admin_client.h"
#include "app/commands.h"
#include "app/installation.h"
#include "app/modules.h"
#include "app/printing.h"
#include "core/assets.h"
#include "platform/exchange/import.h"

namespace xb::app {
namespace {

constexpr std::chrono::milliseconds poll_every{200};

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(Reason::missing, "import.file_missing");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string shipped_mapping(const std::string& target, const std::string& name) {
  return "data/mappings/" + target + "/" + name + ".toml";
}

// The TOML of the mapping asked for, or of the first shipped one whose columns the file has.
Result<std::string> mapping_text(const ImportOptions& options, const exchange::Target& target,
                                 const std::string& bytes) {
  if (std::filesystem::exists(options.mapping)) return bytes_of(options.mapping);
  if (!options.mapping.empty()) {
    const auto text = asset(shipped_mapping(options.target, options.mapping));
    if (!text) return refuse(Reason::missing, "mapping.missing", options.mapping);
    return std::string{*text};
  }
  return exchange::fitting_mapping(target, bytes);
}

void print_report(const exchange::Report& report, bool is_dry_run, bool as_json) {
  erase_progress();
  if (as_json) {
    std::printf("%s\n", to_json(report).c_str());
    return;
  }
  const bool chinese = terminal_language() == Language::zh_cn;
  if (report.batch_id)
    std::printf(chinese ? "导入批次 %lld\n" : "import %lld\n",
                static_cast<long long>(report.batch_id->number));
  std::printf(chinese ? "%s %lld 行：新建 %lld，已有 %lld，出错 %lld\n"
                      : "%s %lld rows: %lld new, %lld known, %lld with errors\n",
              is_dry_run ? (chinese ? "试运行" : "dry run,") : (chinese ? "共" : "read"),
              static_cast<long long>(report.rows), static_cast<long long>(report.created),
              static_cast<long long>(report.known), static_cast<long long>(report.failed));
  for (const exchange::ImportError& error : report.errors) {
    const std::string& where = error.column.empty() ? error.field.str() : error.column.str();
    std::printf(chinese ? "  第 %lld 行" : "  line %lld", static_cast<long long>(error.line));
    std::printf(" %s: %s\n", where.c_str(),
                sentence({Reason::invalid, error.code.str(), error.field.str()}).c_str());
  }
}

void print_progress(const exchange::Report& report) {
  if (isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, terminal_language() == Language::zh_cn ? "\r%lld 行" : "\r%lld rows",
               static_cast<long long>(report.rows));
}

struct ShownBatch {
  exchange::BatchState state = exchange::BatchState::running;
  exchange::Report report;
};

Result<ShownBatch> batch_of(const Directory& directory, std::int64_t id) {
  const std::string path = "/admin/imports/" + std::to_string(id);
  const auto reply = TRY(ask_server(directory.admin_socket(), "GET", path, {}, {}));
  const auto json = TRY(answer_of(reply, 200));
  const auto& object = json.get_object();
  ShownBatch out;
  out.state = TRY(Json<exchange::BatchState>::read(object.at("state")));
  out.report.broken_by = TRY(Json<std::optional<exchange::BrokenBy>>::read(object.at("broken_by")));
  out.report.batch_id = Id<exchange::Batch>{id};
  out.report.rows = object.at("rows").get_int64();
  out.report.created = object.at("created").get_int64();
  out.report.known = object.at("known").get_int64();
  out.report.failed = object.at("failed").get_int64();
  if (out.state == exchange::BatchState::running) return out;
  const auto errors = TRY(ask_server(directory.admin_socket(), "GET", path + "/errors", {}, {}));
  const auto list = TRY(answer_of(errors, 200));
  for (const auto& item : list.get_object().at("items").get_array())
    out.report.errors.push_back(TRY(Json<exchange::ImportError>::read(item)));
  return out;
}

// Lets the server that holds the directory do it, and watches. The mapping goes before the file: a
// header would be too small for it.
Result<exchange::Report> import_at_server(const ImportOptions& options, const std::string& mapping,
                                          std::string bytes) {
  const Directory directory{std::filesystem::absolute(options.data)};
  const std::string target = "/admin/imports?target=" + options.target +
                             "&dry_run=" + (options.is_dry_run ? "true" : "false") +
                             "&mapping_bytes=" + std::to_string(mapping.size());
  const auto reply =
      TRY(ask_server(directory.admin_socket(), "POST", target, {}, bytes.insert(0, mapping)));
  if (options.is_dry_run) {
    const auto json = TRY(answer_of(reply, 200));
    return Json<exchange::Report>::read(json);
  }
  const auto json = TRY(answer_of(reply, 202));
  for (;;) {
    auto batch = TRY(batch_of(directory, json.get_object().at("id").get_int64()));
    print_progress(batch.report);
    if (batch.state != exchange::BatchState::running) return std::move(batch.report);
    std::this_thread::sleep_for(poll_every);
  }
}

exchange::Ground ground_of(Installation& installation) {
  return {*installation.database,
          installation.keys,
          [&installation] { return installation.clock->now(); },
          installation.configuration.zone,
          Actor::system(),
          {},
          installation.limits.get(),
          installation.taxonomies.get()};
}

std::optional<exchange::BrokenBy> stopped_by_clock(Installation& installation) {
  if (installation.clock->may_write()) return {};
  return exchange::BrokenBy::clock;
}

Result<exchange::Report> import_here(Installation& installation, const exchange::Target& target,
                                     const ImportOptions& options, const std::string& mapping,
                                     std::string bytes) {
  if (!options.is_dry_run) TRY(exchange::check_space(installation.directory.root));
  auto parsed = TRY(exchange::Mapping::parse(mapping, target.fields));
  auto ground = ground_of(installation);
  if (!options.is_dry_run) {
    exchange::break_off_left(ground);
    ground.stopped_by = [&installation]() -> std::optional<exchange::BrokenBy> {
      if (const auto reason = stopped_by_clock(installation)) return reason;
      if (!exchange::check_space(installation.directory.root)) return exchange::BrokenBy::space;
      return {};
    };
  }
  const auto import = TRY(exchange::Import::begin(ground, target, std::move(parsed),
                                                  std::move(bytes), options.is_dry_run));
  auto report = import->finish(print_progress);
  if (!options.is_dry_run) installation.place_entries();
  return report;
}

Result<exchange::Report> import_file(const ImportOptions& options) {
  const auto targets = import_targets();
  const auto& target =
      *std::find_if(targets.begin(), targets.end(),
                    [&](const exchange::Target& one) { return one.name == options.target; });
  std::string bytes = TRY(bytes_of(options.file));
  const std::string mapping = TRY(mapping_text(options, target, bytes));
  const auto installation = open_installation(options.data);
  if (!installation && installation.error().code == "directory.held")
    return import_at_server(options, mapping, std::move(bytes));
  if (!installation) return tl::unexpected(installation.error());
  return import_here(**installation, target, options, mapping, std::move(bytes));
}

Result<exchange::Report> undo(const std::filesystem::path& data, std::int64_t batch) {
  const auto installation = open_installation(data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{std::filesystem::absolute(data)};
    const auto reply = TRY(ask_server(directory.admin_socket(), "POST",
                                      "/admin/imports/" + std::to_string(batch) + "/undo", {}, {}));
    const auto json = TRY(answer_of(reply, 200));
    return Json<exchange::Report>::read(json);
  }
  if (!installation) return tl::unexpected(installation.error());
  const auto targets = import_targets();
  auto ground = ground_of(**installation);
  exchange::break_off_left(ground);
  ground.stopped_by = [&own = **installation] { return stopped_by_clock(own); };
  Result<exchange::Report> report = refuse(Reason::missing, "import.missing");
  for (const auto& target : targets) {
    report = exchange::undo_import(ground, target, {batch});
    if (report || report.error().code != "import.missing") break;
  }
  if (report) (*installation)->place_entries();
  return report;
}

const char* code_of(exchange::BrokenBy reason) {
  using exchange::BrokenBy;
  switch (reason) {
    case BrokenBy::failure: return "import.broken_by_failure";
    case BrokenBy::stop: return "import.broken_by_stop";
    case BrokenBy::clock: return "import.broken_by_clock";
    case BrokenBy::space: return "import.broken_by_space";
    case BrokenBy::restart: return "import.broken_by_restart";
    case BrokenBy::right: return "import.broken_by_right";
  }
  std::abort();
}

int end(const Result<exchange::Report>& report, bool is_dry_run, bool as_json) {
  if (!report) return say_refused(report.error());
  print_report(*report, is_dry_run, as_json);
  if (report->broken_by) return say_refused({Reason::conflict, code_of(*report->broken_by), {}});
  return report->failed == 0 ? 0 : 1;
}

}  // namespace

int import_command(const ImportOptions& options) {
  return end(import_file(options), options.is_dry_run, options.as_json);
}

int undo_import_command(const std::filesystem::path& data, std::int64_t batch, bool as_json) {
  return end(undo(data, batch), false, as_json);
}

}  // namespace xb::app
