#include "modules/staffing/rules.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::staffing {
namespace {

struct WholeFile {
  std::size_t free = 0;
  std::size_t percent = 0;
};

WholeFile load() {
  const auto bytes = asset("data/identity/lists.toml");
  ensure(bytes.has_value(), "what a whole file may do does not ship");
  const auto table = toml::parse(*bytes);
  const auto number = [&](std::string_view key) {
    const auto value = table["whole_file"][key].value<std::int64_t>();
    ensure(value && *value >= 0, "what a whole file may do is not whole");
    return static_cast<std::size_t>(*value);
  };
  return {number("leavers_free"), number("leavers_percent")};
}

}  // namespace

std::size_t leavers_max(std::size_t people) {
  static const WholeFile rule = load();
  return std::max(rule.free, people * rule.percent / 100);
}

}  // namespace xb::staffing
