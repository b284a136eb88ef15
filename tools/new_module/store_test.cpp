#include "modules/samples/store.h"

#include <gtest/gtest.h>

#include "modules/samples/service.h"
#include "test/support/bank.h"

namespace xb::samples {
namespace {

class StoreOfSamples : public testing::TestWithParam<test::Engine> {
 protected:
  test::Bank bank_{GetParam()};
};

TEST_P(StoreOfSamples, FindsWhatIsInScopeOnly) {
  const NewSample input{*Title::from("一件样品")};
  const auto made = bank_.write(bank_.li_na, test::monday,
                                [&](Work& work) { return record(work, input); });
  ASSERT_TRUE(made.has_value());
  const auto is_found = [&](const Actor& actor) {
    return bank_.read(actor, [&](Work& work) {
      return find_sample(work, work.actor.scope, made->id).has_value();
    });
  };
  EXPECT_TRUE(is_found(bank_.li_na));
  EXPECT_TRUE(is_found(bank_.chen_yu));
  EXPECT_FALSE(is_found(bank_.zhou_jun));
}

TEST_P(StoreOfSamples, TakesNoChangeOfWhatSomebodyElseHasChanged) {
  const NewSample input{*Title::from("一件样品")};
  const auto changed = bank_.write(bank_.li_na, test::monday, [&](Work& work) -> Result<void> {
    const SampleView made = TRY(record(work, input));
    auto first = find_sample(work, work.actor.scope, made.id);
    auto second = first;
    TRY(update(work, *first));
    return update(work, *second);
  });
  ASSERT_FALSE(changed.has_value());
  EXPECT_EQ(changed.error(), (Refusal{Reason::conflict, "version.changed", ""}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, StoreOfSamples, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::samples
