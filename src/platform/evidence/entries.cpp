#include "platform/evidence/entries.h"

namespace xb::evidence {

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

}  // namespace xb::evidence
