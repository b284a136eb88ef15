#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/admin_client.h"
#include "app/commands.h"
#include "app/installation.h"
#include "app/printing.h"
#include "modules/complaints/exporting/service.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Refusal> cannot_write() { return refuse(Reason::invalid, "export.file"); }

// Writes all parts, or asks the server that holds the directory for them.
Result<void> write_export(const ExportOptions& options, std::ostream& out) {
  const auto installation = open_installation(options.data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{fs::absolute(options.data)};
    const auto reply = TRY(ask_server(directory.admin_socket(), "POST",
                                      "/admin/complaints/export?format=" + options.format, {}, {}));
    if (reply.status != 200) return tl::unexpected(refusal_of(reply));
    out << reply.body;
    return {};
  }
  if (!installation) return tl::unexpected(installation.error());
  Installation& own = **installation;
  const exchange::Ground ground{*own.database,
                                own.keys,
                                [&own] { return own.clock->now(); },
                                own.configuration.zone,
                                Actor::system(),
                                {},
                                own.limits.get(),
                                own.taxonomies.get()};
  const auto format = named<complaints::ExportFormat>(options.format);
  const auto next =
      TRY(complaints::export_complaints(ground, {}, {format.value()}, own.directory.scratch()));
  while (const auto part = next()) out << *part;
  own.place_entries();
  return {};
}

Result<void> write_to(const ExportOptions& options, std::ostream& out) {
  TRY(write_export(options, out));
  out.flush();
  if (!out.good()) return cannot_write();
  return {};
}

// A file that grows beside the one it becomes; gone again unless it became it.
class Part {
 public:
  explicit Part(const fs::path& output)
      : target_(fs::exists(output) ? fs::canonical(output) : output), path_(target_) {
    path_ += ".part";
    std::error_code error;
    fs::remove(path_, error);
    stream_.open(path_, std::ios::binary | std::ios::trunc);
    fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write, error);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() {
    std::error_code error;
    if (!path_.empty() && stream_.is_open()) fs::remove(path_, error);
  }

  std::ofstream& stream() { return stream_; }
  bool settle() {
    stream_.close();
    std::error_code error;
    if (stream_.good()) fs::rename(path_, target_, error);
    const bool is_there = stream_.good() && !error;
    if (!is_there) fs::remove(path_, error);
    return is_there;
  }

 private:
  const fs::path target_;
  fs::path path_;
  std::ofstream stream_;
};

// What was there stays until the new file is whole. A device or a pipe is written as it is.
Result<void> write_file(const ExportOptions& options) {
  std::error_code error;
  if (fs::exists(options.output, error) && !fs::is_regular_file(options.output, error)) {
    std::ofstream device(options.output, std::ios::binary);
    if (!device) return cannot_write();
    return write_to(options, device);
  }
  Part part(options.output);
  if (!part.stream()) return cannot_write();
  TRY(write_to(options, part.stream()));
  if (!part.settle()) return cannot_write();
  return {};
}

}  // namespace

int export_command(const ExportOptions& options) {
  const auto outcome = options.output.empty() ? write_to(options, std::cout) : write_file(options);
  return outcome ? 0 : say_refused(outcome.error());
}

}  // namespace xb::app
