#include "modules/complaints/clocks/service.h"

#include "modules/complaints/clocks/limits_fixture.h"
#include "modules/complaints/service.h"
#include "modules/complaints/triage/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::string_view first = R"({"to_total": 30, "reason": "需向第三方核实"})";
constexpr std::string_view second = R"({"to_total": 60, "reason": "情况特别复杂"})";
constexpr std::string_view mediation =
    R"({"kind": "mediation", "from": "2026-03-02", "reason": "双方申请调解",
        "notice": {"on": "2026-03-02", "means": "handed_over", "proof": "调解申请书"}})";
constexpr std::string_view agreed_date =
    R"({"with": "complainant", "on": "2026-05-08", "reason": "约定",
        "notice": {"on": "2026-03-02", "means": "recorded_call", "proof": "录音20260302-7"}})";

class LimitsOfAComplaint : public Limits {};

TEST_P(LimitsOfAComplaint, AreShownWithTheirExplanation) {
  const auto id = registered().id;
  const auto items = details(id).items;
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].span, "decide");
  EXPECT_EQ(items[0].rule, "decide");
  EXPECT_EQ(due_on(id), "2026-03-16");
  ASSERT_TRUE(items[0].explanation.has_value());
  const auto& why = *items[0].explanation;
  EXPECT_EQ(why.source, "银保监会令2020年第3号 第十八条");
  EXPECT_EQ(why.mark, workflow::Mark::found);
  EXPECT_EQ(why.inner_on, parse_date("2026-03-11"));
  ASSERT_EQ(why.days.size(), 1u);
  EXPECT_EQ(why.days[0].days, 15);
  EXPECT_FALSE(why.text.zh.empty());
  const auto other = bank_.read(bank_.zhou_jun, [&](Work& work) { return find_clocks(work, id); });
  EXPECT_EQ(refusal(other), "complaint.missing") << "not of another branch";
}

TEST_P(LimitsOfAComplaint, AreExplainedByNumber) {
  const auto state = registered();
  const auto ask = [&](std::int64_t number) {
    return bank_.read(bank_.chen_yu, [&](Work& work) { return explain_number(work, {number}); });
  };
  EXPECT_EQ(to_json(*ask(std::stoll(state.number))), to_json(details(state.id)));
  EXPECT_EQ(refusal(ask(std::stoll(state.number) + 1)), "complaint.missing");
}

TEST_P(LimitsOfAComplaint, AreThoseOfItsSource) {
  const auto id = registered(R"({"source": "人民银行转办", "intake_channel": "信函",
                                 "summary": "转办", "complainant": {"name": "李四"}})")
                      .id;
  const auto items = details(id).items;
  ASSERT_EQ(items.size(), 2u) << "both regimes hold";
  EXPECT_EQ(items[0].rule, "decide");
  EXPECT_EQ(items[1].rule, "decide_pboc");
  const auto of_pboc = [](std::string_view text) {
    return R"({"span": "decide_pboc", )" + std::string{text.substr(1)};
  };
  EXPECT_EQ(refusal(extend(id, of_pboc(first))), "approval.nobody")
      << "its one stage wants an approver";
  EXPECT_EQ(refusal(exclude(id, of_pboc(mediation))), "exclusion.not_for_this kind");
  EXPECT_EQ(refusal(extend(id, second)), "extension.out_of_order to_total")
      << "of the other regime's clock";
}

