#include "platform/storage/database.h"

#include <future>

#include "platform/storage/postgres.h"
#include "platform/storage/sqlite.h"

namespace xb::storage {

Dialect dialect_of(const std::string& address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://")
             ? Dialect::postgres
             : Dialect::sqlite;
}

std::unique_ptr<Connection> connect(const Options& options) {
  return dialect_of(options.address) == Dialect::postgres
             ? connect_postgres(options, PostgresRole::writer)
             : connect_sqlite(options, SqliteRole::writer);
}

std::unique_ptr<Database> Database::open(const Options& options) {
  if (dialect_of(options.address) == Dialect::postgres)
    return std::make_unique<PostgresDatabase>(options);
  return std::make_unique<SqliteDatabase>(options);
}

void Database::submit(Lane lane, Command command, Done done) {
  const auto ticket = std::make_shared<Ticket>(std::move(command), std::move(done));
  if (!queue_.push(lane, ticket)) ticket->done(Failure(Fault::busy, "queue", "submitting"));
}

void Database::expire_waiting(std::chrono::milliseconds age) {
  for (const auto& ticket : queue_.expire(std::chrono::steady_clock::now() - age))
    ticket->done(Failure(Fault::busy, "waited", "queue"));
}

bool Database::write(Lane lane, const Command& command) {
  bool accepted = false;
  std::promise<std::optional<Failure>> outcome;
  submit(
      lane, [&](Transaction& tx) { return accepted = command(tx); },
      [&](const std::optional<Failure>& failure) { outcome.set_value(failure); });
  if (const auto failure = outcome.get_future().get()) throw Failure(*failure);
  return accepted;
}

}  // namespace xb::storage
