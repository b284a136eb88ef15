// The words of attachments: what a file of a case is, and how it is shown. What it says nobody sees
// without an opening.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/complaints/types.h"
#include "platform/files/names.h"
#include "platform/files/vault.h"

namespace xb::complaints {

// What a file is for the case, whatever its type.
enum class AttachmentKind {
  supporting_document,  // 证明材料
  identity_document,
  authorisation,  // of an agent
  voucher,
  recording,
  letter,  // to or from the complainant
  proof,   // that something was told, delivered, paid or kept
  other
};
BOOST_DESCRIBE_ENUM(AttachmentKind, supporting_document, identity_document, authorisation, voucher,
                    recording, letter, proof, other)

// People name files after people.
using FileName = Personal<privacy::Prose<files::name_max>>;

struct Attachment {
  static constexpr std::string_view table = "attachments";
  Id<Attachment> id;
  Id<sealing::DataKey> key_id;  // of the case
  Id<Complaint> complaint_id;
  AttachmentKind kind = AttachmentKind::other;
  FileName name;
  std::string file;  // its name in the vault
  files::SealedKey file_key;
  std::string type;  // of files::file_types
  std::int64_t bytes = 0;
  std::string sha256;  // hex
  Id<Person> added_by;
  Instant added_at;
  std::optional<Instant> voided_at;
  Id<Person> voided_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Attachment, (),
                      (id, key_id, complaint_id, kind, name, file, file_key, type, bytes, sha256,
                       added_by, added_at, voided_at, voided_by, version))

struct AttachmentView {
  Id<Attachment> id;
  Id<Complaint> complaint_id;
  AttachmentKind kind = AttachmentKind::other;
  FileName name;
  std::string type;
  std::string media_type;
  std::int64_t bytes = 0;
  std::string sha256;
  std::optional<Id<Person>> added_by;
  Instant added_at;
  std::optional<Instant> voided_at;
  std::optional<Id<Person>> voided_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (),
                      (id, complaint_id, kind, name, type, media_type, bytes, sha256, added_by,
                       added_at, voided_at, voided_by, version))

struct AttachmentList {
  std::vector<AttachmentView> items;
};
BOOST_DESCRIBE_STRUCT(AttachmentList, (), (items))

}  // namespace xb::complaints
