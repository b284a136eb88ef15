// The tables of the log. Private to evidence/.
#pragma once

#include <string>
#include <string_view>

#include "core/describe.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/scope.h"
#include "platform/sealing/keyring.h"

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

// An entry as it is written; the database gives it its order, the sequencer its place.
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
  std::string sealed;     // salt || JSON object of the personal fields
  Id<sealing::DataKey> key_id;
};
BOOST_DESCRIBE_STRUCT(NewEntryRow, (),
                      (subject_id, n, kind, at, actor_id, work, leaf, leaf_hash, mac, facts, sealed,
                       key_id))

// What the sequencer looks at.
struct WaitingRow {
  std::int64_t id = 0;
  std::string leaf;
  std::string leaf_hash;
  std::string mac;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (id, leaf, leaf_hash, mac))

}  // namespace xb::evidence
