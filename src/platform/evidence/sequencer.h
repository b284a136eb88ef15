// Gives entries their places in the log, in the order of the waiting rows. A row without a place is
// the only queue. On SQLite an entry comes with its place, and what waits all the same is dealt
// with before each commit; on PostgreSQL a loop runs it whenever something waits. A row whose MAC
// is not ours is set aside with an alarm.
#pragma once

#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"

namespace xb::evidence {

inline constexpr std::size_t batch_max = 4096;

// Places what waits, at most `batch_max`, and returns how many rows it dealt with.
std::size_t place_waiting(storage::Transaction& tx, const sealing::Keyring& keys);

// The same as a transaction of its own. True if more may wait.
bool place_step(storage::Database& database, const sealing::Keyring& keys);

// What a database must do for the log; `wake` is called after each commit that left an entry.
storage::Hooks hooks(storage::Dialect dialect, const sealing::Keyring& keys,
                     std::function<void()> wake);

}  // namespace xb::evidence
