// Argon2id (RFC 9106) with 19 MiB and two passes: about 14 ms of one core. Whoever signs in over
// HTTP is checked in a pool of two threads that does nothing else (http::Runs::hashing), so a flood
// of sign-ins does not slow the rest, and an import does not slow a sign-in.
#pragma once

#include <string>
#include <string_view>

namespace xb::identity {

// PHC string with a fresh salt.
std::string hash_password(std::string_view password);

// False for a wrong password or a string that is no hash.
bool matches(std::string_view password, const std::string& hash);

// The hash of nothing anybody knows, so that an unknown login costs what a known one does.
const std::string& dummy_hash();

// 16 characters without look-alikes, 80 bits.
std::string random_password();

}  // namespace xb::identity
