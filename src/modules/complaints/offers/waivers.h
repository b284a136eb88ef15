// Whether a text asks the complainant to give up complaining, reporting, mediation, arbitration or
// a lawsuit. The words are data (data/offers). Pure.
#pragma once

#include <string_view>

namespace xb::complaints {

bool waives_rights(std::string_view text);

}  // namespace xb::complaints
