#include "modules/complaints/attachments/service.h"

#include "core/ensure.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::complaints {
namespace {

struct AttachedEntry {
  Id<Attachment> attachment_id;
  AttachmentKind kind = AttachmentKind::other;
  std::string type;
  std::int64_t bytes = 0;
  std::string sha256;
  FileName name;
};
BOOST_DESCRIBE_STRUCT(AttachedEntry, (), (attachment_id, kind, type, bytes, sha256, name))

// Of what was made void or opened.
struct ReasonedEntry {
  Id<Attachment> attachment_id;
  std::string sha256;
  AttachmentReason reason;
};
BOOST_DESCRIBE_STRUCT(ReasonedEntry, (), (attachment_id, sha256, reason))

AttachmentView view_of(const Attachment& one) {
  const auto* type = files::file_type(one.type);
  return {.id = one.id,
          .complaint_id = one.complaint_id,
          .kind = one.kind,
          .name = one.name,
          .type = one.type,
          .media_type = std::string{type == nullptr ? std::string_view{} : type->media},
          .bytes = one.bytes,
          .sha256 = one.sha256,
          .added_by = given(one.added_by),
          .added_at = one.added_at,
          .voided_at = one.voided_at,
          .voided_by = given(one.voided_by),
          .version = one.version};
}

}  // namespace

Result<Attached> attach(Work& work, Id<Complaint> id, AttachmentKind kind, std::string_view name,
                        const files::Received& file, const files::Limits& limits) {
  auto opened = TRY(open(work, id));
  if (const auto known = find_attachment_by_content(work, id, file.sha256))
    return Attached{view_of(*known), false};
  const auto total = total_of(work, id);
  if (total.count >= limits.files_of_case_max ||
      total.bytes + file.bytes > limits.bytes_of_case_max)
    return refuse(Reason::conflict, "attachment.case_full");
  const Attachment attachment{
      .id = work.new_id<Attachment>(),
      .key_id = opened.key.id(),
      .complaint_id = id,
      .kind = kind,
      .name = FileName::trusted(files::safe_name(name, *file.type)),
      .file = file.file,
      .file_key = file.key,
      .type = std::string{file.type->name},
      .bytes = file.bytes,
      .sha256 = file.sha256,
      .added_by = work.actor.person,
      .added_at = work.now,
      .voided_at = {},
      .voided_by = {},
  };
  TRY(update(work, opened.complaint, opened.key));
  storage::cells::expect(insert_if_new(work, attachment, opened.key),
                         "a case has a content that nobody found");
  evidence::append(work, "complaint.attached", evidence::Subject(id, opened.key),
                   AttachedEntry{attachment.id, kind, attachment.type, file.bytes, file.sha256,
                                 attachment.name});
  return Attached{view_of(attachment), true};
}

Result<AttachmentList> list_attachments(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  AttachmentList out;
  for (const Attachment& one : attachments_of(work, id)) out.items.push_back(view_of(one));
  return out;
}

Result<Attachment> visible_attachment(Work& work, Id<Attachment> id) {
  auto attachment = find_attachment(work, id);
  if (!attachment || !find_complaint(work, work.actor, attachment->complaint_id))
    return refuse(Reason::missing, "attachment.missing");
  return std::move(*attachment);
}

Result<Attachment> attachment_of(Work& work, Id<Complaint> complaint, Id<Attachment> id) {
  auto attachment = find_attachment(work, id);
  if (!attachment || attachment->complaint_id != complaint)
    return refuse(Reason::missing, "attachment.missing", "attachment_id");
  if (attachment->voided_at) return refuse(Reason::conflict, "attachment.void", "attachment_id");
  return std::move(*attachment);
}

Result<AttachmentView> void_attachment(Work& work, Id<Attachment> id, const Voiding& input) {
  auto attachment = TRY(visible_attachment(work, id));
  TRY(check_version(work, attachment.version));
  if (attachment.voided_at) return refuse(Reason::conflict, "attachment.void");
  auto complaint = find_complaint(work, work.actor, attachment.complaint_id);
  const auto key = sealing::key(work, attachment.key_id);
  attachment.voided_at = work.now;
  attachment.voided_by = work.actor.person;
  TRY(update(work, attachment, key));
  TRY(update(work, *complaint, key));
  evidence::append(work, "complaint.attachment_voided",
                   evidence::Subject(attachment.complaint_id, key),
                   ReasonedEntry{id, attachment.sha256, input.reason});
  return view_of(attachment);
}

Result<Attachment> open_attachment(Work& work, Id<Attachment> id, const AttachmentOpening& input) {
  auto attachment = TRY(visible_attachment(work, id));
  TRY(identity::spend_glass(work, 1));
  const auto key = sealing::key(work, attachment.key_id);
  evidence::append(work, "complaint.attachment_opened",
                   evidence::Subject(attachment.complaint_id, key),
                   ReasonedEntry{id, attachment.sha256, input.reason});
  return attachment;
}

FileComparison compare_files(const files::Vault& vault, const std::vector<StoredFile>& stored,
                             files::Vault::Depth depth, std::size_t limit) {
  FileComparison out;
  for (const StoredFile& one : stored) {
    const files::Received file{one.file, one.file_key, one.sha256, one.bytes, nullptr};
    if (const auto fault = vault.fault_of(file, depth)) out.differences.push_back({one.id, *fault});
    ++out.compared;
  }
  if (stored.size() == limit) out.next = stored.back().id.number;
  return out;
}

}  // namespace xb::complaints
