// Referrals as a table in the bureau's own columns: the mapping that brought them in, turned round.
// What is personal is masked; the bureau knows its case by its number. That somebody took it is an
// entry of the log.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/describe.h"
#include "platform/exchange/import.h"
#include "platform/storage/list.h"

namespace xb::referrals {

enum class ExportFormat { csv, xlsx };
BOOST_DESCRIBE_ENUM(ExportFormat, csv, xlsx)

// The next piece of the file, maybe empty; nothing after the last. Throws storage::Failure.
using ExportParts = std::function<std::optional<std::string>()>;

// Those of the mapping's bureau. Refuses as a list does, or with mapping.missing where no shipped
// mapping has that name, or none of its columns goes back. `scratch` holds an XLSX file while it
// grows.
Result<ExportParts> export_referrals(const exchange::Ground& ground,
                                     const storage::ListRequest& request,
                                     const std::string& mapping, ExportFormat format,
                                     const std::filesystem::path& scratch);

}  // namespace xb::referrals
