#include "modules/complaints/followers.h"

#include <map>
#include <random>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/triage/service.h"
#include "platform/evidence/extent.h"

namespace xb::complaints {
namespace {

using test::monday;
using Tally = std::map<State, std::int64_t>;

struct StateRow {
  State state = State::registered;
  std::int64_t amount = 0;
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (state, amount))

class Counting : public Department {
 protected:
  void follow() {
    bank_.place();
    while (followers_.step()) continue;
    EXPECT_TRUE(followers_.stopped().empty());
  }
  Tally counted(const Actor& actor) {
    const Counts counts = bank_.read(actor, [](Work& work) { return count(work); }).value();
    Tally out;
    for (const StateCount& one : counts.items)
      if (one.count != 0) out[one.state] = one.count;
    return out;
  }
  // The same by looking at every row.
  Tally looked_up(const Actor& actor) {
    return bank_.read(actor, [&](Work& work) {
      storage::Query query{storage::Sql<>("SELECT state, count(*) FROM complaints")};
      storage::in_scope(query, actor.scope);
      query.add("GROUP BY state");
      Tally out;
      for (const StateRow& row : work.tx.all<StateRow>(query)) out[row.state] = row.amount;
      return out;
    });
  }
  void expect_counted() {
    for (const Actor& actor : {bank_.li_na, bank_.zhou_jun, bank_.chen_yu})
      EXPECT_EQ(counted(actor), looked_up(actor));
  }
  // The counts as stored, without cells that came to nothing.
  std::vector<std::string> stored() {
    std::vector<std::string> out;
    const auto all = world();
    for (const std::string& row : all.at("complaint_counts"))
      if (!row.ends_with("amount=0")) out.push_back(row);
    return out;
  }

  // One step of the story, on what is there.
  void live(std::mt19937& random) {
    const Actor& clerk = random() % 2 == 0 ? bank_.li_na : bank_.zhou_jun;
    const auto any = [&](std::vector<Id<Complaint>>& from) {
      const std::size_t at = random() % from.size();
      const auto id = from[at];
      from.erase(from.begin() + static_cast<std::ptrdiff_t>(at));
      return id;
    };
    switch (random() % 6) {
      case 0:
      case 1: registered_.push_back(register_as(clerk, least_complaint)->id); return;
      case 2:
        if (!registered_.empty()) close(any(registered_)).value();
        return;
      case 3:
        if (!registered_.empty()) withdraw(any(registered_)).value();
        return;
      case 4: imported_.push_back(bring_in(clerk, random() % 4)); return;
      default:
        if (!imported_.empty()) take_out(any(imported_));
    }
  }
  Id<Complaint> bring_in(const Actor& actor, std::size_t state) {
    auto complaint = input<ImportedComplaint>(
        R"({"intake_channel": "Web", "summary": "s", "received_at": "2025-01-01T00:00:00Z"})");
    constexpr State states[] = {State::registered, State::handling, State::closed, State::refused};
    complaint.state = states[state];
    return *bank_.write(actor, monday, [&](Work& work) {
      return Result<Id<Complaint>>{import_complaint(work, complaint)};
    });
  }
  void take_out(Id<Complaint> id) {
    const auto gone = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
      import_target().remove(work, id.number);
      return {};
    });
    EXPECT_TRUE(gone.has_value());
  }

  std::vector<Id<Complaint>> registered_;
  std::vector<Id<Complaint>> imported_;
  evidence::Followers followers_{bank_.database(), {counting()}};
};

TEST_P(Counting, FollowsEachStepByUnitAndState) {
  const auto first = register_as(bank_.li_na, least_complaint)->id;
  register_as(bank_.li_na, least_complaint).value();
  register_as(bank_.zhou_jun, least_complaint).value();
  follow();
  EXPECT_EQ(counted(bank_.li_na), (Tally{{State::registered, 2}}));
  EXPECT_EQ(counted(bank_.zhou_jun), (Tally{{State::registered, 1}}));
  EXPECT_EQ(counted(bank_.chen_yu), (Tally{{State::registered, 3}}));
  ASSERT_TRUE(close(first).has_value());
  EXPECT_EQ(counted(bank_.li_na), (Tally{{State::registered, 2}})) << "not before it is followed";
  follow();
  EXPECT_EQ(counted(bank_.li_na), (Tally{{State::registered, 1}, {State::closed, 1}}));
}

TEST_P(Counting, SaysUpToWhichPlaceItCounted) {
  const auto as_of = [&] {
    return bank_.read(bank_.chen_yu, [](Work& work) { return count(work); })->as_of_place;
  };
  EXPECT_EQ(as_of(), 0);
  registered();
  follow();
  std::int64_t size = 0;
  bank_.database().read([&](storage::Transaction& tx) { size = evidence::extent(tx); });
  EXPECT_EQ(as_of(), size);
}

TEST_P(Counting, ComesToWhatAPlainCountFindsAndSoDoesCountingAgain) {
  std::mt19937 random(20260302);
  for (int i = 0; i < 120; ++i) {
    live(random);
    if (random() % 10 != 0) continue;
    follow();
    expect_counted();
  }
  follow();
  expect_counted();
  EXPECT_EQ(looked_up(bank_.chen_yu).size(), 5u) << "the story met every state";

  const auto before = stored();
  bank_.database().write(storage::Lane::interactive, [](storage::Transaction& tx) {
    tx.execute("DELETE FROM complaint_counts");
    tx.execute("UPDATE followers SET next_place = 0 WHERE name = ?", counting_name);
    return true;
  });
  EXPECT_TRUE(stored().empty());
  follow();
  EXPECT_EQ(stored(), before);
}

TEST_P(Counting, FollowsACaseToTheLineItIsDispatchedTo) {
  const auto id = register_as(bank_.chen_yu, whole_complaint)->id;
  ASSERT_TRUE(bank_.write(bank_.chen_yu, monday, [&](Work& work) { return accept(work, id, {}); }));
  follow();
  expect_counted();
  const auto sent = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    return assign(work, id, {.unit_id = Id<Unit>{103}});
  });
  ASSERT_TRUE(sent.has_value()) << refusal(sent);
  follow();
  expect_counted();
  EXPECT_EQ(counted(bank_.li_na), (Tally{{State::assigned, 1}}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Counting, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
