#include "modules/desk/views/service.h"

#include "modules/desk/desk_fixture.h"

namespace xb::desk {
namespace {

class SavedViews : public Desk {
 protected:
  std::vector<std::string> names(const Actor& actor) {
    std::vector<std::string> out;
    const auto views = bank_.read(actor, [](Work& work) { return list_views(work); });
    for (const auto& view : views->items)
      out.push_back(view.name + (view.is_yours ? " (own)" : ""));
    return out;
  }
};

constexpr std::string_view mine =
    R"({"name": "我的超期件", "list": "complaints", "query": "sort=due_at&state=handling"})";

TEST_P(SavedViews, AreOnesOwnUnlessShared) {
  const auto made = take(bank_.chen_yu, mine, save_view);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(names(bank_.chen_yu), std::vector<std::string>{"我的超期件 (own)"});
  EXPECT_TRUE(names(bank_.li_na).empty());
  ASSERT_TRUE(take(bank_.chen_yu, R"({"name": "全行监管转办", "list": "complaints", "query": "",
                                      "shared_with": "bank"})",
                   save_view));
  ASSERT_TRUE(take(bank_.li_na, R"({"name": "本网点待办", "list": "complaints", "query": "",
                                    "shared_with": "unit"})",
                   save_view));
  EXPECT_EQ(names(bank_.li_na), (std::vector<std::string>{"本网点待办 (own)", "全行监管转办"}));
  EXPECT_EQ(names(bank_.zhou_jun), std::vector<std::string>{"全行监管转办"});
}

TEST_P(SavedViews, AreChangedAndDeletedByTheirOwnerOnly) {
  const auto made = take(bank_.chen_yu, mine, save_view);
  ASSERT_TRUE(made.has_value());
  const auto other = *read_input<NewView>(
      R"({"name": "新名", "list": "complaints", "query": "", "shared_with": "bank"})");
  const auto change = [&](const Actor& actor) {
    return bank_.write(actor, now_, [&](Work& work) { return change_view(work, made->id, other); });
  };
  EXPECT_EQ(refusal(change(bank_.zhou_jun)), "view.not_for_all shared_with");
  Actor auditor = bank_.chen_yu;
  auditor.person = {999};
  EXPECT_EQ(refusal(change(auditor)), "view.missing");
  ASSERT_EQ(refusal(change(bank_.chen_yu)), "none");
  EXPECT_EQ(names(auditor), std::vector<std::string>{"新名"});
  EXPECT_EQ(
      refusal(bank_.write(auditor, now_, [&](Work& work) { return delete_view(work, made->id); })),
      "view.missing");
  ASSERT_EQ(refusal(bank_.write(bank_.chen_yu, now_,
                                [&](Work& work) { return delete_view(work, made->id); })),
            "none");
  EXPECT_TRUE(names(auditor).empty());
}

TEST_P(SavedViews, HoldNoIdentifierAndAreNotTooMany) {
  EXPECT_EQ(refusal(take(bank_.chen_yu, R"({"name": "客户", "list": "complaints",
                                            "query": "phone=13812345678"})",
                         save_view)),
            "field.personal query");
  EXPECT_EQ(
      refusal(take(bank_.chen_yu, R"({"name": "", "list": "complaints", "query": ""})", save_view)),
      "field.empty name");
  for (std::size_t i = 0; i < views_max; ++i) ASSERT_TRUE(take(bank_.chen_yu, mine, save_view));
  EXPECT_EQ(refusal(take(bank_.chen_yu, mine, save_view)), "view.too_many");
  EXPECT_EQ(refusal(take(bank_.li_na, mine, save_view)), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SavedViews, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::desk
