// What stands beside the complaints of the demo bank: a tip-off that is being looked into, one that
// is over, and the case library.
#pragma once

#include <memory>
#include <vector>

#include "app/demo/life.h"

namespace xb::app::demo {

std::vector<std::shared_ptr<Life>> lives_beside(const Setting& setting, Dice& dice);

}  // namespace xb::app::demo
