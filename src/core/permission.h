// The name of something a post may do. Modules declare names; posts bundle them as data.
#pragma once

#include <string_view>

#include <boost/describe/enum.hpp>

namespace xb {

// What a permission reaches in the data it shows: personal values as masks; personal values in
// clear; also what is kept from most who may open the rest (tip-offs, discipline).
enum class Sensitivity { masked, personal, restricted };
BOOST_DESCRIBE_ENUM(Sensitivity, masked, personal, restricted)

// A literal of lower-case words joined by dots, `complaint.register`; anything else does not
// compile.
class Permission {
 public:
  consteval explicit Permission(const char* name) : name_(name) {
    bool dotted = false;
    for (char c : name_) {
      if (c == '.') dotted = true;
      if (!(c == '.' || c == '_' || (c >= 'a' && c <= 'z'))) throw "not a permission name";
    }
    if (!dotted) throw "a permission is named after its module";
  }
  constexpr std::string_view name() const { return name_; }
  constexpr bool operator==(const Permission&) const = default;

 private:
  std::string_view name_;
};

}  // namespace xb
