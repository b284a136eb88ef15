#include "modules/samples/service.h"

#include <gtest/gtest.h>

#include "platform/evidence/entries.h"
#include "test/support/bank.h"

namespace xb::samples {
namespace {

class ServiceOfSamples : public testing::TestWithParam<test::Engine> {
 protected:
  SampleView recorded() {
    const NewSample input{*Title::from("一件样品")};
    const auto made = bank_.write(bank_.li_na, test::monday,
                                  [&](Work& work) { return record(work, input); });
    EXPECT_TRUE(made.has_value());
    return *made;
  }
  Result<SampleView> closed(Id<Sample> id, std::optional<std::int64_t> if_version = {}) {
    return bank_.write(bank_.chen_yu, test::monday, [&](Work& work) {
      work.if_version = if_version;
      return close(work, id);
    });
  }
  std::vector<std::string> kinds(Id<Sample> id) {
    return bank_.read(bank_.chen_yu, [&](Work& work) {
      std::vector<std::string> out;
      for (const auto& entry : evidence::timeline(work, id.number, 0, 10)) out.push_back(entry.kind);
      return out;
    });
  }

  test::Bank bank_{GetParam()};
};

TEST_P(ServiceOfSamples, RecordsFindsAndClosesOne) {
  const SampleView made = recorded();
  EXPECT_EQ(made.state, State::open);
  EXPECT_EQ(made.recorded_at, test::monday);
  ASSERT_TRUE(closed(made.id, made.version).has_value());
  const auto found = bank_.read(bank_.li_na, [&](Work& work) { return find(work, made.id); });
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->title, made.title);
  EXPECT_EQ(found->state, State::closed);
  EXPECT_EQ(found->version, 2);
  EXPECT_EQ(kinds(made.id), (std::vector<std::string>{"sample.recorded", "sample.closed"}));
}

TEST_P(ServiceOfSamples, ClosesNoneTwice) {
  const SampleView made = recorded();
  ASSERT_TRUE(closed(made.id).has_value());
  const auto again = closed(made.id);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error(), (Refusal{Reason::conflict, "sample.wrong_state", ""}));
  EXPECT_EQ(kinds(made.id).size(), 2u);
}

TEST_P(ServiceOfSamples, RefusesWhatWasChangedInBetweenOrIsNotThere) {
  const SampleView made = recorded();
  EXPECT_EQ(closed(made.id, made.version + 1).error().code, "version.changed");
  EXPECT_EQ(closed(Id<Sample>{999'999'999}).error().code, "sample.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ServiceOfSamples, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::samples
