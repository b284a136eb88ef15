// Time-based one-time codes (RFC 6238): HMAC-SHA-1, six digits, as every authenticator app has
// them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/instant.h"

namespace xb::identity {

// 160 random bits (RFC 4226 §4).
std::string new_totp_secret();

// RFC 4648 base32 without padding, as apps take a secret.
std::string base32(std::string_view bytes);

// The code of the step with this number (RFC 4226 §5.3).
std::string totp_code(std::string_view secret, std::int64_t step);

std::int64_t totp_step_at(Instant now, std::chrono::seconds step);

// The newest step within `drift` of now that has this code and comes after `last`, so that no code
// counts twice; nothing otherwise.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          std::int64_t now_step, std::int64_t drift,
                                          std::int64_t last);

}  // namespace xb::identity
