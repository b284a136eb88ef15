// The command line's words about units and people.
#include <cstdio>
#include <fstream>
#include <sstream>

#include <boost/json/value.hpp>

#include "app/admin_client.h"
#include "app/commands.h"
#include "app/installation.h"
#include "app/printing.h"
#include "core/assets.h"
#include "modules/staffing/service.h"
#include "platform/identity/passwords.h"
#include "platform/identity/recovery/host.h"

namespace xb::app {
namespace {

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(Reason::missing, "import.file_missing");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Result<std::string> mapping_text(const StaffingOptions& options) {
  if (std::filesystem::exists(options.mapping)) return bytes_of(options.mapping);
  const std::string name = options.mapping.empty() ? "ledger" : options.mapping;
  const auto text = asset("data/mappings/" + options.list + "/" + name + ".toml");
  if (!text) return refuse(Reason::missing, "mapping.missing", name);
  return std::string{*text};
}

// Runs it where no server holds the directory.
Result<staffing::Outcome> bring_here(Installation& installation, const StaffingOptions& options,
                                     const std::string& mapping, std::string bytes) {
  const bool is_units = options.list == "units";
  const auto parsed = TRY(exchange::Mapping::parse(
      mapping, is_units ? staffing::unit_fields() : staffing::staff_fields()));
  const exchange::Ground ground{*installation.database, installation.keys,
                                [&installation] { return installation.clock->now(); },
                                installation.configuration.zone, Actor::system()};
  const staffing::Options how{options.is_dry_run, options.is_whole};
  auto outcome = TRY(is_units ? staffing::bring_units(ground, parsed, std::move(bytes), how)
                              : staffing::bring_people(ground, parsed, std::move(bytes), how));
  installation.place_entries();
  return outcome;
}

std::string flag(bool value) { return value ? "true" : "false"; }

Result<boost::json::value> bring_at_server(const StaffingOptions& options,
                                           const std::string& mapping, std::string bytes) {
  const Directory directory{std::filesystem::absolute(options.data)};
  const std::string target =
      "/admin/staffing/" + options.list + "?dry_run=" + flag(options.is_dry_run) +
      "&whole=" + flag(options.is_whole) + "&mapping_bytes=" + std::to_string(mapping.size());
  const auto reply =
      TRY(ask_server(directory.admin_socket(), "POST", target, {}, bytes.insert(0, mapping)));
  return answer_of(reply, 200);
}

Result<staffing::Outcome> bring(const StaffingOptions& options) {
  std::string bytes = TRY(bytes_of(options.file));
  const std::string mapping = TRY(mapping_text(options));
  const auto installation = open_installation(options.data);
  if (installation) return bring_here(**installation, options, mapping, std::move(bytes));
  if (installation.error().code != "directory.held") return tl::unexpected(installation.error());
  const auto json = TRY(bring_at_server(options, mapping, std::move(bytes)));
  return Json<staffing::Outcome>::read(json);
}

void print(const staffing::Outcome& outcome) {
  const bool chinese = terminal_language() == Language::zh_cn;
  const auto number = [](std::int64_t value) { return static_cast<long long>(value); };
  std::printf(
      chinese
          ? "共 %lld 行：新增 %lld，移动 %lld，更名 %lld，撤销或离职 %lld，不变 %lld，出错 %lld\n"
          : "%lld rows: %lld new, %lld moved, %lld renamed, %lld ended, %lld the same,"
            " %lld with errors\n",
      number(outcome.rows), number(outcome.created), number(outcome.moved), number(outcome.changed),
      number(outcome.ended), number(outcome.unchanged), number(outcome.failed));
  if (outcome.unrehearsed > 0)
    std::printf(chinese ? "  其中 %lld 行仅作比对，未试运行\n"
                        : "  of these %lld were compared only, not tried\n",
                number(outcome.unrehearsed));
  for (const staffing::RowError& error : outcome.errors) {
    std::printf(chinese ? "  第 %lld 行" : "  line %lld", number(error.line));
    std::printf(" %s %s: %s\n", error.key.str().c_str(), error.field.str().c_str(),
                sentence({Reason::invalid, error.code.str(), error.field.str()}).c_str());
  }
  for (const staffing::MissingDuty& lack : outcome.lacks)
    std::printf(
        "  %s: %s\n", lack.unit.str().c_str(),
        label(lack.duty == identity::Duty::head ? "staffing.no_head" : "staffing.no_officer")
            .c_str());
}

// Runs a command of the host here, or nothing where a server holds the directory.
template <class T>
Result<std::optional<T>> here(const std::filesystem::path& data,
                              const std::function<Result<T>(Work&)>& command) {
  const auto installation = open_installation(data);
  if (!installation && installation.error().code == "directory.held") return std::optional<T>{};
  if (!installation) return tl::unexpected(installation.error());
  std::optional<Result<T>> result;
  (*installation)->database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = (*installation)->work(tx);
    result = command(work);
    return result->has_value();
  });
  (*installation)->place_entries();
  return std::optional<T>{TRY(std::move(*result))};
}

