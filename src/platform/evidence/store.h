// The tables of the log and every statement on them. Private to evidence/; what others may read is
// declared in entries.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/scope.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/transaction.h"

namespace xb::evidence {

// Where the chain of one subject stands.
struct ChainRow {
  static constexpr std::string_view table = "evidence_chains";
  std::int64_t subject_id = 0;
  std::string chain;
  std::int64_t n = 0;
  std::string last_hash;  // hex
};
BOOST_DESCRIBE_STRUCT(ChainRow, (), (subject_id, chain, n, last_hash))

// An entry as it is written; the database gives it its order. `place` is set on SQLite only:
// elsewhere the sequencer gives it.
struct NewEntryRow {
  static constexpr std::string_view table = "evidence_entries";
  std::int64_t subject_id = 0;
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  Id<Person> actor_id;
  std::string work;
  std::string leaf;
  std::string leaf_hash;  // hex
  std::string mac;        // base64
  std::string facts;      // a JSON object
  std::string openings;   // Committed::openings
  std::string sealed;     // salt || JSON object of the personal fields
  Id<sealing::DataKey> key_id;
  std::optional<std::int64_t> place;
};
BOOST_DESCRIBE_STRUCT(NewEntryRow, (),
                      (subject_id, n, kind, at, actor_id, work, leaf, leaf_hash, mac, facts,
                       openings, sealed, key_id, place))

// The sealed part of an entry.
struct SealedRow {
  static constexpr std::string_view table = "evidence_entries";
  std::int64_t n = 0;
  std::string kind;
  std::string sealed;
  Id<sealing::DataKey> key_id;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (n, kind, sealed, key_id))

std::vector<SealedRow> sealed_entries(storage::Transaction& tx, std::int64_t subject_id,
                                      const std::vector<std::string>& kinds);

// What the sequencer looks at: the leaf and what followers read.
struct WaitingRow {
  std::int64_t id = 0;
  std::int64_t subject_id = 0;
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  Id<Person> actor_id;
  std::string leaf;
  std::string leaf_hash;
  std::string mac;
  std::string facts;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (),
                      (id, subject_id, n, kind, at, actor_id, leaf, leaf_hash, mac, facts))

// What is_unaltered looks at.
struct ProvenRow {
  std::int64_t place = 0;
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  std::string leaf;
  std::string leaf_hash;
  std::string facts;
  std::string openings;
};
BOOST_DESCRIBE_STRUCT(ProvenRow, (), (place, n, kind, at, leaf, leaf_hash, facts, openings))

// All that proves an entry.
struct WholeRow {
  std::int64_t place = 0;
  std::int64_t subject_id = 0;
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  Id<Person> actor_id;
  std::string leaf;
  std::string leaf_hash;
  std::string mac;
  std::string facts;
  std::string openings;
};
BOOST_DESCRIBE_STRUCT(WholeRow, (),
                      (place, subject_id, n, kind, at, actor_id, leaf, leaf_hash, mac, facts,
                       openings))

// What the entry key authenticates: a row with another's MAC is not ours, nor one whose followers
// would be told something else. A leaf holds no line break.
template <class Row>
std::string authenticated(const Row& row) {
  return row.leaf + "\n" + std::to_string(row.subject_id) + " " + std::to_string(row.n) + " " +
         row.kind + " " + std::to_string(row.at.ms) + " " + std::to_string(row.actor_id.number) +
         "\n" + row.facts;
}

std::optional<ChainRow> find_chain(storage::Transaction& tx, std::int64_t subject_id);
// False if the chain does not stand at the link before this one.
bool advance_chain(storage::Transaction& tx, const ChainRow& chain);

// Two sequencers never give the same place: whoever has the log's row goes first.
void lock_log(storage::Transaction& tx);
// Entries without a place, in the database's order.
std::vector<WaitingRow> waiting_entries(storage::Transaction& tx, std::size_t limit);
// With a place, the newest first.
std::vector<ProvenRow> newest_entries(storage::Transaction& tx, std::size_t limit);
// From this place on.
std::vector<WholeRow> whole_entries(storage::Transaction& tx, std::int64_t first_place,
                                    std::size_t limit);
// The hash of a subject's entry, in hex; none if there is no such entry.
std::optional<std::string> hash_of(storage::Transaction& tx, std::int64_t subject_id,
                                   std::int64_t n);
void set_aside(storage::Transaction& tx, std::int64_t id);
// Places from `first` on for all that wait, up to the entry `last_id`.
void give_places(storage::Transaction& tx, std::int64_t first, std::int64_t last_id);
void grow(storage::Transaction& tx, std::int64_t by);
// Among the newest entries, because the question comes within seconds.
bool has_entry_of(storage::Transaction& tx, std::string_view work);

// Locks the follower's row, which is made if need be: on several nodes a follower runs on one.
void lock_follower(storage::Transaction& tx, std::string_view name);
std::optional<std::int64_t> find_position(storage::Transaction& tx, std::string_view name);
void set_position(storage::Transaction& tx, std::string_view name, std::int64_t next_place);

}  // namespace xb::evidence
