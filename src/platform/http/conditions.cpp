#include "platform/http/conditions.h"

#include "core/encoding.h"
#include "core/text.h"
#include "platform/http/router.h"
#include "platform/sealing/crypto.h"

namespace xb::http {
namespace {

constexpr std::size_t idempotency_key_max = 200;

Result<std::optional<std::int64_t>> version_in(std::string_view if_match) {
  if (if_match.empty() || if_match == "*") return std::optional<std::int64_t>{};
  if (if_match.size() < 3 || if_match.front() != '"' || if_match.back() != '"')
    return refuse(Reason::invalid, "http.if_match", "If-Match");
  const auto number = typed::path_id(std::string{if_match.substr(1, if_match.size() - 2)});
  if (!number) return refuse(Reason::invalid, "http.if_match", "If-Match");
  return std::optional<std::int64_t>{*number};
}

}  // namespace

Result<Conditions> conditions_of(const Request& request) {
  Conditions out;
  out.if_version = TRY(version_in(request.header("if-match")));
  out.idempotency_key = request.header("idempotency-key");
  if (!check_text(out.idempotency_key, idempotency_key_max, false))
    return refuse(Reason::invalid, "idempotency.key", "Idempotency-Key");
  return out;
}

std::string hash_of(const Request& request) {
  std::string text{name(request.method)};
  text += ' ';
  text += request.path;
  text += '\n';
  text += request.body;
  return hex(sealing::sha256(text));
}

}  // namespace xb::http
