// Entries made up for tests: a parcel that things happen to, told with and without a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/evidence/entries.h"
#include "platform/evidence/extent.h"
#include "platform/evidence/log.h"
#include "test/support/bank.h"
#include "test/support/world.h"

namespace xb::evidence {

struct Parcel {};

struct Moved {
  std::string to;
  std::optional<privacy::Personal<privacy::Name>> receiver;
};
BOOST_DESCRIBE_STRUCT(Moved, (), (to, receiver))

// An entry as its row has it.
struct EntryRow {
  std::int64_t id = 0;
  std::optional<std::int64_t> place;
  std::int64_t quarantined = 0;
  std::int64_t subject_id = 0;
  std::int64_t n = 0;
  std::string kind;
  std::string leaf;
  std::string leaf_hash;
  std::string mac;
  std::string facts;
  std::string sealed;
  std::int64_t key_id = 0;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (),
                      (id, place, quarantined, subject_id, n, kind, leaf, leaf_hash, mac, facts,
                       sealed, key_id))

inline privacy::Personal<privacy::Name> named(const char* name) {
  return privacy::Personal<privacy::Name>::trusted(name);
}

// A bank whose log is written to directly.
class Telling {
 public:
  explicit Telling(test::Engine engine, std::function<void(std::string_view)> before_statement = {})
      : bank(engine, std::move(before_statement)) {
    run([&](Work& work) {
      key_id_ = sealing::new_key(work).id();
      work.tx.note_entry();  // as if something had been told with it
    });
  }

  // One command of an officer that does these steps.
  template <class Steps>
  void run(Steps&& steps, Instant at = test::monday) {
    const auto done = bank.write(bank.chen_yu, at, [&](Work& work) -> Result<void> {
      steps(work);
      return {};
    });
    EXPECT_TRUE(done.has_value());
  }

  // One command that tells of one move.
  void tell(std::int64_t parcel, const Moved& moved, Instant at = test::monday) {
    run([&](Work& work) { append_move(work, parcel, moved); }, at);
  }
  void append_move(Work& work, std::int64_t parcel, const Moved& moved) {
    const auto key = sealing::key(work, key_id_);
    append(work, "parcel.moved", Subject(Id<Parcel>{parcel}, key), moved);
  }

  // All rows, in the database's own order.
  std::vector<EntryRow> rows() {
    std::vector<EntryRow> out;
    bank.database().read([&](storage::Transaction& tx) {
      out = tx.all<EntryRow>(
          "SELECT id, place, quarantined, subject_id, n, kind, leaf, leaf_hash, mac, facts, sealed,"
          " key_id FROM evidence_entries ORDER BY id");
    });
    return out;
  }
  std::vector<EntryRow> rows_of(std::int64_t parcel) {
    std::vector<EntryRow> out;
    for (EntryRow& row : rows())
      if (row.subject_id == parcel) out.push_back(std::move(row));
    return out;
  }
  std::int64_t log_size() {
    std::int64_t out = 0;
    bank.database().read([&](storage::Transaction& tx) { out = extent(tx); });
    return out;
  }

  // A row in the waiting table as somebody with the database's password could put it there.
  void forge(std::int64_t parcel, const std::string& leaf, const std::string& hash,
             const std::string& mac, Instant at = test::monday) {
    bank.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      tx.execute(
          "INSERT INTO evidence_entries (subject_id, n, kind, at, work, leaf, leaf_hash,"
          " mac, facts, openings, sealed, key_id) VALUES (?, 99, 'parcel.moved', ?, 'none', ?, ?,"
          " ?, '{}', '{}', '', 0)",
          parcel, at, leaf, hash, mac);
      return true;
    });
  }

  test::Bank bank;

 private:
  Id<sealing::DataKey> key_id_;
};

}  // namespace xb::evidence
