#include "modules/complaints/archiving/service.h"

#include "modules/complaints/decision/deciding_fixture.h"

namespace xb::complaints {
namespace {

class AnArchiving : public Deciding {
 protected:
  Result<ArchiveFile> archive_it(Id<Complaint> id, std::string_view json = "{}") {
    return take(wang_min(), id, json, archive);
  }
  // Over, with nothing left to learn from it.
  Id<Complaint> learned_from() {
    const auto id = carried_out();
    EXPECT_EQ(refusal(take(wang_min(), id, R"({"finding": "not_responsible", "grounds": "合规"})",
                           find_responsibility)),
              "none");
    EXPECT_EQ(refusal(close_it(id, wang_min())), "none");
    return id;
  }
};

TEST_P(AnArchiving, NumbersTheFilesOfAYearInOrder) {
  const auto first = learned_from();
  const auto second = learned_from();
  const auto file = archive_it(first);
  ASSERT_TRUE(file.has_value()) << refusal(file);
  EXPECT_EQ(file->archive_number, "2026-000001");
  EXPECT_EQ(file->keep_until, parse_date("2031-03-02"));
  const auto whole =
      archive_it(second, R"({"retention_years": 10, "fonds": "J012", "location": "3号库房 12柜"})");
  ASSERT_TRUE(whole.has_value()) << refusal(whole);
  EXPECT_EQ(whole->archive_number, "2026-000002");
  EXPECT_EQ(whole->keep_until, parse_date("2036-03-03"));
  EXPECT_EQ(whole->pieces, static_cast<std::int64_t>(kinds_of(second).size()));
  EXPECT_EQ(kinds_of(second).back(), "complaint.archived");
  const auto listed = bank_.read(bank_.chen_yu, [&](Work& work) { return list_archive(work, {}); });
  ASSERT_EQ(listed->items.size(), 2u);
  EXPECT_EQ(listed->items[0].archive_number, "2026-000002");
  EXPECT_TRUE(bank_.read(bank_.zhou_jun, [&](Work& work) { return list_archive(work, {}); })
                  ->items.empty());
}

TEST_P(AnArchiving, IsRefusedWhereSomethingIsLacking) {
  const auto id = carried_out();
  EXPECT_EQ(refusal(archive_it(id)), "complaint.wrong_state");
  ASSERT_EQ(refusal(close_it(id, wang_min())), "none");
  EXPECT_EQ(refusal(archive_it(id)), "archive.finding_missing");
  ASSERT_EQ(refusal(take(wang_min(), id,
                         R"({"finding": "responsible", "unit_id": 103, "grounds": "差错"})",
                         find_responsibility)),
            "none");
  EXPECT_EQ(refusal(archive_it(id)), "archive.cause_missing");
  ASSERT_EQ(
      refusal(take(wang_min(), id, R"({"cause": "培训", "analysis": "不熟悉规定"})", name_cause)),
      "none");
  EXPECT_EQ(refusal(archive_it(id, R"({"retention_years": 2})")),
            "archive.retention retention_years");
  ASSERT_EQ(refusal(archive_it(id)), "none");
  EXPECT_EQ(refusal(archive_it(id)), "archive.done");
}

TEST_P(AnArchiving, ALeapDayIsKeptUntilTheEndOfItsMonth) {
  now_ = *parse_instant("2028-02-29T09:00:00+08:00");
  const auto id = registered(least_complaint, now_).id;
  ASSERT_TRUE(withdraw(id, R"({"proof": "signed_paper"})", now_).has_value());
  const auto file = archive_it(id);
  ASSERT_TRUE(file.has_value()) << refusal(file);
  EXPECT_EQ(file->keep_until, parse_date("2033-02-28"));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnArchiving, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
