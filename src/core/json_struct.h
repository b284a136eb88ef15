// JSON of described structs and enums, optionals and lists. Unknown members are refused; absent and
// null are the same for an optional member; a list is a JSON array.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/core/type_name.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "core/describe.h"
#include "core/ensure.h"
#include "core/json.h"

namespace xb {

// `xb::complaints::NewComplaint` -> `complaints.NewComplaint`: the name of a type in OpenAPI, which
// has letters, digits and `.-_` there. So a type that is shown stands in a named namespace.
template <class T>
std::string schema_name() {
  std::string name;
  for (char c : boost::core::type_name<T>().substr(4)) {  // without `xb::`
    if (c != ':')
      name += c;
    else if (name.back() != '.')
      name += '.';
  }
  for (char c : name) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    ensure(is_letter || is_digit || c == '.' || c == '-' || c == '_',
           "a type that OpenAPI shows has no name for it");
  }
  return name;
}

inline tl::unexpected<Refusal> at_field(std::string_view name, Refusal refusal) {
  std::string field{name};
  if (!refusal.field.empty()) field += "." + refusal.field;
  refusal.field = std::move(field);
  return tl::unexpected(std::move(refusal));
}

template <class T>
requires is_described_enum<T>
struct Json<T> {
  static Result<T> read(const boost::json::value& json) {
    if (!json.is_string()) return wrong_type();
    const auto value = named<T>({json.get_string().data(), json.get_string().size()});
    if (!value) return refuse(Reason::invalid, "field.choice");
    return *value;
  }
  static void write(std::string& out, T value) { write_json_string(out, name_of(value)); }
  static boost::json::value schema(Schemas&) {
    boost::json::array names;
    for_each_enumerator<T>([&](std::string_view name, T) {
      names.emplace_back(boost::json::string_view(name.data(), name.size()));
    });
    return {{"type", "string"}, {"enum", std::move(names)}};
  }
};

template <class T>
struct Json<std::optional<T>> {
  static Result<std::optional<T>> read(const boost::json::value& json) {
    if (json.is_null()) return std::optional<T>{};
    return std::optional<T>{TRY(Json<T>::read(json))};
  }
  static void write(std::string& out, const std::optional<T>& value) {
    if (value)
      Json<T>::write(out, *value);
    else
      out += "null";
  }
  static boost::json::value schema(Schemas& parts) {
    return {{"anyOf", boost::json::array{Json<T>::schema(parts), {{"type", "null"}}}}};
  }
};

template <class T>
struct Json<std::vector<T>> {
  static Result<std::vector<T>> read(const boost::json::value& json) {
    if (!json.is_array()) return wrong_type();
    std::vector<T> out;
    out.reserve(json.get_array().size());
    for (const auto& element : json.get_array()) {
      auto value = Json<T>::read(element);
      if (!value) return at_field(std::to_string(out.size()), std::move(value).error());
      out.push_back(std::move(*value));
    }
    return out;
  }
  static void write(std::string& out, const std::vector<T>& values) {
    out += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out += ',';
      Json<T>::write(out, values[i]);
    }
    out += ']';
  }
  static boost::json::value schema(Schemas& parts) {
    return {{"type", "array"}, {"items", Json<T>::schema(parts)}};
  }
};

template <class T>
requires is_described_struct<T>
struct Json<T> {
  static Result<T> read(const boost::json::value& json) {
    if (!json.is_object()) return wrong_type();
    const auto& object = json.get_object();
    T out{};
    Result<void> outcome;
    std::size_t seen = 0;
    for_each_member<T>([&](std::string_view name, auto member) {
      if (!outcome) return;
      const auto* value = object.if_contains(boost::json::string_view(name.data(), name.size()));
      if (value != nullptr) ++seen;
      outcome = read_member(value, name, out.*member);
    });
    if (!outcome) return tl::unexpected(std::move(outcome).error());
    if (seen != object.size()) return refuse(Reason::invalid, "field.unknown", unknown(object));
    return out;
  }

  static void write(std::string& out, const T& value) {
    out += '{';
    bool first = true;
    for_each_member<T>([&](std::string_view name, auto member) {
      if (!first) out += ',';
      first = false;
      write_json_string(out, name);
      out += ':';
      using Member = std::remove_cvref_t<decltype(value.*member)>;
      Json<Member>::write(out, value.*member);
    });
    out += '}';
  }

  static boost::json::value schema(Schemas& parts) {
    const std::string name = schema_name<T>();
    boost::json::object reference{{"$ref", "#/components/schemas/" + name}};
    if (parts.contains(name)) return reference;
    parts[name] = nullptr;  // guards against recursion
    boost::json::object properties;
    boost::json::array required;
    for_each_member<T>([&](std::string_view member_name, auto member) {
      using Member = std::remove_cvref_t<decltype(std::declval<T>().*member)>;
      const boost::json::string_view key(member_name.data(), member_name.size());
      properties[key] = Json<Member>::schema(parts);
      if (!is_optional<Member>) required.emplace_back(key);
    });
    boost::json::object out{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) out["required"] = std::move(required);
    parts[name] = std::move(out);
    return reference;
  }

 private:
  template <class Member>
  static Result<void> read_member(const boost::json::value* json, std::string_view name,
                                  Member& out) {
    if (json == nullptr) {
      if (is_optional<Member>) return {};
      return refuse(Reason::invalid, "field.required", std::string{name});
    }
    auto value = Json<Member>::read(*json);
    if (!value) return at_field(name, std::move(value).error());
    out = std::move(*value);
    return {};
  }

  static std::string unknown(const boost::json::object& object) {
    for (const auto& pair : object) {
      const std::string_view key(pair.key().data(), pair.key().size());
      bool known = false;
      for_each_member<T>([&](std::string_view name, auto) { known = known || name == key; });
      if (!known) return field_name(key);
    }
    return {};
  }
};

}  // namespace xb
