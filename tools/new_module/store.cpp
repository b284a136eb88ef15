#include "modules/samples/store.h"

#include "platform/storage/list.h"

namespace xb::samples {

std::optional<Sample> find_sample(Work& work, Scope scope, Id<Sample> id) {
  storage::Query query = storage::Query::of<Sample>();
  query.where("id = ?", id);
  storage::in_scope(query, scope);
  auto rows = work.tx.find_all<Sample>(query);
  if (rows.empty()) return {};
  return std::move(rows.front());
}

void insert(Work& work, const Sample& sample) { work.tx.insert(sample); }

Result<void> update(Work& work, Sample& sample) {
  if (!work.tx.update(sample)) return refuse(Reason::conflict, "version.changed");
  return {};
}

}  // namespace xb::samples
