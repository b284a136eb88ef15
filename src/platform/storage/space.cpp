#include "platform/storage/space.h"

#include <system_error>

namespace xb::storage {

Space space_of(std::uintmax_t available_bytes, std::uintmax_t capacity_bytes) {
  if (available_bytes >= capacity_bytes / 20) return Space::enough;
  return available_bytes < kept_bytes ? Space::low : Space::scarce;
}

Space space_under(const std::filesystem::path& folder) {
  std::error_code error;
  const auto space = std::filesystem::space(folder, error);
  return error ? Space::enough : space_of(space.available, space.capacity);
}

}  // namespace xb::storage
