#include "platform/evidence/proof.h"

#include <map>

#include <boost/json/serialize.hpp>

#include "core/encoding.h"
#include "core/json.h"
#include "platform/evidence/entries.h"
#include "platform/sealing/crypto.h"

namespace xb::evidence {
namespace {

namespace json = boost::json;

std::string base64_member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr || !value->is_string()) return {};
  return from_base64(std::string_view(value->get_string())).value_or("");
}

// The commitment to a payload, from what is stored beside its facts; empty if that is no payload.
std::string committed(std::string_view facts_text, std::string_view openings_text) {
  const auto facts = parse_json(facts_text);
  const auto openings = parse_json(openings_text);
  if (!facts || !openings || !facts->is_object() || !openings->is_object()) return {};
  const json::value* salts = openings->get_object().if_contains("salts");
  const json::value* commitments = openings->get_object().if_contains("commitments");
  if (salts == nullptr || commitments == nullptr || !salts->is_object() ||
      !commitments->is_object())
    return {};
  FieldCommitments fields;
  for (const auto& [name, value] : facts->get_object())
    fields[name] = field_commitment(base64_member(salts->get_object(), name),
                                    {std::string(name), json::serialize(value)});
  for (const auto& [name, value] : commitments->get_object())
    fields[name] = base64_member(commitments->get_object(), name);
  return commitment(fields);
}

std::string text_of(const json::value& leaf, std::string_view name) {
  const json::value* value = leaf.get_object().if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

// Its leaf names the entry before it by its hash; the first one has none before it.
bool follows_its_chain(storage::Transaction& tx, const WholeRow& row) {
  if (row.n == 1) return true;
  const auto leaf = parse_json(row.leaf);
  const auto before = hash_of(tx, row.subject_id, row.n - 1);
  return leaf && leaf->is_object() && before && text_of(*leaf, "p") == *before;
}

bool is_proven(Work& work, const WholeRow& row) {
  const std::string mac = base64(work.keys.mac(sealing::Purpose::entry, authenticated(row)));
  return sealing::equal_in_constant_time(mac, row.mac) &&
         is_unaltered(ProvenRow{row.place, row.n, row.kind, row.at, row.leaf, row.leaf_hash,
                                row.facts, row.openings}) &&
         follows_its_chain(work.tx, row);
}

}  // namespace

std::vector<ProvenEntry> proven(Work& work, std::int64_t first_place, std::size_t limit) {
  std::vector<ProvenEntry> out;
  std::int64_t expected = first_place;
  for (WholeRow& row : whole_entries(work.tx, first_place, limit)) {
    const bool holds = row.place == expected && is_proven(work, row);
    expected = row.place + 1;
    out.push_back({{row.place, row.subject_id, row.n, std::move(row.kind), row.at, row.actor_id,
                    std::move(row.facts)},
                   holds});
  }
  return out;
}

Committed commit(std::string_view salt, const std::vector<CommittedField>& facts,
                 const std::vector<CommittedField>& personal) {
  FieldCommitments all;
  const auto add = [](std::string& members, const std::string& name, std::string_view bytes) {
    if (!members.empty()) members += ',';
    write_json_string(members, name);
    members += ":\"" + base64(bytes) + "\"";
  };
  std::string salts;
  for (const CommittedField& field : facts) {
    const std::string opening = field_salt(salt, field.name);
    all[field.name] = field_commitment(opening, field);
    add(salts, field.name, opening);
  }
  std::string commitments;
  for (const CommittedField& field : personal) {
    const std::string& hidden = all[field.name] =
        field_commitment(field_salt(salt, field.name), field);
    add(commitments, field.name, hidden);
  }
  return {commitment(all), R"({"salts":{)" + salts + R"(},"commitments":{)" + commitments + "}}"};
}

bool is_unaltered(const ProvenRow& row) {
  const auto leaf = parse_json(row.leaf);
  if (!leaf || !leaf->is_object() || hex(leaf_hash(row.leaf)) != row.leaf_hash) return false;
  const std::string chain = text_of(*leaf, "c");
  const std::string previous = text_of(*leaf, "p");
  const std::string payload = hex(committed(row.facts, row.openings));
  return leaf_bytes({.kind = row.kind,
                     .at = row.at,
                     .chain = chain,
                     .n = row.n,
                     .previous = previous,
                     .commitment = payload}) == row.leaf;
}

std::vector<std::int64_t> altered_places(storage::Transaction& tx, std::size_t limit) {
  std::vector<std::int64_t> out;
  for (const ProvenRow& row : newest_entries(tx, limit))
    if (!is_unaltered(row)) out.push_back(row.place);
  return out;
}

}  // namespace xb::evidence
