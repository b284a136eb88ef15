#include "platform/identity/posts.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace xb::identity {
namespace {

constexpr std::array<std::string_view, 6> teller{
    "clock.acknowledge",  "clock.read",       "complaint.read",
    "complaint.register", "complaint.search", "complaint.withdraw",
};

constexpr std::array<std::string_view, 18> officer{
    "clock.acknowledge",       "clock.read",          "complaint.assign",
    "complaint.close",         "complaint.configure", "complaint.exclude",
    "complaint.export",        "complaint.extend",    "complaint.handle",
    "complaint.open_personal", "complaint.read",      "complaint.register",
    "complaint.restart",       "complaint.search",    "complaint.set_date",
    "complaint.triage",        "complaint.withdraw",  "import.run",
};

// Connects and maintains; sees no complaint.
constexpr std::array<std::string_view, 1> administrator{
    "system.read",
};

}  // namespace

std::span<const std::string_view> permissions_of(Post post) {
  switch (post) {
    case Post::teller: return teller;
    case Post::officer: return officer;
    case Post::administrator: return administrator;
  }
  std::abort();
}

bool may(Post post, Permission permission) {
  const auto held = permissions_of(post);
  return std::find(held.begin(), held.end(), permission.name()) != held.end();
}

}  // namespace xb::identity
