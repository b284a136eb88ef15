#include "platform/http/checks.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace xb::http {
namespace {

constexpr std::array<std::string_view, 6> methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// RFC 9110 §5.6.2.
bool is_token(char c) {
  return is_digit(c) || is_letter(c) ||
         std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return small(x) == small(y); });
}

std::string_view trimmed(std::string_view value) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
  return value;
}

tl::unexpected<Refusal> bad(const char* code) { return refuse(Reason::invalid, code); }

// Origin form only: a path and maybe a query, printable, whole percent escapes, no %00.
bool is_origin_form(std::string_view target) {
  if (target.empty() || target.front() != '/' || target.starts_with("//")) return false;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (c <= ' ' || c >= 0x7F || c == '#' || c == '\\') return false;
    if (c != '%') continue;
    if (i + 2 >= target.size() || !is_hex(target[i + 1]) || !is_hex(target[i + 2])) return false;
    if (target[i + 1] == '0' && target[i + 2] == '0') return false;
  }
  return true;
}

Result<void> check_request_line(std::string_view line, bool& is_1_1) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return bad("http.malformed");
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return bad("http.malformed");
  is_1_1 = version == "HTTP/1.1";
  if (std::find(methods.begin(), methods.end(), line.substr(0, first)) == methods.end())
    return bad("http.method");
  if (target.size() > target_bytes_max || !is_origin_form(target)) return bad("http.target");
  return {};
}

bool is_allowed_host(std::string_view host, const std::vector<std::string>& hosts) {
  if (hosts.empty()) return true;
  const std::size_t colon = host.ends_with(']') ? std::string_view::npos : host.rfind(':');
  const std::string_view name = host.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit))
      return false;
  }
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& allowed) {
    return same(allowed, host) || same(allowed, name);
  });
}

// What the fields of one head have said so far.
struct Seen {
  int hosts = 0;
  int lengths = 0;
  int encodings = 0;
};

Result<void> check_field(std::string_view name, std::string_view value, bool is_1_1,
                         const std::vector<std::string>& hosts, Seen& seen) {
  if (same(name, "host")) {
    if (++seen.hosts > 1 || value.empty() || !is_allowed_host(value, hosts))
      return bad("http.host");
  } else if (same(name, "content-length")) {
    const bool digits =
        !value.empty() && value.size() <= 18 && std::all_of(value.begin(), value.end(), is_digit);
    if (++seen.lengths > 1 || !digits) return bad("http.framing");
  } else if (same(name, "transfer-encoding")) {
    if (++seen.encodings > 1 || !is_1_1 || !same(value, "chunked")) return bad("http.framing");
  } else if (same(name, "content-encoding") || same(name, "upgrade")) {
    return bad("http.framing");
  } else if (same(name, "expect") && !same(value, "100-continue")) {
    return bad("http.framing");
  }
  return {};
}

}  // namespace

Result<void> check_head(std::string_view head, const std::vector<std::string>& hosts) {
  if (!head.ends_with("\r\n\r\n")) return bad("http.malformed");
  head.remove_suffix(2);
  bool is_1_1 = false;
  std::size_t lines = 0;
  Seen seen;
  while (!head.empty()) {
    const std::size_t end = head.find("\r\n");
    if (end == std::string_view::npos) return bad("http.malformed");
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    for (char c : line)
      if ((static_cast<std::uint8_t>(c) < 0x20 && c != '\t') || c == 0x7F)
        return bad("http.malformed");
    if (lines++ == 0) {
      TRY(check_request_line(line, is_1_1));
      continue;
    }
    const std::size_t colon = line.find(':');
    // A line that starts with a blank continues the one before (obs-fold); no reader agrees on it.
    if (colon == std::string_view::npos || colon == 0 || lines > fields_max + 1)
      return bad("http.malformed");
    const std::string_view name = line.substr(0, colon);
    if (!std::all_of(name.begin(), name.end(), is_token)) return bad("http.malformed");
    TRY(check_field(name, trimmed(line.substr(colon + 1)), is_1_1, hosts, seen));
  }
  if (lines == 0) return bad("http.malformed");
  if (seen.hosts != 1) return bad("http.host");
  if (seen.lengths + seen.encodings > 1) return bad("http.framing");
  return {};
}

}  // namespace xb::http
