// Signatures of texts and which of them belong together. Operational: made again from the cases.
#pragma once

#include <string>
#include <vector>

#include "modules/complaints/similar/rules.h"
#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

struct SignatureRow {
  std::int64_t complaint_id = 0;
  Signature signature;
  std::optional<std::int64_t> group;
};

void insert(storage::Transaction& tx, const SignatureRow& row);
// Lets it be held against later texts.
void insert_bands(storage::Transaction& tx, std::int64_t complaint_id, const Signature& signature);
// With its bands, if it has any.
void delete_signature(storage::Transaction& tx, const SignatureRow& row);
std::optional<SignatureRow> signature_row(storage::Transaction& tx, Id<Complaint> complaint);
// Whether later texts are held against it.
bool has_bands(storage::Transaction& tx, const SignatureRow& row);
std::vector<SignatureRow> newest_of_group(storage::Transaction& tx, std::int64_t group,
                                          std::size_t limit);

// Those that share most bands with it, of the newest `limit` of each band; at most `limit`.
std::vector<SignatureRow> worth_comparing(storage::Transaction& tx, const Signature& signature,
                                          std::size_t limit);
// A group has the number of its first case, which may have been alone so far.
void begin_group(storage::Transaction& tx, std::int64_t first);
// The next becomes the first; returns its number.
std::int64_t renew_group(storage::Transaction& tx, std::int64_t group);

// Members that the viewer sees, newest first.
std::vector<std::int64_t> members_of(Work& work, std::int64_t group, std::size_t limit);

struct SimilarGroup {
  std::int64_t group_id = 0;
  std::int64_t count = 0;  // of those the viewer sees
};
BOOST_DESCRIBE_STRUCT(SimilarGroup, (), (group_id, count))
// With at least so many members in sight, those begun last first.
std::vector<SimilarGroup> similar_groups_in_sight(Work& work, std::int64_t members_min,
                                                  std::size_t limit);

}  // namespace xb::complaints
