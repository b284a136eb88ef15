#include "core/json.h"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace xb {
namespace {

namespace json = boost::json;

// Builds a value and remembers the first thing that is well-formed JSON but not acceptable here.
class Handler {
 public:
  static constexpr std::size_t max_object_size = json_elements_max;
  static constexpr std::size_t max_array_size = json_elements_max;
  static constexpr std::size_t max_key_size = 1024;
  static constexpr std::size_t max_string_size = std::size_t{1} << 26;

  bool on_document_begin(json::error_code&) {
    stack_.reset();
    return true;
  }
  bool on_document_end(json::error_code&) { return true; }

  bool on_object_begin(json::error_code&) {
    levels_.emplace_back();
    return true;
  }
  // Names are compared when all are known: sorted, because there may be ten thousand.
  bool on_object_end(std::size_t count, json::error_code& error) {
    auto& keys = levels_.back().keys;
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice != keys.end()) return stop("json.duplicate_key", path(field_name(*twice)), error);
    levels_.pop_back();
    stack_.push_object(count);
    return true;
  }
  bool on_array_begin(json::error_code&) {
    levels_.emplace_back();
    return true;
  }
  bool on_array_end(std::size_t count, json::error_code&) {
    levels_.pop_back();
    stack_.push_array(count);
    return true;
  }

  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    text_.append(part.data(), part.size());
    stack_.push_chars(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& error) {
    text_.append(part.data(), part.size());
    stack_.push_key(part);
    std::string key = std::exchange(text_, {});
    if (key.find('\0') != std::string::npos) return stop("field.control_character", "", error);
    levels_.back().keys.push_back(std::move(key));
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    stack_.push_chars(part);
    has_nul_ = has_nul_ || part.find('\0') != json::string_view::npos;
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code& error) {
    stack_.push_string(part);
    if (has_nul_ || part.find('\0') != json::string_view::npos)
      return stop("field.control_character", path({}), error);
    return true;
  }

  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code& error) {
    return stop("json.number", path({}), error);
  }
  // An integer beyond 64 bits comes here too, no longer exact.
  bool on_double(double number, json::string_view text, json::error_code& error) {
    const bool is_integer = text.find_first_of(".eE") == json::string_view::npos;
    if (is_integer || !std::isfinite(number)) return stop("json.number", path({}), error);
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool value, json::error_code&) {
    stack_.push_bool(value);
    return true;
  }
  bool on_null(json::error_code&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  json::value release() { return stack_.release(); }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  struct Object {
    std::vector<std::string> keys;  // none for an array
  };

  // The dotted path of `key` in the innermost object, or of the value being read.
  std::string path(std::string_view key) const {
    std::string out;
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const bool innermost = i + 1 == levels_.size();
      const auto& keys = levels_[i].keys;
      const std::string_view name =
          innermost && !key.empty() ? key : (keys.empty() ? std::string_view{} : keys.back());
      if (name.empty()) continue;
      if (!out.empty()) out += '.';
      out += field_name(name);
    }
    return out;
  }

  bool stop(const char* code, std::string field, json::error_code& error) {
    refusal_ = Refusal{Reason::invalid, code, std::move(field)};
    error = json::error::syntax;
    return false;
  }

  json::value_stack stack_;
  std::vector<Object> levels_;
  std::string text_;  // a key that arrives in parts
  bool has_nul_ = false;
  std::optional<Refusal> refusal_;
};

}  // namespace

Result<json::value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = json_depth_max;
  json::basic_parser<Handler> parser(options);
  json::error_code error;
  const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (const auto& refusal = parser.handler().refusal()) return tl::unexpected(*refusal);
  if (error == json::error::too_deep) return refuse(Reason::invalid, "json.too_deep");
  if (error == json::error::object_too_large || error == json::error::array_too_large ||
      error == json::error::key_too_large || error == json::error::string_too_large)
    return refuse(Reason::invalid, "json.too_large");
  if (error || used != text.size()) return refuse(Reason::invalid, "json.malformed");
  return parser.handler().release();
}

std::string field_name(std::string_view key) {
  bool plain = !key.empty() && key.size() <= 64;
  for (char c : key)
    plain = plain && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.');
  return plain ? std::string{key} : "?";
}

void write_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of the run not yet copied
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", byte);
        out += escape;
      }
    }
  }
  out.append(text, plain);
  out += '"';
}

}  // namespace xb
