// What somebody tells step by step before he hands it in. Whoever holds the token of a draft reads
// it, and nobody else: not even the bank, until it is handed in.
#pragma once

#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "modules/complaints/attachments/types.h"
#include "modules/portal/types.h"
#include "platform/files/vault.h"
#include "platform/storage/work.h"

namespace xb::portal {

inline constexpr std::chrono::days draft_kept{30};
inline constexpr std::int64_t draft_files_max = 20;
inline constexpr std::int64_t draft_bytes_max = std::int64_t{200} << 20;

struct DraftRow {
  static constexpr std::string_view table = "portal_drafts";
  Id<DraftRow> id;
  std::string token_hash;
  std::string content;  // JSON of a Filing as it was told, sealed
  Instant saved_at;
  Instant expires_at;
  Id<complaints::Complaint> complaint_id;  // what became of it
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DraftRow, (),
                      (id, token_hash, content, saved_at, expires_at, complaint_id, version))

struct DraftFile {
  static constexpr std::string_view table = "portal_files";
  Id<DraftFile> id;
  Id<DraftRow> draft_id;
  complaints::AttachmentKind kind = complaints::AttachmentKind::other;
  std::string name;      // sealed
  std::string file;      // its name in the vault
  std::string file_key;  // sealed
  std::string type;
  std::int64_t bytes = 0;
  std::string sha256;
  Instant added_at;
};
BOOST_DESCRIBE_STRUCT(DraftFile, (),
                      (id, draft_id, kind, name, file, file_key, type, bytes, sha256, added_at))

struct NewDraft {
  Id<DraftRow> id;
  std::string token;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(NewDraft, (), (id, token, expires_at))

// Of whoever asks for a draft.
struct DraftClaim {
  Id<DraftRow> id;
  std::string token;
};

// As it was told, in clear, to whom it belongs.
struct ToldFiling {
  std::string json = "{}";
};

struct FileView {
  std::int64_t id = 0;
  complaints::AttachmentKind kind = complaints::AttachmentKind::other;
  privacy::Opened<complaints::FileName::Kind> name;
  std::string type;
  std::string media_type;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, kind, name, type, media_type, bytes))

struct DraftView {
  Id<DraftRow> id;
  ToldFiling content;
  std::vector<FileView> files;
  Instant saved_at;
  Instant expires_at;
  bool is_submitted = false;
};
BOOST_DESCRIBE_STRUCT(DraftView, (), (id, content, files, saved_at, expires_at, is_submitted))

Result<NewDraft> open_draft(Work& work);

// All of them refuse with portal.draft_missing, whether there is none or the token is another's.
Result<DraftView> read_draft(Work& work, const DraftClaim& claim);
// Members that are given replace what was told; null takes it away. Refuses with the member's own
// code, portal.unit, taxonomy.* or portal.draft_submitted.
Result<DraftView> save_draft(Work& work, const DraftClaim& claim, const boost::json::object& told);
Result<Done> drop_draft(Work& work, const DraftClaim& claim);

struct TakenFile {
  FileView view;
  bool is_new = true;  // false: the draft has this content already
};
// Whether there is room for another file. Refuses with portal.draft_full or portal.draft_submitted.
Result<void> check_room(Work& work, const DraftClaim& claim);
Result<TakenFile> add_file(Work& work, const DraftClaim& claim, complaints::AttachmentKind kind,
                           std::string_view name, const files::Received& file);
Result<DraftView> drop_file(Work& work, const DraftClaim& claim, Id<DraftFile> id);

// Sealing with what only the token leads to.
sealing::DataKey key_of(const sealing::Keyring& keys, const DraftClaim& claim);

// For handing it in: a draft with what was told, in clear.
struct HeldDraft {
  DraftRow row;
  sealing::DataKey key;
  Filing filing;
};
Result<HeldDraft> hold_draft(Work& work, const DraftClaim& claim);
// Refuses as save_draft.
Result<void> check_filing(Work& work, const Filing& filing);
// A file of a draft, ready to be put into a case.
struct HeldFile {
  complaints::AttachmentKind kind = complaints::AttachmentKind::other;
  std::string name;
  files::Received received;
};
std::vector<HeldFile> held_files(Work& work, const HeldDraft& draft);
// It says from now on what became of it, and nothing else.
Result<void> settle_draft(Work& work, HeldDraft& draft, Id<complaints::Complaint> id);

// Those whose time is over, at most a thousand. Returns how many.
std::int64_t sweep_drafts(storage::Transaction& tx, Instant now);
std::set<std::string> named_files(storage::Transaction& tx, const std::vector<std::string>& names);

}  // namespace xb::portal

namespace xb {

template <>
struct Json<portal::ToldFiling> {
  static void write(std::string& out, const portal::ToldFiling& told) { out += told.json; }
  static boost::json::value schema(Schemas& parts) { return Json<portal::Filing>::schema(parts); }
};

}  // namespace xb
