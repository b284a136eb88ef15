#include "modules/search/rules.h"

#include <algorithm>
#include <cstdlib>

#include "core/utf32.h"
#include "platform/privacy/detect.h"

namespace xb::search {
namespace {

constexpr std::size_t run_length = 4;
constexpr std::size_t before_hit = 16;  // characters of an excerpt
constexpr std::size_t excerpt_length = 60;
constexpr char32_t hidden_sign = U'\0';
constexpr char32_t cut_sign = U'…';

// Two cases of one second whose ids are 65,536 apart meet; then the next order is taken.
constexpr int tie_bits = 16;
static_assert(stretch_bits == tie_bits + 21, "2^21 seconds");
constexpr std::int64_t seconds_least = first_of_cases >> tie_bits;

bool is_blank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x00A0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_quote(char32_t c) { return c == U'"' || c == U'“' || c == U'”'; }

char32_t folded(char32_t c) {
  constexpr char32_t wide_from = 0xFF01, wide_until = 0xFF5E, wide_offset = 0xFEE0;
  if (c >= wide_from && c <= wide_until) c -= wide_offset;
  return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
}

bool is_letter_or_digit(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'); }

// Adds the word in normal form, if it is one, and new.
void add_word(std::vector<std::u32string>& words, const std::u32string& raw) {
  std::u32string text = normal(raw).text;
  std::erase(text, hidden_sign);
  const auto first = text.find_first_not_of(U' ');
  if (first == std::u32string::npos) return;
  text = text.substr(first, text.find_last_not_of(U' ') - first + 1);
  if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(std::move(text));
}

bool is_same(const Scope& a, const Scope& b) {
  return a.level == b.level && (a.level == Level::bank || a.unit == b.unit);
}

// A word may stand in this field.
bool fits(std::u32string_view word, HitKind kind, HitPlace place) {
  return !is_serial(kind, place) || is_run(word);
}

struct Looked {
  std::u32string text;
  Normal normal;
  std::size_t words = 0;                  // that stand in it
  std::size_t at = std::u32string::npos;  // the first of them in the order asked, in `normal`
  std::size_t length = 0;
};

// Code points [from, until) of a text.
struct Stretch {
  std::size_t from = 0;
  std::size_t until = 0;
};

// Which of them a word covers that stands there whole.
std::vector<bool> covered(const Looked& field, Stretch shown, HitKind kind, HitPlace place,
                          const std::vector<std::u32string>& words) {
  const auto& at = field.normal.at;
  const auto first =
      static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), shown.from) - at.begin());
  std::vector<bool> out(shown.until - shown.from);
  for (const std::u32string& word : words) {
    if (!fits(word, kind, place)) continue;
    const auto next = [&](std::size_t from) { return field.normal.text.find(word, from); };
    const auto last = [&](std::size_t i) { return at[i + word.size() - 1]; };
    for (std::size_t i = next(first); i != std::u32string::npos && last(i) < shown.until;
         i = next(i + 1))
      for (std::size_t k = at[i]; k <= last(i); ++k) out[k - shown.from] = true;
  }
  return out;
}

// Units of UTF-16.
std::int64_t length_in_utf16(char32_t c) { return c >= 0x10000 ? 2 : 1; }

FoundAt excerpt_of(const Looked& field, HitKind kind, HitPlace place,
                   const std::vector<std::u32string>& words) {
  const std::size_t first = field.normal.at[field.at];
  const std::size_t end = field.normal.at[field.at + field.length - 1] + 1;
  const std::size_t from = first > before_hit ? first - before_hit : 0;
  const Stretch shown{from, std::min(field.text.size(), std::max(end, from + excerpt_length))};
  const auto hits = covered(field, shown, kind, place, words);

  FoundAt out{place, {}, {}};
  std::u32string excerpt;
  if (shown.from > 0) excerpt += cut_sign;
  auto at = static_cast<std::int64_t>(excerpt.size());
  for (std::size_t i = shown.from; i < shown.until; ++i) {
    const char32_t c = is_blank(field.text[i]) ? U' ' : field.text[i];
    excerpt += c;
    const std::int64_t next = at + length_in_utf16(c);
    if (hits[i - shown.from]) {
      if (out.marks.empty() || out.marks.back().until != at) out.marks.push_back({at, at});
      out.marks.back().until = next;
    }
    at = next;
  }
  if (shown.until < field.text.size()) excerpt += cut_sign;
  out.excerpt = to_utf8(excerpt);
  return out;
}

}  // namespace

Normal normal(std::u32string_view text) {
  Normal out;
  out.text.reserve(text.size());
  out.at.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = is_blank(text[i]) ? U' ' : folded(text[i]);
    if (c == U'*') c = hidden_sign;
    if (c == U' ' && !out.text.empty() && out.text.back() == U' ') continue;
    out.text += c;
    out.at.push_back(i);
  }
  return out;
}

