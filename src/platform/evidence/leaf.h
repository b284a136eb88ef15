// The bytes of the log: leaf, commitment, hashes. Pure; docs/formats/evidence.md says the same for
// other people's tools.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"

namespace xb::evidence {

struct Leaf {
  std::string_view kind;        // complaint.registered
  Instant at;                   // to the second in the leaf
  std::string_view chain;       // 32 hex digits, random, one for each subject
  std::int64_t n = 0;           // 1, 2, 3 … within the chain
  std::string_view previous;    // leaf hash of n - 1 in hex; empty for the first
  std::string_view commitment;  // 64 hex digits
};

// Canonical ASCII JSON with this order of keys: v k t c n p h.
std::string leaf_bytes(const Leaf& leaf);

// SHA-256(0x00 || leaf): RFC 6962 §2.1.
std::string leaf_hash(std::string_view leaf);

// A field of a payload: its name and its value as JSON text.
struct CommittedField {
  std::string name;
  std::string value;
};

// The salt of one field: HMAC-SHA-256(salt, name). Showing it opens that field and no other.
std::string field_salt(std::string_view salt, std::string_view name);

// SHA-256(0x03 || field salt || u32 |name| || name || u32 |value| || value), big-endian lengths.
std::string field_commitment(std::string_view field_salt, const CommittedField& field);

// By name.
using FieldCommitments = std::map<std::string, std::string>;

// SHA-256(0x02 || "evlog/v1" || u32 count || commitments of the fields in the order of their
// names). With a salt of 32 random bytes it hides the fields, and it binds them.
std::string commitment(const FieldCommitments& fields);
std::string commitment(std::string_view salt, const std::vector<CommittedField>& fields);

}  // namespace xb::evidence
