#include "modules/complaints/supervision/service.h"

#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

class ASupervision : public Working {
 protected:
  Result<SupervisionView> order(const Actor& actor, Id<Complaint> id,
                                const std::string& more = "") {
    return act(
        actor, &supervise, id,
        R"({"due_on":"2026-03-05","demand":"请主要负责人亲自过问","letter_no":"督〔2026〕17号")" +
            more + "}");
  }
  std::size_t listed(const Actor& actor, Query request = {}) {
    const auto page = ask(actor, &list_supervisions, std::move(request));
    EXPECT_TRUE(page.has_value()) << refusal(page);
    return page->items.size();
  }
};

TEST_P(ASupervision, BeginsWithChasesThatAreCountedAndSeen) {
  const auto id = handled();
  for (const std::int64_t n : {1, 2}) {
    const auto chased = act(bank_.chen_yu, &chase, id, R"({"note":"请今日联系客户"})");
    ASSERT_TRUE(chased.has_value()) << refusal(chased);
    EXPECT_EQ(chased->chases, n);
    EXPECT_EQ(chased->handling_unit_id, Id<Unit>{101});
    EXPECT_EQ(chased->due_on, parse_date("2026-03-03")) << "today";
    EXPECT_EQ(refusal(act(wu_tao_, &acknowledge_chase, chased->id, "{}")), "supervision.missing");
    expect(act(lin_fang_, &acknowledge_chase, chased->id, R"({"answer":"已联系"})"));
    EXPECT_EQ(refusal(act(lin_fang_, &acknowledge_chase, chased->id, "{}")),
              "supervision.answered");
  }
  const auto ordered = order(bank_.chen_yu, id);
  ASSERT_TRUE(ordered.has_value()) << refusal(ordered);
  EXPECT_EQ(ordered->kind, SupervisionKind::order);
  EXPECT_EQ(ordered->chases, 2);
  EXPECT_EQ(kinds_of(id).back(), "complaint.supervision_ordered");
}

TEST_P(ASupervision, IsAnsweredByTheUnitOfATaskThatDoesNotSeeTheCase) {
  const auto id = handled();
  const TaskView task = dispatched(id);
  const std::string of_task = R"(,"task_id":)" + std::to_string(task.id.number);
  const auto ordered = order(bank_.chen_yu, id, of_task);
  ASSERT_TRUE(ordered.has_value()) << refusal(ordered);
  EXPECT_EQ(ordered->handling_unit_id, Id<Unit>{102});
  EXPECT_EQ(listed(wu_tao_), 0u);
  EXPECT_EQ(listed(wu_tao_, {.filters = {{"side", {"unit"}}}}), 1u);
  EXPECT_EQ(refusal(act(lin_fang_, &reply, ordered->id, R"({"answer":"x"})")),
            "supervision.not_yours");
  EXPECT_EQ(refusal(act(wu_tao_, &reply, ordered->id, R"({"answer":" "})")), "field.empty answer");
  EXPECT_EQ(refusal(act(wu_tao_, &acknowledge_chase, ordered->id, "{}")), "supervision.missing")
      << "an order wants a reply";
  const auto replied = act(wu_tao_, &reply, ordered->id, R"({"answer":"已报送处理意见"})");
  ASSERT_TRUE(replied.has_value()) << refusal(replied);
  EXPECT_EQ(replied->state, SupervisionState::answered);
  EXPECT_EQ(listed(bank_.chen_yu), 0u);
  EXPECT_EQ(listed(bank_.chen_yu, {.filters = {{"kind", {"order"}}}, .sort = "sent_at"}), 1u);
  EXPECT_EQ(ask(lin_fang_, &supervisions_of, id)->items.at(0).answer->reveal(), "已报送处理意见");
}

TEST_P(ASupervision, IsRefusedWhereSomethingIsWrong) {
  const auto waiting = accepted(least_complaint);
  EXPECT_EQ(refusal(act(bank_.chen_yu, &chase, waiting, "{}")), "supervision.nobody");
  const auto id = handled();
  const auto before = world();
  EXPECT_EQ(refusal(act(lin_fang_, &chase, id, "{}")), "supervision.own_unit");
  EXPECT_EQ(refusal(act(bank_.chen_yu, &chase, id, R"({"due_on":"2026-03-02"})")),
            "field.too_early due_on");
  EXPECT_EQ(refusal(act(bank_.chen_yu, &chase, id, R"({"task_id":999999})")),
            "task.missing task_id");
  EXPECT_EQ(refusal(act(bank_.chen_yu, &supervise, id, R"({"due_on":"2026-03-05","demand":" "})")),
            "field.empty demand");
  EXPECT_EQ(refusal(order(bank_.zhou_jun, id)), "complaint.missing");
  EXPECT_EQ(world(), before);
  const TaskView task = dispatched(id);
  expect(act(wu_tao_, &answer_task, task.id, R"({"answer":"已核实"})"));
  EXPECT_EQ(refusal(act(bank_.chen_yu, &chase, id,
                        R"({"task_id":)" + std::to_string(task.id.number) + "}")),
            "task.ended task_id");
}

TEST_P(ASupervision, IsKeptFromTheAccusedAndLapsesWithTheCase) {
  const auto id = handled(accusing_wu_tao());
  const auto ordered = order(bank_.chen_yu, id);
  ASSERT_TRUE(ordered.has_value()) << refusal(ordered);
  Actor hidden = wu_tao_;
  hidden.scope = Scope::whole_bank();
  EXPECT_EQ(listed(hidden), 0u);
  EXPECT_EQ(refusal(ask(hidden, &find_supervision, ordered->id)), "supervision.missing");
  expect(withdraw(id, R"({"proof":"signed_paper"})", tuesday));
  EXPECT_EQ(ask(bank_.chen_yu, &find_supervision, ordered->id)->state, SupervisionState::lapsed);
  EXPECT_EQ(refusal(act(lin_fang_, &reply, ordered->id, R"({"answer":"x"})")),
            "supervision.answered");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ASupervision, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
