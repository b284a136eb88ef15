// Files of a case: taken in with what they are, listed, made void with a reason, opened with a
// reason. The bytes lie in the vault; what happens to them is an entry of the case.
#pragma once

#include "modules/complaints/attachments/store.h"

namespace xb::complaints {

struct Attached {
  AttachmentView view;
  bool is_new = true;  // false: the case had this content, and has it once
};

// Refuses with complaint.missing or attachment.case_full.
Result<Attached> attach(Work& work, Id<Complaint> id, AttachmentKind kind, std::string_view name,
                        const files::Received& file, const files::Limits& limits);

// Void ones too. Refuses with complaint.missing.
Result<AttachmentList> list_attachments(Work& work, Id<Complaint> id);

using AttachmentReason = Personal<privacy::Prose<500>>;

struct Voiding {
  AttachmentReason reason;
};
BOOST_DESCRIBE_STRUCT(Voiding, (), (reason))

// It stays, marked, and can still be opened. Refuses with attachment.missing or attachment.void.
Result<AttachmentView> void_attachment(Work& work, Id<Attachment> id, const Voiding& input);

struct AttachmentOpening {
  AttachmentReason reason;
};
BOOST_DESCRIBE_STRUCT(AttachmentOpening, (), (reason))

// What is needed to send it. Refuses with attachment.missing.
Result<Attachment> open_attachment(Work& work, Id<Attachment> id, const AttachmentOpening& input);

// An attachment that the actor may see. Refuses with attachment.missing.
Result<Attachment> visible_attachment(Work& work, Id<Attachment> id);
// One of this case that is not void. Refuses with attachment.missing or attachment.void.
Result<Attachment> attachment_of(Work& work, Id<Complaint> complaint, Id<Attachment> id);

struct FileDifference {
  Id<StoredFile> attachment_id;
  files::FileFault fault = files::FileFault::missing;
};
BOOST_DESCRIBE_STRUCT(FileDifference, (), (attachment_id, fault))

// A page of the comparison of rows and files.
struct FileComparison {
  std::vector<FileDifference> differences;
  std::int64_t compared = 0;
  std::optional<std::int64_t> next;  // where to go on; none at the end
};
BOOST_DESCRIBE_STRUCT(FileComparison, (), (differences, compared, next))

// Outside any transaction: reading files takes long.
FileComparison compare_files(const files::Vault& vault, const std::vector<StoredFile>& stored,
                             files::Vault::Depth depth, std::size_t limit);

}  // namespace xb::complaints
