#include "platform/evidence/sequencer.h"

#include "core/encoding.h"
#include "platform/evidence/leaf.h"
#include "platform/evidence/rows.h"
#include "platform/sealing/crypto.h"
#include "platform/telemetry/log.h"

namespace xb::evidence {
namespace {

bool is_ours(const WaitingRow& row, const sealing::Keyring& keys) {
  return sealing::equal_in_constant_time(base64(keys.mac(sealing::Purpose::entry, row.leaf)),
                                         row.mac) &&
         hex(leaf_hash(row.leaf)) == row.leaf_hash;
}

void quarantine(storage::Transaction& tx, const WaitingRow& row) {
  tx.execute("UPDATE evidence_entries SET quarantined = 1 WHERE id = ?", row.id);
  telemetry::log(telemetry::Severity::alarm, "evidence.entry_quarantined", {{"id", row.id}});
}

}  // namespace

std::size_t place_waiting(storage::Transaction& tx, const sealing::Keyring& keys) {
  // Locks the log: two sequencers never give the same place.
  tx.execute("UPDATE evidence_log SET size = size WHERE id = 1");
  const auto waiting = tx.all<WaitingRow>(
      "SELECT id, leaf, leaf_hash, mac FROM evidence_entries"
      " WHERE place IS NULL AND quarantined = 0 ORDER BY id LIMIT ?",
      batch_max);
  if (waiting.empty()) return 0;
  std::int64_t placed = 0;
  for (const WaitingRow& row : waiting) {
    if (is_ours(row, keys))
      ++placed;
    else
      quarantine(tx, row);
  }
  tx.execute(
      "UPDATE evidence_entries SET place = ranked.place FROM"
      " (SELECT id, ? + row_number() OVER (ORDER BY id) - 1 AS place FROM evidence_entries"
      "  WHERE place IS NULL AND quarantined = 0 AND id <= ?) AS ranked"
      " WHERE evidence_entries.id = ranked.id",
      size(tx), waiting.back().id);
  tx.execute("UPDATE evidence_log SET size = size + ? WHERE id = 1", placed);
  return waiting.size();
}

bool place_step(storage::Database& database, const sealing::Keyring& keys) {
  std::size_t dealt_with = 0;
  database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    dealt_with = place_waiting(tx, keys);
    return true;
  });
  return dealt_with == batch_max;
}

storage::Hooks hooks(storage::Dialect dialect, const sealing::Keyring& keys,
                     std::function<void()> wake) {
  storage::Hooks out;
  if (dialect == storage::Dialect::sqlite)
    out.before_commit = [&keys](storage::Transaction& tx) { place_waiting(tx, keys); };
  out.after_commit = std::move(wake);
  // The question comes within seconds, so only the newest entries are asked.
  out.was_committed = [](storage::Transaction& tx, std::string_view work) {
    return tx
        .one<std::int64_t>(
            "SELECT id FROM evidence_entries WHERE work = ?"
            " AND id > (SELECT max(id) FROM evidence_entries) - 100000 LIMIT 1",
            work)
        .has_value();
  };
  return out;
}

std::int64_t size(storage::Transaction& tx) {
  return tx.one<std::int64_t>("SELECT size FROM evidence_log WHERE id = 1").value_or(0);
}

}  // namespace xb::evidence
