#include "modules/complaints/types.h"

#include <boost/json/object.hpp>

#include "core/json.h"

namespace xb::complaints {

std::string ForeignColumns::mask(std::string_view value) {
  constexpr std::string_view hidden = "***";
  const auto json = parse_json(value);
  if (!json || !json->is_object()) return std::string{hidden};
  std::string out = "{";
  for (const auto& column : json->get_object()) {
    if (out.size() > 1) out += ',';
    write_json_string(out, privacy::mask_text({column.key().data(), column.key().size()}));
    out += ':';
    write_json_string(out, hidden);
  }
  return out + "}";
}

}  // namespace xb::complaints
