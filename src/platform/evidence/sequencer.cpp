#include "platform/evidence/sequencer.h"

#include "core/encoding.h"
#include "platform/evidence/extent.h"
#include "platform/evidence/leaf.h"
#include "platform/evidence/store.h"
#include "platform/sealing/crypto.h"
#include "platform/telemetry/log.h"

namespace xb::evidence {
namespace {

bool is_ours(const WaitingRow& row, const sealing::Keyring& keys) {
  const std::string mac = base64(keys.mac(sealing::Purpose::entry, authenticated(row)));
  return sealing::equal_in_constant_time(mac, row.mac) && hex(leaf_hash(row.leaf)) == row.leaf_hash;
}

void quarantine(storage::Transaction& tx, const WaitingRow& row) {
  set_aside(tx, row.id);
  telemetry::log(telemetry::Severity::alarm, "evidence.entry_quarantined", {{"id", row.id}});
}

}  // namespace

std::size_t place_waiting(storage::Transaction& tx, const sealing::Keyring& keys) {
  lock_log(tx);
  const auto waiting = waiting_entries(tx, batch_max);
  if (waiting.empty()) return 0;
  std::int64_t placed = 0;
  for (const WaitingRow& row : waiting) {
    if (is_ours(row, keys))
      ++placed;
    else
      quarantine(tx, row);
  }
  give_places(tx, extent(tx), waiting.back().id);
  grow(tx, placed);
  return waiting.size();
}

bool place_step(storage::Database& database, const sealing::Keyring& keys) {
  bool is_waiting = false;
  database.read([&](storage::Transaction& tx) { is_waiting = !waiting_entries(tx, 1).empty(); });
  if (!is_waiting) return false;
  std::size_t dealt_with = 0;
  database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    dealt_with = place_waiting(tx, keys);
    return dealt_with > 0;
  });
  return dealt_with == batch_max;
}

storage::Hooks hooks(storage::Dialect dialect, const sealing::Keyring& keys,
                     std::function<void()> wake) {
  storage::Hooks out;
  if (dialect == storage::Dialect::sqlite)
    out.before_commit = [&keys](storage::Transaction& tx) { place_waiting(tx, keys); };
  out.after_commit = std::move(wake);
  out.was_committed = has_entry_of;
  return out;
}

}  // namespace xb::evidence
