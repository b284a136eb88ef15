#include "platform/identity/totp.h"

#include "platform/sealing/crypto.h"

namespace xb::identity {

std::string new_totp_secret() { return sealing::random_bytes(20); }

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned waiting = 0;
  int bits = 0;
  for (const char c : bytes) {
    waiting = (waiting << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) out += letters[(waiting >> (bits - 5)) & 31];
    waiting &= (1u << bits) - 1;
  }
  if (bits > 0) out += letters[(waiting << (5 - bits)) & 31];
  return out;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  std::string counter(8, '\0');
  for (int i = 0; i < 8; ++i)
    counter[static_cast<std::size_t>(i)] =
        static_cast<char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
  const std::string mac = sealing::hmac_sha1(secret, counter);
  const std::size_t at = static_cast<unsigned char>(mac.back()) & 15;
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    number = (number << 8) | static_cast<unsigned char>(mac[i]);
  std::string digits = std::to_string((number & 0x7fffffffu) % 1'000'000);
  return std::string(6 - digits.size(), '0') + digits;
}

std::int64_t totp_step_at(Instant now, std::chrono::seconds step) {
  return now.ms / std::chrono::duration_cast<std::chrono::milliseconds>(step).count();
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          std::int64_t now_step, std::int64_t drift,
                                          std::int64_t last) {
  std::optional<std::int64_t> found;
  for (std::int64_t step = now_step - drift; step <= now_step + drift; ++step)
    if (sealing::equal_in_constant_time(totp_code(secret, step), code) && step > last) found = step;
  return found;
}

}  // namespace xb::identity
