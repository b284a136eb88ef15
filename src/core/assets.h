// What ships inside the binary: migrations, texts, mappings, pages. Keys are paths from the
// project's root, such as `data/texts/en/http.toml`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace xb {

struct Asset {
  std::string_view path;
  std::string_view bytes;
};

std::optional<std::string_view> asset(std::string_view path);

// All whose path starts with `prefix`, ordered by path.
std::vector<Asset> assets(std::string_view prefix);

}  // namespace xb
