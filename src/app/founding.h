// `init`: a directory, keys, a schema, the bank's first units and people.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/installation.h"
#include "core/json_struct.h"

namespace xb::app {

// Who can sign in after `init`. The password is shown this once.
struct Login {
  std::string post;  // its code
  std::string post_name;
  std::string post_name_en;
  std::string org;
  std::string login;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(Login, (), (post, post_name, post_name_en, org, login, password))

struct Logins {
  std::vector<Login> logins;
};
BOOST_DESCRIBE_STRUCT(Logins, (), (logins))

struct Founding {
  std::filesystem::path root;
  std::string database = "sqlite";
  bool is_demo = false;
  std::int64_t complaints = 0;  // of the demo bank
  std::optional<Instant> now;   // of the demo bank: its story ends then; the clock's otherwise
};

// Makes everything for an empty or absent directory and an empty database, beside the directory;
// only what is whole gets its name. Refuses with directory.not_empty, directory.cannot_be_made,
// database.not_empty, or as open_installation does.
Result<Logins> found(const Founding& founding);

}  // namespace xb::app
