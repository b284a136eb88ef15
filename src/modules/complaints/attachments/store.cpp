#include "modules/complaints/attachments/store.h"

namespace xb::complaints {

using storage::Query;

bool insert_if_new(Work& work, const Attachment& attachment, const sealing::DataKey& key) {
  return work.tx.insert_if_absent(attachment, sealing::coding::Sealing{key});
}

Result<void> update(Work& work, Attachment& attachment, const sealing::DataKey& key) {
  return sealing::update(work, attachment, key);
}

std::optional<Attachment> find_attachment(Work& work, Id<Attachment> id) {
  return sealing::find<Attachment>(work, "WHERE id = ?", id);
}

std::optional<Attachment> find_attachment_by_content(Work& work, Id<Complaint> id,
                                                     const std::string& sha256) {
  return sealing::find<Attachment>(
      work, "WHERE complaint_id = ? AND sha256 = ? AND voided_at IS NULL", id, sha256);
}

std::vector<Attachment> attachments_of(Work& work, Id<Complaint> id) {
  Query query = Query::of<Attachment>();
  query.where("complaint_id = ?", id);
  query.add("ORDER BY id");
  return sealing::find_all<Attachment>(work, query);
}

AttachmentTotal total_of(Work& work, Id<Complaint> id) {
  Query query{
      storage::Sql<>("SELECT count(*), CAST(COALESCE(sum(bytes), 0) AS bigint) FROM attachments")};
  query.where("complaint_id = ?", id);
  return work.tx.all<AttachmentTotal>(query).at(0);
}

std::vector<StoredFile> stored_files(Work& work, Id<StoredFile> after, std::size_t limit) {
  Query query = Query::of<StoredFile>();
  query.where("id > ?", after.number);
  query.add("ORDER BY id LIMIT ?", limit);
  return sealing::find_all<StoredFile>(work, query);
}

std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names) {
  Query query{storage::Sql<>("SELECT file FROM attachments")};
  query.where_in("file", {names.begin(), names.end()});
  const auto found = tx.all<std::string>(query);
  return {found.begin(), found.end()};
}

void erase_attachments(Work& work, Id<Complaint> id) {
  work.tx.execute("DELETE FROM attachments WHERE complaint_id = ?", id);
}

}  // namespace xb::complaints
