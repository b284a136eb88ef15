// The primitives, all from OpenSSL 3: random bytes, SHA-256, HMAC-SHA-256, AES-256-GCM. Byte
// strings are std::string. A failing primitive is a bug or a broken machine and aborts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace xb::sealing {

std::string random_bytes(std::size_t count);
std::string sha256(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  std::string finish();  // once

 private:
  std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st*)> context_;
};

std::string hmac_sha256(std::string_view key, std::string_view bytes);
// For one-time codes only (RFC 6238): authenticator apps know nothing else.
std::string hmac_sha1(std::string_view key, std::string_view bytes);

// nonce (12 random bytes) || ciphertext || tag (16 bytes). `key` has 32 bytes.
std::string aes_gcm_seal(std::string_view key, std::string_view plain, std::string_view aad);
// Nothing if key, bytes or `aad` are not those it was sealed with.
std::optional<std::string> aes_gcm_open(std::string_view key, std::string_view sealed,
                                        std::string_view aad);

// In time that depends on the lengths only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

// Overwrites the bytes before they are freed.
void wipe(std::string& secret);

}  // namespace xb::sealing
