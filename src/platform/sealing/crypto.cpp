#include "platform/sealing/crypto.h"

#include <array>
#include <cstring>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include "core/ensure.h"

namespace xb::sealing {
namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

const unsigned char* in(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* out(std::string& bytes, std::size_t at = 0) {
  return reinterpret_cast<unsigned char*>(bytes.data() + at);
}
int length(std::string_view bytes) { return static_cast<int>(bytes.size()); }

// Fetched once: looking an algorithm up by name costs more than sealing a name.
const EVP_CIPHER* aes_256_gcm() {
  static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  return cipher;
}

// Knows its digest already; only the key is set anew for each call.
EVP_MAC_CTX* hmac_sha256_context() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  char digest[] = "SHA256";
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
      OSSL_PARAM_construct_end()};
  EVP_MAC_CTX* context = EVP_MAC_CTX_new(algorithm);
  ensure(EVP_MAC_CTX_set_params(context, parameters) == 1, "HMAC-SHA-256 is missing");
  return context;
}

EVP_CIPHER_CTX* cipher_context() {
  thread_local const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
      EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  return context.get();
}

}  // namespace

// A call of the generator costs more than the bytes it gives, so it is asked for many at once. What
// was handed out is overwritten here.
std::string random_bytes(std::size_t count) {
  thread_local std::array<unsigned char, 1024> pool;
  thread_local std::size_t left = 0;
  std::string bytes(count, '\0');
  if (count > pool.size()) {
    ensure(RAND_bytes(out(bytes), static_cast<int>(count)) == 1, "no random bytes");
    return bytes;
  }
  if (left < count) {
    ensure(RAND_bytes(pool.data(), static_cast<int>(pool.size())) == 1, "no random bytes");
    left = pool.size();
  }
  left -= count;
  std::memcpy(bytes.data(), pool.data() + left, count);
  OPENSSL_cleanse(pool.data() + left, count);
  return bytes;
}

Sha256::Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
  ensure(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1, "SHA-256 is missing");
}

void Sha256::add(std::string_view bytes) {
  ensure(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1, "SHA-256 failed");
}

std::string Sha256::finish() {
  std::string digest(32, '\0');
  ensure(EVP_DigestFinal_ex(context_.get(), out(digest), nullptr) == 1, "SHA-256 failed");
  return digest;
}

std::string sha256(std::string_view bytes) {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
      EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::string digest(32, '\0');
  const bool good = EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                    EVP_DigestFinal_ex(context.get(), out(digest), nullptr) == 1;
  ensure(good, "SHA-256 fails");
  return digest;
}

// Many in a row have one key, as the salts of an entry's fields: it is set when it is another.
std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  thread_local const std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context(
      hmac_sha256_context(), &EVP_MAC_CTX_free);
  thread_local std::string last_key;
  thread_local bool has_key = false;
  const bool is_set = has_key && key == last_key;
  if (!is_set) {
    wipe(last_key);
    last_key = key;
    has_key = true;
  }
  std::string mac(32, '\0');
  std::size_t written = 0;
  const bool good = EVP_MAC_init(context.get(), is_set ? nullptr : in(key), is_set ? 0 : key.size(),
                                 nullptr) == 1 &&
                    EVP_MAC_update(context.get(), in(bytes), bytes.size()) == 1 &&
                    EVP_MAC_final(context.get(), out(mac), &written, mac.size()) == 1;
  ensure(good && written == mac.size(), "HMAC-SHA-256 fails");
  return mac;
}

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
  std::string mac(20, '\0');
  unsigned written = 0;
  const bool good = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), in(bytes),
                         bytes.size(), out(mac), &written) != nullptr;
  ensure(good && written == mac.size(), "HMAC-SHA-1 fails");
  return mac;
}

std::string aes_gcm_seal(std::string_view key, std::string_view plain, std::string_view aad) {
  ensure(key.size() == 32, "an AES-256 key has 32 bytes");
  std::string sealed = random_bytes(nonce_bytes);
  sealed.resize(nonce_bytes + plain.size() + tag_bytes);
  EVP_CIPHER_CTX* context = cipher_context();
  int written = 0;
  bool good = EVP_EncryptInit_ex2(context, aes_256_gcm(), in(key), in(sealed), nullptr) == 1;
  good = good && EVP_EncryptUpdate(context, nullptr, &written, in(aad), length(aad)) == 1;
  good = good && EVP_EncryptUpdate(context, out(sealed, nonce_bytes), &written, in(plain),
                                   length(plain)) == 1;
  good =
      good && EVP_EncryptFinal_ex(context, out(sealed, nonce_bytes + plain.size()), &written) == 1;
  good = good && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, tag_bytes,
                                     out(sealed, nonce_bytes + plain.size())) == 1;
  ensure(good, "AES-256-GCM cannot seal");
  return sealed;
}

std::optional<std::string> aes_gcm_open(std::string_view key, std::string_view sealed,
                                        std::string_view aad) {
  if (key.size() != 32 || sealed.size() < nonce_bytes + tag_bytes) return {};
  const std::size_t size = sealed.size() - nonce_bytes - tag_bytes;
  std::string plain(size, '\0');
  std::string tag{sealed.substr(nonce_bytes + size)};
  EVP_CIPHER_CTX* context = cipher_context();
  int written = 0;
  bool good = EVP_DecryptInit_ex2(context, aes_256_gcm(), in(key), in(sealed), nullptr) == 1;
  good = good && EVP_DecryptUpdate(context, nullptr, &written, in(aad), length(aad)) == 1;
  good =
      good && EVP_DecryptUpdate(context, out(plain), &written, in(sealed.substr(nonce_bytes, size)),
                                static_cast<int>(size)) == 1;
  good = good && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, tag_bytes, out(tag)) == 1;
  unsigned char rest[16];
  good = good && EVP_DecryptFinal_ex(context, rest, &written) == 1;
  if (!good) return {};
  return plain;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

void wipe(std::string& secret) {
  OPENSSL_cleanse(secret.data(), secret.size());
  secret.clear();
}

}  // namespace xb::sealing
