#include "modules/portal/drafts/service.h"

#include <boost/json/serialize.hpp>

#include "core/encoding.h"
#include "core/ensure.h"
#include "modules/portal/drafts/store.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"
#include "platform/taxonomies/book.h"

namespace xb::portal {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t swept_at_once = 1000;
constexpr std::string_view content_field = "portal_drafts.content";
constexpr std::string_view name_field = "portal_files.name";
constexpr std::string_view key_field = "portal_files.file_key";
constexpr std::int64_t amount_max = 1'000'000'000'000'000;

std::string hash_of(std::string_view token) { return hex(sealing::sha256(token)); }

Result<DraftRow> draft_of(Work& work, const DraftClaim& claim) {
  auto row = find_draft(work.tx, claim.id);
  const bool is_his =
      sealing::equal_in_constant_time(hash_of(claim.token), row ? row->token_hash : hash_of(""));
  if (!row || !is_his || row->expires_at <= work.now)
    return refuse(Reason::missing, "portal.draft_missing");
  return std::move(*row);
}

Result<DraftRow> open_draft_of(Work& work, const DraftClaim& claim) {
  auto row = TRY(draft_of(work, claim));
  if (row.complaint_id) return refuse(Reason::conflict, "portal.draft_submitted");
  return row;
}

void keep_on(DraftRow& row, Instant now) {
  row.saved_at = now;
  row.expires_at = now + draft_kept;
}

Result<void> store(Work& work, DraftRow& row) {
  if (work.tx.update(row)) return {};
  return refuse(Reason::conflict, "version.changed");
}

FileView view_of(const DraftFile& row, const sealing::DataKey& key) {
  const auto* type = files::file_type(row.type);
  return {.id = row.id.number,
          .kind = row.kind,
          .name = {key.open(row.name, name_field, row.id.number)},
          .type = row.type,
          .media_type = std::string{type == nullptr ? std::string_view{} : type->media},
          .bytes = row.bytes};
}

DraftView view_of(Work& work, const DraftRow& row, const sealing::DataKey& key) {
  DraftView out{.id = row.id,
                .content = {},
                .files = {},
                .saved_at = row.saved_at,
                .expires_at = row.expires_at,
                .is_submitted = bool{row.complaint_id}};
  if (out.is_submitted) return out;
  out.content.json = key.open(row.content, content_field, row.id.number);
  for (const DraftFile& file : files_of(work.tx, row.id)) out.files.push_back(view_of(file, key));
  return out;
}

Result<void> check_word(Work& work, std::string_view taxonomy, std::string_view code,
                        std::string_view field) {
  auto chosen = work.taxonomies->choose(taxonomy, code, work.zone.date(work.now));
  if (!chosen) return at_field(field, std::move(chosen).error());
  return {};
}

Result<void> check_words(Work& work, std::string_view taxonomy, const complaints::Codes& codes,
                         std::string_view field) {
  for (std::size_t i = 0; i < codes.items.size(); ++i)
    TRY(check_word(work, taxonomy, codes.items[i], std::string{field} + "." + std::to_string(i)));
  return {};
}

Result<void> check_unit(Work& work, const identity::Code& code) {
  const auto unit = identity::find_unit_by_code(work.tx, code.str());
  const bool is_inside = unit && (unit->kind == identity::UnitKind::department ||
                                  unit->kind == identity::UnitKind::committee);
  const Date today = work.zone.date(work.now);
  if (!unit || is_inside || (unit->closed_on && *unit->closed_on <= today))
    return refuse(Reason::invalid, "portal.unit", "unit_code");
  return {};
}

Result<boost::json::object> object_of(std::string_view text) {
  auto json = TRY(parse_json(text));
  ensure(json.is_object(), "a draft holds something that is no object");
  return std::move(json.get_object());
}

Result<void> check_space(Work& work, const DraftRow& row, std::int64_t more) {
  std::int64_t bytes = more;
  const auto files = files_of(work.tx, row.id);
  for (const DraftFile& file : files) bytes += file.bytes;
  if (static_cast<std::int64_t>(files.size()) >= draft_files_max || bytes > draft_bytes_max)
    return refuse(Reason::conflict, "portal.draft_full");
  return {};
}

}  // namespace

sealing::DataKey key_of(const sealing::Keyring& keys, const DraftClaim& claim) {
  return {Id<sealing::DataKey>{claim.id.number},
          keys.mac(sealing::Purpose::session, "portal_draft|" + claim.token)};
}

Result<NewDraft> open_draft(Work& work) {
  const DraftClaim claim{work.new_id<DraftRow>(), hex(sealing::random_bytes(token_bytes))};
  DraftRow row{.id = claim.id,
               .token_hash = hash_of(claim.token),
               .content = key_of(work.keys, claim).seal("{}", content_field, claim.id.number),
               .saved_at = {},
               .expires_at = {},
               .complaint_id = {}};
  keep_on(row, work.now);
  work.tx.insert(row);
  return NewDraft{row.id, claim.token, row.expires_at};
}

Result<DraftView> read_draft(Work& work, const DraftClaim& claim) {
  const auto row = TRY(draft_of(work, claim));
  return view_of(work, row, key_of(work.keys, claim));
}