Result<std::vector<std::u32string>> words_of(std::string_view text) {
  std::vector<std::u32string> words;
  std::u32string word;
  bool is_quoted = false;
  const auto end_word = [&] {
    add_word(words, word);
    word.clear();
  };
  for (const char32_t c : to_utf32(text)) {
    const char32_t plain = folded(c);
    if (is_quote(plain)) {
      end_word();
      is_quoted = !is_quoted;
    } else if (plain == U'*' || (is_blank(c) && !is_quoted)) {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  if (words.empty()) return refuse(Reason::invalid, "search.empty", "text");
  const bool is_short = std::all_of(words.begin(), words.end(),
                                    [](const std::u32string& one) { return one.size() < 2; });
  if (is_short) return refuse(Reason::invalid, "search.too_short", "text");
  return words;
}

bool is_run(std::u32string_view word) {
  return word.size() >= run_length && std::all_of(word.begin(), word.end(), is_letter_or_digit);
}

std::vector<std::u32string_view> pairs_of(std::u32string_view text) {
  std::vector<std::u32string_view> out;
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] != hidden_sign && text[i + 1] != hidden_sign) out.push_back(text.substr(i, 2));
  return out;
}

std::vector<std::u32string_view> runs_of(std::u32string_view text) {
  std::vector<std::u32string_view> out;
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    length = is_letter_or_digit(text[i]) ? length + 1 : 0;
    if (length >= run_length) out.push_back(text.substr(i + 1 - run_length, run_length));
  }
  return out;
}

std::vector<std::u32string_view> grams_of(std::u32string_view word) {
  return is_run(word) ? runs_of(word) : pairs_of(word);
}

bool is_serial(HitKind kind, HitPlace place) {
  return place == HitPlace::number && kind != HitKind::referral;
}

std::optional<FoundAt> find_words(HitKind kind, const std::vector<Field>& fields,
                                  const std::vector<std::u32string>& words) {
  std::vector<Looked> looked;
  for (const Field& field : fields) {
    Looked& one = looked.emplace_back();
    one.text = to_utf32(field.text);
    one.normal = normal(one.text);
  }
  for (const std::u32string& word : words) {
    bool is_found = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!fits(word, kind, fields[i].place)) continue;
      const std::size_t at = looked[i].normal.text.find(word);
      if (at == std::u32string::npos) continue;
      is_found = true;
      if (looked[i].words++ > 0) continue;
      looked[i].at = at;
      looked[i].length = word.size();
    }
    if (!is_found) return {};
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < looked.size(); ++i)
    if (looked[i].words > looked[best].words) best = i;
  return excerpt_of(looked[best], kind, fields[best].place, words);
}

std::string hidden(std::string_view text, const std::vector<std::string>& secrets) {
  std::u32string out = to_utf32(text);
  std::size_t byte = 0;
  std::size_t at = 0;
  const auto points_until = [&](std::size_t end) {
    for (; byte < end; ++byte)
      if ((static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80) ++at;
    return at;
  };
  const Normal shape = normal(out);
  for (const privacy::Finding& one : privacy::detect(text)) {
    const std::size_t from = points_until(one.begin);
    const std::size_t until = points_until(one.end);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(from),
              out.begin() + static_cast<std::ptrdiff_t>(until), U'*');
  }
  for (const std::string& secret : secrets) {
    const std::u32string word = normal(to_utf32(secret)).text;
    if (word.size() < 2) continue;
    for (std::size_t i = 0; (i = shape.text.find(word, i)) != std::u32string::npos; ++i)
      for (std::size_t k = 0; k < word.size(); ++k) out[shape.at[i + k]] = U'*';
  }
  return to_utf8(out);
}

std::string sight_of(HitKind kind) { return std::string{name_of(kind)}; }

std::string sight_of(Id<Unit> unit) { return std::to_string(unit.number); }

Ways ways_to(const std::vector<ScopeOfKind>& cases) {
  constexpr std::size_t kinds_of_cases = 2;
  const bool is_alike =
      cases.size() == kinds_of_cases && is_same(cases.front().second, cases.back().second);
  Ways out;
  for (const auto& [kind, scope] : cases) {
    std::vector<std::string> way;
    const bool is_whole_bank = scope.level == Level::bank;
    // Nearly all that lies with a unit is complaints, and seeking each in the list of all costs
    // more than it leaves out.
    if (!is_alike && (is_whole_bank || kind != HitKind::complaint)) way.push_back(sight_of(kind));
    if (!is_whole_bank) way.push_back(sight_of(scope.unit));
    if (!way.empty()) out.push_back(std::move(way));
    if (is_alike) break;
  }
  return out;
}

std::int64_t order_of_case(Instant received_at, std::int64_t id) {
  constexpr std::int64_t seconds_max = std::int64_t{1} << 40;
  const std::int64_t seconds = std::clamp(received_at.ms / 1000, seconds_least, seconds_max);
  return seconds << tie_bits | (id & ((std::int64_t{1} << tie_bits) - 1));
}

std::int64_t order_of_other(HitKind kind, std::int64_t id) {
  return 2 * id + (kind == HitKind::unit ? 1 : 0);
}

std::int64_t stretch_of(std::int64_t order) { return order >> stretch_bits; }
std::int64_t start_of_stretch(std::int64_t stretch) { return stretch << stretch_bits; }

}  // namespace xb::search
