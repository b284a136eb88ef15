#include "modules/complaints/tasks/service.h"

#include "modules/complaints/accusation/service.h"
#include "modules/complaints/moving/service.h"
#include "modules/complaints/tasks/limits.h"
#include "modules/complaints/working/working_fixture.h"
#include "platform/clocks/replay.h"
#include "platform/identity/organisation/service.h"

namespace xb::complaints {
namespace {

class ATask : public Working {
 protected:
  Result<TaskView> answer(const Actor& actor, Id<Task> id) {
    return act(actor, &answer_task, id, R"({"answer":"系服务商擅自调整"})");
  }
  void follow_units() {
    for (bool more = true; more;)
      bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
        Work work = bank_.work_of(tx, Actor::system(), tuesday);
        more = identity::follow_units(work, {follow_unit}, 10);
        return more;
      });
  }
  std::size_t listed(const Actor& actor, Query request = {}) {
    const auto page = ask(actor, &list_tasks, std::move(request));
    EXPECT_TRUE(page.has_value()) << refusal(page);
    return page->items.size();
  }
};

TEST_P(ATask, IsSeenAndAnsweredByTheUnitAskedThatDoesNotSeeTheCase) {
  const auto id = handled();
  const TaskView task = dispatched(id);
  EXPECT_EQ(task.due_at, at("2026-03-07T00:00:00+08:00"));
  EXPECT_FALSE(found(id, wu_tao_).has_value()) << "the case is of another branch";
  for (const Actor& asked : {wu_tao_, of_department({212}, {102})}) {
    const auto detail = ask(asked, &find_task, task.id);
    ASSERT_TRUE(detail.has_value()) << refusal(detail);
    EXPECT_EQ(detail->question.reveal(), "请核实费率");
    ASSERT_TRUE(detail->about.has_value());
    EXPECT_EQ(to_json(*detail).find("13987654321"), std::string::npos) << "masked";
    EXPECT_EQ(listed(asked, {.filters = {{"side", {"unit"}}}}), 1u);
  }
  EXPECT_EQ(refusal(answer(lin_fang_, task.id)), "task.not_yours");
  const auto answered = answer(wu_tao_, task.id);
  ASSERT_TRUE(answered.has_value()) << refusal(answered);
  EXPECT_EQ(answered->state, TaskState::answered);
  EXPECT_FALSE(ask(wu_tao_, &find_task, task.id)->about.has_value()) << "no longer his business";
  EXPECT_EQ(ask(lin_fang_, &tasks_of, id)->items.at(0).answer->reveal(), "系服务商擅自调整");
  EXPECT_EQ(refusal(answer(wu_tao_, task.id)), "task.ended");
  EXPECT_EQ(kinds_of(id).back(), "complaint.task_answered");
  EXPECT_NE(sealed_in(id, 6).find("系服务商擅自调整"), std::string::npos);
}

TEST_P(ATask, IsHandedBackOnAGroundAndOnceOnlyWhileTheLimitsRunOn) {
  const auto id = handled();
  const auto due_at = found(id).due_at;
  const auto back = [&](Id<Task> task) {
    return act(wu_tao_, &hand_back, task,
               R"({"ground":"not_competent","reason":"属财富条线","proposed_unit_id":101})");
  };
  const auto handed = back(dispatched(id).id);
  ASSERT_TRUE(handed.has_value()) << refusal(handed);
  EXPECT_EQ(handed->ground, HandBackGround::not_competent);
  EXPECT_EQ(handed->proposed_unit_id, Id<Unit>{101});
  EXPECT_EQ(refusal(back(dispatched(id).id)), "task.handed_back_before");
  EXPECT_EQ(found(id).due_at, due_at);
}

TEST_P(ATask, NamedToOnePersonIsHisAlone) {
  const auto id = handled();
  const auto task = act(lin_fang_, &dispatch, id,
                        R"({"unit_id":102,"handler_id":212,"question":"?","due_on":"2026-03-06"})");
  ASSERT_TRUE(task.has_value()) << refusal(task);
  EXPECT_EQ(refusal(answer(of_branch({299}, {102}), task->id)), "task.not_yours");
  expect(answer(wu_tao_, task->id));
}

