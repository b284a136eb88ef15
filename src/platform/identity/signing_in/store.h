// What proves who one is, and the attempts that did not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/transaction.h"

namespace xb::identity {

// By person id. The tokens' step and the secret change together with the MAC.
struct CredentialsRow {
  static constexpr std::string_view table = "credentials";
  Id<Person> id;
  std::string password_hash;  // Argon2id, PHC string format
  bool is_first = false;      // given by somebody else, to be changed at once
  Instant changed_at;
  std::optional<std::string> totp_secret;  // sealed under the person's key
  bool is_totp_confirmed = false;
  std::int64_t totp_step = 0;  // of the last code that counted
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CredentialsRow, (),
                      (id, password_hash, is_first, changed_at, totp_secret, is_totp_confirmed,
                       totp_step, mac, version))

std::optional<CredentialsRow> find_credentials(storage::Transaction& tx, Id<Person> id);
// Throws storage::Failure if somebody was faster.
void store(storage::Transaction& tx, CredentialsRow credentials, bool is_new);
void delete_credentials(storage::Transaction& tx, Id<Person> id);

// What somebody's password was, so that it does not come again.
struct FormerPassword {
  static constexpr std::string_view table = "former_passwords";
  Id<FormerPassword> id;
  Id<Person> person_id;
  std::string password_hash;
  Instant changed_at;  // when it was set
};
BOOST_DESCRIBE_STRUCT(FormerPassword, (), (id, person_id, password_hash, changed_at))

std::vector<std::string> former_hashes(storage::Transaction& tx, Id<Person> person);
// Keeps the latest `keep` of the person.
void add_former_password(storage::Transaction& tx, const FormerPassword& former, std::int64_t keep);
void delete_former_passwords(storage::Transaction& tx, Id<Person> person);

struct AttemptsRow {
  static constexpr std::string_view table = "sign_in_attempts";
  std::string source;  // keyed hash of login and address
  std::int64_t failures = 0;
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(AttemptsRow, (), (source, failures, last_at))

std::optional<AttemptsRow> find_attempts(storage::Transaction& tx, std::string_view source);
void add_attempt(storage::Transaction& tx, std::string_view source, Instant at);
void forget_attempts(storage::Transaction& tx, std::string_view source);
// Those whose last was before `before`, at most 1,000.
std::int64_t delete_attempts(storage::Transaction& tx, Instant before);

}  // namespace xb::identity
