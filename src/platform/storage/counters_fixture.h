// A table that tests write to beside the schema that ships, and the words they use about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "platform/storage/database.h"
#include "platform/storage/migrations.h"
#include "test/support/bank.h"
#include "test/support/databases.h"
#include "test/support/gate.h"
#include "test/support/world.h"

namespace xb::storage {

// The schema does not declare its table, so a change of it counts as one of the domain.
struct Counter {
  static constexpr std::string_view table = "counters";
  Id<Counter> id;
  std::int64_t amount = 0;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Counter, (), (id, amount, version))

// A database with that table, whose writers pass a gate.
class Counting {
 public:
  explicit Counting(test::Engine engine, Options wanted = {}) : source_(engine) {
    wanted.address = source_.options().address;
    wanted.before_statement = gate.pass();
    source_.set_options(wanted);
    connect()->run(
        "CREATE TABLE counters (id bigint PRIMARY KEY, amount bigint NOT NULL CHECK (amount >= 0),"
        " version bigint NOT NULL)",
        {});
  }

  Database& database() { return source_.get(); }
  test::TestDatabase& source() { return source_; }
  // A connection outside the pools and the gate.
  std::unique_ptr<Connection> connect() { return storage::connect(source_.options()); }

  // What a command does that adds a counter and leaves the entry that tells of it.
  static bool add(Transaction& tx, std::int64_t id, std::int64_t amount = 0) {
    tx.insert(Counter{{id}, amount});
    tx.note_entry();
    return true;
  }
  void add(std::int64_t id, std::int64_t amount = 0) {
    database().write(Lane::interactive, [&](Transaction& tx) { return add(tx, id, amount); });
  }

  // The counters that are there, in order.
  std::vector<std::int64_t> ids() {
    std::vector<std::int64_t> out;
    database().read([&](Transaction& tx) {
      out = tx.all<std::int64_t>("SELECT id FROM counters ORDER BY id");
    });
    return out;
  }
  std::optional<Counter> find(std::int64_t id) {
    std::optional<Counter> out;
    database().read([&](Transaction& tx) { out = tx.find<Counter>("WHERE id = ?", id); });
    return out;
  }

  test::Gate gate;

 private:
  test::TestDatabase source_;
};

// The failure of `action`, if it fails.
template <class Action>
std::optional<Failure> failure_of(Action&& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure;
  }
  return {};
}

template <class Action>
std::string fault_of(Action&& action) {
  const auto failure = failure_of(action);
  return failure ? name(failure->fault()) : "none";
}

}  // namespace xb::storage
