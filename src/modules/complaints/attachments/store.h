// Every statement on attachments. What somebody may see of them is what he may see of their case.
#pragma once

#include <set>
#include <vector>

#include "modules/complaints/attachments/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// False, and nothing is stored, if the case has this content already.
bool insert_if_new(Work& work, const Attachment& attachment, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Attachment& attachment, const sealing::DataKey& key);

std::optional<Attachment> find_attachment(Work& work, Id<Attachment> id);
// One that is not void.
std::optional<Attachment> find_attachment_by_content(Work& work, Id<Complaint> id,
                                                     const std::string& sha256);
// In the order they came.
std::vector<Attachment> attachments_of(Work& work, Id<Complaint> id);

struct AttachmentTotal {
  std::int64_t count = 0;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(AttachmentTotal, (), (count, bytes))
AttachmentTotal total_of(Work& work, Id<Complaint> id);

// What lies in the vault, for whoever checks it.
struct StoredFile {
  static constexpr std::string_view table = "attachments";
  Id<StoredFile> id;
  Id<sealing::DataKey> key_id;
  std::string file;
  files::SealedKey file_key;
  std::int64_t bytes = 0;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(StoredFile, (), (id, key_id, file, file_key, bytes, sha256))
std::vector<StoredFile> stored_files(Work& work, Id<StoredFile> after, std::size_t limit);

// Those of these names that have a row.
std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names);

void erase_attachments(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
