// JSON in and out. Reading is strict where Boost.JSON is lax (duplicate keys, numbers outside
// int64, U+0000); a value that does not fit names its field. Writing appends to a string.
//
// A type crosses this border through a specialisation of Json<T>:
//   static Result<T> read(const boost::json::value&);   refusals carry a path relative to the value
//   static void write(std::string& out, const T&);
//   static boost::json::value schema(Schemas&);          JSON Schema as in OpenAPI 3.1
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "core/id.h"
#include "core/instant.h"
#include "core/result.h"
#include "core/text.h"

namespace xb {

// Named parts of an OpenAPI document, by name.
using Schemas = std::map<std::string, boost::json::value, std::less<>>;

template <class T>
struct Json;

inline constexpr std::size_t json_depth_max = 32;
inline constexpr std::size_t json_elements_max = 10'000;

// One document (RFC 8259). Refuses with json.malformed, json.duplicate_key (field is its path),
// json.number (an integer beyond int64, or no finite double), json.too_deep or json.too_large.
Result<boost::json::value> parse_json(std::string_view text);

// `key` as it may be shown in a refusal: itself if it looks like a field name, else `?`.
std::string field_name(std::string_view key);

// Appends `text` as a JSON string; `text` is well-formed UTF-8.
void write_json_string(std::string& out, std::string_view text);

template <class T>
std::string to_json(const T& value) {
  std::string out;
  Json<T>::write(out, value);
  return out;
}

inline auto wrong_type() { return refuse(Reason::invalid, "field.type"); }

template <>
struct Json<bool> {
  static Result<bool> read(const boost::json::value& json) {
    if (!json.is_bool()) return wrong_type();
    return json.get_bool();
  }
  static void write(std::string& out, bool value) { out += value ? "true" : "false"; }
  static boost::json::value schema(Schemas&) { return {{"type", "boolean"}}; }
};

template <>
struct Json<std::int64_t> {
  static Result<std::int64_t> read(const boost::json::value& json) {
    if (!json.is_int64()) return wrong_type();
    const std::int64_t number = json.get_int64();
    if (number >= id_limit || number <= -id_limit) return refuse(Reason::invalid, "field.range");
    return number;
  }
  static void write(std::string& out, std::int64_t value) { out += std::to_string(value); }
  static boost::json::value schema(Schemas&) { return {{"type", "integer"}, {"format", "int64"}}; }
};

// Written only: what is read from outside has a limit, so it is a Text.
template <>
struct Json<std::string> {
  static void write(std::string& out, const std::string& value) { write_json_string(out, value); }
  static boost::json::value schema(Schemas&) { return {{"type", "string"}}; }
};

template <class Kind>
struct Json<Id<Kind>> {
  static Result<Id<Kind>> read(const boost::json::value& json) {
    const std::int64_t number = TRY(Json<std::int64_t>::read(json));
    if (number <= 0) return refuse(Reason::invalid, "field.range");
    return Id<Kind>{number};
  }
  static void write(std::string& out, Id<Kind> id) {
    if (id)
      out += std::to_string(id.number);
    else
      out += "null";
  }
  static boost::json::value schema(Schemas&) {
    return {{"type", "integer"}, {"minimum", 1}, {"maximum", id_limit - 1}};
  }
};

template <>
struct Json<Instant> {
  static Result<Instant> read(const boost::json::value& json) {
    if (!json.is_string()) return wrong_type();
    const auto at = parse_instant({json.get_string().data(), json.get_string().size()});
    if (!at) return refuse(Reason::invalid, "field.instant");
    return *at;
  }
  static void write(std::string& out, Instant at) { write_json_string(out, format(at)); }
  static boost::json::value schema(Schemas&) {
    return {{"type", "string"}, {"format", "date-time"}};
  }
};

template <>
struct Json<Date> {
  static Result<Date> read(const boost::json::value& json) {
    if (!json.is_string()) return wrong_type();
    const auto day = parse_date({json.get_string().data(), json.get_string().size()});
    if (!day) return refuse(Reason::invalid, "field.date");
    return *day;
  }
  static void write(std::string& out, Date day) { write_json_string(out, format(day)); }
  static boost::json::value schema(Schemas&) { return {{"type", "string"}, {"format", "date"}}; }
};

template <std::size_t max, Presence presence>
struct Json<Text<max, presence>> {
  static Result<Text<max, presence>> read(const boost::json::value& json) {
    if (!json.is_string()) return wrong_type();
    return Text<max, presence>::from({json.get_string().data(), json.get_string().size()});
  }
  static void write(std::string& out, const Text<max, presence>& text) {
    write_json_string(out, text.str());
  }
  static boost::json::value schema(Schemas&) {
    boost::json::object out{{"type", "string"}, {"maxLength", max}};
    if (presence == Presence::required) out["minLength"] = 1;
    return out;
  }
};

}  // namespace xb
