// Every SQL statement of identity.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/transaction.h"

namespace xb::identity {

struct SessionRow {
  static constexpr std::string_view table = "sessions";
  std::string token_hash;  // base64 of SHA-256: the token itself is never stored
  Id<Person> person_id;
  Instant created_at;
  Instant seen_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (token_hash, person_id, created_at, seen_at))

std::optional<Person> find_person(storage::Transaction& tx, std::string_view login);
std::optional<Person> find_person(storage::Transaction& tx, Id<Person> id);
std::optional<Unit> find_unit(storage::Transaction& tx, Id<Unit> id);
std::optional<Unit> find_unit_by_code(storage::Transaction& tx, std::string_view code);
std::vector<Unit> units(storage::Transaction& tx);

// A session with who it stands for and where he works, in one statement.
struct SessionOwner {
  Instant created_at;
  Instant seen_at;
  Id<Person> person_id;
  std::string login;
  std::string name;
  Post post = Post::teller;
  std::int64_t person_version = 1;
  Id<Unit> unit_id;
  std::string unit_code;
  std::string unit_name;
  std::string unit_name_en;
  Level level = Level::outlet;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  std::int64_t unit_version = 1;
};
BOOST_DESCRIBE_STRUCT(SessionOwner, (),
                      (created_at, seen_at, person_id, login, name, post, person_version, unit_id,
                       unit_code, unit_name, unit_name_en, level, branch_id, sub_branch_id,
                       unit_version))
std::optional<SessionOwner> find_session(storage::Transaction& tx, std::string_view token_hash);
void insert(storage::Transaction& tx, const SessionRow& session);
void touch_session(storage::Transaction& tx, std::string_view token_hash, Instant seen_at);
void delete_session(storage::Transaction& tx, std::string_view token_hash);
// Those idle since `idle_before` or made before `created_before`, at most 1,000.
std::int64_t delete_sessions(storage::Transaction& tx, Instant idle_before, Instant created_before);

}  // namespace xb::identity
