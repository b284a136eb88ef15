#include "modules/cases/store.h"

namespace xb::cases {

using storage::any_of;
using storage::Query;

std::optional<Case> case_by_id(storage::Transaction& tx, Id<Case> id) {
  return tx.find<Case>("WHERE id = ?", id);
}

const storage::ListSpec& list_spec() {
  static const storage::ListSpec spec{
      .filters = {any_of<complaints::Code>("business", "business"),
                  any_of<complaints::Code>("cause", "cause"), any_of<State>("state", "state")},
      .sorts = {{"written_at", "written_at", true, ""}},
      .indexed = {{Level::bank, "", "written_at"}, {Level::bank, "business", "written_at"}},
  };
  return spec;
}

Result<CaseRows> page(Work& work, const storage::ListRequest& request, bool with_drafts) {
  std::optional<storage::Restriction> published;
  if (!with_drafts) published = storage::Restriction("state = 'published'", {});
  const auto plan =
      TRY(storage::Plan::make(list_spec(), Scope::whole_bank(), request, std::move(published)));
  const auto keys = plan.keys(work.tx, Case::table);
  auto rows = storage::rows_by_ids<Case>(
      keys.ids, [&](const Query& query) { return work.tx.find_all<Case>(query); });
  return CaseRows{std::move(rows), keys.next};
}

std::vector<Case> fitting(storage::Transaction& tx, std::string_view business,
                          std::string_view cause, std::size_t limit) {
  return tx.find_all<Case>(
      "WHERE state = 'published' AND business = ?"
      " ORDER BY CASE WHEN cause = ? THEN 0 ELSE 1 END, written_at DESC, id LIMIT ?",
      business, cause, limit);
}

}  // namespace xb::cases
