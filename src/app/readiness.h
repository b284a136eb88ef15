// Whether the program can do its work, and if not, why.
#pragma once

#include <string>
#include <vector>

#include "app/installation.h"
#include "core/json_struct.h"
#include "platform/evidence/followers.h"

namespace xb::app {

struct Readiness {
  bool ready = true;
  std::vector<std::string> causes;  // stable words: `storage full`, `clock`, `follower x at 7`
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (ready, causes))

Readiness readiness(const Installation& installation, const evidence::Followers& followers);

}  // namespace xb::app
