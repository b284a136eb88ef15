#include "platform/files/names.h"

#include <algorithm>
#include <optional>

#include "core/text.h"

namespace xb::files {
namespace {

std::optional<int> digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return {};
}

std::size_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Characters that show a name as another than it is (Unicode UAX 9), or as none: directions, zero
// widths, byte order mark.
bool is_invisible(std::string_view character) {
  constexpr std::string_view characters[] = {
      "\u061C", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028",
      "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2060",
      "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF",
  };
  return std::find(std::begin(characters), std::end(characters), character) != std::end(characters);
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool has_extension(std::string_view name, std::string_view extension) {
  return !extension.empty() && name.size() > extension.size() + 1 &&
         in_small_letters(name).ends_with("." + std::string{extension});
}

}  // namespace

Result<std::string> decoded_name(std::string_view escaped) {
  std::string out;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '%') {
      out += escaped[i];
      continue;
    }
    const auto high = i + 2 < escaped.size() ? digit(escaped[i + 1]) : std::nullopt;
    const auto low = high ? digit(escaped[i + 2]) : std::nullopt;
    if (!low) return refuse(Reason::invalid, "file.name", "X-File-Name");
    out += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  if (!code_points(out)) return refuse(Reason::invalid, "file.name", "X-File-Name");
  return out;
}

std::string safe_name(std::string_view name, const FileType& type) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::string extension = "." + std::string{type.name};
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < name.size() && count < name_max - extension.size();) {
    const std::string_view character =
        name.substr(i, length_of(static_cast<unsigned char>(name[i])));
    i += character.size();
    const auto byte = static_cast<unsigned char>(character[0]);
    if (byte < 0x20 || byte == 0x7F || is_invisible(character)) continue;
    const bool is_reserved = std::string_view{"<>:\"|?*"}.find(character) != std::string_view::npos;
    out += is_reserved ? std::string_view{"_"} : character;
    ++count;
  }
  const std::size_t first = out.find_first_not_of(". ");
  out.erase(0, std::min(first, out.size()));
  while (out.ends_with('.') || out.ends_with(' ')) out.pop_back();
  if (out.empty()) out = "file";
  if (!has_extension(out, type.name) && !has_extension(out, type.other_extension)) out += extension;
  return out;
}

std::string disposition(std::string_view name, const FileType& type) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : name) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain)
      escaped += c;
    else
      escaped += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return "attachment; filename=\"file." + std::string{type.name} + "\"; filename*=UTF-8''" +
         escaped;
}

}  // namespace xb::files
