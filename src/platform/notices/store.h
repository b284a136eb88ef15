// Every SQL statement on notices.
#pragma once

#include <vector>

#include "platform/notices/types.h"
#include "platform/storage/work.h"

namespace xb::notices {

// Those that wait and are to be tried by `now`, the longest waiting first.
std::vector<Notice> due(Work& work, std::size_t limit);
bool has_due(storage::Transaction& tx, Instant now);
// Nothing if somebody was faster or it is gone.
std::optional<Notice> waiting(Work& work, Id<Notice> id);

// What a demo bank shows, newest first; to anybody where `phone_index` is empty.
std::vector<Notice> shown(Work& work, const std::optional<std::string>& phone_index,
                          std::size_t limit);

// How many of this wording were made about a subject since `since`.
std::int64_t count_since(storage::Transaction& tx, std::int64_t subject_id,
                         std::string_view wording, Instant since);

// How many were made for this number since `since`.
std::int64_t count_to(storage::Transaction& tx, const std::optional<std::string>& phone_index,
                      Instant since);

// All made before `before`, and those of `wording` made before `wording_before`.
std::int64_t erase_before(storage::Transaction& tx, Instant before);
std::int64_t erase_like(storage::Transaction& tx, std::string_view wording_prefix, Instant before);

}  // namespace xb::notices
