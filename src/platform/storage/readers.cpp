#include "platform/storage/readers.h"

#include "core/ensure.h"

namespace xb::storage {

Readers::Readers(const TableKinds& kinds, std::function<std::unique_ptr<Connection>()> connect,
                 const Options& options)
    : kinds_(kinds),
      connect_(std::move(connect)),
      read_within_(options.read_within),
      free_(options.readers) {}

std::unique_ptr<Connection> Readers::borrow() {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, read_within_, [&] { return !free_.empty(); }))
    throw Failure(Fault::busy, "readers", "borrowing");
  auto connection = std::move(free_.back());
  free_.pop_back();
  return connection;
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

// A pooled connection may have broken since it was last used, and nothing was read yet.
void Readers::begin(std::unique_ptr<Connection>& connection) {
  const bool was_pooled = connection != nullptr;
  if (!was_pooled) connection = connect_();
  const std::string_view sql = connection->dialect() == Dialect::postgres
                                   ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                   : "BEGIN";
  try {
    connection->run(sql, {});
  } catch (const Failure& failure) {
    if (!was_pooled || failure.fault() != Fault::lost) throw;
    connection = connect_();
    connection->run(sql, {});
  }
}

void Readers::read(const std::function<void(Transaction&)>& work) {
  struct Loan {
    Readers& readers;
    std::unique_ptr<Connection> connection;
    ~Loan() { readers.give_back(std::move(connection)); }
  } loan{*this, borrow()};
  auto& connection = loan.connection;
  try {
    begin(connection);
    connection->limit_time(read_within_);
    Transaction tx(*connection, no_ids_, kinds_);
    work(tx);
    connection->run("COMMIT", {});
  } catch (...) {
    // A connection that failed is not trusted again: the next reader opens a new one.
    connection.reset();
    throw;
  }
  if (connection->dialect() == Dialect::sqlite)
    ensure(connection->is_at_rest(), "a reader kept its snapshot open");
}

}  // namespace xb::storage
