// An extension from asking to its effect, through the people who have to agree to it.
#include "modules/complaints/clocks/extension.h"

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/clocks/limits_fixture.h"
#include "modules/complaints/triage/service.h"
#include "platform/identity/people/service.h"

namespace xb::complaints {
namespace {

using approvals::State;
using approvals::Verdict;

constexpr std::string_view to_30 = R"({"to_total": 30, "reason": "需向第三方核实"})";
constexpr std::string_view to_60 = R"({"to_total": 60, "reason": "情况特别复杂，欧阳明月已知"})";
constexpr std::string_view to_60_with_notice = R"({"to_total": 60, "reason": "已告知",
    "notice": {"on": "2026-03-03", "means": "letter", "proof": "告知函2026-17号"}})";
constexpr std::string_view passed_on = R"({"source": "人民银行转办", "intake_channel": "信函",
    "summary": "转办", "complainant": {"name": "李四"}})";

// Of the clock that the People's Bank's rule runs.
std::string of_pboc(std::string_view json) {
  return R"({"span": "decide_pboc", )" + std::string{json.substr(1)};
}

// The case belongs to outlet 103 of branch 101: head and officer of the outlet, head and officer of
// the branch, the president.
class Extensions : public Limits {
 protected:
  Extensions() {
    hire(301, "teller", "210001");
    hire(304, "outlet_head", "210001");
    hire(305, "liaison", "210001");
    hire(306, "branch_head", "200000");
    hire(307, "branch_officer", "200000");
    hire(308, "president", "100000");
    hire(309, "branch_officer", "300000");
  }

  Result<ComplaintState> ask(const Actor& actor, Id<Complaint> id, std::string_view json,
                             Instant now = tuesday) {
    const auto wanted = input<ExtensionInput>(json);
    return bank_.write(actor, now,
                       [&](Work& work) { return complaints::extend(work, id, wanted); });
  }
  Result<approvals::ApprovalView> decide(const Actor& actor, Id<approvals::Approval> id,
                                         std::string_view json = R"({"verdict": "grant"})",
                                         Instant now = tuesday) {
    const auto verdict = input<approvals::VerdictInput>(json);
    return bank_.write(actor, now, [&](Work& work) {
      return approvals::decide(work, {extension_matter()}, id, verdict);
    });
  }
  Result<approvals::ApprovalView> take_back(const Actor& actor, Id<approvals::Approval> id) {
    return bank_.write(actor, tuesday, [&](Work& work) {
      return approvals::take_back(work, {extension_matter()}, id);
    });
  }
  Result<approvals::ApprovalView> view(const Actor& actor, Id<approvals::Approval> id) {
    return bank_.read(actor,
                      [&](Work& work) { return approvals::find(work, {extension_matter()}, id); });
  }
  void end_post(std::int64_t person) {
    const auto ended = bank_.write(Actor::system(), test::monday, [&](Work& work) {
      return identity::end_appointment(work, test::appointment_of({person}), {});
    });
    EXPECT_TRUE(ended.has_value()) << refusal(ended);
  }
  std::vector<approvals::ApprovalItem> inbox(const Actor& actor, const std::string& sort = {}) {
    return bank_
        .read(actor,
              [&](Work& work) {
                return approvals::list(work, {.filters = {}, .sort = sort, .limit = 200});
              })
        ->items;
  }

  // One to sixty days, extended to thirty already, asked for by the outlet's officer.
  struct Asked {
    Id<Complaint> complaint;
    Id<approvals::Approval> approval;
  };
  Asked asked(std::string_view complaint = whole_complaint) {
    const auto id = registered(complaint).id;
    EXPECT_EQ(refusal(ask(acting(305), id, to_30)), "none");
    const auto state = ask(acting(305), id, to_60);
    EXPECT_TRUE(state.has_value()) << refusal(state);
    EXPECT_EQ(state->approvals.size(), 1u);
    return {id, state->approvals.at(0).id};
  }
};

TEST_P(Extensions, WithoutAnApproverTakeEffectAtOnce) {
  const auto id = registered().id;
  const auto state = ask(acting(305), id, to_30);
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_TRUE(state->approvals.empty());
  EXPECT_EQ(due_on(id), "2026-03-31");
}

