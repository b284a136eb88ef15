// The tables of approvals and every statement on them.
#pragma once

#include "platform/approvals/types.h"
#include "platform/storage/list.h"

namespace xb::approvals {

// A row that another hand wrote counts as none, with an alarm.
void insert(Work& work, Approval& approval, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Approval& approval, const sealing::DataKey& key);

// Whatever is kept from the actor is not there.
std::optional<Approval> find(Work& work, const Actor& actor, Id<Approval> id);
// Waiting or granted, of this matter.
std::optional<Approval> open_of(Work& work, std::int64_t subject_id, std::string_view matter);
std::vector<Approval> open_of(Work& work, std::int64_t subject_id);
std::vector<ApprovalBrief> briefs_of(storage::Transaction& tx, std::int64_t subject_id);

void set_seats(Work& work, Id<Approval> id, const std::vector<identity::Seat>& seats);
std::vector<identity::Seat> seats_before(storage::Transaction& tx, Id<Approval> id);
// Of this subject, those that wait before a chair of the actor and have not gone through his hands.
std::vector<Id<Approval>> waiting_before(storage::Transaction& tx, const Actor& actor,
                                         std::int64_t subject_id);

void erase_of(storage::Transaction& tx, std::int64_t subject_id);

const storage::ListSpec& list_spec();
struct Keys {
  std::vector<Approval> rows;
  std::optional<std::string> next_cursor;
};
// Those before a chair of the actor that he has no hand in, but the accused and his unit see none.
Result<Keys> before(Work& work, const Actor& actor, const storage::ListRequest& request);

}  // namespace xb::approvals
