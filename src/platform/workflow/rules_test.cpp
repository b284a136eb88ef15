#include "platform/workflow/rules.h"

#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

// One rule of a bank; `more` follows its members.
std::string rule(const std::string& name, const std::string& more = {},
                 const std::string& effective = "effective_from = 2020-01-01",
                 const std::string& length = "length = 3") {
  return "[[rule]]\nrule = \"" + name + "\"\nsubject = \"exercise\"\nspan = \"span\"\n" +
         "zh = \"限\"\nen = \"limit\"\n" + length + "\nmeasure = \"working_days\"\n" +
         "from = \"received\"\nkind = \"internal\"\nsource = \"行内规定\"\nmark = \"bank\"\n" +
         "ladder = \"standard\"\n" + effective + "\n" + more + "\n";
}

std::string refusal(const std::string& text) {
  const RuleFile file{"bank.toml", text};
  const auto book = RuleBook::read(shipped_rules(), {&file, 1});
  return book ? "none" : book.error().code + " " + book.error().field;
}

RuleBook book_of(const std::string& text) { return book_with(text); }

TEST(TheShippedRules, FitTogether) {
  const auto book = RuleBook::read(shipped_rules(), {});
  ASSERT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
  for (const Rule& one : book->rules()) {
    EXPECT_FALSE(one.source.empty()) << one.rule;
    EXPECT_NE(one.mark, Mark::bank) << one.rule << ": no bank's rule ships";
    EXPECT_TRUE(one.kind == RuleKind::regulatory || one.length == 0 || one.mark == Mark::design)
        << one.rule << ": what a bank promises itself is its own to say";
    EXPECT_TRUE(one.mark != Mark::found || one.length > 0) << one.rule;
  }
}

TEST(TheShippedRules, HaveTheLimitsOfTheLaw) {
  const auto book = *RuleBook::read(shipped_rules(), {});
  const struct {
    const char* rule;
    std::int64_t length;
    Measure measure;
    std::vector<std::int64_t> totals;
  } limits[] = {
      {"decide", 15, Measure::calendar_days, {30, 60}},
      {"decide_pboc", 15, Measure::calendar_days, {60}},
      {"recheck_application", 30, Measure::calendar_days, {}},
      {"recheck_decision", 30, Measure::calendar_days, {}},
      {"regulator_transfer", 7, Measure::working_days, {}},
      {"pboc_transfer", 7, Measure::working_days, {}},
      {"breach_report", 72, Measure::hours, {}},
      {"petition_notice", 15, Measure::calendar_days, {}},
      {"petition_objection", 5, Measure::working_days, {}},
      {"petition_decision", 60, Measure::calendar_days, {90}},
      {"petition_review", 30, Measure::calendar_days, {}},
      {"petition_second_review", 30, Measure::calendar_days, {}},
      {"credit_objection", 20, Measure::calendar_days, {}},
      {"referral_sign_in", 0, Measure::hours, {}},
      {"referral_first_contact", 24, Measure::hours, {}},
      {"referral_answer_dated", 60, Measure::calendar_days, {}},
      {"referral_answer", 15, Measure::calendar_days, {}},
      {"tip_off", 60, Measure::calendar_days, {}},
  };
  for (const auto& limit : limits) {
    const Rule* found = book.find(limit.rule, 1);
    ASSERT_NE(found, nullptr) << limit.rule;
    EXPECT_EQ(found->length, limit.length) << limit.rule;
    EXPECT_EQ(found->measure, limit.measure) << limit.rule;
    std::vector<std::int64_t> totals;
    for (const Extension& one : found->extensions) totals.push_back(one.to_total);
    EXPECT_EQ(totals, limit.totals) << limit.rule;
  }
  const Rule* decide = book.find("decide", 1);
  EXPECT_FALSE(decide->extensions[0].needs_notice);
  EXPECT_TRUE(decide->extensions[1].needs_notice);
  EXPECT_EQ(decide->extensions[1].approver, Approver::superior_or_executive);
  EXPECT_EQ(decide->warn_before, (std::vector<std::int64_t>{5, 3, 1}));
  const Rule* passed_on = book.find("decide_pboc", 1);
  EXPECT_TRUE(passed_on->exclusions.empty()) << "令〔2020〕第5号 is not known to leave out days";
  EXPECT_FALSE(passed_on->restarts);
}

