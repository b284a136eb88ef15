// What parse_json takes holds only what we want, and comes back the same after writing.
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "core/ensure.h"
#include "core/json.h"

namespace xb {
namespace {

namespace json = boost::json;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

void check_string(std::string_view text) {
  ensure(code_points(text).has_value(), "a string is no UTF-8");
  ensure(text.find('\0') == std::string_view::npos, "a string holds U+0000");
  std::string written;
  write_json_string(written, text);
  const auto again = parse_json(written);
  ensure(again && again->is_string() && view(again->get_string()) == text,
         "a string that was written reads as another");
}

void check_value(const json::value& value, std::size_t depth) {
  ensure(!value.is_uint64(), "a number beyond int64 passes");
  if (value.is_double()) ensure(std::isfinite(value.get_double()), "an infinite number passes");
  if (value.is_string()) check_string(view(value.get_string()));
  if (value.is_structured()) ensure(depth < json_depth_max, "too deep a document passes");
  if (value.is_array()) {
    ensure(value.get_array().size() <= json_elements_max, "too long an array passes");
    for (const auto& element : value.get_array()) check_value(element, depth + 1);
  }
  if (!value.is_object()) return;
  std::set<std::string_view> names;
  for (const auto& pair : value.get_object()) {
    check_string(view(pair.key()));
    ensure(names.insert(view(pair.key())).second, "a name stands twice");
    check_value(pair.value(), depth + 1);
  }
}

// Boost.JSON reads some doubles one step beside their text, so they are only compared roughly.
bool same(const json::value& a, const json::value& b) {
  if (a.is_double() && b.is_double())
    return std::abs(a.get_double() - b.get_double()) <= 1e-14 * std::abs(a.get_double()) ||
           std::abs(a.get_double()) < 1e-300;
  if (a.kind() != b.kind()) return false;
  if (a.is_array()) {
    const auto &left = a.get_array(), &right = b.get_array();
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
  }
  if (a.is_object()) {
    const auto &left = a.get_object(), &right = b.get_object();
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& x, const auto& y) {
                        return x.key() == y.key() && same(x.value(), y.value());
                      });
  }
  return a == b;
}

void check(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) {
    ensure(value.error().code.starts_with("json.") || value.error().code.starts_with("field."),
           "a refusal without a code of ours");
    return;
  }
  check_value(*value, 0);
  const auto again = parse_json(json::serialize(*value));
  ensure(again && same(*value, *again), "a document that was written reads as another");
}

}  // namespace
}  // namespace xb

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  xb::check({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
