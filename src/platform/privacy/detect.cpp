#include "platform/privacy/detect.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>

#include "platform/privacy/identifiers.h"

namespace xb::privacy {
namespace {

// An unbroken run of digits; the last "digit" may be the X of an identity number.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits;  // as ASCII
};

constexpr std::size_t groups_max = 5;                // of one card number
constexpr std::size_t digits_max = 20;               // longer runs are no identifier
constexpr std::string_view full_width = "\xEF\xBC";  // U+FF10–U+FF19 begin with these bytes

// The digit at `at` and the bytes it takes, 0 if there is none.
std::size_t digit_at(std::string_view text, std::size_t at, char& digit) {
  const char c = text[at];
  if (c >= '0' && c <= '9') {
    digit = c;
    return 1;
  }
  if (text.substr(at, 2) == full_width && at + 2 < text.size()) {
    const auto last = static_cast<unsigned char>(text[at + 2]);
    if (last >= 0x90 && last <= 0x99) {
      digit = static_cast<char>('0' + (last - 0x90));
      return 3;
    }
  }
  return 0;
}

// The bytes of an X or x at `at`, as wide as it may be; 0 if there is none.
std::size_t x_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('X') || rest.starts_with('x')) return 1;
  return rest.starts_with("\uFF38") || rest.starts_with("\uFF58") ? 3 : 0;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The X after 17 digits, where it makes an identity number of them; the bytes it takes.
std::size_t take_x(std::string_view text, std::string& digits, std::size_t& end) {
  const std::size_t x = digits.size() == 17 ? x_at(text, end) : 0;
  char next = 0;
  const bool goes_on = end + x < text.size() && digit_at(text, end + x, next) > 0;
  if (x == 0 || goes_on || !is_resident_identity_number(digits + 'X')) return 0;
  digits += 'X';
  end += x;
  return x;
}

std::vector<Run> runs(std::string_view text) {
  std::vector<Run> out;
  for (std::size_t at = 0; at < text.size();) {
    char digit = 0;
    std::size_t length = digit_at(text, at, digit);
    if (length == 0) {
      ++at;
      continue;
    }
    Run run{at, at, {}};
    while (at < text.size() && (length = digit_at(text, at, digit)) != 0) {
      if (run.digits.size() <= digits_max) run.digits += digit;
      at += length;
    }
    run.end = at;
    at += take_x(text, run.digits, run.end);
    out.push_back(std::move(run));
  }
  return out;
}

std::optional<Identifier> identify(std::string_view digits) {
  if (is_resident_identity_number(digits) || whole_identity_number(digits))
    return Identifier::identity_number;
  if (is_mobile(digits)) return Identifier::mobile;
  if (digits.size() == 13 && digits.starts_with("86") && is_mobile(digits.substr(2)))
    return Identifier::mobile;
  if (is_card_number(digits)) return Identifier::card_number;
  return {};
}

// Group sizes that people write; anything else is a list of numbers, a date or an amount.
bool is_usual_grouping(std::span<const std::size_t> sizes, Identifier what) {
  const auto are = [&](std::initializer_list<std::size_t> usual) {
    return std::equal(sizes.begin(), sizes.end(), usual.begin(), usual.end());
  };
  switch (what) {
    case Identifier::mobile: return are({3, 4, 4}) || are({2, 11}) || are({2, 3, 4, 4});
    case Identifier::identity_number: return are({6, 8, 4}) || are({14, 4}) || are({6, 6, 3});
    case Identifier::card_number:
      return sizes.size() >= 3 &&
             std::all_of(sizes.begin(), sizes.end() - 1, [](std::size_t s) { return s == 4; }) &&
             sizes.back() <= 4;
    case Identifier::email: return false;
  }
  return false;
}

// Runs that make an identifier together.
struct Group {
  std::size_t runs = 0;  // none, if they do not
  Finding finding;
};

// Joins runs from `first` on over single blanks or hyphens.
Group grouped(std::string_view text, const std::vector<Run>& all, std::size_t first) {
  std::string digits = all[first].digits;
  std::array<std::size_t, groups_max> sizes{digits.size()};
  Group best;
  for (std::size_t i = first + 1; i < all.size() && i < first + groups_max; ++i) {
    const std::string_view between = text.substr(all[i - 1].end, all[i].begin - all[i - 1].end);
    if (between != " " && between != "-") break;
    digits += all[i].digits;
    if (digits.size() > digits_max) break;
    std::size_t end = all[i].end;
    const std::size_t x = take_x(text, digits, end);
    sizes[i - first] = all[i].digits.size() + (x > 0 ? 1 : 0);
    const auto found = identify(digits);
    if (found && is_usual_grouping({sizes.data(), i - first + 1}, *found))
      best = {i - first + 1, {*found, all[first].begin, end}};
  }
  return best;
}

void find_numbers(std::string_view text, std::vector<Finding>& out) {
  const std::vector<Run> all = runs(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (const auto found = identify(all[i].digits)) {
      out.push_back({*found, all[i].begin, all[i].end});
    } else if (const Group group = grouped(text, all, i); group.runs > 0) {
      out.push_back(group.finding);
      i += group.runs - 1;
    }
  }
}

bool is_local(char c) {
  return is_word(c) || std::string_view{".!#$%&'*+/=?^_`{|}~-"}.find(c) != std::string_view::npos;
}

// The address around the `@` at `at`, if both sides look like one (the dot-atom of RFC 5322).
std::optional<Finding> email_at(std::string_view text, std::size_t at) {
  constexpr std::size_t local_max = 64;
  std::size_t begin = at;
  while (begin > 0 && at - begin < local_max && is_local(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const std::string_view domain = text.substr(at + 1, end - at - 1);
  const std::size_t dot = domain.rfind('.');
  if (begin == at || dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3)
    return {};
  return Finding{Identifier::email, begin, end};
}

void find_emails(std::string_view text, std::vector<Finding>& out) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
    if (const auto found = email_at(text, at)) out.push_back(*found);
}

}  // namespace

std::vector<Finding> detect(std::string_view text) {
  std::vector<Finding> all;
  find_emails(text, all);
  find_numbers(text, all);
  std::sort(all.begin(), all.end(),
            [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  std::vector<Finding> out;
  for (const Finding& finding : all)
    if (out.empty() || finding.begin >= out.back().end) out.push_back(finding);
  return out;
}

}  // namespace xb::privacy
