// One installation opened for work: directory, lock, configuration, keys, database.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>

#include "app/configuration.h"
#include "app/directory.h"
#include "app/wall_clock.h"
#include "core/texts.h"
#include "platform/jobs/loop.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"
#include "platform/storage/work.h"
#include "platform/taxonomies/book.h"
#include "platform/telemetry/metrics.h"
#include "platform/workflow/limits.h"

namespace xb::app {

struct Installation {
  Directory directory;
  DirectoryLock lock;
  Configuration configuration;
  sealing::Keyring keys;
  telemetry::Metrics metrics;
  std::unique_ptr<WallClock> clock;
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<workflow::Limits> limits;
  std::unique_ptr<taxonomies::Book> taxonomies;
  std::unique_ptr<files::Vault> vault;

  // Woken by each commit that left an entry, where entries get their places in a loop.
  std::atomic<jobs::Loop*> placing = nullptr;

  // A work of the system itself, as of now.
  Work work(storage::Transaction& tx) const;

  // Gives waiting entries their places, for commands that run without a server.
  void place_entries();
};

// What it is to whoever runs a command that a database cannot be opened, made or brought up to
// date.
Refusal refusal_of(const storage::Failure& failure);

Result<Configuration> load_configuration(const Directory& directory);

storage::Options options_of(const Directory& directory, const Configuration& configuration);

// Takes the lock and opens everything. Refuses with directory.*, configuration.*, keys.*, rules.*,
// taxonomies.*, database.unreachable, database.schema or clock.behind_log.
Result<std::unique_ptr<Installation>> open_installation(const std::filesystem::path& root);

// What ships and what stands in DIR/taxonomies/*.toml. Refuses with taxonomies.*.
Result<taxonomies::Book> load_taxonomies(const Directory& directory);

// The books: what ships and what stands in DIR/clocks/*.toml and DIR/approvals/*.toml, whose
// conditions may name items of taxonomies by code or name. Refuse with rules.*.
Result<workflow::RuleBook> load_rules(const Directory& directory, const taxonomies::Book& words);
Result<workflow::ApprovalBook> load_approvals(const Directory& directory,
                                              const taxonomies::Book& words);

// The directory of the keys: beside the data or where the configuration says.
std::filesystem::path keys_directory(const Directory& directory,
                                     const Configuration& configuration);

}  // namespace xb::app
