// A personal value in memory. Its type is its protection: it is sealed on the way to the database,
// masked on the way to JSON, and has no other way out. `reveal` is the one door, named so that a
// reviewer's eye stops at it.
#pragma once

#include <string>
#include <utility>

#include "core/json.h"
#include "platform/privacy/kinds.h"

namespace xb::privacy {

template <class K>
class Personal {
 public:
  using Kind = K;

  Personal() = default;
  static Result<Personal> from(std::string value) {
    TRY(Kind::check(value));
    return trusted(std::move(value));
  }
  // For what was checked before it was stored.
  static Personal trusted(std::string value) {
    Personal out;
    out.value_ = std::move(value);
    return out;
  }

  const std::string& reveal() const { return value_; }
  std::string masked() const { return value_.empty() ? std::string{} : Kind::mask(value_); }
  bool empty() const { return value_.empty(); }
  bool operator==(const Personal&) const = default;

 private:
  std::string value_;
};

// A value that was opened with a reason, and only then: the one type that shows itself in JSON.
template <class Kind>
struct Opened {
  std::string value;
};

}  // namespace xb::privacy

namespace xb {

template <class Kind>
struct Json<privacy::Personal<Kind>> {
  static Result<privacy::Personal<Kind>> read(const boost::json::value& json) {
    if (!json.is_string()) return wrong_type();
    return privacy::Personal<Kind>::from({json.get_string().data(), json.get_string().size()});
  }
  static void write(std::string& out, const privacy::Personal<Kind>& value) {
    write_json_string(out, value.masked());
  }
  static boost::json::value schema(Schemas&) {
    return {{"type", "string"},
            {"minLength", 1},
            {"maxLength", Kind::max},
            {"description", "personal: masked in answers"}};
  }
};

template <class Kind>
struct Json<privacy::Opened<Kind>> {
  static void write(std::string& out, const privacy::Opened<Kind>& value) {
    write_json_string(out, value.value);
  }
  static boost::json::value schema(Schemas&) {
    return {{"type", "string"}, {"description", "personal, opened with a reason"}};
  }
};

}  // namespace xb