TEST_P(ATask, IsRefusedWhereSomethingIsWrong) {
  const auto id = handled(accusing_wu_tao());
  const auto before = world();
  const auto refused = [&](const char* json) {
    return refusal(act(lin_fang_, &dispatch, id, json));
  };
  EXPECT_EQ(refused(R"({"unit_id":999,"question":"?","due_on":"2026-03-06"})"),
            "unit.missing unit_id");
  EXPECT_EQ(refused(R"({"unit_id":101,"question":" ","due_on":"2026-03-06"})"),
            "field.empty question");
  EXPECT_EQ(refused(R"({"unit_id":101,"question":"?","due_on":"2026-03-02"})"),
            "field.too_early due_on");
  EXPECT_EQ(refused(R"({"unit_id":101,"question":"?","due_on":"2026-03-17"})"),
            "task.after_limit due_on");
  EXPECT_EQ(refused(R"({"unit_id":101,"handler_id":214,"question":"?","due_on":"2026-03-06"})"),
            "assignment.handler_elsewhere handler_id");
  EXPECT_EQ(refused(R"({"unit_id":102,"question":"?","due_on":"2026-03-06"})"),
            "complaint.conflict_of_interest")
      << "the unit of the accused is not asked";
  EXPECT_EQ(refusal(act(bank_.zhou_jun, &dispatch, id,
                        R"({"unit_id":101,"question":"?","due_on":"2026-03-06"})")),
            "complaint.missing");
  EXPECT_EQ(world(), before);
  const auto fresh = registered(least_complaint).id;
  EXPECT_EQ(refusal(act(bank_.chen_yu, &dispatch, fresh,
                        R"({"unit_id":101,"question":"?","due_on":"2026-03-06"})")),
            "complaint.wrong_state");
}

TEST_P(ATask, IsKeptFromTheAccusedAndHisUnit) {
  const auto id = handled(accusing_wu_tao());
  const auto task =
      act(lin_fang_, &dispatch, id, R"({"unit_id":101,"question":"?","due_on":"2026-03-06"})");
  ASSERT_TRUE(task.has_value()) << refusal(task);
  for (Actor hidden : {wu_tao_, of_branch({299}, {102})}) {
    hidden.scope = Scope::whole_bank();
    EXPECT_EQ(listed(hidden), 0u);
    EXPECT_EQ(refusal(ask(hidden, &find_task, task->id)), "task.missing");
    EXPECT_EQ(refusal(ask(hidden, &tasks_of, id)), "complaint.missing");
    EXPECT_EQ(refusal(answer(hidden, task->id)), "task.missing");
  }
  EXPECT_EQ(listed(bank_.chen_yu), 1u);
}

TEST_P(ATask, IsListedForWhoSeesTheCaseAndForWhoIsAsked) {
  const auto id = handled();
  const TaskView first = dispatched(id);
  dispatched(id);
  EXPECT_EQ(listed(bank_.chen_yu), 2u);
  EXPECT_EQ(listed(lin_fang_), 2u);
  EXPECT_EQ(listed(wu_tao_), 0u) << "the cases of his branch";
  EXPECT_EQ(listed(wu_tao_, {.filters = {{"side", {"unit"}}}}), 2u);
  EXPECT_EQ(listed(bank_.zhou_jun), 0u);
  EXPECT_EQ(refusal(ask(bank_.zhou_jun, &find_task, first.id)), "task.missing");
  expect(answer(wu_tao_, first.id));
  EXPECT_EQ(listed(bank_.chen_yu), 1u) << "open ones";
  EXPECT_EQ(listed(bank_.chen_yu, {.sort = "dispatched_at"}), 2u);
  EXPECT_EQ(listed(bank_.chen_yu, {.filters = {{"state", {"answered"}}}, .sort = "dispatched_at"}),
            1u);
  EXPECT_EQ(listed(bank_.chen_yu, {.filters = {{"due_before", {"2026-03-06T00:00:00+08:00"}}}}),
            0u);
  EXPECT_EQ(refusal(ask(bank_.chen_yu, &list_tasks, Query{.filters = {{"side", {"x"}}}})),
            "field.choice side");
}

