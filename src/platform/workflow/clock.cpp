#include "platform/workflow/clock.h"

#include <cstdlib>

namespace xb::workflow {
namespace {

constexpr SpanRule decide{Span::decide, std::chrono::days{15}, "银保监会令2020年第3号 第十八条"};

}  // namespace

const SpanRule& rule_of(Span span) {
  switch (span) {
    case Span::decide: return decide;
  }
  std::abort();
}

Due due(Span span, Instant started_at, Zone zone) {
  const Date on = zone.date(started_at) + rule_of(span).length;
  return {on, zone.start(on + std::chrono::days{1})};
}

}  // namespace xb::workflow
