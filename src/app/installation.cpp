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

// A file of the bank's own.
struct OwnFile {
  std::string name;
  std::optional<std::string> text;  // none for what cannot be read
};

// The *.toml of a folder that need not be there, by name.
std::vector<OwnFile> own_files(const std::filesystem::path& folder) {
  std::vector<OwnFile> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".toml") continue;
    auto text = text_of(entry.path());
    out.push_back({entry.path().filename(), text ? std::optional{std::move(*text)} : std::nullopt});
  }
  std::sort(out.begin(), out.end(),
            [](const OwnFile& a, const OwnFile& b) { return a.name < b.name; });
  return out;
}

// A book as it ships, with the bank's own files in `folder` laid over it.
template <class Book, class... More>
Result<Book> load_book(const std::filesystem::path& folder,
                       const std::vector<workflow::RuleFile>& shipped, const More&... more) {
  const auto files = own_files(folder);
  std::vector<workflow::RuleFile> own;
  for (const OwnFile& file : files) {
    if (!file.text) return refuse(Reason::invalid, "rules.file", file.name);
    own.push_back({file.name, *file.text});
  }
  return Book::read(shipped, own, more...);
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
          .limits = limits.get(),
          .taxonomies = taxonomies.get()};
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

Result<taxonomies::Book> load_taxonomies(const Directory& directory) {
  const auto files = own_files(directory.taxonomies());
  std::vector<taxonomies::File> own;
  for (const OwnFile& file : files) {
    if (!file.text) return refuse(Reason::invalid, "taxonomies.file", file.name);
    own.push_back({file.name, *file.text});
  }
  return taxonomies::Book::read(taxonomies::shipped(), own);
}

// What a condition's value means in the columns: its code and all that is finer.
workflow::StoredWords stored_words(const taxonomies::Book& words) {
  return [&words](const std::string& fact, const std::string& value) {
    const auto* item = words.known_as(fact, value);
    return item == nullptr ? std::vector{value} : words.below(fact, item->code);
  };
}

Result<workflow::RuleBook> load_rules(const Directory& directory, const taxonomies::Book& words) {
  return load_book<workflow::RuleBook>(directory.rules(), workflow::shipped_rules(),
                                       stored_words(words));
}

Result<workflow::ApprovalBook> load_approvals(const Directory& directory,
                                              const taxonomies::Book& words) {
  return load_book<workflow::ApprovalBook>(directory.approvals(), workflow::shipped_approvals(),
                                           stored_words(words));
}

Result<std::unique_ptr<Installation>> open_installation(const std::filesystem::path& root) {
  const Directory directory{std::filesystem::absolute(root)};
  auto lock = TRY(DirectoryLock::take(directory));
  auto configuration = TRY(load_configuration(directory));
  auto keys = TRY(sealing::Keyring::load(keys_directory(directory, configuration)));
  auto installation = std::unique_ptr<Installation>(
      new Installation{directory, std::move(lock), std::move(configuration), std::move(keys)});
  installation->taxonomies = std::make_unique<taxonomies::Book>(TRY(load_taxonomies(directory)));
  auto rules = TRY(load_rules(directory, *installation->taxonomies));
  auto approvals = TRY(load_approvals(directory, *installation->taxonomies));
  installation->limits = std::make_unique<workflow::Limits>(std::move(rules), std::move(approvals));
  TRY(connect(*installation));
  bring_in_calendars(*installation);
  installation->vault = std::make_unique<files::Vault>(installation->directory.files(),
                                                       installation->configuration.file_limits);
  installation->vault->clear_incoming();
  return installation;
}

}  // namespace xb::app
