#include "modules/desk/drafts/store.h"

namespace xb::desk {

std::optional<Draft> draft_at(Work& work, std::string_view form, std::int64_t subject_id) {
  return sealing::find<Draft>(work, "WHERE owner_id = ? AND form = ? AND subject_id = ?",
                              work.actor.person, form, subject_id);
}

std::optional<Draft> own_draft(Work& work, Id<Draft> id) {
  return sealing::find<Draft>(work, "WHERE id = ? AND owner_id = ?", id, work.actor.person);
}

std::vector<Draft> own_drafts(Work& work) {
  storage::Query query = storage::Query::of<Draft>();
  query.where("owner_id = ?", work.actor.person)
      .add(storage::Fragment{"ORDER BY changed_at DESC, id DESC"});
  return sealing::find_all<Draft>(work, query);
}

std::int64_t count_drafts(Work& work) {
  return work.tx
      .one<std::int64_t>("SELECT count(*) FROM drafts WHERE owner_id = ?", work.actor.person)
      .value_or(0);
}

void erase(storage::Transaction& tx, Id<Draft> id) {
  tx.execute("DELETE FROM drafts WHERE id = ?", id);
}

std::int64_t erase_drafts_before(storage::Transaction& tx, Instant before) {
  return tx.execute("DELETE FROM drafts WHERE changed_at < ?", before);
}

}  // namespace xb::desk
