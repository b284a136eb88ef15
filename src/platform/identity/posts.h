// What each post may do. Three fixed posts for now; modules name the permissions.
#pragma once

#include <span>
#include <string_view>

#include "core/permission.h"
#include "platform/identity/types.h"

namespace xb::identity {

std::span<const std::string_view> permissions_of(Post post);

bool may(Post post, Permission permission);

}  // namespace xb::identity
