#include "app/installation.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/encoding.h"
#include "platform/clocks/calendars.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/sequencer.h"
#include "platform/sealing/crypto.h"
#include "platform/sealing/rows.h"

namespace xb::app {
namespace {

Result<std::string> text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) return refuse(Reason::missing, "directory.missing", path.filename());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The limits know the calendars of the database, where those that ship come, too.
void bring_in_calendars(Installation& installation) {
  installation.database->read(
      [&](storage::Transaction& tx) { clocks::refresh(tx, *installation.limits); });
  const auto known = installation.limits->calendars();
  if (installation.lock.is_read_only() || !clocks::lacks_shipped(*known)) return;
  const bool has_come =
      installation.database->write(storage::Lane::interactive, [&](storage::Transaction& tx) {
        Work work = installation.work(tx);
        return clocks::import_shipped(work) > 0;
      });
  if (has_come)
    installation.database->read(
        [&](storage::Transaction& tx) { clocks::refresh(tx, *installation.limits); });
}

// Opens the database and looks at what must hold before anything runs on it.
Result<void> connect(Installation& installation) {
  storage::Options options = options_of(installation.directory, installation.configuration);
  options.read_only = installation.lock.is_read_only();
  options.metrics = &installation.metrics;
  std::optional<Instant> last_entry;
  Result<void> keys;
  try {
    installation.database = storage::Database::open(options);
    installation.database->read([&](storage::Transaction& tx) {
      keys = sealing::check_fingerprints(tx, installation.keys);
      last_entry = evidence::last_entry_at(tx);
    });
  } catch (const storage::Failure& failure) {
    return tl::unexpected(refusal_of(failure));
  }
  TRY(std::move(keys));
  installation.clock =
      std::make_unique<WallClock>(TimeSource::system(), last_entry.value_or(Instant{0}));
  if (installation.clock->is_behind_log()) return refuse(Reason::conflict, "clock.behind_log");
  installation.database->set_hooks(
      evidence::hooks(installation.database->dialect(), installation.keys, [&installation] {
        if (jobs::Loop* loop = installation.placing.load()) loop->wake();
      }));
  return {};
}

}  // namespace

Work Installation::work(storage::Transaction& tx) const {
  return {.tx = tx,
          .keys = keys,
          .actor = Actor::system(),
          .now = clock->now(),
          .zone = configuration.zone,
          .id = hex(sealing::random_bytes(16)),
          .if_version = {},
          .limits = limits.get()};
}

void Installation::place_entries() {
  if (database->dialect() == storage::Dialect::postgres)
    while (evidence::place_step(*database, keys)) continue;
}

Refusal refusal_of(const storage::Failure& failure) {
  if (failure.fault() == storage::Fault::schema)
    return {Reason::conflict, "database.schema", failure.code()};
  if (failure.fault() == storage::Fault::full)
    return {Reason::conflict, "storage.full", failure.code()};
  if (failure.code() == "check.not_durable")
    return {Reason::conflict, failure.code(), failure.statement()};
  return {Reason::conflict, "database.unreachable", failure.code()};
}

Result<Configuration> load_configuration(const Directory& directory) {
  const std::string text = TRY(text_of(directory.configuration()));
  return read_configuration(text);
}

storage::Options options_of(const Directory& directory, const Configuration& configuration) {
  storage::Options options;
  options.address =
      configuration.database == "sqlite" ? directory.database().string() : configuration.database;
  options.readers = static_cast<std::size_t>(configuration.readers);
  options.writers = static_cast<std::size_t>(configuration.writers);
  options.durable = configuration.durable;
  return options;
}

std::filesystem::path keys_directory(const Directory& directory,
                                     const Configuration& configuration) {
  return directory.root / configuration.keys;  // an absolute path stays itself
}

Result<workflow::RuleBook> load_rules(const Directory& directory) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory.rules(), error))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  std::vector<workflow::RuleFile> own;
  texts.reserve(paths.size());
  for (const auto& path : paths) {
    auto text = text_of(path);
    if (!text) return refuse(Reason::invalid, "rules.file", path.filename());
    texts.push_back(std::move(*text));
    own.push_back({path.filename(), texts.back()});
  }
  return workflow::RuleBook::read(workflow::shipped_rules(), own);
}

Result<std::unique_ptr<Installation>> open_installation(const std::filesystem::path& root) {
  const Directory directory{std::filesystem::absolute(root)};
  auto lock = TRY(DirectoryLock::take(directory));
  auto configuration = TRY(load_configuration(directory));
  auto keys = TRY(sealing::Keyring::load(keys_directory(directory, configuration)));
  auto installation = std::unique_ptr<Installation>(
      new Installation{directory, std::move(lock), std::move(configuration), std::move(keys)});
  installation->limits = std::make_unique<workflow::Limits>(TRY(load_rules(directory)));
  TRY(connect(*installation));
  bring_in_calendars(*installation);
  installation->vault = std::make_unique<files::Vault>(installation->directory.files(),
                                                       installation->configuration.file_limits);
  installation->vault->clear_incoming();
  return installation;
}

}  // namespace xb::app
