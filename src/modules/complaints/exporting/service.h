// A list of complaints as a table to take away: what one may see, masked, page by page, each page
// in a transaction of its own. That somebody took it is an entry of the log.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/describe.h"
#include "core/texts.h"
#include "platform/exchange/import.h"
#include "platform/storage/list.h"

namespace xb::complaints {

enum class ExportFormat { csv, xlsx };
BOOST_DESCRIBE_ENUM(ExportFormat, csv, xlsx)

struct ExportForm {
  ExportFormat format = ExportFormat::csv;
  std::optional<Language> language = {};  // words of it; none for codes
};

// The next piece of the file, maybe empty; nothing after the last. Throws storage::Failure.
using ExportParts = std::function<std::optional<std::string>()>;

// Refuses as a list does. `scratch` holds an XLSX file while it grows.
Result<ExportParts> export_complaints(const exchange::Ground& ground,
                                      const storage::ListRequest& request, const ExportForm& form,
                                      const std::filesystem::path& scratch);

}  // namespace xb::complaints
