#include "app/configuration.h"

#include <toml++/toml.h>

#include "core/encoding.h"
#include "core/text.h"
#include "modules/portal/guarding/service.h"

namespace xb::app {
namespace {

tl::unexpected<Refusal> malformed(std::string key) {
  return refuse(Reason::invalid, "configuration.malformed", std::move(key));
}

// Reads the keys of one table and remembers which it has seen.
class Reader {
 public:
  Reader(const toml::table& table, std::string prefix)
      : table_(table), prefix_(std::move(prefix)) {}

  template <class T>
  Result<void> take(std::string_view key, T& out) {
    seen_.emplace_back(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return {};
    if constexpr (std::is_same_v<T, std::vector<std::string>>) {
      const auto* array = node->as_array();
      if (array == nullptr) return malformed(prefix_ + std::string{key});
      for (const auto& element : *array) {
        const auto text = element.template value_exact<std::string>();
        if (!text) return malformed(prefix_ + std::string{key});
        out.push_back(*text);
      }
    } else {
      const auto value = node->template value_exact<T>();
      if (!value) return malformed(prefix_ + std::string{key});
      out = *value;
    }
    return {};
  }

  Result<void> finish(const std::vector<std::string_view>& tables = {}) const {
    for (const auto& [key, node] : table_) {
      const std::string_view name = key.str();
      const bool known = std::find(seen_.begin(), seen_.end(), name) != seen_.end() ||
                         std::find(tables.begin(), tables.end(), name) != tables.end();
      if (!known)
        return refuse(Reason::invalid, "configuration.unknown_key", prefix_ + std::string{name});
    }
    return {};
  }

 private:
  const toml::table& table_;
  std::string prefix_;
  std::vector<std::string> seen_;
};

// The table of this name, empty if it is not there.
Result<const toml::table*> inner(const toml::table& table, std::string_view key) {
  static const toml::table empty;
  const auto* node = table.get(key);
  if (node == nullptr) return &empty;
  if (!node->is_table()) return malformed(std::string{key});
  return node->as_table();
}

bool is_count(std::int64_t number, std::int64_t max) { return number >= 1 && number <= max; }

Result<void> read_http(const toml::table& table, Configuration& out) {
  Reader http(table, "http.");
  std::string certificate;
  std::string key;
  TRY(http.take("listen", out.listen));
  TRY(http.take("hosts", out.hosts));
  TRY(http.take("proxies", out.proxies));
  TRY(http.take("certificate", certificate));
  TRY(http.take("certificate_key", key));
  TRY(http.take("threads", out.http_threads));
  out.certificate = certificate;
  out.certificate_key = key;
  if (certificate.empty() != key.empty()) return malformed("http.certificate_key");
  if (!is_count(out.http_threads, 64)) return malformed("http.threads");
  return http.finish();
}

// No file may be larger than a terabyte, nor a case have more than a million.
Result<void> read_files(const toml::table& table, files::Limits& out) {
  constexpr std::int64_t megabyte = std::int64_t{1} << 20;
  Reader files(table, "files.");
  const std::pair<std::string_view, std::int64_t*> sizes[] = {
      {"image_mb", &out.image_max}, {"document_mb", &out.document_max},
      {"text_mb", &out.text_max},   {"audio_mb", &out.audio_max},
      {"video_mb", &out.video_max}, {"case_mb", &out.bytes_of_case_max}};
  for (const auto& [key, target] : sizes) {
    std::int64_t count = *target / megabyte;
    TRY(files.take(key, count));
    if (!is_count(count, megabyte)) return malformed("files." + std::string{key});
    *target = count * megabyte;
  }
  TRY(files.take("case_files", out.files_of_case_max));
  if (!is_count(out.files_of_case_max, megabyte)) return malformed("files.case_files");
  return files.finish();
}

Result<void> read_pools(const toml::table& table, Configuration& out) {
  Reader pools(table, "pools.");
  TRY(pools.take("readers", out.readers));
  TRY(pools.take("writers", out.writers));
  TRY(pools.finish());
  if (!is_count(out.readers, 256)) return malformed("pools.readers");
  if (!is_count(out.writers, 256)) return malformed("pools.writers");
  return {};
}

// A scheme and a host, maybe with a port: nothing after it; or empty.
bool is_origin(std::string_view text) {
  constexpr std::size_t length_max = 200;
  if (text.empty()) return true;
  const std::size_t slashes = text.find("://");
  const auto scheme = text.substr(0, slashes);
  if (slashes == std::string_view::npos || (scheme != "https" && scheme != "http")) return false;
  const auto host = text.substr(slashes + 3);
  constexpr std::string_view others = " /?#@\\\"<>";
  return !host.empty() && text.size() <= length_max &&
         host.find_first_of(others) == std::string_view::npos;
}

Result<void> read_portal(const toml::table& table, Configuration& out) {
  constexpr std::size_t telephone_max = 40;
  Reader reader(table, "portal.");
  TRY(reader.take("telephone", out.telephone));
  if (!check_text(out.telephone, telephone_max, false)) return malformed("portal.telephone");
  TRY(reader.take("address", out.portal_address));
  if (!is_origin(out.portal_address)) return malformed("portal.address");
  TRY(reader.take("staff_networks", out.staff_networks));
  for (const std::string& network : out.staff_networks)
    if (!portal::Range::read(network)) return malformed("portal.staff_networks");
  return reader.finish();
}

Result<void> read_notices(const toml::table& table, Configuration& out) {
  Reader notices(table, "notices.");
  std::string url;
  std::string token;
  TRY(notices.take("sms_url", url));
  TRY(notices.take("sms_token", token));
  TRY(notices.take("show", out.shows_notices));
  if (!url.empty()) out.gateway = TRY(notices::read_gateway(url));
  out.gateway_token = token;
  if (url.empty() && !token.empty()) return malformed("notices.sms_token");
  if (!url.empty() && out.shows_notices) return malformed("notices.show");
  return notices.finish();
}

// Within a basic string of TOML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (c == '"' || c == '\\') out += '\\';
    if (!is_control)
      out += c;
    else
      out += "\\u00" + hex({&c, 1});
  }
  return out;
}

constexpr std::string_view whole_text =
    R"(# Xiaobao: what this installation is told about its surroundings.
# docs/operating/configuration.md explains each key. A changed file counts from the next start.

# "sqlite": DIR/xiaobao.db. A large bank names its PostgreSQL 15: "postgresql://user@host/name".
database = "@DATABASE@"

# The bank's zone as a fixed offset; dates, due dates and screens use it.
zone = "+08:00"

# Where the keys are. Better not beside the data: whoever copies both reads everything.
keys = "secret"

[http]
listen = "127.0.0.1:8080"
# Names that a Host field may have besides the address itself: "xiaobao.bank.example".
hosts = []
# Addresses of reverse proxies whose X-Forwarded-For counts, in the log of refused sign-ins.
proxies = []
# PEM files for TLS without a proxy.
certificate = ""
certificate_key = ""
threads = 1

[sqlite]
# "full": a power cut loses nothing acknowledged. "normal" does lose: for trials only.
synchronous = "full"

[sign_in]
# "by_post": posts that ask for a second factor get one. "off" is for trials only.
second_factor = "@SECOND_FACTOR@"

[files]
# How large an attachment may be, in megabytes, and what one case may have in all.
image_mb = 20
document_mb = 50
text_mb = 5
audio_mb = 100
video_mb = 200
case_mb = 2000
case_files = 200

[portal]
# What consumers may ring instead: shown on every page of the portal.
telephone = "@TELEPHONE@"
# Where consumers reach the portal: "https://complaints.bank.example". The QR code of a receipt that
# staff print leads there; empty: to the address staff use themselves.
address = ""
# Networks of the bank's own people: "10.0.0.0/8". Whoever withdraws, accepts, disputes or changes a
# telephone from there as a consumer is warned of in the log.
staff_networks = []

[notices]
# Where short messages to consumers are sent: "https://sms.bank.example/send". Empty: none are.
sms_url = ""
# A file with the token that the gateway asks for.
sms_token = ""
# A trial bank sends nothing and shows its messages on a page that looks like a phone.
show = @SHOW@

[pools]
readers = 4
# PostgreSQL only; SQLite has one writer.
writers = 8
)";

}  // namespace