TEST_P(LimitsOfAComplaint, ByTierBeginWhenItIsAccepted) {
  const auto own = [](const std::string& tier, const std::string& length) {
    return "[[rule]]\nrule = \"handling_" + tier + "\"\nsubject = \"complaint\"\n" +
           "span = \"handling_by_tier\"\nzh = \"行内办理\"\nen = \"handling\"\nlength = " + length +
           "\nmeasure = \"working_days\"\nfrom = \"accepted\"\nkind = \"internal\"\n" +
           "source = \"行内规定\"\nmark = \"bank\"\neffective_from = 2020-01-01\n" +
           "ladder = \"standard\"\nwhen = { tier = [\"" + tier + "\"] }\n";
  };
  const std::string text = own("ordinary", "5") + own("major", "2");
  const workflow::RuleFile file{"bank.toml", text};
  workflow::Limits limits(*workflow::RuleBook::read(workflow::shipped_rules(), {&file, 1}));
  limits.set_calendars(*bank_.limits().calendars());
  const auto id = registered().id;
  const auto accepted = bank_.write(bank_.chen_yu, tuesday, [&](Work& work) {
    work.limits = &limits;
    return accept(work, id, input<Acceptance>(R"({"tier": "major"})"));
  });
  ASSERT_TRUE(accepted.has_value()) << refusal(accepted);
  ASSERT_EQ(accepted->clocks.size(), 2u);
  EXPECT_EQ(accepted->clocks[0].span, "handling_by_tier");
  EXPECT_EQ(format(accepted->clocks[0].due_on), "2026-03-05");
  EXPECT_EQ(found(id).due_at, at("2026-03-06T00:00:00+08:00"));
}

TEST_P(LimitsOfAComplaint, AreExtendedStageByStage) {
  const auto id = registered().id;
  EXPECT_EQ(refusal(extend(id, second)), "extension.out_of_order to_total");
  const auto extended = extend(id, first);
  ASSERT_TRUE(extended.has_value()) << refusal(extended);
  EXPECT_EQ(extended->version, 2);
  EXPECT_EQ(format(extended->clocks[0].due_on), "2026-03-31");
  EXPECT_EQ(found(id).due_at, at("2026-04-01T00:00:00+08:00"));
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.extended"}));
  EXPECT_FALSE(test::holds(world(), "需向第三方核实")) << "the reason is sealed";
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, AreNotExtendedWithoutReasonOrAfterTheEnd) {
  const auto id = registered().id;
  const auto before = world();
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 30})")), "field.required reason");
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 30, "reason": ""})")), "field.empty reason");
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 61, "reason": "久"})")),
            "extension.over_limit to_total");
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 10, "reason": "短"})")),
            "extension.not_longer to_total");
  EXPECT_EQ(refusal(extend(id, R"({"span": "triage", "to_total": 30, "reason": "无"})")),
            "clock.missing span");
  EXPECT_EQ(refusal(extend(id, first, at("2026-03-17T00:00:00+08:00"))), "clock.already_overdue");
  EXPECT_EQ(refusal(extend(id, R"({"to_total": 30, "reason": "约",
      "notice": {"on": "2026-03-04", "means": "sms", "proof": "1"}})")),
            "field.in_future notice.on");
  EXPECT_EQ(refusal(extend({id.number + 1'000'000}, first)), "complaint.missing");
  EXPECT_EQ(world(), before);
  ASSERT_TRUE(close(id).has_value());
  EXPECT_EQ(refusal(extend(id, first)), "clock.stopped");
}

