// Every SQL statement on drafts.
#pragma once

#include "modules/portal/drafts/service.h"

namespace xb::portal {

std::optional<DraftRow> find_draft(storage::Transaction& tx, Id<DraftRow> id);
// In the order they came.
std::vector<DraftFile> files_of(storage::Transaction& tx, Id<DraftRow> draft);
void erase_file(storage::Transaction& tx, Id<DraftFile> id);
void erase_files(storage::Transaction& tx, Id<DraftRow> draft);
void erase_draft(storage::Transaction& tx, Id<DraftRow> id);
std::vector<Id<DraftRow>> expired_drafts(storage::Transaction& tx, Instant now, std::size_t limit);

}  // namespace xb::portal
