// Statements on drafts.
#pragma once

#include "modules/desk/drafts/service.h"

namespace xb::desk {

std::optional<Draft> draft_at(Work& work, std::string_view form, std::int64_t subject_id);
std::optional<Draft> own_draft(Work& work, Id<Draft> id);
std::vector<Draft> own_drafts(Work& work);
std::int64_t count_drafts(Work& work);
void erase(storage::Transaction& tx, Id<Draft> id);
std::int64_t erase_drafts_before(storage::Transaction& tx, Instant before);

}  // namespace xb::desk
