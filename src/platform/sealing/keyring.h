// The keys of one installation. They live in DIR/secret (0600), are made by `init` and never by
// `serve`, and their fingerprints stand in the database, so that a wrong or missing key stops the
// start. Data keys are wrapped by a key-encryption key of numbered epoch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/id.h"
#include "core/result.h"

namespace xb::sealing {

// Seals the personal values of one person record or one case. Wiped when it goes out of scope.
class DataKey {
 public:
  DataKey(Id<DataKey> id, std::string secret);
  DataKey(DataKey&&) noexcept = default;
  DataKey& operator=(DataKey&&) noexcept = default;
  DataKey(const DataKey&) = delete;
  DataKey& operator=(const DataKey&) = delete;
  ~DataKey();

  Id<DataKey> id() const { return id_; }
  // Text for a column. The additional data is format | key id | field | row id, so that a sealed
  // value cannot be moved to another place unseen.
  std::string seal(std::string_view plain, std::string_view field, std::int64_t row) const;
  // Throws storage::Failure (`sealed`) if this is not what `seal` made for this place.
  std::string open(std::string_view sealed, std::string_view field, std::int64_t row) const;

 private:
  friend class Keyring;
  Id<DataKey> id_;
  std::string secret_;
};

// What each separate key is for.
enum class Purpose { blind_index, receipt, entry, number, session };

class Keyring {
 public:
  // Makes all keys in `directory`; refuses with keys.exist if there are any.
  static Result<Keyring> create(const std::filesystem::path& directory);
  // Refuses with keys.missing or keys.readable_by_others.
  static Result<Keyring> load(const std::filesystem::path& directory);

  // Fingerprint by key file name, for the database.
  std::map<std::string, std::string> fingerprints() const;

  DataKey fresh(Id<DataKey> id) const;
  // The wrapped key as column text `epoch:base64`.
  std::string wrap(const DataKey& key) const;
  // Throws storage::Failure (`sealed`) if the wrapped key was altered or its epoch is absent.
  DataKey unwrap(Id<DataKey> id, std::string_view wrapped) const;

  // HMAC-SHA-256 under the key of that purpose.
  std::string mac(Purpose purpose, std::string_view bytes) const;

  // Equality search without the value: the same value always has the same index, different indexes
  // have different keys, and the text says its version.
  std::string blind_index(std::string_view index, std::string_view normal) const;

 private:
  std::map<std::string, std::string> secrets_;  // by file name
  std::int64_t epoch_ = 0;                      // of the key-encryption key that wraps new keys
};

}  // namespace xb::sealing