Result<void> check_filing(Work& work, const Filing& filing) {
  if (filing.unit_code) TRY(check_unit(work, *filing.unit_code));
  if (filing.business) TRY(check_word(work, "business", filing.business->str(), "business"));
  if (filing.product) TRY(check_word(work, "product", filing.product->str(), "product"));
  if (filing.customer_groups)
    TRY(check_words(work, "customer_group", *filing.customer_groups, "customer_groups"));
  if (filing.claim_kinds) TRY(check_words(work, "claim_kind", *filing.claim_kinds, "claim_kinds"));
  if (filing.agent)
    TRY(check_word(work, "agent_relation", filing.agent->relation.str(), "agent.relation"));
  if (filing.amount_fen && *filing.amount_fen < 0)
    return refuse(Reason::invalid, "field.negative", "amount_fen");
  if (filing.amount_fen && *filing.amount_fen > amount_max)
    return refuse(Reason::invalid, "field.too_large", "amount_fen");
  return {};
}

Result<DraftView> save_draft(Work& work, const DraftClaim& claim, const boost::json::object& told) {
  auto row = TRY(open_draft_of(work, claim));
  const auto key = key_of(work.keys, claim);
  auto content = TRY(object_of(key.open(row.content, content_field, row.id.number)));
  for (const auto& pair : told) {
    if (pair.value().is_null())
      content.erase(pair.key());
    else
      content.insert_or_assign(pair.key(), pair.value());
  }
  const auto filing = TRY(Json<Filing>::read(content));
  TRY(check_filing(work, filing));
  row.content = key.seal(boost::json::serialize(content), content_field, row.id.number);
  keep_on(row, work.now);
  TRY(store(work, row));
  return view_of(work, row, key);
}

Result<Done> drop_draft(Work& work, const DraftClaim& claim) {
  const auto row = TRY(draft_of(work, claim));
  erase_files(work.tx, row.id);
  erase_draft(work.tx, row.id);
  return Done{};
}

Result<void> check_room(Work& work, const DraftClaim& claim) {
  const auto row = TRY(open_draft_of(work, claim));
  return check_space(work, row, 0);
}

Result<TakenFile> add_file(Work& work, const DraftClaim& claim, complaints::AttachmentKind kind,
                           std::string_view name, const files::Received& file) {
  auto row = TRY(open_draft_of(work, claim));
  const auto key = key_of(work.keys, claim);
  for (const DraftFile& known : files_of(work.tx, row.id))
    if (known.sha256 == file.sha256) return TakenFile{view_of(known, key), false};
  TRY(check_space(work, row, file.bytes));
  const auto id = work.new_id<DraftFile>();
  const DraftFile added{.id = id,
                        .draft_id = row.id,
                        .kind = kind,
                        .name = key.seal(files::safe_name(name, *file.type), name_field, id.number),
                        .file = file.file,
                        .file_key = key.seal(file.key.reveal(), key_field, id.number),
                        .type = std::string{file.type->name},
                        .bytes = file.bytes,
                        .sha256 = file.sha256,
                        .added_at = work.now};
  work.tx.insert(added);
  keep_on(row, work.now);
  TRY(store(work, row));
  return TakenFile{view_of(added, key), true};
}

Result<DraftView> drop_file(Work& work, const DraftClaim& claim, Id<DraftFile> id) {
  auto row = TRY(open_draft_of(work, claim));
  bool is_there = false;
  for (const DraftFile& file : files_of(work.tx, row.id)) is_there = is_there || file.id == id;
  if (!is_there) return refuse(Reason::missing, "attachment.missing");
  erase_file(work.tx, id);
  keep_on(row, work.now);
  TRY(store(work, row));
  return view_of(work, row, key_of(work.keys, claim));
}

Result<HeldDraft> hold_draft(Work& work, const DraftClaim& claim) {
  auto row = TRY(draft_of(work, claim));
  HeldDraft out{std::move(row), key_of(work.keys, claim), {}};
  if (out.row.complaint_id) return out;
  const auto content =
      TRY(object_of(out.key.open(out.row.content, content_field, out.row.id.number)));
  out.filing = TRY(Json<Filing>::read(content));
  return out;
}

std::vector<HeldFile> held_files(Work& work, const HeldDraft& draft) {
  std::vector<HeldFile> out;
  for (const DraftFile& row : files_of(work.tx, draft.row.id)) {
    const auto* type = files::file_type(row.type);
    ensure(type != nullptr, "a draft has a file whose type nobody takes");
    auto file_key =
        files::SealedKey::trusted(draft.key.open(row.file_key, key_field, row.id.number));
    out.push_back({row.kind,
                   draft.key.open(row.name, name_field, row.id.number),
                   {row.file, std::move(file_key), row.sha256, row.bytes, type}});
  }
  return out;
}

Result<void> settle_draft(Work& work, HeldDraft& draft, Id<complaints::Complaint> id) {
  erase_files(work.tx, draft.row.id);
  draft.row.complaint_id = id;
  draft.row.content = draft.key.seal("{}", content_field, draft.row.id.number);
  draft.row.saved_at = work.now;
  return store(work, draft.row);
}

std::int64_t sweep_drafts(storage::Transaction& tx, Instant now) {
  const auto expired = expired_drafts(tx, now, swept_at_once);
  for (const Id<DraftRow> id : expired) {
    erase_files(tx, id);
    erase_draft(tx, id);
  }
  return static_cast<std::int64_t>(expired.size());
}

}  // namespace xb::portal
