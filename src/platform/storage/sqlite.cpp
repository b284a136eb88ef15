#include "platform/storage/sqlite.h"

#include <cassert>
#include <chrono>

#include <unistd.h>

#include "platform/telemetry/log.h"
#include "platform/telemetry/metrics.h"

namespace xb::storage {
namespace {

using telemetry::Severity;

constexpr std::size_t group_max = 128;
constexpr std::chrono::milliseconds idle_patience{1000};
// Pages of the log (64 MB) after which a commit also checkpoints; readers never do. The same page
// of an index is then written back once for many commits.
constexpr auto checkpoint_pragma = "PRAGMA wal_autocheckpoint = 16000";
constexpr std::uintmax_t log_bytes_warn = std::uintmax_t{256} << 20;

// Without leave to write beside the file SQLite can only read it as one that never changes; a log
// left by a crash forbids that, as its rows would be missing.
bool must_be_immutable(const Options& options) {
  std::error_code error;
  const auto log_size = std::filesystem::file_size(options.address + "-wal", error);
  return options.read_only && (error || log_size == 0);
}

bool loses_group(Fault fault) {
  return fault == Fault::full || fault == Fault::io || fault == Fault::memory ||
         fault == Fault::corrupt || fault == Fault::read_only;
}

// As a `file:` URI wants it; SQLite's documentation, "URI Filenames", 3.
std::string escaped(std::string_view path) {
  std::string out;
  for (const char c : path) {
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
    out += c == '%' || c == '?' || c == '#' ? std::string{code} : std::string{c};
  }
  return out;
}

// As SOCI wants it: quoted, because a path may hold blanks.
std::string soci_address(const Options& options) {
  if (options.address.find('"') != std::string::npos)
    throw Failure(Fault::io, "a path with a quote", "connecting");
  const std::string file = must_be_immutable(options)
                               ? "file:" + escaped(options.address) + "?immutable=1"
                               : options.address;
  return "db=\"" + file + "\" timeout=5";
}

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const Options& options, SqliteRole role) {
  auto connection = std::make_unique<Connection>(Dialect::sqlite, soci_address(options));
  const auto pragma = [&](std::string_view text) { connection->run(text, {}); };
  pragma("PRAGMA temp_store = MEMORY");
  pragma("PRAGMA foreign_keys = ON");
  if (options.read_only || role == SqliteRole::reader) {
    pragma("PRAGMA cache_size = -16000");
    pragma("PRAGMA wal_autocheckpoint = 0");
    pragma("PRAGMA query_only = ON");
    return connection;
  }
  pragma("PRAGMA journal_mode = WAL");
  pragma(options.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  pragma("PRAGMA cache_size = -64000");
  pragma(checkpoint_pragma);
  return connection;
}

SqliteDatabase::SqliteDatabase(const Options& options)
    : Database(options.waiting_max),
      options_(options),
      migrations_(shipped_migrations(Dialect::sqlite)),
      kinds_(migrations_),
      writer_(connect_sqlite(options, SqliteRole::writer)),
      readers_(
          kinds_, [this] { return connect_sqlite(options_, SqliteRole::reader); }, options) {
  if (schema_state(*writer_, migrations_) != SchemaState::current)
    throw Failure(Fault::schema, "not current", "opening");
  tx_.emplace(*writer_, ids_, kinds_);
  if (!options_.read_only) fill_ids();
  writer_->before_statement = options_.before_statement;
  thread_ = std::thread([this] { serve(); });
}

SqliteDatabase::~SqliteDatabase() { stop(); }

void SqliteDatabase::stop() {
  queue_.close();
  if (thread_.joinable()) thread_.join();
}

void SqliteDatabase::read(const std::function<void(Transaction&)>& work) {
  try {
    readers_.read(work);
  } catch (const Failure& failure) {
    if (failure.fault() == Fault::corrupt) trouble_.note(failure);
    throw;
  }
}

std::string SqliteDatabase::trouble() const {
  return options_.read_only ? "read_only" : trouble_.word();
}

void SqliteDatabase::serve() {
  while (!queue_.is_drained()) {
    const Group group = queue_.take(group_max, idle_patience);
    if (group.empty())
      tidy_log();
    else
      run_group(group);
  }
  log_is_empty_ = false;
  tidy_log();
}

// Every answer of a group waits for its commit: what is visible is durable.
void SqliteDatabase::run_group(const Group& group) {
  const auto started = std::chrono::steady_clock::now();
  std::vector<Outcome> outcomes(group.size());
  bool left_entry = false;
  try {
    if (options_.read_only) throw Failure(Fault::read_only, "", "opening");
    if (trouble_.is_corrupt()) throw Failure(Fault::corrupt, "", "an earlier statement");
    outcomes = run_commands(group);
    bool is_changed = false;
    for (const Outcome& outcome : outcomes) {
      left_entry = left_entry || outcome.left_entry;
      is_changed = is_changed || outcome.is_kept;
    }
    // A group of refusals wrote nothing and so says nothing about the disk.
    if (is_changed) {
      log_is_empty_ = false;
      trouble_.clear();
    }
  } catch (...) {
    const Failure failure = current_failure();
    roll_back();
    if (failure.fault() == Fault::constraint && group.size() > 1) return run_alone(group);
    trouble_.note(failure);
    telemetry::log(Severity::alarm, "storage.group_failed",
                   {{"fault", name(failure.fault())},
                    {"code", failure.code()},
                    {"statement", failure.statement()},
                    {"commands", static_cast<std::int64_t>(group.size())}});
    for (Outcome& outcome : outcomes) outcome.failure = failure;
  }
  if (options_.metrics != nullptr)
    options_.metrics->commit(group.size(), std::chrono::duration_cast<std::chrono::microseconds>(
                                               std::chrono::steady_clock::now() - started));
  for (std::size_t i = 0; i < group.size(); ++i) group[i]->done(outcomes[i].failure);
  if (left_entry && hooks_.after_commit) hooks_.after_commit();
}

// A constraint that only COMMIT sees names no culprit, so each command shows for itself.
void SqliteDatabase::run_alone(const Group& group) {
  for (const auto& ticket : group) run_group({ticket});
}

std::vector<SqliteDatabase::Outcome> SqliteDatabase::run_commands(const Group& group) {
  if (ids_.is_low()) fill_ids();
  std::vector<Outcome> outcomes;
  bool left_entry = false;
  writer_->run("BEGIN IMMEDIATE", {});
  for (const auto& ticket : group) {
    Outcome outcome = run_one(ticket->command);
    // A unique key that raced, a number that was taken: once more with new ids.
    if (outcome.failure && outcome.failure->fault() == Fault::constraint) {
      if (options_.metrics != nullptr) options_.metrics->retried("constraint");
      outcome = run_one(ticket->command);
    }
    left_entry = left_entry || outcome.left_entry;
    outcomes.push_back(std::move(outcome));
  }
  if (left_entry && hooks_.before_commit) hooks_.before_commit(*tx_);
  writer_->run("COMMIT", {});
  return outcomes;
}

SqliteDatabase::Outcome SqliteDatabase::run_one(const Command& command) {
  Outcome outcome;
  writer_->run("SAVEPOINT command", {});
  tx_->start_command();
  try {
    keep_or_drop(outcome, command(*tx_));
  } catch (...) {
    const Failure failure = current_failure();
    // The next SAVEPOINT … RELEASE would commit alone, so nothing further runs.
    if (loses_group(failure.fault()) || writer_->in_autocommit()) throw failure;
    keep_or_drop(outcome, false);
    outcome.failure = failure;
    if (failure.fault() != Fault::constraint)
      telemetry::log(Severity::alarm, "storage.command_failed",
                     {{"fault", name(failure.fault())},
                      {"code", failure.code()},
                      {"statement", failure.statement()}});
  }
  return outcome;
}

void SqliteDatabase::keep_or_drop(Outcome& outcome, bool accepted) {
  if (accepted && tx_->changed_silently()) {
    telemetry::log(Severity::alarm, "storage.change_without_entry");
    assert(false && "a domain table changed and no evidence entry tells of it");
    outcome.failure = Failure(Fault::other, "no entry", "ending a command");
    accepted = false;
  }
  if (accepted && writer_->deferred_violations() != 0) {
    outcome.failure = Failure(Fault::constraint, "deferred", "ending a command");
    accepted = false;
  }
  if (!accepted) writer_->run("ROLLBACK TO command", {});
  writer_->run("RELEASE command", {});
  outcome.is_kept = accepted;
  outcome.left_entry = accepted && tx_->entries() > 0;
}

void SqliteDatabase::roll_back() {
  try {
    if (!writer_->in_autocommit()) writer_->run("ROLLBACK", {});
  } catch (const Failure& failure) {
    trouble_.note(failure);
  }
}

void SqliteDatabase::fill_ids() {
  constexpr CellType types[] = {CellType::integer};
  std::int64_t end = 0;
  writer_->run("BEGIN IMMEDIATE", {});
  try {
    writer_->run("UPDATE id_blocks SET next_id = next_id + ? WHERE id = 1", {IdBlock::size});
    writer_->run("SELECT next_id FROM id_blocks WHERE id = 1", {}, types,
                 [&](std::span<Cell> row) { end = std::get<std::int64_t>(row[0]); });
    writer_->run("COMMIT", {});
  } catch (const Failure&) {
    roll_back();
    throw;
  }
  ids_.add(end - IdBlock::size);
}

// Empties the log when nobody writes; says so when it has grown beyond what readers may cause.
void SqliteDatabase::tidy_log() {
  if (options_.read_only || log_is_empty_) return;
  try {
    writer_->checkpoint(true);
  } catch (const Failure& failure) {
    trouble_.note(failure);
  }
  std::error_code error;
  const auto bytes = std::filesystem::file_size(options_.address + "-wal", error);
  log_is_empty_ = error || bytes == 0;
  if (!error && bytes > log_bytes_warn)
    telemetry::log(Severity::warning, "storage.log_large",
                   {{"bytes", static_cast<std::int64_t>(bytes)}});
}

}  // namespace xb::storage
