#include "modules/complaints/preservation/sources.h"

#include "modules/complaints/preservation/store.h"

namespace xb::complaints {

clocks::Source preservation_source() {
  clocks::Source out;
  out.kind = preservation_subject;
  out.find = [](Work& work, std::int64_t id) -> std::optional<clocks::Card> {
    const auto item = find_preservation(work, Actor::system(), {id});
    if (!item) return {};
    const identity::Standing standing{{item->branch_id, item->sub_branch_id, item->outlet_id},
                                      item->handling_unit_id,
                                      {},
                                      item->accused_id,
                                      item->shut_unit_id};
    std::optional<Instant> due_at;
    if (item->state == PreservationState::requested) due_at = item->gone_at;
    return clocks::Card{item->complaint_number, item->key_id, standing, due_at};
  };
  out.moved = [](Work& work, std::int64_t id, std::optional<Instant> first_due_at) {
    auto item = find_preservation(work, Actor::system(), {id});
    if (!item || !first_due_at) return;
    item->gone_at = *first_due_at;
    const auto key = sealing::key(work, item->key_id);
    storage::cells::expect(update(work, *item, key).has_value(), "evidence moved under the sweep");
  };
  return out;
}

}  // namespace xb::complaints
