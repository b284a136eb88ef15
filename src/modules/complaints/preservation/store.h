// Every statement on preservations.
#pragma once

#include "modules/complaints/preservation/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

void insert(Work& work, const Preservation& item, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Preservation& item, const sealing::DataKey& key);

std::optional<Preservation> find_preservation(Work& work, const Actor& viewer, Id<Preservation> id);

const storage::ListSpec& preservation_list();
struct PreservationPage {
  std::vector<Preservation> rows;
  std::optional<std::string> next_cursor;
};
Result<PreservationPage> preservations(Work& work, const Actor& viewer,
                                       const storage::ListRequest& request);

// Where their case now belongs and is handled; their notices, too.
void follow_preservations(Work& work, Id<Complaint> complaint, const identity::Standing& at);

// With their clocks.
void erase_preservations(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
