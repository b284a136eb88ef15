#include "modules/samples/rules.h"

#include <gtest/gtest.h>

namespace xb::samples {
namespace {

TEST(LifecycleOfSamples, SaysWhatMayHappenInEachState) {
  const auto closed = after(State::open, Action::close);
  ASSERT_TRUE(closed.has_value());
  EXPECT_EQ(*closed, State::closed);
  const auto again = after(State::closed, Action::close);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error(), (Refusal{Reason::conflict, "sample.wrong_state", ""}));
}

TEST(LifecycleOfSamples, NamesAPermissionForEachStep) {
  for (const Step& step : lifecycle())
    EXPECT_EQ(step.permission.name(), "sample." + std::string{name_of(step.action)});
}

}  // namespace
}  // namespace xb::samples
