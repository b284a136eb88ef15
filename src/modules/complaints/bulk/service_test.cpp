#include "modules/complaints/bulk/service.h"

#include "modules/complaints/complaints_fixture.h"

namespace xb::complaints {
namespace {

class ManyAtOnce : public Department {
 protected:
  Result<BulkReport> accept_all(const std::vector<Id<Complaint>>& ids, const Actor& actor,
                                bool is_preview = false) {
    const exchange::Ground ground{
        bank_.database(), test::keys(),       [] { return test::monday; }, Zone{}, actor, {},
        &bank_.limits(),  &bank_.taxonomies()};
    return accept_many(ground, {.ids = ids, .preview = is_preview, .input = {}});
  }
};

TEST_P(ManyAtOnce, EachIsDoneOrSaysWhyNot) {
  const auto first = registered().id;
  const auto second = registered(least_complaint).id;
  const auto over = registered(least_complaint).id;
  ASSERT_TRUE(close(over).has_value());
  const auto report = accept_all({first, over, {999}, second, first}, bank_.chen_yu);
  ASSERT_TRUE(report.has_value()) << refusal(report);
  EXPECT_EQ(report->done, 2);
  EXPECT_EQ(report->refused, 2);
  ASSERT_EQ(report->items.size(), 4u) << "each once";
  EXPECT_EQ(report->items[1].code, "complaint.wrong_state");
  EXPECT_EQ(report->items[2].code, "complaint.missing");
  EXPECT_EQ(found(first).state, State::accepted);
  EXPECT_EQ(found(second).state, State::accepted);
}

TEST_P(ManyAtOnce, APreviewSaysTheSameAndKeepsNothing) {
  const auto first = registered().id;
  const auto before = world();
  const auto report = accept_all({first, {999}}, bank_.chen_yu, true);
  ASSERT_TRUE(report.has_value());
  EXPECT_TRUE(report->is_preview);
  EXPECT_EQ(report->done, 1);
  EXPECT_EQ(report->refused, 1);
  EXPECT_EQ(world(), before);
}

TEST_P(ManyAtOnce, OfAnotherBranchAreMissing) {
  const auto first = registered().id;
  EXPECT_EQ(accept_all({first}, bank_.zhou_jun)->items[0].code, "complaint.missing");
  EXPECT_EQ(refusal(accept_all({}, bank_.chen_yu)), "bulk.none ids");
  EXPECT_EQ(refusal(accept_all(std::vector<Id<Complaint>>(bulk_max + 1), bank_.chen_yu)),
            "bulk.too_many ids");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ManyAtOnce, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