TEST(TheShippedRules, ChooseTheClockOfAComplaintByItsSource) {
  const auto book = *RuleBook::read(shipped_rules(), {});
  const Date today = day("2026-03-02");
  EXPECT_EQ(book.choose("decide", {}, today)->rule, "decide");
  EXPECT_EQ(book.choose("decide", {{"source", "自收"}}, today)->rule, "decide");
  const Facts passed_on{{"source", "pboc_referral"}};
  EXPECT_EQ(book.choose("decide", passed_on, today)->rule, "decide") << "both regimes hold";
  EXPECT_EQ(book.choose("decide_pboc", passed_on, today)->rule, "decide_pboc");
  EXPECT_EQ(book.choose("decide_pboc", {}, today), nullptr);
  EXPECT_EQ(book.choose("decide_pboc", passed_on, day("2020-10-31")), nullptr)
      << "令〔2020〕第5号 is not in force yet";
  EXPECT_EQ(book.starting("complaint", CountsFrom::received, passed_on, today).size(), 2u);
  EXPECT_EQ(book.choose("decide", {}, day("2020-02-29")), nullptr);
  EXPECT_EQ(book.choose("first_contact", {}, today), nullptr) << "no official value, no clock";
  EXPECT_EQ(book.starting("complaint", CountsFrom::received, {}, today).size(), 1u);
  EXPECT_TRUE(book.starting("complaint", CountsFrom::registered, {}, today).empty());
}

TEST(ABanksRules, GiveValuesToWhatHasNone) {
  const auto book = book_of(R"(
[[rule]]
rule = "first_contact"
subject = "complaint"
span = "first_contact"
zh = "首次联系"
en = "first contact"
length = 24
measure = "hours"
from = "registered"
kind = "internal"
source = "江澜银行投诉管理办法"
mark = "bank"
effective_from = 2026-01-01
ladder = "urgent"
)");
  const auto starting = book.starting("complaint", CountsFrom::registered, {}, day("2026-03-02"));
  ASSERT_EQ(starting.size(), 1u);
  EXPECT_EQ(starting[0]->length, 24);
}

TEST(ABanksRules, HoldOfAllThatAConditionsWordMeans) {
  const std::string text = rule("cards", R"(when = { business = ["银行卡"] })",
                                "effective_from = 2020-01-01", "length = 2");
  const RuleFile file{"bank.toml", text};
  const auto book = RuleBook::read(
      shipped_rules(), {&file, 1}, [](const std::string& fact, const std::string& value) {
        const bool is_meant = fact == "business" && value == "银行卡";
        return is_meant ? std::vector<std::string>{"bank_card", "credit_card"} : std::vector{value};
      });
  ASSERT_TRUE(book.has_value());
  const auto* chosen = book->choose("span", {{"business", "credit_card"}}, day("2026-03-02"));
  ASSERT_NE(chosen, nullptr);
  EXPECT_EQ(chosen->rule, "cards");
  EXPECT_EQ(book->choose("span", {{"business", "银行卡"}}, day("2026-03-02")), nullptr);
}

TEST(ABanksRules, HoldByChannelTierAndCustomerGroup) {
  const auto book = book_of(
      rule("general", "", "effective_from = 2020-01-01", "length = 5") +
      rule("hotline", R"(when = { intake_channel = ["客服热线", "手机银行"] })",
           "effective_from = 2020-01-01", "length = 2") +
      rule("hotline_elders",
           R"(when = { intake_channel = ["客服热线"], customer_group = ["老年人"] })",
           "effective_from = 2020-01-01", "length = 1") +
      rule(
          "hotline_loans",
          R"(when = { intake_channel = ["客服热线"], business = ["贷款"], customer_group = ["其他"] })",
          "effective_from = 2020-01-01", "length = 4"));
  const Date today = day("2026-03-02");
  const auto chosen = [&](const Facts& facts) { return book.choose("span", facts, today)->rule; };
  EXPECT_EQ(chosen({}), "general");
  EXPECT_EQ(chosen({{"intake_channel", "柜面"}}), "general");
  EXPECT_EQ(chosen({{"intake_channel", "手机银行"}}), "hotline");
  EXPECT_EQ(chosen({{"intake_channel", "客服热线"}, {"customer_group", "老年人"}}),
            "hotline_elders");
  EXPECT_EQ(chosen({{"intake_channel", "手机银行"}, {"customer_group", "老年人"}}), "hotline");
  EXPECT_EQ(
      chosen({{"intake_channel", "客服热线"}, {"customer_group", "其他"}, {"business", "贷款"}}),
      "hotline_loans");
}

