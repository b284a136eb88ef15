#include "app/commands.h"

#include <cstdio>
#include <iostream>

#include "app/admin_client.h"
#include "app/demo.h"
#include "app/founding.h"
#include "app/installation.h"
#include "app/printing.h"
#include "app/serving.h"
#include "platform/evidence/followers.h"
#include "platform/sealing/rows.h"
#include "platform/storage/migrations.h"

namespace xb::app {
namespace {

// Refusals that say that nothing could be tried at all.
bool could_not_try(const Refusal& refusal) {
  for (const std::string_view start :
       {"directory.", "keys.", "configuration.", "database.", "serve.", "admin.", "clock."})
    if (refusal.code.starts_with(start)) return true;
  return false;
}

int fail(const Refusal& refusal) { return say_refused(refusal, could_not_try(refusal) ? 2 : 1); }

void print_logins(const Logins& logins, bool as_json) {
  if (as_json) {
    std::printf("%s\n", to_json(logins).c_str());
    return;
  }
  std::printf("%-16s %-24s %-16s %s\n", "post", "organisation", "login", "password");
  for (const Login& login : logins.logins)
    std::printf("%-16s %-24s %-16s %s\n", login.post.c_str(), login.org.c_str(),
                login.login.c_str(), login.password.c_str());
}

}  // namespace

int init(const InitOptions& options) {
  const auto logins = found({options.data, options.database, options.is_demo});
  if (!logins) return fail(logins.error());
  if (options.is_demo) {
    const auto installation = open_installation(options.data);
    if (!installation) return fail(installation.error());
    fill_demo_bank(**installation, options.complaints);
  }
  print_logins(*logins, options.as_json);
  return 0;
}

int serve_command(const std::filesystem::path& data, const std::string& listen) {
  block_signals();
  const auto installation = open_installation(data);
  if (!installation) return fail(installation.error());
  const auto exit_code = serve(**installation, listen);
  return exit_code ? *exit_code : fail(exit_code.error());
}

int migrate_command(const std::filesystem::path& data) {
  const Directory directory{std::filesystem::absolute(data)};
  const auto lock = DirectoryLock::take(directory);
  if (!lock) return fail(lock.error());
  const auto configuration = load_configuration(directory);
  if (!configuration) return fail(configuration.error());
  const auto options = options_of(directory, *configuration);
  try {
    const auto connection = storage::connect(options);
    storage::migrate(*connection, storage::shipped_migrations(connection->dialect()), [&] {
      if (connection->dialect() == storage::Dialect::sqlite)
        storage::back_up(*connection, directory.backups());
    });
  } catch (const storage::Failure& failure) {
    const bool is_schema = failure.fault() == storage::Fault::schema;
    return fail(
        {Reason::conflict, is_schema ? "database.schema" : "database.unreachable", failure.code()});
  }
  std::printf("schema is current\n");
  return 0;
}

int openapi_command() {
  std::cout << openapi_document();
  return 0;
}

int version_command(bool as_json) {
  std::printf(as_json ? "{\"version\":\"%s\"}\n" : "xiaobao %s\n", XB_VERSION);
  return 0;
}

int skip_command(const SkipOptions& options) {
  const auto name = Text<64, Presence::required>::from(options.follower);
  const auto reason = Text<500, Presence::required>::from(options.reason);
  if (!name) return fail(name.error());
  if (!reason) return fail(reason.error());
  const evidence::Skip skip{*name, options.place, *reason};
  auto installation = open_installation(options.data);
  if (!installation && installation.error().code == "directory.held") {
    const Directory directory{std::filesystem::absolute(options.data)};
    const auto reply = ask_server(directory.admin_socket(), "POST", "/admin/followers/skip",
                                  {{"Content-Type", "application/json"}}, to_json(skip));
    if (!reply) return fail(reply.error());
    std::printf("%s\n", reply->body.c_str());
    return reply->status == 200 ? 0 : 1;
  }
  if (!installation) return fail(installation.error());
  Result<void> outcome;
  (*installation)->database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = (*installation)->work(tx);
    outcome = evidence::skip(work, sealing::key(work, {bank_id}), bank_id, skip);
    return outcome.has_value();
  });
  (*installation)->place_entries();
  return outcome ? 0 : fail(outcome.error());
}

int confirm_clock_command(const std::filesystem::path& data) {
  const Directory directory{std::filesystem::absolute(data)};
  const auto reply =
      ask_server(directory.admin_socket(), "POST", "/admin/clock/confirmation", {}, {});
  if (!reply) return fail(reply.error());
  std::printf("%s\n", reply->body.c_str());
  return reply->status == 200 ? 0 : 1;
}

}  // namespace xb::app
