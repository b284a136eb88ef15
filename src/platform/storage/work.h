// One request or job: one transaction, one actor, one scope, one instant. Everything a command
// needs arrives with it; there are no globals, no hidden clock and no hidden connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/instant.h"
#include "core/result.h"
#include "core/scope.h"
#include "platform/storage/transaction.h"

namespace xb::sealing {
class Keyring;
}
namespace xb::taxonomies {
class Book;
}
namespace xb::workflow {
class Limits;
}

namespace xb {

struct Work {
  storage::Transaction& tx;
  const sealing::Keyring& keys;
  Actor actor;
  Instant now;
  Zone zone;
  std::string id;                          // 128 random bits in hex: names this work in its entries
  std::optional<std::int64_t> if_version;  // what the caller read before (If-Match)
  const workflow::Limits* limits = nullptr;      // rule book and calendars, where clocks may start
  const taxonomies::Book* taxonomies = nullptr;  // the words of classifications

  template <class Kind>
  Id<Kind> new_id() {
    return tx.new_id<Kind>();
  }
};

// What the caller read is what stands. Refuses with version.changed (RFC 9110 §13.1.1).
inline Result<void> check_version(const Work& work, std::int64_t version) {
  if (work.if_version && *work.if_version != version)
    return refuse(Reason::conflict, "version.changed");
  return {};
}

}  // namespace xb
