#include "modules/desk/views/store.h"

namespace xb::desk {

std::vector<View> views_for(storage::Transaction& tx, const Actor& actor) {
  return tx.find_all<View>(
      "WHERE owner_id = ? OR (unit_id = ? AND shared_with = 'unit') OR shared_with = 'bank'"
      " ORDER BY name, id LIMIT 500",
      actor.person, actor.unit);
}

std::optional<View> view_by_id(storage::Transaction& tx, Id<View> id) {
  return tx.find<View>("WHERE id = ?", id);
}

std::int64_t count_views(storage::Transaction& tx, Id<Person> owner) {
  return tx.one<std::int64_t>("SELECT count(*) FROM saved_views WHERE owner_id = ?", owner)
      .value_or(0);
}

void erase(storage::Transaction& tx, Id<View> id) {
  tx.execute("DELETE FROM saved_views WHERE id = ?", id);
}

}  // namespace xb::desk
