#include "platform/http/openapi.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace xb::http {
namespace {

namespace json = boost::json;

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

// Two spaces a level; Boost.JSON prints one line only.
void print(std::string& out, const json::value& value, const std::string& indent) {
  const std::string inner = indent + "  ";
  if (value.is_object() && !value.get_object().empty()) {
    bool first = true;
    for (const auto& pair : value.get_object()) {
      out += first ? "{\n" : ",\n";
      first = false;
      out += inner;
      write_json_string(out, {pair.key().data(), pair.key().size()});
      out += ": ";
      print(out, pair.value(), inner);
    }
    out += "\n" + indent + "}";
  } else if (value.is_array() && !value.get_array().empty()) {
    bool first = true;
    for (const auto& element : value.get_array()) {
      out += first ? "[\n" : ",\n";
      first = false;
      out += inner;
      print(out, element, inner);
    }
    out += "\n" + indent + "]";
  } else {
    out += json::serialize(value);
  }
}

json::array parameters_of(const Route& route) {
  json::array out;
  for (std::size_t at = 0; (at = route.path.find('{', at)) != std::string::npos; ++at) {
    const std::string name = route.path.substr(at + 1, route.path.find('}', at) - at - 1);
    json::object schema{{"type", "string"}};
    if (name == "id") schema = {{"type", "integer"}, {"minimum", 1}};
    out.push_back(
        {{"name", name}, {"in", "path"}, {"required", true}, {"schema", std::move(schema)}});
  }
  for (const std::string& name : route.query)
    out.push_back({{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}}}});
  for (const std::string& name : route.headers)
    out.push_back({{"name", name}, {"in", "header"}, {"schema", {{"type", "string"}}}});
  if (route.replay)
    for (const char* name : {"Idempotency-Key", "If-Match"})
      out.push_back({{"name", name}, {"in", "header"}, {"schema", {{"type", "string"}}}});
  return out;
}

json::object responses_of(const Route& route, Schemas& parts) {
  json::object success{{"description", "done"}};
  if (route.output != nullptr)
    success["content"] = {{view(route.output_type), {{"schema", route.output(parts)}}}};
  json::object out{{std::to_string(route.success), std::move(success)}};
  out["default"] = {
      {"description", "refused or failed"},
      {"content",
       {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
  return out;
}

json::object operation_of(const Route& route, const Texts& texts, Schemas& parts) {
  const std::string text_key = "operation." + route.operation;
  const auto chinese = texts.of(Language::zh_cn, text_key);
  json::object out{{"operationId", route.operation},
                   {"summary", view(texts.of(Language::en, text_key))},
                   {"description", view(chinese)},
                   {"tags", {route.operation.substr(0, route.operation.find('.'))}}};
  if (auto parameters = parameters_of(route); !parameters.empty())
    out["parameters"] = std::move(parameters);
  if (route.input != nullptr)
    out["requestBody"] = {{"required", true},
                          {"content", {{"application/json", {{"schema", route.input(parts)}}}}}};
  else if (route.receive)
    out["requestBody"] = {
        {"required", true},
        {"content",
         {{"application/octet-stream", {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
  out["responses"] = responses_of(route, parts);
  if (route.access.kind == Access::Kind::anyone)
    out["security"] = json::array{};
  else if (route.access.permission)
    out["x-permission"] = view(route.access.permission->name());
  return out;
}

json::value problem_schema() {
  return {{"type", "object"},
          {"description", "RFC 9457; `code` is stable, `field` names the input at fault"},
          {"required", {"type", "title", "status", "code", "text"}},
          {"properties",
           {{"type", {{"type", "string"}}},
            {"title", {{"type", "string"}}},
            {"status", {{"type", "integer"}}},
            {"code", {{"type", "string"}}},
            {"field", {{"type", "string"}}},
            {"text",
             {{"type", "object"},
              {"required", {"zh-CN", "en"}},
              {"properties", {{"zh-CN", {{"type", "string"}}}, {"en", {{"type", "string"}}}}}}}}}};
}

}  // namespace

std::string openapi(const Router& router, const Texts& texts, std::string_view version) {
  Schemas parts;
  parts["Problem"] = problem_schema();
  json::object paths;
  for (const auto& route : router.routes()) {
    if (route->access.kind == Access::Kind::local || route->operation.starts_with("page."))
      continue;
    std::string method{name(route->method)};
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    auto& path = paths[route->path];
    if (!path.is_object()) path.emplace_object();
    path.get_object()[method] = operation_of(*route, texts, parts);
  }
  json::object schemas;
  for (auto& [name, schema] : parts) schemas[name] = std::move(schema);
  const json::object document{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Xiaobao 消保"},
        {"version", view(version)},
        {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"security", json::array{json::object{{"session", json::array{}}, {"csrf", json::array{}}}}},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", std::move(schemas)},
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-sid"}}},
          {"csrf", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}}}}}};
  std::string out;
  print(out, document, "");
  return out + "\n";
}

}  // namespace xb::http