TEST_P(LimitsOfAComplaint, LeaveOutTheDaysOfAnAppraisal) {
  const auto id = registered().id;
  const auto exclusion = [](const std::string& from, const std::string& until) {
    return R"({"kind": "appraisal", "from": ")" + from + R"(", "until": ")" + until +
           R"(", "reason": "笔迹鉴定",
              "notice": {"on": "2026-03-05", "means": "sms", "proof": "短信20260305-1"}})";
  };
  const Instant later = at("2026-03-20T09:00:00+08:00");
  EXPECT_EQ(
      refusal(exclude(id, R"({"kind": "appraisal", "from": "2026-03-02", "reason": "鉴定"})")),
      "exclusion.notice_missing notice");
  EXPECT_EQ(refusal(exclude(id, exclusion("2026-03-10", "2026-03-09"), later)),
            "exclusion.ends_before_begin until");
  EXPECT_EQ(refusal(exclude(id, exclusion("2026-03-21", "2026-03-22"), later)),
            "field.in_future from");
  EXPECT_EQ(refusal(exclude(id, exclusion("2026-02-28", "2026-03-05"), later)),
            "exclusion.before_start from");
  EXPECT_EQ(refusal(exclude(id, exclusion("2026-03-05", "2026-03-12"), later)), "none");
  EXPECT_EQ(due_on(id), "2026-03-23") << "seven days later";
  EXPECT_EQ(refusal(exclude(id, exclusion("2026-03-11", "2026-03-13"), later)),
            "exclusion.overlaps from");
  const auto why = *details(id).items[0].explanation;
  ASSERT_EQ(why.days.size(), 3u);
  EXPECT_EQ(why.days[1].reason, workflow::DayReason::appraisal);
  EXPECT_EQ(why.days[1].days, 7);
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, AreChangedOnProofThatNamesNobodyAndIsNotOlderThanTheCase) {
  const auto id = registered().id;
  const auto before = world();
  const auto with = [&](const char* from, const char* to) {
    std::string json{mediation};
    json.replace(json.find(from), std::string_view{from}.size(), to);
    return refusal(exclude(id, json));
  };
  EXPECT_EQ(with("调解申请书", "致电13812345678"), "field.personal notice.proof");
  EXPECT_EQ(with(R"("on": "2026-03-02")", R"("on": "2026-02-28")"), "field.too_early notice.on");
  EXPECT_EQ(refusal(exclude(
                id, R"({"kind": "mediation", "from": "2026-03-02", "reason": "双方申请调解"})")),
            "exclusion.notice_missing notice");
  EXPECT_EQ(world(), before);
}

// Due on 2026-03-16. What is entered afterwards does not bring it back to life.
TEST_P(LimitsOfAComplaint, ThatHavePassedAreNotRevivedByAnExclusion) {
  const auto id = registered().id;
  const Instant late = at("2026-03-26T09:00:00+08:00");
  const auto before = world();
  EXPECT_EQ(refusal(exclude(id, mediation, late)), "clock.already_overdue");
  EXPECT_EQ(world(), before);
  const auto resting = registered().id;
  ASSERT_EQ(refusal(exclude(resting, mediation)), "none");
  EXPECT_EQ(refusal(extend(resting, first, late)), "clock.rests");
  EXPECT_EQ(refusal(restart(resting, R"({"facts": "补充"})", late)), "clock.rests");
  EXPECT_EQ(refusal(set_date(resting, agreed_date, late)), "clock.rests");
  ASSERT_EQ(refusal(end_exclusion(resting, R"({"until": "2026-03-03"})", late)), "none");
  EXPECT_EQ(refusal(extend(resting, first, late)), "clock.already_overdue");
}

