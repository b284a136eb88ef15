#include "modules/tip_offs/rules.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace xb::tip_offs {
namespace {

TEST(LifecycleOfTipOffs, RefusesEveryStepThatIsNotInItsTable) {
  for_each_enumerator<State>([](std::string_view, State state) {
    for_each_enumerator<Action>([&](std::string_view, Action action) {
      const auto steps = lifecycle();
      const bool is_there = std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
        return step.from == state && step.action == action;
      });
      const auto next = after(state, action);
      EXPECT_EQ(next.has_value(), is_there) << name_of(state) << " " << name_of(action);
      if (!next) {
        EXPECT_EQ(next.error(), (Refusal{Reason::conflict, "tip_off.wrong_state", ""}));
      }
    });
  });
}

TEST(ReportersOfTipOffs, ShowNothingMasked) {
  EXPECT_EQ(ReporterFact::mask("欧阳明月"), "***");
  EXPECT_EQ(ReporterFact::mask("13812345678"), "***");
}

}  // namespace
}  // namespace xb::tip_offs
