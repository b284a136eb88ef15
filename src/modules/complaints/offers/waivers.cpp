#include "modules/complaints/offers/waivers.h"

#include <algorithm>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"
#include "core/text.h"

namespace xb::complaints {
namespace {

struct Waivers {
  std::size_t within = 0;  // code points
  std::vector<std::string> giving_up;
  std::vector<std::string> rights;
  std::vector<std::string> alone;
};

std::vector<std::string> words_in(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  const auto* array = table[key].as_array();
  ensure(array != nullptr, "the wordings that ship are not whole");
  for (const auto& node : *array) out.push_back(node.value_or(std::string{}));
  return out;
}

Waivers load() {
  const auto file = asset("data/offers/waivers.toml");
  ensure(file.has_value(), "no wordings ship");
  const toml::table table = toml::parse(*file);
  return {static_cast<std::size_t>(table["within"].value_or(std::int64_t{0})),
          words_in(table, "giving_up"), words_in(table, "rights"), words_in(table, "alone")};
}

const Waivers& waivers() {
  static const Waivers shipped = load();
  return shipped;
}

// Without blanks, in small letters: `放 弃 投 诉` says the same.
std::string plain(std::string_view text) {
  constexpr std::string_view wide_blank = "\xE3\x80\x80";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with(wide_blank)) {
      i += wide_blank.size() - 1;
      continue;
    }
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// The first `count` code points, up to a full stop.
std::string_view beginning(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool is_start = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (is_start && count-- == 0) break;
  }
  const std::string_view out = text.substr(0, end);
  return out.substr(0, std::min(out.find("。"), out.find('.')));
}

}  // namespace

bool waives_rights(std::string_view text) {
  const std::string said = plain(text);
  const Waivers& known = waivers();
  const auto has_right = [&](std::string_view part) {
    return std::any_of(known.rights.begin(), known.rights.end(), [&](const std::string& right) {
      return part.find(right) != std::string_view::npos;
    });
  };
  for (const std::string& word : known.alone)
    if (said.find(word) != std::string::npos) return true;
  for (const std::string& word : known.giving_up) {
    const std::string wanted = plain(word);
    for (auto at = said.find(wanted); at != std::string::npos; at = said.find(wanted, at + 1))
      if (has_right(beginning(std::string_view{said}.substr(at + wanted.size()), known.within)))
        return true;
  }
  return false;
}

}  // namespace xb::complaints
