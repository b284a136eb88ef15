#include "modules/desk/drafts/service.h"

#include "modules/desk/desk_fixture.h"

namespace xb::desk {
namespace {

class KeptDrafts : public Desk {
 protected:
  std::size_t count(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return list_drafts(work); })->items.size();
  }
};

constexpr std::string_view half_written =
    R"({"form": "registration", "content": "{\"name\":\"欧阳明月\",\"phone\":\"13812345678\"}"})";

TEST_P(KeptDrafts, AreReadByTheirWriterOnlyAndSealed) {
  const auto kept = take(bank_.li_na, half_written, keep_draft);
  ASSERT_TRUE(kept.has_value()) << refusal(kept);
  const auto read = [&](const Actor& actor) {
    return bank_.read(actor, [&](Work& work) { return read_draft(work, kept->id); });
  };
  EXPECT_NE(to_json(*read(bank_.li_na)).find("13812345678"), std::string::npos);
  EXPECT_EQ(refusal(read(bank_.chen_yu)), "draft.missing");
  EXPECT_EQ(count(bank_.chen_yu), 0u);
  EXPECT_FALSE(test::holds(test::world(bank_.database()), "13812345678"));
}

TEST_P(KeptDrafts, TheLaterReplacesTheEarlierOfOneForm) {
  const auto first = take(bank_.li_na, half_written, keep_draft);
  const auto again = take(bank_.li_na, R"({"form": "registration", "content": "全"})", keep_draft);
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->id, again->id);
  ASSERT_TRUE(
      take(bank_.li_na, R"({"form": "proposal", "subject_id": 7, "content": "拟"})", keep_draft));
  EXPECT_EQ(count(bank_.li_na), 2u);
  ASSERT_TRUE(
      bank_.write(bank_.li_na, now_, [&](Work& work) { return drop_draft(work, first->id); }));
  EXPECT_EQ(count(bank_.li_na), 1u);
}

TEST_P(KeptDrafts, AreSweptWhenTheyAreOldAndNotTooMany) {
  ASSERT_TRUE(take(bank_.li_na, half_written, keep_draft));
  const auto sweep = [&](Instant now) {
    return *bank_.write(bank_.li_na, now, [&](Work& work) -> Result<std::int64_t> {
      return sweep_drafts(work.tx, work.now);
    });
  };
  EXPECT_EQ(sweep(now_ + draft_kept), 0);
  EXPECT_EQ(sweep(now_ + draft_kept + std::chrono::seconds{1}), 1);
  for (std::size_t i = 0; i < drafts_max; ++i)
    ASSERT_TRUE(
        take(bank_.li_na,
             R"({"form": "f", "content": "c", "subject_id": )" + std::to_string(i + 1) + "}",
             keep_draft));
  EXPECT_EQ(refusal(take(bank_.li_na, half_written, keep_draft)), "draft.too_many");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, KeptDrafts, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::desk
