// Every SQL statement of this module. Whatever reads tip-offs takes who asks: what is kept from
// him, or lies outside the whole bank that one has to see for it, is not there.
#pragma once

#include <optional>
#include <vector>

#include "modules/tip_offs/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::tip_offs {

std::optional<TipOff> find_tip_off(Work& work, const Actor& viewer, Id<TipOff> id);
void insert(Work& work, const TipOff& tip_off, const sealing::DataKey& key);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, TipOff& tip_off, const sealing::DataKey& key);

void insert(storage::Transaction& tx, const Barrier& barrier);
std::vector<Barrier> barriers_of(storage::Transaction& tx, Id<TipOff> id);

const storage::ListSpec& list_spec();
struct TipOffPage {
  std::vector<TipOff> rows;
  std::optional<std::string> next_cursor;
};
Result<TipOffPage> page(Work& work, const Actor& viewer, const storage::ListRequest& request);

struct StateCount {
  State state = State::received;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(StateCount, (), (state, count))
std::vector<StateCount> counts(storage::Transaction& tx, const Actor& viewer);

}  // namespace xb::tip_offs
