// Numbers that a consumer reads out, and the code on his receipt.
#pragma once

#include <string>

#include "modules/complaints/types.h"
#include "platform/sealing/keyring.h"

namespace xb::complaints {

// The number of the complaint with this id, made on `day`. The serial is the id under a keyed
// permutation of that day: it needs no counter and does not show how many there were. Ids that are
// 10,000,000 apart have the same number: see insert_numbered.
std::string number_for(const sealing::Keyring& keys, Date day, Id<Complaint> id);

// 16 digits of HMAC(receipt key, id, epoch): never stored, printed on the receipt only, and void
// once the epoch is raised.
std::string receipt_code(const sealing::Keyring& keys, Id<Complaint> id, std::int64_t epoch);

// Whether the lot falls on this case: so many in a hundred, and nobody without the key knows which.
bool is_drawn_for(const sealing::Keyring& keys, std::string_view purpose, Id<Complaint> id,
                  std::uint64_t percent);
// Whether what was settled on the spot is looked at by a superior: one in ten.
bool is_sampled(const sealing::Keyring& keys, Id<Complaint> id);

}  // namespace xb::complaints
