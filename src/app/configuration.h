// DIR/xiaobao.toml: what an installation is told about its surroundings. Unknown keys are refused,
// so that a misspelt one is noticed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "core/result.h"
#include "platform/files/vault.h"

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
  files::Limits file_limits;        // [files], in whole megabytes and numbers
  bool wants_second_factor = true;  // [sign_in] second_factor = "by_post" | "off"
};

// Refuses with configuration.malformed or configuration.unknown_key; field is the key.
Result<Configuration> read_configuration(std::string_view toml);

// What `init` writes: every key with its default and what it means. A trial bank does without
// second factors, so that one can look around at once.
std::string configuration_text(const std::string& database, bool wants_second_factor = true);

}  // namespace xb::app
