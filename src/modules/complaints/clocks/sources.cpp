#include "modules/complaints/clocks/sources.h"

#include "modules/complaints/service.h"

namespace xb::complaints {

clocks::Source clock_source(IntakeKind kind) {
  clocks::Source out;
  out.kind = name_of(kind);
  out.find = [](Work& work, std::int64_t id) -> std::optional<clocks::Card> {
    const auto complaint = find_complaint(work, Actor::system(), {id});
    if (!complaint) return {};
    return clocks::Card{complaint->number, complaint->key_id, standing_of(*complaint),
                        complaint->due_at};
  };
  out.moved = [](Work& work, std::int64_t id, std::optional<Instant> first_due_at) {
    auto complaint = find_complaint(work, Actor::system(), {id});
    if (!complaint) return;
    complaint->due_at = first_due_at;
    const auto key = sealing::key(work, complaint->key_id);
    storage::cells::expect(update(work, *complaint, key).has_value(),
                           "a complaint moved under the sweep");
  };
  return out;
}

}  // namespace xb::complaints