TEST(ABanksRules, FollowEachOtherDayByDay) {
  const auto book =
      book_of(rule("own", "version = 1", "effective_from = 2024-01-01", "length = 5") +
              rule("own", "version = 2", "effective_from = 2026-03-01", "length = 3"));
  EXPECT_EQ(book.choose("span", {}, day("2023-12-31")), nullptr);
  EXPECT_EQ(book.choose("span", {}, day("2026-02-28"))->version, 1);
  EXPECT_EQ(book.choose("span", {}, day("2026-03-01"))->version, 2);
  EXPECT_EQ(book.find("own", 1)->effective_until, day("2026-02-28"));
}

TEST(ABanksRules, MayFollowARegulatoryLimitButNotReplaceIt) {
  const std::string next = R"(
[[rule]]
rule = "decide"
version = 2
subject = "complaint"
span = "decide"
zh = "投诉处理决定并告知"
en = "decision"
length = 10
measure = "calendar_days"
from = "received"
kind = "regulatory"
source = "新办法"
mark = "bank"
effective_from = 2027-07-01
ladder = "standard"
)";
  EXPECT_EQ(refusal(next), "none");
  std::string same = next;
  same.replace(same.find("version = 2"), 11, "version = 1");
  EXPECT_EQ(refusal(same), "rules.not_replaceable bank.toml:2 decide/1");
}

// A row of a bank for the span of the law, at line 2 of its file; `more` replaces members.
std::string beside_the_law(const std::vector<std::pair<std::string, std::string>>& more) {
  std::string text = R"(
[[rule]]
rule = "decide_hotline"
subject = "complaint"
span = "decide"
zh = "热线投诉处理"
en = "decision"
length = 10
measure = "calendar_days"
from = "received"
kind = "regulatory"
source = "属地监管部门要求"
mark = "bank"
effective_from = 2026-01-01
ladder = "standard"
when = { intake_channel = ["客服热线"] }
)";
  for (const auto& [from, to] : more) {
    EXPECT_NE(text.find(from), std::string::npos) << from;
    text.replace(text.find(from), from.size(), to);
  }
  return text;
}

TEST(ABanksRules, NeverReplaceLengthenOrSilenceTheLaw) {
  const auto with = [](const std::vector<std::pair<std::string, std::string>>& more) {
    return refusal(beside_the_law(more));
  };
  EXPECT_EQ(with({}), "none") << "stricter than the law";
  const std::string refused =
      "rules.laxer_than_law bank.toml:2 decide_hotline/1 = regulatory.toml:7 decide/1";
  EXPECT_EQ(with({{"length = 10", "length = 90"}}), refused);
  EXPECT_EQ(with({{"length = 10\n", ""}}), refused) << "without a value there would be no clock";
  EXPECT_EQ(with({{"\"regulatory\"", "\"internal\""}}), refused);
  EXPECT_EQ(with({{"calendar_days", "working_days"}}), refused);
  EXPECT_EQ(with({{"\"received\"", "\"accepted\""}}), refused);
  const std::string extension = "\n[[rule.extension]]\nto_total = ";
  const auto extended = [&](const std::string& text) {
    return refusal(beside_the_law({}) + extension + text);
  };
  EXPECT_EQ(extended("30\napprover = \"head\"\nneeds_notice = false\n"), "none");
  EXPECT_EQ(extended("31\napprover = \"head\"\nneeds_notice = true\n"), refused)
      << "another approver than the law's";
  EXPECT_EQ(extended("60\napprover = \"superior_or_executive\"\nneeds_notice = false\n"), refused);
  EXPECT_EQ(extended("61\napprover = \"superior_or_executive\"\nneeds_notice = true\n"), refused);
  EXPECT_EQ(extended("60\napprover = \"superior_or_executive\"\nneeds_notice = true\n"), "none");
  EXPECT_EQ(with({{"\"bank\"", "\"found\""}}),
            "rules.found_is_shipped bank.toml:2 decide_hotline/1");
  const std::string span = "span = \"decide\"";
  EXPECT_EQ(with({{span, "span = \"own\""}, {"length = 10", "length = 90"}}), "none")
      << "in a span of its own, beside the law's";
}

TEST(ABanksRules, OfALaterVersionLeaveNobodyWithoutTheLaw) {
  const auto with = [](std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {"\"decide_hotline\"", "\"decide\"\nversion = 2"});
    return refusal(beside_the_law(more));
  };
  const std::string refused =
      "rules.laxer_than_law bank.toml:2 decide/2 = regulatory.toml:7 decide/1";
  const std::string when = "when = { intake_channel = [\"客服热线\"] }\n";
  EXPECT_EQ(with({}), refused) << "of all but the hotline nobody would have a clock";
  EXPECT_EQ(with({{when, ""}}), "none");
  EXPECT_EQ(with({{when, "effective_until = 2026-12-31\n"}}), refused);
  EXPECT_EQ(with({{when, ""}, {"length = 10", "length = 16"}}), refused);
}

