#include "platform/privacy/mask.h"

#include <vector>

#include "platform/privacy/detect.h"

namespace xb::privacy {
namespace {

// The characters (code points) of well-formed UTF-8.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(i, end - i));
    i = end;
  }
  return out;
}

bool is_separator(std::string_view character) {
  return character == " " || character == "-" || character == "(" || character == ")" ||
         character == "+";
}

constexpr std::size_t hidden_min = 4;  // ten thousand numbers to guess from

// Shows `front` and `back` characters that are no separators and a `*` for each between. Of a short
// value less is shown, so that `hidden_min` are hidden, down to one in front; of one character
// none.
std::string mask_middle(std::string_view value, std::size_t front, std::size_t back) {
  const auto all = characters(value);
  std::size_t count = 0;
  for (const auto character : all)
    if (!is_separator(character)) ++count;
  while (front + back > 1 && front + back + hidden_min > count) --(back >= front ? back : front);
  if (count <= 1) front = 0;
  std::string out;
  std::size_t seen = 0;
  for (const auto character : all) {
    if (is_separator(character)) {
      out += character;
      continue;
    }
    const bool shown = seen < front || seen >= count - back;
    out += shown ? character : std::string_view{"*"};
    ++seen;
  }
  return out;
}

// 复姓 of two characters, the common ones.
bool has_double_surname(const std::vector<std::string_view>& name) {
  static constexpr std::string_view surnames[] = {"欧阳", "上官", "司马", "诸葛", "东方", "皇甫",
                                                  "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯",
                                                  "宇文", "长孙", "南宫", "端木"};
  if (name.size() < 3) return false;
  const std::string two = std::string{name[0]} + std::string{name[1]};
  for (const auto surname : surnames)
    if (two == surname) return true;
  return false;
}

}  // namespace

std::string mask_name(std::string_view value) {
  const auto name = characters(value);
  const std::size_t shown = has_double_surname(name) ? 2 : 1;
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i)
    out += i < shown && name.size() > 1 ? name[i] : std::string_view{"*"};
  return out;
}

std::string mask_phone(std::string_view value) { return mask_middle(value, 3, 4); }
std::string mask_identity(std::string_view value) { return mask_middle(value, 3, 4); }
std::string mask_card(std::string_view value) { return mask_middle(value, 4, 4); }

std::string mask_email(std::string_view value) {
  const std::size_t at = value.rfind('@');
  if (at == std::string_view::npos) return mask_middle(value, 1, 0);
  const auto local = characters(value.substr(0, at));
  return (local.size() > 1 ? std::string{local.front()} : std::string{}) + "***" +
         std::string{value.substr(at)};
}

std::string mask_address(std::string_view value) {
  return mask_middle(value, characters(value).size() / 3, 0);
}

std::string mask_text(std::string_view value) {
  std::string out;
  std::size_t copied = 0;
  for (const Finding& finding : detect(value)) {
    out += value.substr(copied, finding.begin - copied);
    const std::string_view found = value.substr(finding.begin, finding.end - finding.begin);
    switch (finding.what) {
      case Identifier::identity_number: out += mask_identity(found); break;
      case Identifier::card_number: out += mask_card(found); break;
      case Identifier::mobile: out += mask_phone(found); break;
      case Identifier::email: out += mask_email(found); break;
    }
    copied = finding.end;
  }
  out += value.substr(copied);
  return out;
}

}  // namespace xb::privacy