TEST_P(ATask, PagesByKey) {
  const auto id = handled();
  for (int i = 0; i < 3; ++i) dispatched(id);
  const auto first = ask(bank_.chen_yu, &list_tasks, Query{.limit = 2});
  ASSERT_EQ(first->items.size(), 2u);
  ASSERT_TRUE(first->next_cursor.has_value());
  const auto second =
      ask(bank_.chen_yu, &list_tasks, Query{.limit = 2, .cursor = *first->next_cursor});
  EXPECT_EQ(second->items.size(), 1u);
  EXPECT_FALSE(second->next_cursor.has_value());
}

TEST_P(ATask, LapsesWithTheEndOfItsCase) {
  const auto id = handled();
  const TaskView task = dispatched(id);
  expect(withdraw(id, R"({"proof":"signed_paper"})", tuesday));
  EXPECT_EQ(ask(lin_fang_, &tasks_of, id)->items.at(0).state, TaskState::lapsed);
  EXPECT_EQ(listed(bank_.chen_yu), 0u);
  EXPECT_EQ(refusal(answer(wu_tao_, task.id)), "task.ended");
}

TEST_P(ATask, FollowsItsCaseToAnotherBranch) {
  const auto id = handled();
  dispatched(id);
  EXPECT_EQ(listed(wu_tao_), 0u);
  expect(bank_.write(Actor::system(), tuesday, [&](Work& work) {
    return identity::move_unit(work, {103}, {{102}, {}, identity::Motive::trusted("调整")});
  }));
  follow_units();
  EXPECT_EQ(listed(wu_tao_), 1u);
  EXPECT_EQ(listed(lin_fang_), 1u) << "her unit handles it still";
}

TEST_P(ATask, OfAUnitThatClosesIsItsSuccessors) {
  const auto id = handled();
  const auto task =
      act(lin_fang_, &dispatch, id, R"({"unit_id":104,"question":"?","due_on":"2026-03-06"})");
  ASSERT_TRUE(task.has_value()) << refusal(task);
  const auto asked = [&](Id<Unit> unit) {
    return ask(of_department({299}, unit), &find_task, task->id).has_value();
  };
  EXPECT_FALSE(asked({103}));
  expect(bank_.write(Actor::system(), tuesday, [&](Work& work) {
    return identity::close_unit(work, {104}, {{103}, {}, identity::Motive::trusted("撤并")});
  }));
  follow_units();
  EXPECT_TRUE(asked({103}));
  EXPECT_EQ(ask(lin_fang_, &tasks_of, id)->items.at(0).handling_unit_id, Id<Unit>{103});
  EXPECT_EQ(kinds_of(id).back(), "complaint.asked_followed_unit");
}

class OverdueTasks : public Working {
 protected:
  std::size_t sweep(Instant now) {
    auto sources = task_sources();
    sources.push_back(clock_source());
    return *bank_.write(Actor::system(), now, [&](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, sources);
    });
  }
  // Every hour, as a program that always runs.
  void sweep_until(Instant from, Instant until) {
    for (Instant now = from; now <= until; now = now + std::chrono::hours{1}) sweep(now);
  }
  // Of tasks, the oldest first: what about, when, and who is told.
  std::vector<std::string> told(const Actor& actor) {
    const auto page = bank_.read(actor, [](Work& work) {
      return clocks::list_notices(work, {.filters = {}, .sort = "sent_at", .limit = 200});
    });
    std::vector<std::string> out;
    for (const auto& one : page->items)
      if (one.span == "task" || one.span == "awaited_task")
        out.insert(out.begin(), one.span + " " + format(one.sent_at).substr(5, 8) + " " +
                                    std::string{name_of(one.kind)} + " " +
                                    std::string{name_of(one.rung)});
    return out;
  }
  Result<clocks::NoticeView> see_first(const Actor& actor, std::string_view span) {
    return bank_.write(
        actor, at("2026-03-07T12:00:00+08:00"), [&](Work& work) -> Result<clocks::NoticeView> {
          const auto page = TRY(clocks::list_notices(
              work, {.filters = {{"span", {std::string{span}}}}, .sort = {}, .limit = 200}));
          if (page.items.empty()) return refuse(Reason::missing, "nothing seen");
          return clocks::acknowledge(work, page.items.back().id);
        });
  }
  std::size_t differences() {
    bank_.place();
    auto sources = task_sources();
    sources.push_back(clock_source());
    return bank_.read(Actor::system(), [&](Work& work) {
      work.now = at("2026-12-31T09:00:00+08:00");
      return clocks::compare_clocks(work, sources, 0, 1000).differences.size() +
             clocks::compare_entries(work, 0, 1000).differences.size();
    });
  }
};