Result<Configuration> read_configuration(std::string_view text) {
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return malformed("line " + std::to_string(error.source().begin.line));
  }
  Configuration out;
  std::string zone = "+08:00";
  std::string keys = out.keys;
  Reader top(table, "");
  TRY(top.take("database", out.database));
  TRY(top.take("zone", zone));
  TRY(top.take("keys", keys));
  TRY(top.finish({"http", "sqlite", "pools", "sign_in", "files", "portal", "notices"}));
  const auto offset = parse_zone(zone);
  if (!offset) return malformed("zone");
  out.zone = *offset;
  out.keys = keys;
  const bool known_database = out.database == "sqlite" ||
                              out.database.starts_with("postgresql://") ||
                              out.database.starts_with("postgres://");
  if (!known_database) return malformed("database");

  std::string synchronous = "full";
  Reader sqlite(*TRY(inner(table, "sqlite")), "sqlite.");
  TRY(sqlite.take("synchronous", synchronous));
  TRY(sqlite.finish());
  if (synchronous != "full" && synchronous != "normal") return malformed("sqlite.synchronous");
  out.durable = synchronous == "full";

  std::string second_factor = "by_post";
  Reader sign_in(*TRY(inner(table, "sign_in")), "sign_in.");
  TRY(sign_in.take("second_factor", second_factor));
  TRY(sign_in.finish());
  if (second_factor != "by_post" && second_factor != "off")
    return malformed("sign_in.second_factor");
  out.wants_second_factor = second_factor == "by_post";

  const auto* pools = TRY(inner(table, "pools"));
  TRY(read_pools(*pools, out));
  const auto* http = TRY(inner(table, "http"));
  TRY(read_http(*http, out));
  const auto* files = TRY(inner(table, "files"));
  TRY(read_files(*files, out.file_limits));
  const auto* portal_table = TRY(inner(table, "portal"));
  TRY(read_portal(*portal_table, out));
  const auto* notices = TRY(inner(table, "notices"));
  TRY(read_notices(*notices, out));
  return out;
}

std::string configuration_text(const std::string& database, bool is_trial) {
  std::string out{whole_text};
  const auto fill = [&](std::string_view mark, std::string_view value) {
    out.replace(out.find(mark), mark.size(), value);
  };
  fill("@SECOND_FACTOR@", is_trial ? "off" : "by_post");
  // No number in mainland China begins with 0 after its area code: nobody is rung by a trial.
  fill("@TELEPHONE@", is_trial ? "0571-00000000" : "");
  fill("@SHOW@", is_trial ? "true" : "false");
  fill("@DATABASE@", escaped(database));
  return out;
}

}  // namespace xb::app
