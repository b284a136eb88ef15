#include "modules/complaints/similar/store.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/encoding.h"
#include "modules/complaints/store.h"

namespace xb::complaints {
namespace {

using storage::Cell;
using storage::Query;

struct StoredSignature {
  std::int64_t complaint_id = 0;
  std::string signature;
  std::optional<std::int64_t> group_id;
};
BOOST_DESCRIBE_STRUCT(StoredSignature, (), (complaint_id, signature, group_id))

SignatureRow read(const StoredSignature& row) {
  const auto bytes = from_base64(row.signature);
  const auto signature = bytes ? unpacked(*bytes) : std::nullopt;
  storage::cells::expect(signature.has_value(), "a signature of a text is unreadable");
  return {row.complaint_id, *signature, row.group_id};
}

}  // namespace

void insert(storage::Transaction& tx, const SignatureRow& row) {
  tx.execute("INSERT INTO text_signatures (complaint_id, signature, group_id) VALUES (?, ?, ?)",
             row.complaint_id, base64(packed(row.signature)), row.group);
}

void insert_bands(storage::Transaction& tx, std::int64_t complaint_id, const Signature& signature) {
  for (const std::int64_t band : bands_of(signature))
    tx.execute("INSERT INTO text_bands (band, complaint_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
               band, complaint_id);
}

void delete_signature(storage::Transaction& tx, const SignatureRow& row) {
  for (const std::int64_t band : bands_of(row.signature))
    tx.execute("DELETE FROM text_bands WHERE band = ? AND complaint_id = ?", band,
               row.complaint_id);
  tx.execute("DELETE FROM text_signatures WHERE complaint_id = ?", row.complaint_id);
}

std::optional<SignatureRow> signature_row(storage::Transaction& tx, Id<Complaint> complaint) {
  const auto row = tx.one<StoredSignature>(
      "SELECT complaint_id, signature, group_id FROM text_signatures WHERE complaint_id = ?",
      complaint);
  if (!row) return {};
  return read(*row);
}

bool has_bands(storage::Transaction& tx, const SignatureRow& row) {
  return tx
      .one<std::int64_t>("SELECT complaint_id FROM text_bands WHERE band = ? AND complaint_id = ?",
                         bands_of(row.signature).front(), row.complaint_id)
      .has_value();
}

std::vector<SignatureRow> newest_of_group(storage::Transaction& tx, std::int64_t group,
                                          std::size_t limit) {
  Query query{storage::Sql<>("SELECT complaint_id, signature, group_id FROM text_signatures")};
  query.where("group_id = ?", group);
  query.add("ORDER BY complaint_id DESC LIMIT ?", limit);
  std::vector<SignatureRow> out;
  for (const StoredSignature& row : tx.all<StoredSignature>(query)) out.push_back(read(row));
  return out;
}

std::vector<SignatureRow> worth_comparing(storage::Transaction& tx, const Signature& signature,
                                          std::size_t limit) {
  std::map<std::int64_t, std::size_t, std::greater<>> shared;  // newest first
  Query hits{storage::Sql<>("")};
  bool is_first = true;
  for (const std::int64_t band : bands_of(signature)) {
    if (!std::exchange(is_first, false)) hits.add("UNION ALL");
    hits.add(
        "SELECT complaint_id FROM (SELECT complaint_id FROM text_bands WHERE band = ?"
        " ORDER BY complaint_id DESC LIMIT ?) AS newest",
        band, limit);
  }
  for (const std::int64_t id : tx.all<std::int64_t>(hits)) ++shared[id];
  std::vector<std::pair<std::int64_t, std::size_t>> ranked(shared.begin(), shared.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (ranked.size() > limit) ranked.resize(limit);
  if (ranked.empty()) return {};
  std::vector<Cell> ids;
  ids.reserve(ranked.size());
  for (const auto& [id, count] : ranked) ids.emplace_back(id);
  Query rows{storage::Sql<>("SELECT complaint_id, signature, group_id FROM text_signatures")};
  rows.where_in("complaint_id", std::move(ids));
  std::vector<SignatureRow> out;
  for (const StoredSignature& row : tx.all<StoredSignature>(rows)) out.push_back(read(row));
  return out;
}

void begin_group(storage::Transaction& tx, std::int64_t first) {
  tx.execute(
      "UPDATE text_signatures SET group_id = complaint_id"
      " WHERE complaint_id = ? AND group_id IS NULL",
      first);
}

std::int64_t renew_group(storage::Transaction& tx, std::int64_t group) {
  const auto next = tx.one<std::int64_t>(
      "SELECT complaint_id FROM text_signatures WHERE group_id = ? ORDER BY complaint_id LIMIT 1",
      group);
  if (!next) return group;
  tx.execute("UPDATE text_signatures SET group_id = ? WHERE group_id = ?", *next, group);
  return *next;
}

std::vector<std::int64_t> members_of(Work& work, std::int64_t group, std::size_t limit) {
  Query query{storage::Sql<>("SELECT complaint_id FROM text_signatures")};
  query.where("group_id = ?", group);
  case_in_sight(work.actor).narrow(query);
  query.add("ORDER BY complaint_id DESC LIMIT ?", limit);
  return work.tx.all<std::int64_t>(query);
}

std::vector<SimilarGroup> similar_groups_in_sight(Work& work, std::int64_t members_min,
                                                  std::size_t limit) {
  Query query{storage::Sql<>("SELECT group_id, count(*) AS count FROM text_signatures")};
  query.where(storage::Fragment{"group_id IS NOT NULL"}, {});
  case_in_sight(work.actor).narrow(query);
  query.add("GROUP BY group_id HAVING count(*) >= ?", members_min);
  query.add("ORDER BY group_id DESC LIMIT ?", limit);
  return work.tx.all<SimilarGroup>(query);
}

}  // namespace xb::complaints
