#include "modules/cases/guides.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::cases {
namespace {

std::vector<std::string> texts(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& node : *table[key].as_array()) out.push_back(node.value_or(std::string{}));
  return out;
}

Guide guide_in(const toml::table& table) {
  const auto text = [&](std::string_view key) {
    const auto value = table[key].value<std::string>();
    ensure(value && !value->empty(), "a guide that ships is not whole");
    return *value;
  };
  return {text("topic"),
          text("name"),
          text("name_en"),
          texts(table, "business"),
          texts(table, "questions"),
          texts(table, "evidence"),
          text("authority"),
          text("usual_outcome"),
          text("wording")};
}

std::vector<Guide> load() {
  std::vector<Guide> out;
  for (const Asset& file : assets("data/guides/")) {
    const auto table = toml::parse(file.bytes);
    for (const auto& node : *table["guide"].as_array()) out.push_back(guide_in(*node.as_table()));
  }
  return out;
}

}  // namespace

const std::vector<Guide>& guides() {
  static const std::vector<Guide> all = load();
  return all;
}

const Guide* guide_for(std::string_view business) {
  for (const Guide& guide : guides())
    if (std::find(guide.business.begin(), guide.business.end(), business) != guide.business.end())
      return &guide;
  return nullptr;
}

}  // namespace xb::cases