TEST_P(OverdueTasks, AreToldTheUnitAskedAndWhoWaitsForThemOnceEach) {
  dispatched(handled());
  sweep_until(tuesday, at("2026-03-07T20:00:00+08:00"));
  EXPECT_EQ(told(bank_.chen_yu),
            (std::vector<std::string>{
                "task 03-05T00 warning owner", "awaited_task 03-05T00 warning owner",
                "task 03-07T00 overdue owner", "awaited_task 03-07T00 overdue owner"}));
  EXPECT_EQ(told(wu_tao_), (std::vector<std::string>{"task 03-05T00 warning owner",
                                                     "task 03-07T00 overdue owner"}));
  EXPECT_EQ(told(lin_fang_).size(), 4u) << "whoever handles the case sees both";
  EXPECT_EQ(refusal(see_first(lin_fang_, "task")), "notice.not_yours");
  EXPECT_EQ(refusal(see_first(wu_tao_, "task")), "none");
  EXPECT_EQ(refusal(see_first(lin_fang_, "awaited_task")), "none");
  sweep_until(at("2026-03-07T20:00:00+08:00"), at("2026-03-15T00:00:00+08:00"));
  const auto all = told(bank_.chen_yu);
  EXPECT_EQ(std::count(all.begin(), all.end(), "task 03-08T00 overdue unit_head"), 1);
  EXPECT_EQ(all.size(), 8u) << "the unit's ladder has five rungs, the desk's one";
  EXPECT_EQ(differences(), 0u);
}

TEST_P(OverdueTasks, ThatAreAnsweredOrLapsedAreToldNobody) {
  const auto id = handled();
  const auto answered = dispatched(id);
  expect(act(wu_tao_, &answer_task, answered.id, R"({"answer": "费率无误"})"));
  dispatched(id);
  expect(act(bank_.chen_yu, &complaints::withdraw, id, R"({"proof": "signed_paper"})"));
  sweep_until(tuesday, at("2026-03-20T00:00:00+08:00"));
  EXPECT_TRUE(told(bank_.chen_yu).empty());
  EXPECT_EQ(differences(), 0u);
}

TEST_P(OverdueTasks, AreToldWhoeverHandlesTheCaseNowAndNeverTheAccused) {
  const auto id = handled();
  dispatched(id);
  sweep_until(tuesday, at("2026-03-05T20:00:00+08:00"));
  expect(act(bank_.chen_yu, &name_accused, id, R"({"accused_id": 212, "reason": "客户点名"})"));
  EXPECT_TRUE(told(wu_tao_).empty()) << "nor what was sent before he was named";
  EXPECT_TRUE(
      bank_
          .read(
              wu_tao_,
              [](Work& work) {
                return list_tasks(work, {.filters = {{"side", {"unit"}}}, .sort = {}, .limit = 10});
              })
          ->items.empty());
  EXPECT_EQ(refusal(act(bank_.chen_yu, &assign, id, R"({"unit_id": 100, "handler_id": 214})")),
            "assignment.cannot_handle handler_id")
      << "a president";
  expect(act(bank_.chen_yu, &assign, id, R"({"unit_id": 100})"));
  const Actor president = of_branch({214}, {100});
  Actor whole = president;
  whole.scope = Scope::whole_bank();
  EXPECT_EQ(refusal(see_first(whole, "awaited_task")), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, OverdueTasks, test::each_database, test::name_of_database);
INSTANTIATE_TEST_SUITE_P(EachDatabase, ATask, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