TEST(ABanksRules, OfOneSpanStartWithOneEvent) {
  std::string late = rule("late", "when = { source = [\"自收\"] }");
  late.replace(late.find("\"received\""), 10, "\"accepted\"");
  EXPECT_EQ(refusal(rule("own") + late),
            "rules.other_start bank.toml:1 own/1 = bank.toml:16 late/1");
}

TEST(ABanksRules, AskNothingThatIsKnownLaterOnly) {
  const std::string major = "when = { tier = [\"major\"] }";
  EXPECT_EQ(refusal(rule("own", major)), "rules.unknowable bank.toml:1 own/1");
  std::string later = rule("own", major);
  later.replace(later.find("\"received\""), 10, "\"accepted\"");
  EXPECT_EQ(refusal(later), "none");
}

TEST(ABanksRules, TakeOverOnlyWhatTheyHoldFor) {
  const std::string next =
      rule("own", "version = 2\ntakes_over = true", "effective_from = 2026-03-01");
  EXPECT_EQ(refusal(rule("own") + next), "none");
  EXPECT_EQ(refusal(rule("own") + next + "when = { source = [\"自收\"] }\n"),
            "rules.takes_over_others bank.toml:16 own/2 = bank.toml:1 own/1");
}

TEST(ABanksRules, WithGapsOrOverlapsAreRefusedWithThePlace) {
  const std::string until = "effective_until = 2026-02-28";
  const auto versions = [&](const std::string& first, const std::string& second) {
    return rule("own", "version = 1\n" + first, "effective_from = 2024-01-01") +
           rule("own", "version = 2", "effective_from = " + second);
  };
  EXPECT_EQ(refusal(versions(until, "2026-03-01")), "none");
  EXPECT_EQ(refusal(versions(until, "2026-03-02")), "rules.gap bank.toml:17 own/2");
  EXPECT_EQ(refusal(versions(until, "2026-02-28")), "rules.overlap bank.toml:17 own/2");
  EXPECT_EQ(refusal(versions("", "2024-01-01")), "rules.overlap bank.toml:17 own/2");
  EXPECT_EQ(refusal(versions("", "2023-01-01")), "rules.overlap bank.toml:17 own/2");
  EXPECT_EQ(refusal(rule("own") + rule("own")), "rules.duplicate bank.toml:16 own/1");
}

TEST(ABanksRules, ThatBothHoldAreRefusedWithBothPlaces) {
  const std::string hotline = R"(when = { intake_channel = ["客服热线", "柜面"] })";
  const std::string counter = R"(when = { intake_channel = ["柜面"] })";
  const std::string elders = R"(when = { customer_group = ["老年人"] })";
  EXPECT_EQ(refusal(rule("a", hotline) + rule("b", counter)),
            "rules.ambiguous bank.toml:16 b/1 = bank.toml:1 a/1");
  EXPECT_EQ(refusal(rule("a", hotline) + rule("b", elders)),
            "rules.ambiguous bank.toml:16 b/1 = bank.toml:1 a/1")
      << "an elder at the hotline would have two";
  EXPECT_EQ(refusal(rule("a", hotline) + rule("b", R"(when = { intake_channel = ["信函"] })")),
            "none");
  EXPECT_EQ(refusal(rule("a", hotline + "\n",
                         "effective_from = 2020-01-01\n"
                         "effective_until = 2020-12-31") +
                    rule("b", counter, "effective_from = 2021-01-01")),
            "none");
}

