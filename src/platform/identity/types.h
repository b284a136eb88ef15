// Who works at the bank and where: units of the organisation, people, posts, sessions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/permission.h"
#include "core/scope.h"
#include "core/text.h"

namespace xb {

// An organisation unit. Its level says how much of the bank its people see.
struct Unit {
  static constexpr std::string_view table = "units";
  Id<Unit> id;
  std::string code;  // 机构号, six digits
  std::string name;
  std::string name_en;
  Level level = Level::outlet;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, code, name, name_en, level, branch_id, sub_branch_id, version))

}  // namespace xb

namespace xb::identity {

enum class Post { teller, officer, administrator };
BOOST_DESCRIBE_ENUM(Post, teller, officer, administrator)

}  // namespace xb::identity

namespace xb {

// A member of staff. Names of staff are work data, shown to colleagues, never to the public.
struct Person {
  static constexpr std::string_view table = "people";
  Id<Person> id;
  std::string login;
  std::string name;
  identity::Post post = identity::Post::teller;
  Id<Unit> unit_id;
  std::string password_hash;  // Argon2id, PHC string format
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, login, name, post, unit_id, password_hash, version))

}  // namespace xb

namespace xb::identity {

// What a signed-in person may see of himself.
struct PersonView {
  Id<Person> id;
  std::string login;
  std::string name;
  Post post = Post::teller;
  Id<Unit> unit_id;
  std::string unit;
  Level level = Level::outlet;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, login, name, post, unit_id, unit, level))

// The answer to a sign-in; the cookie travels beside it.
struct SessionView {
  std::string csrf_token;
  PersonView person;
  std::vector<std::string> permissions;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (csrf_token, person, permissions, expires_at))

struct Credentials {
  Text<100, Presence::required> login;
  Text<200, Presence::required> password;
};
BOOST_DESCRIBE_STRUCT(Credentials, (), (login, password))

}  // namespace xb::identity
