#include "modules/complaints/presence/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class PeopleAtACase : public Deciding {
 protected:
  std::vector<std::string> others(const Actor& actor, Id<Complaint> id, Doing doing, Instant now) {
    std::vector<std::string> out;
    const auto found =
        bank_.write(actor, now, [&](Work& work) { return be_present(work, id, {doing}); });
    EXPECT_TRUE(found.has_value()) << refusal(found);
    for (const auto& one : found->items)
      out.push_back(std::to_string(one.person_id.number) + " " + std::string{name_of(one.doing)});
    return out;
  }
};

TEST_P(PeopleAtACase, SeeEachOtherForAMinute) {
  const auto id = registered().id;
  const Instant now = test::monday;
  EXPECT_TRUE(others(lin_fang(), id, Doing::reading, now).empty());
  EXPECT_EQ(others(wang_min(), id, Doing::editing, now), std::vector<std::string>{"211 reading"});
  EXPECT_EQ(others(lin_fang(), id, Doing::reading, now + presence_lasts),
            std::vector<std::string>{"213 editing"});
  EXPECT_TRUE(others(lin_fang(), id, Doing::reading, now + presence_lasts + std::chrono::seconds{1})
                  .empty());
  EXPECT_EQ(refusal(bank_.write(bank_.zhou_jun, now,
                                [&](Work& work) { return be_present(work, id, {}); })),
            "complaint.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, PeopleAtACase, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
