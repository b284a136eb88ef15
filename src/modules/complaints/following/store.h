// Statements on what somebody outside asks for by number.
#pragma once

#include <optional>
#include <string_view>

#include "modules/complaints/following/service.h"
#include "platform/storage/work.h"

namespace xb::complaints {

std::optional<Coded> coded_by_number(storage::Transaction& tx, std::string_view number);
std::optional<Coded> coded(storage::Transaction& tx, Id<Complaint> id);

}  // namespace xb::complaints
