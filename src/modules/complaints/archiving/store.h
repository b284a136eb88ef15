// Statements on the catalogue.
#pragma once

#include "modules/complaints/archiving/service.h"

namespace xb::complaints {

std::optional<ArchiveFile> archive_file_of(storage::Transaction& tx, Id<Complaint> complaint);

const storage::ListSpec& archive_list();
Result<storage::Page<ArchiveFile>> archive_page(Work& work, const storage::ListRequest& request);

}  // namespace xb::complaints
