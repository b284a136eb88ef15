#include "platform/storage/postgres.h"

#include <cassert>
#include <chrono>

#include "platform/storage/health.h"
#include "platform/telemetry/log.h"
#include "platform/telemetry/metrics.h"

namespace xb::storage {
namespace {

using telemetry::Severity;

constexpr int attempts_max = 6;  // the first and five more
constexpr std::chrono::milliseconds idle_patience{1000};
constexpr std::chrono::milliseconds write_within{30'000};

// A server that the network swallowed is noticed in seconds rather than in the quarter of an hour
// that TCP grants. What the address says itself holds.
constexpr std::pair<std::string_view, std::string_view> time_limits[] = {
    {"connect_timeout", "5"},
    {"tcp_user_timeout", "5000"},
    {"keepalives_idle", "5"},
    {"keepalives_interval", "2"},
    {"keepalives_count", "3"}};

std::string with_time_limits(std::string address) {
  for (const auto& [name, value] : time_limits) {
    const std::string setting = std::string{name} + "=";
    if (address.find(setting) != std::string::npos) continue;
    address += address.find('?') == std::string::npos ? '?' : '&';
    address += setting + std::string{value};
  }
  return address;
}

bool is_worth_repeating(Fault fault) {
  return fault == Fault::serialization || fault == Fault::constraint || fault == Fault::lost;
}

}  // namespace

std::unique_ptr<Connection> connect_postgres(const Options& options, PostgresRole role) {
  auto connection =
      std::make_unique<Connection>(Dialect::postgres, with_time_limits(options.address));
  const auto set = [&](std::string_view text) { connection->run(text, {}); };
  set("SET client_min_messages = error");
  set("SET lock_timeout = '5s'");
  set("SET client_encoding = 'UTF8'");
  set("SET idle_in_transaction_session_timeout = '60s'");
  const auto within = role == PostgresRole::reader ? options.read_within : write_within;
  set("SET statement_timeout = " + std::to_string(within.count()));
  return connection;
}

PostgresDatabase::PostgresDatabase(const Options& options)
    : Database(options.waiting_max),
      options_(options),
      migrations_(shipped_migrations(Dialect::postgres)),
      kinds_(migrations_),
      readers_(
          kinds_, [this] { return connect_postgres(options_, PostgresRole::reader); }, options) {
  const auto connection = connect_postgres(options, PostgresRole::writer);
  if (schema_state(*connection, migrations_) != SchemaState::current)
    throw Failure(Fault::schema, "not current", "opening");
  for (const HealthProblem& problem : health(*connection))
    if (problem.is_fatal) throw Failure(Fault::other, problem.code, problem.where);
  fill_ids(*connection);
  for (std::size_t i = 0; i < options.writers; ++i) threads_.emplace_back([this] { serve(); });
}

PostgresDatabase::~PostgresDatabase() { stop(); }

void PostgresDatabase::stop() {
  queue_.close();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

void PostgresDatabase::read(const std::function<void(Transaction&)>& work) {
  try {
    readers_.read(work);
  } catch (const Failure& failure) {
    trouble_.note(failure);
    throw;
  }
}

void PostgresDatabase::serve() {
  std::unique_ptr<Connection> connection;
  while (!queue_.is_drained())
    for (const auto& ticket : queue_.take(1, idle_patience)) run(*ticket, connection);
}

void PostgresDatabase::run(Ticket& ticket, std::unique_ptr<Connection>& connection) {
  const auto started = std::chrono::steady_clock::now();
  Attempt outcome;
  for (int i = 0; i < attempts_max; ++i) {
    try {
      if (!connection || !connection->is_alive()) {
        connection = connect_postgres(options_, PostgresRole::writer);
        connection->before_statement = options_.before_statement;
      }
      outcome = attempt(ticket.command, *connection);
    } catch (...) {
      outcome = {.failure = current_failure()};
      connection.reset();
    }
    if (!outcome.failure || !is_worth_repeating(outcome.failure->fault())) break;
    if (options_.metrics != nullptr) options_.metrics->retried(name(outcome.failure->fault()));
  }
  if (outcome.failure) {
    trouble_.note(*outcome.failure);
    telemetry::log(Severity::alarm, "storage.command_failed",
                   {{"fault", name(outcome.failure->fault())},
                    {"code", outcome.failure->code()},
                    {"statement", outcome.failure->statement()}});
  } else if (outcome.is_kept) {
    trouble_.clear();
  }
  if (options_.metrics != nullptr)
    options_.metrics->commit(1, std::chrono::duration_cast<std::chrono::microseconds>(
                                    std::chrono::steady_clock::now() - started));
  ticket.done(outcome.failure);
  if (outcome.left_entry && hooks_.after_commit) hooks_.after_commit();
}

PostgresDatabase::Attempt PostgresDatabase::attempt(const Command& command,
                                                    Connection& connection) {
  if (ids_.is_low()) fill_ids(connection);
  Transaction tx(connection, ids_, kinds_);
  bool committing = false;
  try {
    connection.put("BEGIN ISOLATION LEVEL REPEATABLE READ", {});
    const bool accepted = command(tx);
    if (accepted && tx.changed_silently()) {
      assert(false && "a domain table changed and no evidence entry tells of it");
      throw Failure(Fault::other, "no entry", "ending a command");
    }
    committing = accepted;
    connection.put(accepted ? "COMMIT" : "ROLLBACK", {});
    connection.settle();
    return {.failure = {}, .is_kept = accepted, .left_entry = accepted && tx.entries() > 0};
  } catch (...) {
    const Failure failure = current_failure();
    // A statement before COMMIT that the server itself refused kept COMMIT from running.
    const bool may_be_done =
        committing && (failure.code().empty() || failure.statement() == "COMMIT");
    if (!connection.is_alive() && may_be_done) {
      const auto lost = settle(tx.work(), failure);
      return {.failure = lost, .is_kept = !lost, .left_entry = !lost};
    }
    if (!connection.is_alive()) throw failure;
    connection.run("ROLLBACK", {});
    return {.failure = failure};
  }
}

std::optional<Failure> PostgresDatabase::settle(const std::string& work, const Failure& failure) {
  const Failure unknown(Fault::unknown, failure.code(), "COMMIT");
  if (work.empty() || !hooks_.was_committed) return unknown;
  try {
    bool committed = false;
    readers_.read([&](Transaction& tx) { committed = hooks_.was_committed(tx, work); });
    // What is not seen may still wait for its disk or its standby.
    if (committed) return {};
    return unknown;
  } catch (...) {
    return unknown;
  }
}

void PostgresDatabase::fill_ids(Connection& connection) {
  const std::lock_guard lock(filling_ids_);
  if (!ids_.is_low()) return;
  constexpr CellType types[] = {CellType::integer};
  std::int64_t end = 0;
  connection.run("UPDATE id_blocks SET next_id = next_id + ? WHERE id = 1 RETURNING next_id",
                 {IdBlock::size}, types,
                 [&](std::span<Cell> row) { end = std::get<std::int64_t>(row[0]); });
  ids_.add(end - IdBlock::size);
}

}  // namespace xb::storage
