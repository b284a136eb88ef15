#include "app/commands.h"

#include <cstdio>
#include <iostream>

#include "app/admin_client.h"
#include "app/founding.h"
#include "app/installation.h"
#include "app/lifecycles.h"
#include "app/printing.h"
#include "app/serving.h"
#include "modules/search/service.h"
#include "platform/evidence/followers.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb::app {
namespace {

void print_logins(const Logins& logins, bool as_json) {
  if (as_json) {
    std::printf("%s\n", to_json(logins).c_str());
    return;
  }
  const auto line = [](const std::string& post, const std::string& org, const std::string& login,
                       const std::string& password) {
    std::printf("%s %s %s %s\n", padded(post, 40).c_str(), padded(org, 20).c_str(),
                padded(login, 20).c_str(), password.c_str());
  };
  line(label("login.post"), label("login.organisation"), label("login.login"),
       label("login.password"));
  const bool is_chinese = terminal_language() == Language::zh_cn;
  for (const Login& login : logins.logins)
    line(is_chinese ? login.post_name : login.post_name_en, login.org, login.login, login.password);
}

int say_done(std::string_view code) {
  std::printf("%s\n", label(code).c_str());
  return 0;
}

// Refuses with the option at fault.
template <std::size_t max>
Result<Text<max, Presence::required>> option(const char* name, const std::string& value) {
  auto text = Text<max, Presence::required>::from(value);
  if (!text) return refuse(Reason::invalid, text.error().code, name);
  return text;
}

Result<evidence::Skip> skip_of(const SkipOptions& options) {
  const auto follower = TRY(option<64>("name", options.follower));
  const auto reason = TRY(option<500>("--reason", options.reason));
  return evidence::Skip{follower, options.place, reason};
}

}  // namespace

int init(const InitOptions& options) {
  const auto logins = found({options.data, options.database, options.is_demo, options.complaints});
  if (!logins) return say_refused(logins.error());
  print_logins(*logins, options.as_json);
  return 0;
}

int serve_command(const std::filesystem::path& data, const std::string& listen) {
  block_signals();
  const auto installation = open_installation(data);
  if (!installation) return say_refused(installation.error());
  const auto exit_code = serve(**installation, listen);
  return exit_code ? *exit_code : say_refused(exit_code.error());
}

int migrate_command(const std::filesystem::path& data) {
  const Directory directory{std::filesystem::absolute(data)};
  const auto lock = DirectoryLock::take(directory);
  if (!lock) return say_refused(lock.error());
  const auto configuration = load_configuration(directory);
  if (!configuration) return say_refused(configuration.error());
  const auto options = options_of(directory, *configuration);
  try {
    const auto connection = storage::connect(options);
    storage::migrate(*connection, storage::shipped_migrations(connection->dialect()), [&] {
      if (connection->dialect() == storage::Dialect::sqlite)
        storage::back_up(*connection, directory.backups());
    });
  } catch (const storage::Failure& failure) {
    return say_refused(refusal_of(failure));
  }
  return say_done("migrate.current");
}

int openapi_command() {
  std::cout << openapi_document();
  return 0;
}

int lifecycle_command() {
  std::cout << lifecycle_of_complaints();
  return 0;
}

int version_command(bool as_json) {
  std::printf(as_json ? "{\"version\":\"%s\"}\n" : "xiaobao %s\n", XB_VERSION);
  return 0;
}

int skip_command(const SkipOptions& options) {
  const auto skip = skip_of(options);
  if (!skip) return say_refused(skip.error());
  auto installation = open_installation(options.data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{std::filesystem::absolute(options.data)};
    const auto reply = ask_server(directory.admin_socket(), "POST", "/admin/followers/skip",
                                  {{"Content-Type", "application/json"}}, to_json(*skip));
    if (!reply) return say_refused(reply.error());
    return reply->status == 200 ? say_done("follower.skipped") : say_refused(refusal_of(*reply));
  }
  if (!installation) return say_refused(installation.error());
  Result<void> outcome;
  (*installation)->database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = (*installation)->work(tx);
    outcome = evidence::skip(work, sealing::key(work, {bank_id}), bank_id, *skip);
    return outcome.has_value();
  });
  (*installation)->place_entries();
  return outcome ? say_done("follower.skipped") : say_refused(outcome.error());
}

int rebuild_search_command(const std::filesystem::path& data) {
  auto installation = open_installation(data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{std::filesystem::absolute(data)};
    const auto reply = ask_server(directory.admin_socket(), "POST", "/admin/search/rebuild",
                                  {{"Content-Type", "application/json"}}, {});
    if (!reply) return say_refused(reply.error());
    return reply->status == 200 ? say_done("search.rebuilding") : say_refused(refusal_of(*reply));
  }
  if (!installation) return say_refused(installation.error());
  (*installation)->database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = (*installation)->work(tx);
    return search::rebuild(work).has_value();
  });
  return say_done("search.rebuilding");
}

int confirm_clock_command(const std::filesystem::path& data) {
  const Directory directory{std::filesystem::absolute(data)};
  const auto reply =
      ask_server(directory.admin_socket(), "POST", "/admin/clock/confirmation", {}, {});
  if (!reply) return say_refused(reply.error());
  return reply->status == 200 ? say_done("clock.confirmed") : say_refused(refusal_of(*reply));
}

}  // namespace xb::app
