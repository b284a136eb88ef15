#include "platform/evidence/leaf.h"

#include "platform/sealing/crypto.h"

namespace xb::evidence {
namespace {

std::string u32(std::size_t number) {
  std::string out(4, '\0');
  for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<char>(number >> (8 * (3 - i)) & 255);
  return out;
}

}  // namespace

std::string leaf_bytes(const Leaf& leaf) {
  std::string out = R"({"v":1,"k":")";
  out += leaf.kind;
  out += R"(","t":)";
  out += std::to_string(leaf.at.ms / 1000);
  out += R"(,"c":")";
  out += leaf.chain;
  out += R"(","n":)";
  out += std::to_string(leaf.n);
  out += R"(,"p":")";
  out += leaf.previous;
  out += R"(","h":")";
  out += leaf.commitment;
  out += R"("})";
  return out;
}

std::string leaf_hash(std::string_view leaf) {
  std::string bytes(1, '\x00');
  bytes += leaf;
  return sealing::sha256(bytes);
}

std::string field_salt(std::string_view salt, std::string_view name) {
  return sealing::hmac_sha256(salt, name);
}

std::string field_commitment(std::string_view field_salt, const CommittedField& field) {
  std::string bytes(1, '\x03');
  bytes += field_salt;
  bytes += u32(field.name.size());
  bytes += field.name;
  bytes += u32(field.value.size());
  bytes += field.value;
  return sealing::sha256(bytes);
}

std::string commitment(const FieldCommitments& fields) {
  std::string bytes =
      "\x02"
      "evlog/v1" +
      u32(fields.size());
  for (const auto& [name, field] : fields) bytes += field;
  return sealing::sha256(bytes);
}

std::string commitment(std::string_view salt, const std::vector<CommittedField>& fields) {
  FieldCommitments out;
  for (const CommittedField& field : fields)
    out[field.name] = field_commitment(field_salt(salt, field.name), field);
  return commitment(out);
}

}  // namespace xb::evidence
