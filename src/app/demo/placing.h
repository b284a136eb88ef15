// Places in the demo's texts: {name} for what was drawn, {d-3} for a day at that distance from the
// day of the complaint, {D-3} with its year, {m-1} for a month, {M-1} with its year, {n-1} as this
// or last year's, {y-5} for a year.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/instant.h"

namespace xb::app::demo {

// What is drawn may have places of its own. A name that `drawn` does not know stands for nothing.
std::string filled(std::string_view text, Date day,
                   const std::function<std::string_view(std::string_view)>& drawn);

std::string chinese_day(Date day);  // 11月9日

}  // namespace xb::app::demo
