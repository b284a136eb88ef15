// Each command does all it says or nothing, wherever the database fails under it.
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/importing/service.h"
#include "platform/storage/counters_fixture.h"

namespace xb::complaints {
namespace {

using storage::Fault;
using test::monday;

class Commands : public Department {
 protected:
  // Stops `command` at its first statement, then at its second, until it goes through. It gets a
  // complaint of its own for each kind of fault.
  template <class Command>
  void expect_all_or_nothing(Command&& command) {
    for (const Fault fault : {Fault::io, Fault::full, Fault::other}) {
      const auto id = registered().id;
      const auto before = world();
      int n = 0;
      bool stopped = true;
      while (stopped) {
        gate_.stop_at(++n, fault);
        const auto failure = storage::failure_of([&] { command(id); });
        gate_.open();
        stopped = failure.has_value();
        if (!stopped) continue;
        EXPECT_EQ(failure->code(), "injected") << n;
        EXPECT_EQ(world(), before) << "stopped at statement " << n;
        ASSERT_LT(n, 100) << "it never goes through";
      }
      EXPECT_GE(n, 6) << "where it could be stopped";
      EXPECT_NE(world(), before);
    }
  }
};

TEST_P(Commands, RegisteringIsAllOrNothing) {
  expect_all_or_nothing([&](Id<Complaint>) { registered(); });
  EXPECT_EQ(world().at("complaints").size(), 6u);
}

TEST_P(Commands, ClosingIsAllOrNothing) {
  expect_all_or_nothing(
      [&](Id<Complaint> id) { EXPECT_EQ(refusal(close(id, R"({"result": "已退还"})")), "none"); });
}

TEST_P(Commands, WithdrawingIsAllOrNothing) {
  expect_all_or_nothing([&](Id<Complaint> id) {
    EXPECT_EQ(refusal(withdraw(id, R"({"proof": "recorded_call"})")), "none");
  });
}

TEST_P(Commands, OpeningIsAllOrNothing) {
  expect_all_or_nothing([&](Id<Complaint> id) {
    const auto opening = input<Opening>(R"({"fields": ["name"], "reason": "核对"})");
    const auto opened = bank_.write(bank_.chen_yu, monday,
                                    [&](Work& work) { return open_fields(work, id, opening); });
    EXPECT_EQ(opened.value().name->value, "欧阳明月");
  });
}

TEST_P(Commands, SearchingIsAllOrNothing) {
  const auto asked = input<Search>(R"({"phone": "13812345678"})");
  const std::size_t hits = 1;
  std::size_t found_last = 0;
  expect_all_or_nothing([&](Id<Complaint>) {
    const auto result =
        bank_.write(bank_.chen_yu, monday, [&](Work& work) { return search(work, asked); });
    found_last = result.value().items.size();
  });
  EXPECT_EQ(found_last, 3 * hits);
}

TEST_P(Commands, BringingInAndTakingOutAreAllOrNothing) {
  const auto imported = input<ImportedComplaint>(
      R"({"intake_channel": "Web", "summary": "s", "received_at": "2025-01-01T00:00:00Z",
          "complainant": {"name": "欧阳明月"}})");
  std::vector<Id<Complaint>> brought_in;
  expect_all_or_nothing([&](Id<Complaint>) {
    const auto id = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
      return Result<Id<Complaint>>{import_complaint(work, imported)};
    });
    brought_in.push_back(*id);
  });
  ASSERT_EQ(brought_in.size(), 3u);
  const exchange::Target target = import_target();
  std::size_t next = 0;
  expect_all_or_nothing([&](Id<Complaint>) {
    const auto gone = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
      target.remove(work, brought_in.at(next).number);
      return {};
    });
    EXPECT_TRUE(gone.has_value());
    ++next;
  });
  EXPECT_EQ(next, 3u);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Commands, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
