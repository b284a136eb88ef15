// DIR/xiaobao.toml: what an installation is told about its surroundings. Unknown keys are refused,
// so that a misspelt one is noticed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "core/result.h"
#include "platform/files/vault.h"
#include "platform/notices/gateway.h"

namespace xb::app {

struct Configuration {
  std::string database = "sqlite";  // or postgresql://…
  bool durable = true;              // [sqlite] synchronous = "full" | "normal"
  Zone zone;
  std::filesystem::path keys = "secret";  // relative to the data directory, or elsewhere
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> hosts;
  std::vector<std::string> proxies;
  std::filesystem::path certificate;
  std::filesystem::path certificate_key;
  std::int64_t http_threads = 1;
  std::int64_t readers = 4;
  std::int64_t writers = 8;
  files::Limits file_limits;                // [files], in whole megabytes and numbers
  bool wants_second_factor = true;          // [sign_in] second_factor = "by_post" | "off"
  std::string telephone;                    // [portal]
  std::string portal_address;               // [portal] address: an origin, or empty
  std::vector<std::string> staff_networks;  // `10.0.0.0/8`
  std::optional<notices::Gateway> gateway;  // [notices] sms_url
  std::filesystem::path gateway_token;      // [notices] sms_token, or empty
  bool shows_notices = false;               // [notices] show: a demo bank
};

// Refuses with configuration.malformed or configuration.unknown_key; field is the key.
Result<Configuration> read_configuration(std::string_view toml);

// What `init` writes: every key with its default and what it means. A trial bank does without
// second factors, so that one can look around at once, and shows what it would send.
std::string configuration_text(const std::string& database, bool is_trial = false);

}  // namespace xb::app
