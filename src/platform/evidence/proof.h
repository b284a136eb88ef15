// Whether stored entries still say what their leaves commit to. Needs no key: facts stay provable
// when the subject's key is destroyed.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/evidence/leaf.h"
#include "platform/evidence/store.h"

namespace xb::evidence {

struct Committed {
  std::string commitment;  // 32 bytes
  // The opening of every fact and the commitment of every personal field, as a JSON object:
  // {"salts":{"state":"<base64>"},"commitments":{"name":"<base64>"}}. Neither opens a personal
  // field.
  std::string openings;
};

// `salt` is 32 random bytes.
Committed commit(std::string_view salt, const std::vector<CommittedField>& facts,
                 const std::vector<CommittedField>& personal);

// Kind, time, number and facts against the leaf, and the leaf against its hash.
bool is_unaltered(const ProvenRow& row);

// The places of altered ones among the newest `limit` entries.
std::vector<std::int64_t> altered_places(storage::Transaction& tx, std::size_t limit);

}  // namespace xb::evidence
