// What stands in the index in place of the characters: keyed hashes, so that the index alone reads
// as no text. Whoever has the key, too, can try words against it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "modules/search/rules.h"
#include "platform/sealing/keyring.h"

namespace xb::search {

// SipHash-2-4 (Aumasson, Bernstein 2012).
struct SipKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};
std::uint64_t sip_hash(const SipKey& key, std::string_view bytes);

// One in four thousand million: what falls together by chance is told apart by the text.
using Token = std::uint32_t;

// Tokens of one stretch of the order differ from those of another.
class Tokens {
 public:
  explicit Tokens(const sealing::Keyring& keys);

  Token gram(std::u32string_view characters, std::int64_t stretch) const;
  Token sight(std::string_view sight, std::int64_t stretch) const;

 private:
  Token token(char tag, std::int64_t stretch, std::string_view bytes) const;
  SipKey key_;
};

// What is cut of the texts of one thing and of its `sights`, which blanks part: each token once,
// in ascending order.
std::vector<Token> cut(const Tokens& tokens, HitKind kind, const std::vector<Field>& fields,
                       std::string_view sights, std::int64_t stretch);

// What is looked for: all words, in what is in sight in one of these ways, or anything if none is
// told. Of a way all sights hold.
struct Looking {
  std::vector<std::u32string> words;
  Ways ways;
};
struct LookingFor {
  std::vector<Token> grams;  // of all words; a word of one character has none
  std::vector<std::vector<Token>> ways;
};
LookingFor looking_for(const Tokens& tokens, const Looking& looking, std::int64_t stretch);

// What seals the texts that hits are checked against, each to its place in the order.
sealing::DataKey body_key(const sealing::Keyring& keys);
std::string sealed(const sealing::DataKey& key, const std::vector<Field>& fields,
                   std::int64_t order);
std::vector<Field> opened(const sealing::DataKey& key, std::string_view body, std::int64_t order);

}  // namespace xb::search
