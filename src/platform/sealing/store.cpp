#include "core/ensure.h"
#include "platform/sealing/rows.h"

namespace xb::sealing {
namespace {

struct KeyRow {
  static constexpr std::string_view table = "data_keys";
  Id<DataKey> id;
  std::string wrapped;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (id, wrapped))

struct FingerprintRow {
  static constexpr std::string_view table = "key_fingerprints";
  std::string name;
  std::string fingerprint;
};
BOOST_DESCRIBE_STRUCT(FingerprintRow, (), (name, fingerprint))

}  // namespace

DataKey new_key(Work& work) { return new_key(work, work.new_id<DataKey>()); }

DataKey new_key(Work& work, Id<DataKey> id) {
  DataKey key = work.keys.fresh(id);
  work.tx.insert(KeyRow{key.id(), work.keys.wrap(key)});
  return key;
}

DataKey key(Work& work, Id<DataKey> id) {
  const auto wrapped = work.tx.one<std::string>("SELECT wrapped FROM data_keys WHERE id = ?", id);
  // The row cannot be read any more; others still can.
  if (!wrapped) throw storage::Failure(storage::Fault::other, "sealed", "data_keys");
  return work.keys.unwrap(id, *wrapped);
}

void destroy_key(Work& work, Id<DataKey> id) {
  work.tx.execute("DELETE FROM data_keys WHERE id = ?", id);
}

void store_fingerprints(storage::Transaction& tx, const Keyring& keys) {
  for (const auto& [name, fingerprint] : keys.fingerprints())
    tx.insert(FingerprintRow{name, fingerprint});
}

Result<void> check_fingerprints(storage::Transaction& tx, const Keyring& keys) {
  auto at_hand = keys.fingerprints();
  for (const auto& row : tx.find_all<FingerprintRow>("ORDER BY name")) {
    const auto found = at_hand.find(row.name);
    if (found == at_hand.end()) return refuse(Reason::missing, "keys.missing", row.name);
    if (found->second != row.fingerprint) return refuse(Reason::conflict, "keys.wrong", row.name);
    at_hand.erase(found);
  }
  // A key that the bank was not founded with would seal what nobody can open later.
  if (!at_hand.empty()) return refuse(Reason::conflict, "keys.wrong", at_hand.begin()->first);
  return {};
}

}  // namespace xb::sealing
