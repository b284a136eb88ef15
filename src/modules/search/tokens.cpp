#include "modules/search/tokens.h"

#include <algorithm>
#include <bit>

#include "core/utf32.h"
#include "modules/search/rules.h"
#include "platform/storage/cell.h"

namespace xb::search {
namespace {

constexpr std::string_view body_field = "search_documents.body";
constexpr char end_of_place = '\x1F';  // no text holds these
constexpr char end_of_text = '\x1E';

// Little-endian, as SipHash wants it.
std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t out = 0;
  for (std::size_t i = bytes.size(); i-- > 0;)
    out = out << 8 | static_cast<unsigned char>(bytes[i]);
  return out;
}

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void keep_each_once(std::vector<Token>& tokens) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
}

struct SipState {
  std::uint64_t a, b, c, d;

  void round() {
    a += b;
    b = std::rotl(b, 13) ^ a;
    a = std::rotl(a, 32);
    c += d;
    d = std::rotl(d, 16) ^ c;
    a += d;
    d = std::rotl(d, 21) ^ a;
    c += b;
    b = std::rotl(b, 17) ^ c;
    c = std::rotl(c, 32);
  }
};

}  // namespace

std::uint64_t sip_hash(const SipKey& key, std::string_view bytes) {
  SipState state{key.first ^ 0x736f6d6570736575, key.second ^ 0x646f72616e646f6d,
                 key.first ^ 0x6c7967656e657261, key.second ^ 0x7465646279746573};
  const auto take = [&](std::uint64_t word) {
    state.d ^= word;
    state.round();
    state.round();
    state.a ^= word;
  };
  const std::uint64_t length = bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) take(number_in(bytes.substr(0, 8)));
  take(length << 56 | number_in(bytes));
  state.c ^= 0xFF;
  for (int i = 0; i < 4; ++i) state.round();
  return state.a ^ state.b ^ state.c ^ state.d;
}

Tokens::Tokens(const sealing::Keyring& keys) {
  const std::string bytes = keys.mac(sealing::Purpose::blind_index, "search tokens");
  key_ = {number_in(std::string_view{bytes}.substr(0, 8)),
          number_in(std::string_view{bytes}.substr(8, 8))};
}

Token Tokens::token(char tag, std::int64_t stretch, std::string_view bytes) const {
  std::string message{tag};
  put(message, static_cast<std::uint64_t>(stretch), 4);
  message += bytes;
  return static_cast<Token>(sip_hash(key_, message));
}

Token Tokens::gram(std::u32string_view characters, std::int64_t stretch) const {
  std::string bytes;
  for (const char32_t c : characters) put(bytes, c, 3);
  return token('g', stretch, bytes);
}

Token Tokens::sight(std::string_view sight, std::int64_t stretch) const {
  return token('s', stretch, sight);
}

std::vector<Token> cut(const Tokens& tokens, HitKind kind, const std::vector<Field>& fields,
                       std::string_view sights, std::int64_t stretch) {
  std::vector<Token> out;
  for (const Field& field : fields) {
    const std::u32string text = normal(to_utf32(field.text)).text;
    for (const auto run : runs_of(text)) out.push_back(tokens.gram(run, stretch));
    if (is_serial(kind, field.place)) continue;
    for (const auto pair : pairs_of(text)) out.push_back(tokens.gram(pair, stretch));
  }
  while (!sights.empty()) {
    const std::string_view one = sights.substr(0, sights.find(' '));
    sights.remove_prefix(std::min(one.size() + 1, sights.size()));
    out.push_back(tokens.sight(one, stretch));
  }
  keep_each_once(out);
  return out;
}

LookingFor looking_for(const Tokens& tokens, const Looking& looking, std::int64_t stretch) {
  LookingFor out;
  for (const std::u32string& word : looking.words)
    for (const auto gram : grams_of(word)) out.grams.push_back(tokens.gram(gram, stretch));
  keep_each_once(out.grams);
  for (const auto& way : looking.ways) {
    auto& sights = out.ways.emplace_back();
    for (const std::string& sight : way) sights.push_back(tokens.sight(sight, stretch));
  }
  return out;
}

sealing::DataKey body_key(const sealing::Keyring& keys) {
  return {Id<sealing::DataKey>{}, keys.mac(sealing::Purpose::blind_index, "search texts")};
}

std::string sealed(const sealing::DataKey& key, const std::vector<Field>& fields,
                   std::int64_t order) {
  std::string text;
  for (const Field& field : fields) {
    text += name_of(field.place);
    text += end_of_place;
    text += field.text;
    text += end_of_text;
  }
  return key.seal(text, body_field, order);
}

std::vector<Field> opened(const sealing::DataKey& key, std::string_view body, std::int64_t order) {
  const std::string text = key.open(body, body_field, order);
  std::vector<Field> out;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t middle = rest.find(end_of_place);
    const std::size_t end = rest.find(end_of_text);
    const auto place = named<HitPlace>(rest.substr(0, middle));
    storage::cells::expect(place && middle < end && end < rest.size(),
                           "a text of the search is unreadable");
    out.push_back({*place, std::string{rest.substr(middle + 1, end - middle - 1)}});
    rest.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace xb::search