TEST(ABanksRules, AreRefusedForWhatIsWrongInThem) {
  const std::string good = rule("own");
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    return refusal(text);
  };
  const std::string place = " bank.toml:1 own/1 ";
  EXPECT_EQ(refusal(good), "none");
  EXPECT_EQ(refusal("[[rule]\n"), "rules.malformed bank.toml:1");
  EXPECT_EQ(refusal("\n[[rules]]\nx = 1\n"), "rules.unknown_key bank.toml:1 rules");
  EXPECT_EQ(refusal("rule = 3\n"), "rules.malformed bank.toml:1 rule");
  EXPECT_EQ(with("measure = \"working_days\"", "measure = \"weeks\""),
            "rules.unknown_word" + place + "measure");
  EXPECT_EQ(with("from = \"received\"", "from = \"yesterday\""),
            "rules.unknown_word" + place + "from");
  EXPECT_EQ(with("mark = \"bank\"", "mark = \"law\""), "rules.unknown_word" + place + "mark");
  EXPECT_EQ(with("kind = \"internal\"", "kind = \"legal\""), "rules.unknown_word" + place + "kind");
  EXPECT_EQ(with("ladder = \"standard\"", "ladder = \"steep\""),
            "rules.unknown_word" + place + "ladder");
  EXPECT_EQ(with("span = \"span\"", "span = \"a span\""), "rules.unknown_word" + place + "span");
  EXPECT_EQ(with("measure = \"working_days\"\n", ""), "rules.missing" + place + "measure");
  EXPECT_EQ(with("source = \"行内规定\"\n", ""), "rules.missing" + place + "source");
  EXPECT_EQ(with("effective_from = 2020-01-01\n", ""), "rules.missing" + place + "effective_from");
  EXPECT_EQ(with("2020-01-01", "2020-02-30"), "rules.malformed bank.toml:14") << "no such day";
  EXPECT_EQ(with("2020-01-01", "\"2020-01-01\""), "rules.malformed" + place + "effective_from");
  EXPECT_EQ(with("length = 3", "length = 3.5"), "rules.malformed" + place + "length");
  EXPECT_EQ(with("length = 3", "length = -3"), "rules.range" + place + "length");
  EXPECT_EQ(with("length = 3", "length = 4000"), "rules.range" + place + "length");
  EXPECT_EQ(with("length = 3", "lenght = 3"), "rules.unknown_key" + place + "lenght");
  EXPECT_EQ(with("subject = \"exercise\"", "subject = \"exercise\"\nversion = 0"),
            "rules.range bank.toml:1 own/0 version");
  EXPECT_EQ(refusal(rule("own", "effective_until = 2019-12-31")),
            "rules.dates" + place + "effective_until");
  EXPECT_EQ(refusal(rule("own", "warn_before = [1, 3]")), "rules.range" + place + "warn_before");
  EXPECT_EQ(refusal(rule("own", "inner_before = 3")), "rules.range" + place + "inner_before");
  EXPECT_EQ(refusal(rule("own", "exclusions = [\"holiday\"]")),
            "rules.unknown_word" + place + "exclusions");
  EXPECT_EQ(refusal(rule("own", "when = { colour = [\"red\"] }")),
            "rules.unknown_word" + place + "when.colour");
  EXPECT_EQ(refusal(rule("own", "when = { source = [] }")),
            "rules.malformed" + place + "when.source");
}

TEST(ABanksRules, AreRefusedForWhatIsWrongInTheirExtensionsAndLadders) {
  const auto extension = [](const std::string& text) {
    return refusal(rule("own", "[[rule.extension]]\n" + text));
  };
  const std::string place = " bank.toml:15 own/1 extension ";
  const std::string rest = "\napprover = \"head\"\nneeds_notice = true";
  EXPECT_EQ(extension("to_total = 6" + rest), "none");
  EXPECT_EQ(extension("to_total = 3" + rest), "rules.range" + place + "to_total");
  EXPECT_EQ(extension("to_total = 6\nneeds_notice = true"), "rules.missing" + place + "approver");
  EXPECT_EQ(extension("to_total = 6\napprover = \"me\"\nneeds_notice = true"),
            "rules.unknown_word" + place + "approver");
  EXPECT_EQ(extension("to_total = 6\napprover = \"head\""),
            "rules.missing" + place + "needs_notice");
  const auto ladder = [](const std::string& hours) {
    return refusal("[[ladder]]\nname = \"own\"\nafter_hours = {" + hours + "}\n");
  };
  EXPECT_EQ(ladder("owner = 0, unit_head = 1, officer = 2, branch = 3, head_office = 4"), "none");
  EXPECT_EQ(ladder("owner = 0, unit_head = 1, branch = 3, head_office = 4"),
            "rules.missing bank.toml:3 own after_hours officer")
      << "no rung is left out";
  EXPECT_EQ(ladder("owner = 0, unit_head = 1, officer = 1, branch = 3, head_office = 4"),
            "rules.range bank.toml:3 own after_hours officer");
  EXPECT_EQ(ladder("owner = 0, unit_head = 1, officer = 2, branch = 3, head_office = 4, god = 5"),
            "rules.unknown_key bank.toml:3 own after_hours god");
}

}  // namespace
}  // namespace xb::workflow
