// Every SQL statement of this module.
#pragma once

#include "modules/cases/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::cases {

std::optional<Case> case_by_id(storage::Transaction& tx, Id<Case> id);

const storage::ListSpec& list_spec();
struct CaseRows {
  std::vector<Case> rows;
  std::optional<std::string> next_cursor;
};
// Drafts are there for those who write them only.
Result<CaseRows> page(Work& work, const storage::ListRequest& request, bool with_drafts);

// Published ones of this business and cause first, then of this business, at most `limit`.
std::vector<Case> fitting(storage::Transaction& tx, std::string_view business,
                          std::string_view cause, std::size_t limit);

}  // namespace xb::cases
