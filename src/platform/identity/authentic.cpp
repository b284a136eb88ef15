#include "platform/identity/authentic.h"

#include "core/encoding.h"
#include "platform/telemetry/log.h"

namespace xb::identity {

std::string row_bytes(std::string_view table, const std::vector<storage::Cell>& cells) {
  std::string bytes{table};
  for (const storage::Cell& cell : cells) {
    bytes += '\n';
    if (const auto* number = std::get_if<std::int64_t>(&cell)) bytes += std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&cell))
      bytes += std::to_string(text->size()) + ":" + *text;
  }
  return bytes;
}

std::string row_mac(const sealing::Keyring& keys, std::string_view table,
                    const std::vector<storage::Cell>& cells) {
  // A key of its own: what authenticates an entry must never fit a row.
  const std::string key = keys.mac(sealing::Purpose::entry, "xiaobao rows that give power");
  return base64(sealing::hmac_sha256(key, row_bytes(table, cells)));
}

void tell_of_forged_row(std::string_view table, std::int64_t id) {
  telemetry::log(telemetry::Severity::alarm, "identity.forged_row", {{"table", table}, {"id", id}});
}

}  // namespace xb::identity
