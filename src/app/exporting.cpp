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

// Writes all parts, or asks the server that holds the directory for them.
Result<void> write_export(const ExportOptions& options, std::ostream& out) {
  const auto installation = open_installation(options.data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{std::filesystem::absolute(options.data)};
    const auto reply = TRY(ask_server(directory.admin_socket(), "POST",
                                      "/admin/complaints/export?format=" + options.format, {}, {}));
    if (reply.status != 200) return refuse(Reason::conflict, "internal");
    out << reply.body;
    return {};
  }
  if (!installation) return tl::unexpected(installation.error());
  Installation& own = **installation;
  const exchange::Ground ground{*own.database, own.keys, [&own] { return own.clock->now(); },
                                own.configuration.zone, Actor{{}, Scope::whole_bank(), {}}};
  const auto format = named<complaints::ExportFormat>(options.format);
  const auto next =
      TRY(complaints::export_complaints(ground, {}, format.value(), own.directory.scratch()));
  while (const auto part = next()) out << *part;
  return {};
}

}  // namespace

int export_command(const ExportOptions& options) {
  std::ofstream file;
  if (!options.output.empty()) {
    file.open(options.output, std::ios::binary | std::ios::trunc);
    if (!file) return say_refused({Reason::invalid, "export.file", {}}, 2);
  }
  std::ostream& out = options.output.empty() ? std::cout : file;
  const auto outcome = write_export(options, out);
  if (!outcome) return say_refused(outcome.error(), 2);
  out.flush();
  return out.good() ? 0 : say_refused({Reason::invalid, "export.file", {}}, 2);
}

}  // namespace xb::app
