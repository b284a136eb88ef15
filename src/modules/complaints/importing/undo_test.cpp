// Taking an import of complaints out again: exactly what it brought, unless somebody worked on it.
#include "modules/complaints/importing/imports_fixture.h"

namespace xb::complaints {
namespace {

using Strings = std::vector<std::string>;
using test::monday;

class Undoing : public Imports {
 protected:
  // A register of `count` rows, numbered from `first`.
  static std::string register_of(int first, int count) {
    std::string out =
        "投诉编号,投诉日期,投诉来源,投诉渠道,业务办理渠道,业务类别,投诉原因,投诉事项,投诉内容,"
        "投诉请求,客户姓名,联系电话,办理状态\n";
    for (int i = first; i < first + count; ++i)
      out += "A-" + std::to_string(i) +
             ",2026-02-01,自收,电话,网点,贷款,收费,事项,内容,请求,张三,13812345678," +
             (i % 2 == 0 ? "已办结" : "处理中") + "\n";
    return out;
  }
  // The tables in which complaints stand.
  test::World complaints_only() {
    test::World out;
    for (auto& [table, rows] : world())
      for (const char* wanted : {"complaints", "complainants", "clocks", "import_rows"})
        if (table == wanted) out[table] = rows;
    return out;
  }
};

TEST_P(Undoing, TakesExactlyWhatTheImportBroughtBack) {
  registered();
  bring_in(register_of(1, 3), "ledger");
  const auto before = complaints_only();
  const std::size_t keys_before = world().at("data_keys").size();
  const auto batch = bring_in(register_of(2, 5), "ledger");  // two of them are known
  EXPECT_EQ(batch.created, 3);
  const auto undone = undo(*batch.batch_id);
  ASSERT_TRUE(undone.has_value()) << refusal(undone);
  EXPECT_EQ(undone->created, 3);
  EXPECT_EQ(undone->known, 0);
  EXPECT_EQ(complaints_only(), before);
  EXPECT_EQ(world().at("data_keys").size(), keys_before + 1) << "that of the batch stays";
  EXPECT_TRUE(test::holds(world(), "state=undone", "import_batches"));
}

TEST_P(Undoing, LeavesAnEntryForEachThatWent) {
  const auto batch = bring_in(register_of(1, 2), "ledger");
  const auto items = all();
  ASSERT_TRUE(undo(*batch.batch_id).has_value());
  ASSERT_EQ(items.size(), 2u);
  for (const ComplaintItem& item : items) {
    EXPECT_EQ(kinds_of(item.id), (Strings{"complaint.imported", "complaint.import_undone"}));
    EXPECT_EQ(refusal(found(item.id, bank_.chen_yu)), "complaint.missing");
  }
  const auto of_batch = entries_of(batch.batch_id->number);
  EXPECT_EQ(of_batch.back().kind, "import.undone");
  EXPECT_EQ(of_batch.back().facts.text, R"({"removed":2,"kept":0,"actor_id":203})");
}

TEST_P(Undoing, IsRefusedOnceSomebodyHasWorkedOnOne) {
  const auto batch = bring_in(register_of(1, 3), "ledger");
  for (const ComplaintItem& item : all())
    if (item.state == State::registered) {
      ASSERT_TRUE(close(item.id).has_value());
      break;
    }
  const auto before = world();
  EXPECT_EQ(refusal(undo(*batch.batch_id)), "import.worked_on");
  EXPECT_EQ(world(), before) << "nothing is undone then";
}

TEST_P(Undoing, LookingAtACaseIsNoWorkOnIt) {
  const auto batch = bring_in(register_of(1, 1), "ledger");
  const auto id = all().at(0).id;
  const auto opening = input<Opening>(R"({"fields": ["name"], "reason": "核对"})");
  ASSERT_TRUE(
      bank_.write(bank_.chen_yu, monday, [&](Work& work) { return open_fields(work, id, opening); })
          .has_value());
  EXPECT_EQ(refusal(undo(*batch.batch_id)), "none");
  EXPECT_TRUE(all().empty());
}

TEST_P(Undoing, HappensOnceAndOnlyToWhatThereIs) {
  const auto batch = bring_in(register_of(1, 1), "ledger");
  ASSERT_TRUE(undo(*batch.batch_id).has_value());
  const auto before = world();
  EXPECT_EQ(refusal(undo(*batch.batch_id)), "import.wrong_state");
  EXPECT_EQ(refusal(undo({batch.batch_id->number + 1'000'000})), "import.missing");
  EXPECT_EQ(world(), before);
}

TEST_P(Undoing, MakesRoomToBringTheSameRowsInAgain) {
  const auto batch = bring_in(register_of(1, 3), "ledger");
  ASSERT_TRUE(undo(*batch.batch_id).has_value());
  const auto again = bring_in(register_of(1, 3), "ledger");
  EXPECT_EQ(again.created, 3);
  EXPECT_EQ(all().size(), 3u);
}

TEST_P(Undoing, GoesThroughMoreRowsThanOneCommandTakes) {
  const auto batch = bring_in(register_of(1, 450), "ledger");
  EXPECT_EQ(batch.created, 450);
  const auto undone = undo(*batch.batch_id);
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->created, 450);
  for (const auto& [table, rows] : complaints_only()) EXPECT_TRUE(rows.empty()) << table;
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Undoing, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
