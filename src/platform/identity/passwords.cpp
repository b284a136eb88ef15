#include "platform/identity/passwords.h"

#include <argon2.h>

#include "core/ensure.h"
#include "platform/sealing/crypto.h"

namespace xb::identity {
namespace {

constexpr std::uint32_t passes = 2;
constexpr std::uint32_t memory_kib = 19 * 1024;
constexpr std::uint32_t lanes = 1;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;

}  // namespace

std::string hash_password(std::string_view password) {
  const std::string salt = sealing::random_bytes(salt_bytes);
  char encoded[160];
  const int code =
      argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(),
                            salt.data(), salt.size(), hash_bytes, encoded, sizeof encoded);
  ensure(code == ARGON2_OK, "Argon2id fails");
  return encoded;
}

bool matches(std::string_view password, const std::string& hash) {
  return argon2id_verify(hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

const std::string& dummy_hash() {
  static const std::string hash = hash_password(sealing::random_bytes(16));
  return hash;
}

std::string random_password() {
  constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789!";  // 32
  std::string out;
  for (char c : sealing::random_bytes(16)) out += letters[static_cast<unsigned char>(c) % 32];
  return out;
}

}  // namespace xb::identity
