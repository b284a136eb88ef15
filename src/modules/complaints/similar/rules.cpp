#include "modules/complaints/similar/rules.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "core/utf32.h"

namespace xb::complaints {
namespace {

constexpr std::size_t run_length = 5;
constexpr std::size_t counting_min = 60;
constexpr std::size_t rows_of_a_band = 3;
constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

constexpr std::size_t passage_min = 10;
constexpr std::size_t passage_text_max = 5'000;  // characters of a text that are looked at

bool is_figure(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

// Blanks, punctuation and symbols of ASCII, of general and CJK punctuation, of full width.
bool is_sign(char32_t c) {
  if (c < 0x80) {
    const char32_t lower = c | 0x20;
    return lower < U'a' || lower > U'z';
  }
  return c <= 0xBF || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
         (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
}

std::u32string counting(std::string_view text) {
  std::u32string out;
  for (const char32_t c : to_utf32(text))
    if (!is_figure(c) && !is_sign(c)) out += c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  return out;
}

// The finaliser of MurmurHash3 (Appleby), over a state that only the key knows.
std::uint64_t mixed(std::uint64_t state) {
  state ^= state >> 33;
  state *= 0xff51afd7ed558ccdULL;
  state ^= state >> 33;
  state *= 0xc4ceb9fe1a85ec53ULL;
  return state ^ state >> 33;
}

std::uint64_t hash_of(std::u32string_view run, const SignatureKey& key) {
  std::uint64_t state = key.first;
  for (const char32_t c : run) state = mixed(state ^ c) + key.second;
  return mixed(state);
}

// Each once, in order.
std::vector<std::uint64_t> runs_of(std::string_view text) {
  const std::u32string counted = counting(text);
  const std::u32string_view view = counted;
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + run_length <= view.size(); ++i)
    out.push_back(hash_of(view.substr(i, run_length), {}));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Whether all texts contain it.
bool is_in_all(const std::vector<std::u32string>& texts, std::u32string_view passage) {
  return std::all_of(texts.begin(), texts.end(), [&](const std::u32string& text) {
    return text.find(passage) != std::u32string::npos;
  });
}

// The longest passage of `text` from `from` on that is in all texts; 0 if it is too short.
std::size_t passage_at(const std::vector<std::u32string>& texts, std::u32string_view text,
                       std::size_t from) {
  std::size_t known = 0;
  std::size_t beyond = text.size() - from + 1;
  for (std::size_t next = passage_min; known + 1 < beyond; next = (known + beyond) / 2) {
    if (next >= beyond) next = beyond - 1;
    if (is_in_all(texts, text.substr(from, next)))
      known = next;
    else
      beyond = next;
    if (beyond <= passage_min) return 0;
  }
  return known;
}

}  // namespace

std::optional<Signature> signature_of(std::string_view text, const SignatureKey& key) {
  const std::u32string counted = counting(text);
  if (counted.size() < counting_min) return {};
  Signature out;
  out.least.fill(nothing);
  const std::u32string_view view = counted;
  for (std::size_t i = 0; i + run_length <= view.size(); ++i) {
    const std::uint64_t hash = hash_of(view.substr(i, run_length), key);
    auto& least = out.least[hash % Signature::bins];
    least = std::min(least, static_cast<std::uint32_t>(hash >> 33));
  }
  // An empty bin takes the value of the next full one, told apart by how far it came.
  const auto sparse = out.least;
  for (std::size_t i = 0; i < Signature::bins; ++i)
    for (std::uint32_t far = 1; out.least[i] == nothing; ++far)
      if (const auto next = sparse[(i + far) % Signature::bins]; next != nothing)
        out.least[i] = static_cast<std::uint32_t>(mixed(next + (std::uint64_t{far} << 32)) >> 33);
  return out;
}

double likeness(const Signature& a, const Signature& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Signature::bins; ++i) equal += a.least[i] == b.least[i] ? 1 : 0;
  return static_cast<double>(equal) / Signature::bins;
}

double shared_share(std::string_view a, std::string_view b) {
  const auto one = runs_of(a);
  const auto other = runs_of(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(both));
  const std::size_t all = one.size() + other.size() - both.size();
  return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

std::array<std::int64_t, bands> bands_of(const Signature& signature) {
  std::array<std::int64_t, bands> out{};
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint64_t state = band + 1;
    for (std::size_t row = 0; row < rows_of_a_band; ++row)
      state = mixed(state ^ signature.least[band * rows_of_a_band + row]);
    out[band] = static_cast<std::int64_t>(state >> 1);
  }
  return out;
}

std::string packed(const Signature& signature) {
  std::string out;
  out.reserve(Signature::bins * sizeof(std::uint32_t));
  for (const std::uint32_t value : signature.least)
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
  return out;
}

std::optional<Signature> unpacked(std::string_view bytes) {
  Signature out;
  if (bytes.size() != Signature::bins * sizeof(std::uint32_t)) return {};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto& value = out.least[i / sizeof(std::uint32_t)];
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return out;
}

std::vector<std::string> shared_passages(const std::vector<std::string>& texts) {
  if (texts.size() < 2) return {};
  std::vector<std::u32string> read;
  for (const std::string& text : texts) read.push_back(to_utf32(text).substr(0, passage_text_max));
  const std::u32string& first = read.front();
  std::vector<std::u32string> found;
  for (std::size_t from = 0; from + passage_min <= first.size();) {
    const std::size_t length = passage_at(read, first, from);
    if (length > 0) found.push_back(first.substr(from, length));
    from += std::max<std::size_t>(length, 1);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::vector<std::string> out;
  for (const std::u32string& passage : found) out.push_back(to_utf8(passage));
  return out;
}

}  // namespace xb::complaints
