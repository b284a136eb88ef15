// Statements on views.
#pragma once

#include "modules/desk/views/service.h"

namespace xb::desk {

// His own, those shared with where he acts, and those shared with all.
std::vector<View> views_for(storage::Transaction& tx, const Actor& actor);
std::optional<View> view_by_id(storage::Transaction& tx, Id<View> id);
std::int64_t count_views(storage::Transaction& tx, Id<Person> owner);
void erase(storage::Transaction& tx, Id<View> id);

}  // namespace xb::desk