Result<boost::json::value> at_server(const std::filesystem::path& data, const std::string& path,
                                     const std::string& body) {
  const Directory directory{std::filesystem::absolute(data)};
  const auto reply = TRY(ask_server(directory.admin_socket(), "POST", path,
                                    {{"Content-Type", "application/json"}}, body));
  return answer_of(reply, 201);
}

template <std::size_t max>
Result<Text<max, Presence::required>> option(const char* name, const std::string& value) {
  auto text = Text<max, Presence::required>::from(value);
  if (!text) return refuse(Reason::invalid, text.error().code, name);
  return text;
}

struct NewLogin {
  std::string login;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(NewLogin, (), (login, password))

Result<NewLogin> make_administrator(const UserOptions& options) {
  const auto staff_no = TRY(option<20>("--staff-no", options.staff_no));
  const auto login = TRY(option<100>("login", options.login));
  const identity::NewAdministrator input{staff_no, login, TRY(option<100>("--name", options.name))};
  const std::string password = identity::random_password();
  const std::string hash = identity::hash_password(password);
  const auto made = TRY(here<identity::AdministratorView>(options.data, [&](Work& work) {
    return identity::make_administrator(work, input, password, hash);
  }));
  if (made) return NewLogin{made->login, made->password};
  const auto json = TRY(at_server(options.data, "/admin/administrators", to_json(input)));
  const auto& object = json.get_object();
  return NewLogin{std::string(object.at("login").get_string()),
                  std::string(object.at("password").get_string())};
}

// The half of the link that the host gives.
Result<std::string> recover(const UserOptions& options) {
  const auto login = TRY(option<100>("login", options.login));
  const identity::Recovery input{login, TRY(option<500>("--reason", options.reason))};
  const auto asked = TRY(here<identity::ResetView>(
      options.data, [&](Work& work) { return identity::recover(work, input); }));
  if (asked) return asked->code.value();
  const auto json = TRY(at_server(options.data, "/admin/recoveries", to_json(input)));
  return std::string(json.get_object().at("code").get_string());
}

}  // namespace

int staffing_command(const StaffingOptions& options) {
  const auto outcome = bring(options);
  if (!outcome) return say_refused(outcome.error());
  if (options.as_json)
    std::printf("%s\n", to_json(*outcome).c_str());
  else
    print(*outcome);
  return outcome->failed == 0 ? 0 : 1;
}

int make_administrator_command(const UserOptions& options) {
  const auto made = make_administrator(options);
  if (!made) return say_refused(made.error());
  if (options.as_json)
    std::printf("%s\n", to_json(*made).c_str());
  else
    std::printf("%s %s\n", made->login.c_str(), made->password.c_str());
  return 0;
}

int recover_command(const UserOptions& options) {
  const auto asked = recover(options);
  if (!asked) return say_refused(asked.error());
  std::printf("%s\n%s\n", asked->c_str(), label("user.recovery_asked").c_str());
  return 0;
}

}  // namespace xb::app
