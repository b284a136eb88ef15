#include "platform/evidence/store.h"

#include "platform/evidence/entries.h"
#include "platform/evidence/extent.h"
#include "platform/evidence/followers.h"
#include "platform/evidence/sequencer.h"

namespace xb::evidence {

std::optional<ChainRow> find_chain(storage::Transaction& tx, std::int64_t subject_id) {
  return tx.find<ChainRow>("WHERE subject_id = ?", subject_id);
}

bool advance_chain(storage::Transaction& tx, const ChainRow& chain) {
  return tx.execute(
             "UPDATE evidence_chains SET n = ?, last_hash = ? WHERE subject_id = ? AND n = ?",
             chain.n, chain.last_hash, chain.subject_id, chain.n - 1) == 1;
}

std::vector<SealedRow> sealed_entries(storage::Transaction& tx, std::int64_t subject_id,
                                      const std::vector<std::string>& kinds) {
  auto query = storage::Query::of<SealedRow>();
  query.where("subject_id = ? AND quarantined = 0 AND sealed <> ''", {subject_id});
  query.where_in("kind", {kinds.begin(), kinds.end()});
  query.add(storage::Sql<>("ORDER BY n"));
  return tx.find_all<SealedRow>(query);
}

void lock_log(storage::Transaction& tx) {
  tx.execute("UPDATE evidence_log SET size = size WHERE id = 1");
}

std::vector<WaitingRow> waiting_entries(storage::Transaction& tx, std::size_t limit) {
  return tx.all<WaitingRow>(
      "SELECT id, subject_id, n, kind, at, actor_id, leaf, leaf_hash, mac, facts"
      " FROM evidence_entries"
      " WHERE place IS NULL AND quarantined = 0 ORDER BY id LIMIT ?",
      limit);
}

std::vector<ProvenRow> newest_entries(storage::Transaction& tx, std::size_t limit) {
  return tx.all<ProvenRow>(
      "SELECT place, n, kind, at, leaf, leaf_hash, facts, openings FROM evidence_entries"
      " WHERE place IS NOT NULL ORDER BY place DESC LIMIT ?",
      limit);
}

std::vector<WholeRow> whole_entries(storage::Transaction& tx, std::int64_t first_place,
                                    std::size_t limit) {
  return tx.all<WholeRow>(
      "SELECT place, subject_id, n, kind, at, actor_id, leaf, leaf_hash, mac, facts, openings"
      " FROM evidence_entries WHERE place >= ? ORDER BY place LIMIT ?",
      first_place, limit);
}

std::optional<std::string> hash_of(storage::Transaction& tx, std::int64_t subject_id,
                                   std::int64_t n) {
  return tx.one<std::string>(
      "SELECT leaf_hash FROM evidence_entries WHERE subject_id = ? AND n = ? AND quarantined = 0",
      subject_id, n);
}

void set_aside(storage::Transaction& tx, std::int64_t id) {
  tx.execute("UPDATE evidence_entries SET quarantined = 1 WHERE id = ?", id);
}

void give_places(storage::Transaction& tx, std::int64_t first, std::int64_t last_id) {
  tx.execute(
      "UPDATE evidence_entries SET place = ranked.place FROM"
      " (SELECT id, ? + row_number() OVER (ORDER BY id) - 1 AS place FROM evidence_entries"
      "  WHERE place IS NULL AND quarantined = 0 AND id <= ?) AS ranked"
      " WHERE evidence_entries.id = ranked.id",
      first, last_id);
}

std::int64_t extent(storage::Transaction& tx) {
  return tx.one<std::int64_t>("SELECT size FROM evidence_log WHERE id = 1").value_or(0);
}

void grow(storage::Transaction& tx, std::int64_t by) {
  tx.execute("UPDATE evidence_log SET size = size + ? WHERE id = 1", by);
}

bool has_entry_of(storage::Transaction& tx, std::string_view work) {
  return tx
      .one<std::int64_t>(
          "SELECT id FROM evidence_entries WHERE work = ?"
          " AND id > (SELECT max(id) FROM evidence_entries) - 100000 LIMIT 1",
          work)
      .has_value();
}

std::vector<TimelineEntry> timeline(Work& work, std::int64_t subject_id, std::int64_t after_n,
                                    std::size_t limit) {
  return work.tx.all<TimelineEntry>(
      "SELECT n, kind, at, actor_id, facts, leaf_hash, place FROM evidence_entries"
      " WHERE subject_id = ? AND n > ? AND quarantined = 0 ORDER BY n LIMIT ?",
      subject_id, after_n, limit);
}

std::int64_t count(Work& work, std::int64_t subject_id) {
  return work.tx.one<std::int64_t>("SELECT n FROM evidence_chains WHERE subject_id = ?", subject_id)
      .value_or(0);
}

std::vector<PlacedEntry> placed(storage::Transaction& tx, std::int64_t first_place,
                                std::size_t limit) {
  return tx.all<PlacedEntry>(
      "SELECT place, subject_id, n, kind, at, actor_id, facts FROM evidence_entries"
      " WHERE place >= ? ORDER BY place LIMIT ?",
      first_place, limit);
}

std::optional<Instant> last_entry_at(storage::Transaction& tx) {
  return tx.one<Instant>(
      "SELECT at FROM evidence_entries WHERE quarantined = 0 ORDER BY id DESC LIMIT 1");
}

void lock_follower(storage::Transaction& tx, std::string_view name) {
  tx.execute("INSERT INTO followers (name, next_place) VALUES (?, 0) ON CONFLICT DO NOTHING", name);
  tx.execute("UPDATE followers SET next_place = next_place WHERE name = ?", name);
}

std::optional<std::int64_t> find_position(storage::Transaction& tx, std::string_view name) {
  return tx.one<std::int64_t>("SELECT next_place FROM followers WHERE name = ?", name);
}

void set_position(storage::Transaction& tx, std::string_view name, std::int64_t next_place) {
  tx.execute("UPDATE followers SET next_place = ? WHERE name = ?", next_place, name);
}

}  // namespace xb::evidence
