// Taking a batch out again.
#include "platform/exchange/parcels_fixture.h"

namespace xb::exchange {
namespace {

using Ids = std::vector<std::int64_t>;
using Strings = std::vector<std::string>;

class UndoOn : public Parcels {};

TEST_P(UndoOn, TakesOutWhatTheBatchBroughtAndNothingElse) {
  bring_in(table(1, 2));
  const Ids before = ids();
  const auto id = *bring_in(table(2, 3)).batch_id;
  now_ = now_ + std::chrono::hours{1};
  const auto undone = undo_import(ground(), target_, id);
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->batch_id, id);
  EXPECT_EQ(undone->rows, 2);
  EXPECT_EQ(undone->created, 2);
  EXPECT_EQ(undone->known, 0);
  EXPECT_EQ(ids(), before);
  EXPECT_EQ(batch(id).state, BatchState::undone);
  EXPECT_EQ(batch(id).ended_at, now_);
  EXPECT_EQ(kinds_of(id), (Strings{"import.started", "import.ended", "import.undone"}));
}

TEST_P(UndoOn, IsRefusedIfOneRowWasWorkedOnAndThenTakesNone) {
  const auto id = *bring_in(table(1, 450)).batch_id;
  touch(ids().back());
  const auto before = world();
  EXPECT_EQ(undo(id), "import.worked_on");
  EXPECT_EQ(world(), before);
}

TEST_P(UndoOn, HappensOnce) {
  const auto id = *bring_in(table(1, 1)).batch_id;
  EXPECT_EQ(undo(id), "none");
  const auto before = world();
  EXPECT_EQ(undo(id), "import.wrong_state");
  EXPECT_EQ(world(), before);
}

TEST_P(UndoOn, IsOfABatchOfThisTargetOnly) {
  const auto id = *bring_in(table(1, 1)).batch_id;
  EXPECT_EQ(undo({id.number + 1'000'000}), "import.missing");
  Target other = parcels();
  other.name = "letters";
  const auto refused = undo_import(ground(), other, id);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "import.missing");
  EXPECT_EQ(ids().size(), 1u);
}

TEST_P(UndoOn, OfAnEmptyBatchLeavesItUndone) {
  const auto id = *bring_in("No,To,Sent\n").batch_id;
  EXPECT_EQ(undo(id), "none");
  EXPECT_EQ(batch(id).state, BatchState::undone);
}

TEST_P(UndoOn, OfABatchThatRunsIsRefused) {
  const auto import = begin(table(1, 3));
  const auto before = world();
  EXPECT_EQ(undo(*import->batch_id()), "import.running");
  EXPECT_EQ(world(), before);
}

TEST_P(UndoOn, OfABatchThatBrokeOffTakesOutWhatCameIn) {
  int groups = 0;
  stopped_by_ = [&] { return ++groups > 2 ? std::optional{BrokenBy::stop} : std::nullopt; };
  const auto id = *bring_in(table(1, 300)).batch_id;
  EXPECT_EQ(batch(id).state, BatchState::broken);
  EXPECT_EQ(ids().size(), 200u);
  stopped_by_ = {};
  EXPECT_EQ(undo(id), "none");
  EXPECT_EQ(batch(id).state, BatchState::undone);
  EXPECT_TRUE(ids().empty());
}

TEST_P(UndoOn, EndsWithItsGroupWhereNothingMayBeWrittenAndGoesOnLater) {
  const auto id = *bring_in(table(1, 450)).batch_id;
  int groups = 0;
  stopped_by_ = [&] { return ++groups > 1 ? std::optional{BrokenBy::clock} : std::nullopt; };
  EXPECT_EQ(storage::fault_of([&] { undo(id); }), "clock");
  EXPECT_EQ(ids().size(), 250u);
  EXPECT_EQ(batch(id).state, BatchState::undoing);
  stopped_by_ = {};
  const auto undone = undo_import(ground(), target_, id);
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->created, 450) << "both times together";
  EXPECT_EQ(batch(id).state, BatchState::undone);
}

TEST_P(UndoOn, TwiceAtOnceIsToldOnceWithWhatItCameTo) {
  const auto id = *bring_in(table(1, 1)).batch_id;
  // The other one comes and goes when this one has just looked.
  Target slow = parcels();
  bool is_first = true;
  slow.is_untouched = [&](Work& work, std::int64_t subject) {
    const bool is_untouched = parcels().is_untouched(work, subject);
    if (std::exchange(is_first, false)) {
      EXPECT_EQ(undo(id), "none");
    }
    return is_untouched;
  };
  const auto undone = undo_import(ground(), slow, id);
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->created, 1);
  EXPECT_EQ(kinds_of(id), (Strings{"import.started", "import.ended", "import.undone"}));
}

TEST_P(UndoOn, BelowBankLevelIsOfOnesOwnBatchOnly) {
  const auto id = *bring_in(table(1, 1)).batch_id;
  const auto as = [&](const Actor& actor) {
    Ground other = ground();
    other.actor = actor;
    const auto undone = undo_import(other, target_, id);
    return undone ? "none" : undone.error().code;
  };
  EXPECT_EQ(as(bank_.li_na), "import.missing");
  EXPECT_EQ(ids().size(), 1u);
  EXPECT_EQ(as({bank_.li_na.person, Scope::whole_bank(), {}, {}}), "none");
}

TEST_P(UndoOn, KeepsWhatSomebodyWorksOnWhileItRuns) {
  const auto id = *bring_in(table(1, 450)).batch_id;
  // While the first two hundred go, somebody takes up the last.
  const auto last = ids().back();
  Target target = parcels();
  bool touched = false;
  target.remove = [&](Work& work, std::int64_t subject) {
    if (!touched) work.tx.execute("UPDATE parcels SET version = 2 WHERE id = ?", last);
    touched = true;
    parcels().remove(work, subject);
  };
  const auto undone = undo_import(ground(), target, id);
  ASSERT_TRUE(undone.has_value());
  EXPECT_EQ(undone->created, 449);
  EXPECT_EQ(undone->known, 1);
  EXPECT_EQ(ids(), Ids{last});
}

TEST_P(UndoOn, ThatFailsAnywhereIsAllOrNothingForEachGroupAndGoesOnLater) {
  const auto id = *bring_in(table(1, 3)).batch_id;
  bool stopped = true;
  for (int n = 1; stopped; ++n) {
    gate_.stop_at(n, storage::Fault::io);
    const auto failure = storage::failure_of([&] { undo(id); });
    gate_.open();
    stopped = failure.has_value();
    EXPECT_TRUE(ids().size() == 3 || ids().empty()) << n;
    ASSERT_LT(n, 100);
  }
  EXPECT_TRUE(ids().empty());
  EXPECT_EQ(batch(id).state, BatchState::undone);
}

TEST_P(UndoOn, MakesRoomForTheSameRows) {
  const auto id = *bring_in(table(1, 2)).batch_id;
  EXPECT_EQ(undo(id), "none");
  EXPECT_EQ(bring_in(table(1, 2)).created, 2);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, UndoOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::exchange
