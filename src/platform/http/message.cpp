#include "platform/http/message.h"

#include <algorithm>
#include <cstdlib>

#include "core/json.h"
#include "core/text.h"

namespace xb::http {
namespace {

int value_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c - 'A' + 10;
}

// Escapes are whole: check_head saw to that.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(value_of(text[i + 1]) * 16 + value_of(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_clean(std::string_view text) { return code_points(text) && !has_control_character(text); }

void member(std::string& out, std::string_view name, std::string_view value) {
  out += out.size() > 1 ? "," : "";
  write_json_string(out, name);
  out += ':';
  write_json_string(out, value);
}

}  // namespace

Result<std::map<std::string, std::vector<std::string>, std::less<>>> parse_query(
    std::string_view query) {
  std::map<std::string, std::vector<std::string>, std::less<>> out;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    std::string name = decoded(pair.substr(0, equals));
    std::string value = equals == std::string_view::npos ? "" : decoded(pair.substr(equals + 1));
    if (!is_clean(name) || !is_clean(value))
      return refuse(Reason::invalid, "http.query", field_name(name));
    out[std::move(name)].push_back(std::move(value));
  }
  return out;
}

int status_of(const Refusal& refusal) {
  if (refusal.code == "version.changed") return 412;
  switch (refusal.reason) {
    case Reason::invalid:
      return refusal.code.starts_with("json.") || refusal.code.starts_with("http.") ? 400 : 422;
    case Reason::unauthenticated: return 401;
    case Reason::forbidden: return 403;
    case Reason::missing: return 404;
    case Reason::conflict: return 409;
    case Reason::too_many: return 429;
  }
  std::abort();
}

Response problem(const Texts& texts, Language language, int status, const Refusal& refusal) {
  Response response;
  response.status = status;
  response.content_type = "application/problem+json; charset=utf-8";
  std::string& out = response.body;
  out = "{";
  member(out, "type", "urn:xiaobao:problem:" + refusal.code);
  member(out, "title", texts.of(language, refusal.code));
  out += ",\"status\":" + std::to_string(status);
  member(out, "code", refusal.code);
  if (!refusal.field.empty()) member(out, "field", refusal.field);
  out += R"(,"text":{"zh-CN":)";
  write_json_string(out, texts.of(Language::zh_cn, refusal.code));
  out += R"(,"en":)";
  write_json_string(out, texts.of(Language::en, refusal.code));
  out += "}}";
  return response;
}

}  // namespace xb::http
