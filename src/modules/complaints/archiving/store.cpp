#include "modules/complaints/archiving/store.h"

#include "modules/complaints/store.h"

namespace xb::complaints {

using storage::any_of;
using storage::Query;

std::optional<ArchiveFile> archive_file_of(storage::Transaction& tx, Id<Complaint> complaint) {
  return tx.find<ArchiveFile>("WHERE complaint_id = ?", complaint);
}

const storage::ListSpec& archive_list() {
  static const storage::ListSpec spec{
      .filters = {any_of<Text<40>>("archive_number", "archive_number"),
                  any_of<Text<40>>("complaint_number", "complaint_number"),
                  any_of<std::int64_t>("retention_years", "retention_years"),
                  any_of<std::int64_t>("year", "year")},
      .sorts = {{"archived_at", "archived_at", true, ""}},
      .indexed = {{Level::bank, "", "archived_at"}},
  };
  return spec;
}

Result<storage::Page<ArchiveFile>> archive_page(Work& work, const storage::ListRequest& request) {
  const auto plan = TRY(
      storage::Plan::make(archive_list(), Scope::whole_bank(), request, case_in_sight(work.actor)));
  const auto keys = plan.keys(work.tx, ArchiveFile::table);
  return storage::Page<ArchiveFile>{
      storage::rows_by_ids<ArchiveFile>(
          keys.ids, [&](const Query& query) { return work.tx.find_all<ArchiveFile>(query); }),
      keys.next};
}

}  // namespace xb::complaints
