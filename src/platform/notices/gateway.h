// The way to a gateway for short messages: one POST of JSON over HTTP or HTTPS, with a limit of
// time. Blocks; for a thread of its own.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace xb::notices {

// `https://sms.bank.example:8443/send?app=xiaobao`.
struct Gateway {
  bool is_tls = false;
  std::string host;
  std::string port;
  std::string target = "/";
  std::string token;  // for `Authorization: Bearer`, or empty
  std::chrono::milliseconds within{10'000};
};

// Refuses with notices.url.
Result<Gateway> read_gateway(std::string_view url);

// As the field Host names it: an IPv6 address in brackets, and no port that goes without saying.
std::string host_field(const Gateway& gateway);

struct Message {
  std::string id;  // the same whenever it is sent again, for `Idempotency-Key`
  std::string body;
};

// The status of the answer; nothing if there was none in time.
std::optional<int> post(const Gateway& gateway, const Message& message);

}  // namespace xb::notices
