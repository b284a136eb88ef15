// The words of the command line that are about limits: calendars, and why something is due.
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

#include "app/admin_client.h"
#include "app/commands.h"
#include "app/installation.h"
#include "app/printing.h"
#include "app/routes.h"
#include "modules/complaints/clocks/service.h"

namespace xb::app {
namespace {

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(Reason::missing, "calendar.file");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Directory directory_of(const std::filesystem::path& data) {
  return {std::filesystem::absolute(data)};
}

// The answer of the server that holds the directory, as JSON text.
Result<std::string> asked(const std::filesystem::path& data, std::string_view method,
                          const std::string& path, std::string body) {
  std::map<std::string, std::string> headers;
  if (!body.empty()) headers["Content-Type"] = "application/json";
  const auto reply =
      TRY(ask_server(directory_of(data).admin_socket(), method, path, headers, std::move(body)));
  if (reply.status != 200) return tl::unexpected(refusal_of(reply));
  return reply.body;
}

Result<std::string> import_calendar(const std::filesystem::path& data, const std::string& bytes) {
  const auto installation = open_installation(data);
  if (!installation && installation.error().code == "directory.held")
    return asked(data, "POST", "/admin/calendars", bytes);
  if (!installation) return tl::unexpected(installation.error());
  const auto imported = TRY(import_year(**installation, bytes));
  (*installation)->place_entries();
  return to_json(imported);
}

// The clocks of a complaint, as JSON text.
Result<std::string> explained(const std::filesystem::path& data, std::int64_t number) {
  const auto installation = open_installation(data);
  if (!installation && installation.error().code == "directory.held")
    return asked(data, "GET", "/admin/complaints/" + std::to_string(number) + "/explanation", {});
  if (!installation) return tl::unexpected(installation.error());
  Result<clocks::ClockDetails> details;
  (*installation)->database->read([&](storage::Transaction& tx) {
    Work work = (*installation)->work(tx);
    details = complaints::explain_number(work, {number});
  });
  if (!details) return tl::unexpected(details.error());
  return to_json(*details);
}

void print_explanations(const boost::json::value& details) {
  const char* language = terminal_language() == Language::zh_cn ? "zh" : "en";
  bool is_first = true;
  for (const auto& item : details.get_object().at("items").get_array()) {
    if (!is_first) std::printf("\n");
    is_first = false;
    const auto& explanation = item.get_object().at("explanation");
    if (!explanation.is_object()) {
      std::printf("%s: %s\n", item.get_object().at("rule").get_string().c_str(),
                  label("clock.rule_missing").c_str());
      continue;
    }
    for (const auto& sentence :
         explanation.get_object().at("text").get_object().at(language).get_array())
      std::printf("%s\n", sentence.get_string().c_str());
  }
}

}  // namespace

int import_calendar_command(const std::filesystem::path& data, const std::filesystem::path& file,
                            bool as_json) {
  const auto bytes = bytes_of(file);
  if (!bytes) return say_refused(bytes.error());
  const auto imported = import_calendar(data, *bytes);
  if (!imported) return say_refused(imported.error());
  std::printf("%s\n", as_json ? imported->c_str() : label("calendar.imported").c_str());
  return 0;
}

int explain_command(const std::filesystem::path& data, std::int64_t number, bool as_json) {
  const auto details = explained(data, number);
  if (!details) return say_refused(details.error());
  if (as_json) {
    std::printf("%s\n", details->c_str());
    return 0;
  }
  const auto json = parse_json(*details);
  if (!json) return say_refused(json.error());
  print_explanations(*json);
  return 0;
}

}  // namespace xb::app
