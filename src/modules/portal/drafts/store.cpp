#include "modules/portal/drafts/store.h"

namespace xb::portal {

std::optional<DraftRow> find_draft(storage::Transaction& tx, Id<DraftRow> id) {
  return tx.find<DraftRow>("WHERE id = ?", id);
}

std::vector<DraftFile> files_of(storage::Transaction& tx, Id<DraftRow> draft) {
  return tx.find_all<DraftFile>("WHERE draft_id = ? ORDER BY id", draft);
}

void erase_file(storage::Transaction& tx, Id<DraftFile> id) {
  tx.execute("DELETE FROM portal_files WHERE id = ?", id);
}

void erase_files(storage::Transaction& tx, Id<DraftRow> draft) {
  tx.execute("DELETE FROM portal_files WHERE draft_id = ?", draft);
}

void erase_draft(storage::Transaction& tx, Id<DraftRow> id) {
  tx.execute("DELETE FROM portal_drafts WHERE id = ?", id);
}

std::vector<Id<DraftRow>> expired_drafts(storage::Transaction& tx, Instant now, std::size_t limit) {
  return tx.all<Id<DraftRow>>(
      "SELECT id FROM portal_drafts WHERE expires_at < ? ORDER BY expires_at, id LIMIT ?", now,
      limit);
}

std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names) {
  storage::Query query{storage::Sql<>("SELECT file FROM portal_files")};
  query.where_in("file", {names.begin(), names.end()});
  const auto found = tx.all<std::string>(query);
  return {found.begin(), found.end()};
}

}  // namespace xb::portal