TEST_P(Extensions, ToSixtyDaysAreGrantedAndThenToldToTheComplainant) {
  const auto [id, approval] = asked();
  EXPECT_EQ(due_on(id), "2026-03-31") << "nobody has agreed";
  EXPECT_EQ(refusal(ask(acting(305), id, to_60_with_notice)), "extension.not_granted notice");
  ASSERT_EQ(inbox(acting(306)).size(), 1u);
  EXPECT_EQ(inbox(acting(306))[0].subject_number, found(id).number);
  const auto granted = decide(acting(306), approval);
  ASSERT_TRUE(granted.has_value()) << refusal(granted);
  EXPECT_EQ(granted->state, State::granted);
  EXPECT_EQ(granted->steps.at(0).person_id, Id<Person>{306});
  EXPECT_EQ(due_on(id), "2026-03-31") << "the complainant has not been told";
  EXPECT_EQ(refusal(ask(acting(305), id, to_60)), "extension.notice_missing notice");
  EXPECT_EQ(refusal(ask(acting(305), id, R"({"to_total": 45, "reason": "短"})")),
            "approval.other_open");
  const auto done = ask(acting(305), id, to_60_with_notice);
  ASSERT_TRUE(done.has_value()) << refusal(done);
  EXPECT_EQ(done->approvals.at(0).state, State::spent);
  EXPECT_EQ(due_on(id), "2026-04-30");
  EXPECT_EQ(refusal(ask(acting(305), id, to_60_with_notice)), "extension.none_left");
  EXPECT_EQ(kinds_of(id),
            (std::vector<std::string>{"complaint.registered", "complaint.extended",
                                      "approval.asked", "approval.granted", "complaint.extended"}));
  EXPECT_FALSE(test::holds(world(), "情况特别复杂")) << "what was asked for is sealed";
  EXPECT_NE(sealed_in(id, 3).find("情况特别复杂"), std::string::npos);
  EXPECT_TRUE(differences().empty());
}

TEST_P(Extensions, AskedTwiceAreOneApproval) {
  const auto [id, approval] = asked();
  const auto again = ask(acting(305), id, to_60);
  ASSERT_TRUE(again.has_value()) << refusal(again);
  ASSERT_EQ(again->approvals.size(), 1u);
  EXPECT_EQ(again->approvals[0].id, approval);
  EXPECT_EQ(refusal(ask(acting(305), id, R"({"to_total": 50, "reason": "其他"})")),
            "approval.other_open");
  EXPECT_EQ(kinds_of(id).size(), 3u) << "and it is told once";
}

// Whoever asks is not he who agrees, under no name and in nobody's place.
TEST_P(Extensions, AreNotAgreedToByWhoeverAskedOrHandles) {
  const auto id = registered().id;
  ASSERT_EQ(refusal(ask(acting(306), id, to_30)), "none");
  const auto state = ask(acting(306), id, to_60);
  const auto approval = state->approvals.at(0).id;
  EXPECT_EQ(refusal(decide(acting(306), approval)), "approval.not_yours")
      << "the chair of the branch's head is passed over";
  EXPECT_TRUE(inbox(acting(306)).empty());
  EXPECT_EQ(refusal(decide(acting(306, 307), approval)), "approval.same_person")
      << "as substitute of the branch's officer";
  EXPECT_TRUE(inbox(acting(306, 307)).empty());
  EXPECT_EQ(refusal(decide(acting(301, 306), approval)), "approval.not_yours")
      << "who stands in for him";
  EXPECT_EQ(refusal(decide(acting(307, 306), approval)), "approval.not_yours");
  EXPECT_EQ(refusal(decide(acting(304), approval)), "approval.missing") << "no office of this";
  EXPECT_EQ(refusal(decide(acting(307), approval)), "none");
}

TEST_P(Extensions, AreNotAgreedToBySecondAccountsBecauseThereAreNone) {
  const auto account = [&](const char* number) {
    return bank_.write(Actor::system(), test::monday, [&](Work& work) {
      return identity::hire(work,
                            input<identity::NewPerson>(
                                R"({"staff_no": ")" + std::string{number} +
                                R"(", "name": "甲", "identity_number": "11010519491231002X"})"));
    });
  };
  EXPECT_EQ(refusal(account("900001")), "none");
  EXPECT_TRUE(refusal(account("900002")).starts_with("person.second_account"));
}

