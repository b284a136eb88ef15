#include "core/assets.h"

#include <algorithm>

namespace xb {
namespace {

struct Entry {
  std::string_view path;
  const char* begin;
  const char* end;
};

#include "table.inc"  // made by cmake/assets.cmake: `entries`, ordered by path

Asset asset_of(const Entry& entry) {
  return {entry.path, {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)}};
}

}  // namespace

std::optional<std::string_view> asset(std::string_view path) {
  for (const Entry& entry : entries)
    if (entry.path == path) return asset_of(entry).bytes;
  return {};
}

std::vector<Asset> assets(std::string_view prefix) {
  std::vector<Asset> out;
  for (const Entry& entry : entries)
    if (entry.path.starts_with(prefix)) out.push_back(asset_of(entry));
  return out;
}

}  // namespace xb