TEST_P(LimitsOfAComplaint, RunToARegulatorsDateWhileAnExclusionIsOpen) {
  const auto id = registered().id;
  ASSERT_EQ(refusal(exclude(id, mediation)), "none");
  ASSERT_EQ(refusal(set_date(id, R"({"with": "regulator", "on": "2026-03-20", "reason": "来函"})")),
            "none");
  EXPECT_EQ(found(id).due_at, at("2026-03-21T00:00:00+08:00")) << "it stands in lists by due date";
  EXPECT_EQ(sweep(at("2026-03-15T08:00:00+08:00")), 1u) << "and somebody is warned";
  EXPECT_EQ(notices(bank_.chen_yu).size(), 1u);
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, RestDuringAMediation) {
  const auto id = registered().id;
  ASSERT_EQ(refusal(exclude(id, mediation)), "none");
  EXPECT_TRUE(details(id).items[0].rests);
  EXPECT_FALSE(found(id).due_at.has_value()) << "nothing is due while it rests";
  const Instant april = at("2026-04-10T09:00:00+08:00");
  EXPECT_EQ(sweep(april), 1u);
  ASSERT_EQ(notices(bank_.chen_yu).size(), 1u) << "nobody is told but that it still rests";
  EXPECT_EQ(notices(bank_.chen_yu)[0].kind, workflow::NoticeKind::resting);
  EXPECT_EQ(refusal(end_exclusion(id, R"({"until": "2026-04-11"})", april)),
            "field.in_future until");
  ASSERT_EQ(refusal(end_exclusion(id, R"({"until": "2026-04-10", "reason": "调解未成"})", april)),
            "none");
  EXPECT_EQ(due_on(id), "2026-04-24");
  EXPECT_EQ(found(id).due_at, at("2026-04-25T00:00:00+08:00"));
  EXPECT_EQ(refusal(end_exclusion(id, R"({"until": "2026-04-10"})", april)), "exclusion.none_open");
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, StartAnewOnNewFacts) {
  const auto id = registered().id;
  ASSERT_TRUE(extend(id, first).has_value());
  ASSERT_EQ(refusal(restart(id, R"({"facts": "补充转账凭证"})", test::monday + days{8})), "none");
  EXPECT_EQ(due_on(id), "2026-03-25");
  EXPECT_EQ(details(id).items[0].started_at, test::monday + days{8});
  EXPECT_EQ(refusal(restart(id, "{}")), "field.required facts");
  EXPECT_FALSE(test::holds(world(), "补充转账凭证"));
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, TakeDatesThatAreAgreedOrSet) {
  const auto id = registered().id;
  EXPECT_EQ(
      refusal(set_date(id, R"({"with": "complainant", "on": "2026-05-08", "reason": "约定"})")),
      "date.notice_missing notice")
      << "nobody says alone what was agreed";
  ASSERT_EQ(refusal(set_date(id, agreed_date)), "none");
  EXPECT_EQ(due_on(id), "2026-05-08");
  EXPECT_EQ(refusal(extend(id, first)), "clock.date_is_agreed");
  ASSERT_EQ(refusal(set_date(id, R"({"with": "regulator", "on": "2026-03-10", "reason": "来函"})")),
            "none");
  EXPECT_EQ(due_on(id), "2026-03-10");
  std::string past{agreed_date};
  past.replace(past.find("2026-05-08"), 10, "2026-03-02");
  EXPECT_EQ(refusal(set_date(id, past)), "clock.date_passed on");
  EXPECT_TRUE(differences().empty());
}

TEST_P(LimitsOfAComplaint, AreChangedByWhoReadTheLatestVersion) {
  const auto id = registered().id;
  const auto extend_version = [&](std::int64_t version) {
    return bank_.write(bank_.chen_yu, tuesday, [&](Work& work) {
      work.if_version = version;
      return complaints::extend(work, id, input<ExtensionInput>(first));
    });
  };
  EXPECT_EQ(refusal(extend_version(2)), "version.changed");
  EXPECT_EQ(refusal(extend_version(1)), "none");
  EXPECT_EQ(refusal(extend_version(1)), "version.changed");
}

TEST_P(LimitsOfAComplaint, GoWithItWhenAnImportIsUndone) {
  const auto id = registered().id;
  ASSERT_EQ(sweep(at("2026-03-11T08:00:00+08:00")), 1u);
  const auto undone = bank_.write(bank_.chen_yu, tuesday, [&](Work& work) -> Result<void> {
    const auto complaint = find_complaint(work, Actor::system(), id);
    const auto key = sealing::key(work, complaint->key_id);
    evidence::append(work, "complaint.import_undone", evidence::Subject(id, key),
                     evidence::Nothing{});
    erase(work, *complaint);
    return {};
  });
  ASSERT_TRUE(undone.has_value());
  EXPECT_TRUE(world().at("clocks").empty());
  EXPECT_TRUE(world().at("clock_notices").empty());
  EXPECT_TRUE(differences().empty()) << "the log says that it was taken out";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, LimitsOfAComplaint, test::each_database,
                         test::name_of_database);

}  // namespace
}  // namespace xb::complaints