TEST_P(Extensions, AreNotAgreedToByItsHandler) {
  const auto id = registered().id;
  const auto with = [&](auto&& command) {
    return bank_.write(bank_.chen_yu, tuesday, [&](Work& work) { return command(work); });
  };
  ASSERT_EQ(refusal(with([&](Work& work) {
              return accept(work, id, input<Acceptance>(R"({"tier": "ordinary"})"));
            })),
            "none");
  ASSERT_EQ(refusal(ask(acting(305), id, to_30)), "none");
  const auto approval = ask(acting(305), id, to_60)->approvals.at(0).id;
  ASSERT_EQ(refusal(with([&](Work& work) {
              return assign(work, id, {Id<Unit>{101}, Id<Person>{307}, {}});
            })),
            "none");
  // Handled by the branch now, so its superior is the head office.
  EXPECT_EQ(kinds_of(id).at(4), "approval.laid_before");
  EXPECT_TRUE(inbox(acting(307)).empty());
  EXPECT_EQ(refusal(decide(acting(307), approval)), "approval.missing");
  EXPECT_EQ(refusal(decide(acting(307, 308), approval)), "approval.same_person");
  EXPECT_EQ(refusal(decide(acting(308), approval)), "none");
}

TEST_P(Extensions, AreRefusedHandedBackAndAskedForAgain) {
  const auto [id, approval] = asked();
  EXPECT_EQ(refusal(decide(acting(306), approval, R"({"verdict": "refuse"})")),
            "approval.reason_missing reason");
  const auto refused =
      decide(acting(306), approval, R"({"verdict": "refuse", "reason": "可在三十日内办结"})");
  ASSERT_TRUE(refused.has_value()) << refusal(refused);
  EXPECT_EQ(refused->state, State::refused);
  EXPECT_EQ(refusal(decide(acting(306), approval)), "approval.settled");
  EXPECT_EQ(refusal(decide(acting(307), approval)), "approval.settled");
  EXPECT_TRUE(inbox(acting(306)).empty());
  EXPECT_EQ(inbox(acting(306), "asked_at").size(), 1u) << "what was settled stays to be seen";
  EXPECT_FALSE(test::holds(world(), "可在三十日内办结"));
  const auto second = ask(acting(305), id, to_60)->approvals.at(1).id;
  EXPECT_EQ(
      decide(acting(307), second, R"({"verdict": "hand_back", "reason": "请补充依据"})")->state,
      State::handed_back);
  const auto third = ask(acting(305), id, to_60)->approvals.at(2).id;
  EXPECT_EQ(refusal(take_back(acting(306), third)), "approval.not_yours");
  EXPECT_EQ(refusal(take_back(acting(301, 305), third)), "none") << "who stands in for the asker";
  EXPECT_EQ(refusal(take_back(acting(305), third)), "approval.settled");
  EXPECT_EQ(refusal(decide(acting(306), third)), "approval.settled");
  EXPECT_EQ(due_on(id), "2026-03-31");
}

TEST_P(Extensions, AreNeitherAskedForNorGrantedOnceTheLimitHasPassed) {
  const Instant late = at("2026-04-01T00:00:00+08:00");
  const auto [id, approval] = asked();
  EXPECT_EQ(refusal(decide(acting(306), approval, R"({"verdict": "grant"})", late)),
            "clock.already_overdue");
  EXPECT_EQ(view(acting(305), approval)->state, State::waiting);
  EXPECT_EQ(refusal(ask(acting(305), id, to_60, late)), "clock.already_overdue");
}

TEST_P(Extensions, GoWithTheirCase) {
  const auto [id, approval] = asked();
  ASSERT_TRUE(close(id, R"({"result": "已解释"})", tuesday).has_value());
  EXPECT_EQ(view(acting(305), approval)->state, State::lapsed);
  EXPECT_EQ(refusal(decide(acting(306), approval)), "approval.settled");
  EXPECT_TRUE(inbox(acting(306)).empty());
  const auto kinds = kinds_of(id);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "approval.lapsed"), 1);
  EXPECT_TRUE(differences().empty());
}

