#include "modules/complaints/bulk/service.h"

#include <set>

namespace xb::complaints {
namespace {

template <class Bulk, class Step>
Result<BulkReport> many(const exchange::Ground& ground, const Bulk& bulk, Step step) {
  if (bulk.ids.empty()) return refuse(Reason::invalid, "bulk.none", "ids");
  if (bulk.ids.size() > bulk_max) return refuse(Reason::invalid, "bulk.too_many", "ids");
  BulkReport out{.is_preview = bulk.preview.value_or(false), .items = {}};
  std::set<Id<Complaint>> met;
  for (const Id<Complaint> id : bulk.ids) {
    if (!met.insert(id).second) continue;
    exchange::check_goes_on(ground);
    std::optional<Refusal> refusal;
    ground.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = exchange::work_on(ground, tx);
      const auto taken = step(work, id, bulk.input);
      refusal = taken ? std::nullopt : std::optional{taken.error()};
      return taken.has_value() && !out.is_preview;
    });
    BulkItem item{id, !refusal.has_value(), {}, {}};
    if (refusal) {
      item.code = refusal->code;
      if (!refusal->field.empty()) item.field = refusal->field;
    }
    ++(refusal ? out.refused : out.done);
    out.items.push_back(std::move(item));
  }
  return out;
}

}  // namespace

Result<BulkReport> accept_many(const exchange::Ground& ground, const BulkAcceptance& input) {
  return many(ground, input, accept);
}

Result<BulkReport> assign_many(const exchange::Ground& ground, const BulkAssignment& input) {
  return many(ground, input, assign);
}

Result<BulkReport> archive_many(const exchange::Ground& ground, const BulkArchiving& input) {
  return many(ground, input, archive);
}

}  // namespace xb::complaints
