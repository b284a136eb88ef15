// Legal clocks. Pure. A clock runs in days of the bank's zone; the day it starts on is not counted
// (民法典 art. 201). One rule for now: a decision on a complaint is due 15 calendar days after it
// was received (银保监会令2020年第3号 art. 18), without rolling over holidays.
#pragma once

#include <chrono>
#include <string_view>

#include <boost/describe.hpp>

#include "core/instant.h"

namespace xb::workflow {

enum class Span { decide };
BOOST_DESCRIBE_ENUM(Span, decide)

struct SpanRule {
  Span span;
  std::chrono::days length;
  std::string_view source;
};

const SpanRule& rule_of(Span span);

struct Due {
  Date on;     // the last day in time
  Instant at;  // the first instant that is late: 24:00 of that day
};

Due due(Span span, Instant started_at, Zone zone);

}  // namespace xb::workflow