TEST_P(Extensions, ShowTheirCaseToWhoeverTheyWaitFor) {
  const auto id = registered(passed_on).id;
  const auto state = ask(bank_.chen_yu, id, of_pboc(to_60));
  ASSERT_TRUE(state.has_value()) << refusal(state);
  const auto approval = state->approvals.at(0).id;
  Actor narrow = acting(304);  // the outlet's head is its head of complaints, too
  narrow.scope = {Level::outlet, {104}};
  const auto other = registered().id;
  ASSERT_TRUE(found(id, narrow).has_value());
  EXPECT_EQ(found(id, narrow)->complainant->name->masked(), "李*");
  EXPECT_EQ(refusal(found(other, narrow)), "complaint.missing") << "and no other";
  EXPECT_TRUE(bank_.read(narrow, [&](Work& work) { return timeline(work, id); }).has_value());
  EXPECT_TRUE(bank_.read(narrow, [&](Work& work) { return find_clocks(work, id); }).has_value());
  EXPECT_EQ(refusal(ask(narrow, id, of_pboc(to_60))), "complaint.missing")
      << "to see is not to act";
  Actor stranger = acting(309);
  EXPECT_EQ(refusal(found(id, stranger)), "complaint.missing");
  EXPECT_EQ(refusal(view(stranger, approval)), "approval.missing");
  const auto shown = view(narrow, approval);
  ASSERT_TRUE(shown.has_value());
  EXPECT_TRUE(shown->waits_for_you);
  EXPECT_NE(shown->input.text.find("\"to_total\":60"), std::string::npos);
  EXPECT_EQ(shown->source, "中国人民银行令〔2020〕第5号");
  ASSERT_EQ(refusal(decide(narrow, approval)), "none");
  EXPECT_EQ(refusal(found(id, narrow)), "complaint.missing") << "it waits no more";
  EXPECT_EQ(refusal(ask(bank_.chen_yu, id, of_pboc(to_60_with_notice))), "none");
  EXPECT_EQ(format(*details(id).items.at(1).due_on), "2026-05-01");
}

TEST_P(Extensions, ShowNothingToTheAccusedAndHisUnit) {
  const std::string about = R"({"intake_channel": "柜面", "summary": "态度", "accused_id": 307,
                                "complainant": {"name": "李四"}})";
  const auto [id, approval] = asked(about);
  for (const Actor& actor : {acting(307), acting(306), acting(301, 307), acting(308, 307)}) {
    EXPECT_TRUE(inbox(actor).empty());
    EXPECT_EQ(refusal(view(actor, approval)), "approval.missing");
    EXPECT_EQ(refusal(decide(actor, approval)), "approval.missing");
    EXPECT_EQ(refusal(found(id, actor)), "complaint.missing");
  }
  EXPECT_EQ(inbox(acting(308)).size(), 1u) << "his branch has no say";
  EXPECT_EQ(refusal(decide(acting(308), approval)), "none");
}

TEST_P(Extensions, WaitForNobodyWhereNobodyMayAgree) {
  const auto id = registered().id;
  ASSERT_EQ(refusal(ask(acting(305), id, to_30)), "none");
  for (const std::int64_t person : {307, 306, 308}) end_post(person);
  EXPECT_EQ(refusal(ask(acting(305), id, to_60)), "approval.nobody");
  hire(320, "branch_head", "200000");
  const auto approval = ask(acting(305), id, to_60)->approvals.at(0).id;
  EXPECT_EQ(inbox(acting(320)).size(), 1u);
  EXPECT_EQ(refusal(decide(acting(320), approval)), "none");
}

TEST_P(Extensions, WaitForTheSuccessorAndForTheSubstitute) {
  const auto [id, approval] = asked();
  hire(321, "branch_head", "200000");
  end_post(306);
  EXPECT_EQ(inbox(acting(321)).size(), 1u);
  EXPECT_EQ(inbox(acting(304, 307)).size(), 1u);
  const auto granted = decide(acting(304, 307), approval);
  ASSERT_TRUE(granted.has_value()) << refusal(granted);
  EXPECT_EQ(granted->steps[0].on_behalf_of, Id<Person>{307});
}

TEST_P(Extensions, AreNotGrantedByARowThatSomebodyElseWrote) {
  const auto [id, approval] = asked();
  const auto forged = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
    work.tx.execute("UPDATE approvals SET state = ? WHERE id = ?", State::granted, approval);
    work.tx.note_entry();
    return {};
  });
  ASSERT_TRUE(forged.has_value());
  EXPECT_EQ(refusal(ask(acting(305), id, to_60_with_notice)), "extension.not_granted notice");
  EXPECT_EQ(refusal(view(acting(305), approval)), "approval.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Extensions, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
