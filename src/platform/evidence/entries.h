// Reading the log: the story of one subject, and the entries in the order of their places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "core/instant.h"
#include "core/json_struct.h"
#include "core/scope.h"
#include "platform/storage/work.h"

namespace xb::evidence {

// JSON that is passed on as it was stored.
struct RawJson {
  std::string text;
};

// One thing that happened to a subject, as its timeline shows it. Personal parts are not in it.
struct TimelineEntry {
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  std::optional<Id<Person>> actor_id;  // none: the system itself
  RawJson facts;
  std::string leaf_hash;              // hex
  std::optional<std::int64_t> place;  // none yet on PostgreSQL for some milliseconds
};
BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (n, kind, at, actor_id, facts, leaf_hash, place))

// Entries of one subject from `after_n` on, oldest first.
std::vector<TimelineEntry> timeline(Work& work, std::int64_t subject_id, std::int64_t after_n,
                                    std::size_t limit);

// What is sealed in an entry, opened: a JSON object of its personal members.
struct OpenedEntry {
  std::int64_t n = 0;
  std::string kind;
  std::string personal;
};

// Those of one subject that are of these kinds, oldest first. What was erased is not among them.
std::vector<OpenedEntry> opened(Work& work, std::int64_t subject_id,
                                const std::vector<std::string>& kinds);

// The number of entries of one subject.
std::int64_t count(Work& work, std::int64_t subject_id);

// An entry with a place, as followers read it.
struct PlacedEntry {
  std::int64_t place = 0;
  std::int64_t subject_id = 0;
  std::int64_t n = 0;
  std::string kind;
  Instant at;
  Id<Person> actor_id;
  std::string facts;
};
BOOST_DESCRIBE_STRUCT(PlacedEntry, (), (place, subject_id, n, kind, at, actor_id, facts))

// Entries from `first_place` on.
std::vector<PlacedEntry> placed(storage::Transaction& tx, std::int64_t first_place,
                                std::size_t limit);

// The same, for checks that go through the whole log: whether what is stored is what was appended,
// by leaf and MAC, and stands in its place, with none missing before it in its subject's chain.
struct ProvenEntry {
  PlacedEntry entry;
  bool is_unaltered = false;
};
std::vector<ProvenEntry> proven(Work& work, std::int64_t first_place, std::size_t limit);

// The time of the newest entry: no entry is older than the one before it.
std::optional<Instant> last_entry_at(storage::Transaction& tx);

}  // namespace xb::evidence

namespace xb {

template <>
struct Json<evidence::RawJson> {
  static void write(std::string& out, const evidence::RawJson& json) { out += json.text; }
  static boost::json::value schema(Schemas&) { return {{"type", "object"}}; }
};

namespace storage {

template <>
struct Column<evidence::RawJson> {
  static constexpr CellType type = CellType::text;
  static evidence::RawJson from(Cell&& cell) { return {cells::text(std::move(cell))}; }
};

}  // namespace storage
}  // namespace xb
