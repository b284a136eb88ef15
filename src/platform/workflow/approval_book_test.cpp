#include "platform/workflow/approval_book.h"

#include "platform/workflow/limits_fixture.h"

namespace xb::workflow {
namespace {

// One row of a bank; `more` follows its members.
std::string row(const std::string& name, const std::string& more = {},
                const std::string& steps = R"([["unit_head"]])",
                const std::string& effective = "effective_from = 2020-01-01") {
  return "[[approval]]\nrule = \"" + name + "\"\nmatter = \"gift\"\nzh = \"批\"\nen = \"gift\"\n" +
         "source = \"行内规定\"\nmark = \"bank\"\n" + effective + "\nsteps = " + steps + "\n" +
         more + "\n";
}

Result<ApprovalBook> book_of(const std::string& text) {
  const RuleFile file{"bank.toml", text};
  return ApprovalBook::read(shipped_approvals(), {&file, 1});
}
std::string refusal(const std::string& text) {
  const auto book = book_of(text);
  return book ? "none" : book.error().code + " " + book.error().field;
}

std::string chosen(const ApprovalBook& book, std::string_view matter, const Facts& facts,
                   std::int64_t amount_fen = 0, std::string_view on = "2026-03-02") {
  const auto* rule = book.choose(matter, facts, amount_fen, day(on));
  return rule == nullptr ? "nobody" : rule->rule + "/" + std::to_string(rule->version);
}

TEST(TheShippedApprovals, FitTogetherAndClaimNoLawThatThereIsNot) {
  const auto book = ApprovalBook::read(shipped_approvals(), {});
  ASSERT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
  for (const ApprovalRule& one : book->rules()) {
    EXPECT_NE(one.mark, Mark::bank) << one.rule;
    if (one.matter == "decision") {
      EXPECT_EQ(one.mark, Mark::design) << one.rule;
    }
  }
}

TEST(TheShippedApprovals, LeadFromTheApproverOfALimitToItsSteps) {
  const auto book = *ApprovalBook::read(shipped_approvals(), {});
  for_each_enumerator<Approver>([&](std::string_view name, Approver approver) {
    const auto* rule =
        book.choose("extension", {{"approver", std::string{name}}}, 0, day("2026-03-02"));
    EXPECT_EQ(rule == nullptr, approver == Approver::nobody_named) << name;
  });
  const auto* by_superior =
      book.choose("extension", {{"approver", "superior_or_executive"}}, 0, day("2026-03-02"));
  EXPECT_EQ(by_superior->steps, (std::vector<ApprovalStep>{{Office::superior, Office::executive}}));
}

TEST(TheShippedApprovals, OfDecisionsGoByTierAndAmount) {
  const auto book = *ApprovalBook::read(shipped_approvals(), {});
  const Facts ordinary{{"tier", "ordinary"}}, complex{{"tier", "complex"}},
      major{{"tier", "major"}};
  EXPECT_EQ(chosen(book, "decision", {}), "decision_small/1");
  EXPECT_EQ(chosen(book, "decision", ordinary, 100'000), "decision_small/1");
  EXPECT_EQ(chosen(book, "decision", ordinary, 100'001), "decision_medium/1");
  EXPECT_EQ(chosen(book, "decision", ordinary, 1'000'000), "decision_medium/1");
  EXPECT_EQ(chosen(book, "decision", ordinary, 1'000'001), "decision_large/1");
  EXPECT_EQ(chosen(book, "decision", complex, 1), "decision_complex/1");
  EXPECT_EQ(chosen(book, "decision", major, 5'000'000), "decision_major/1");
  EXPECT_EQ(chosen(book, "decision", major, 0, "2019-01-01"), "nobody");
  EXPECT_EQ(chosen(book, "offer", ordinary, 100'000), "offer_small/1");
  EXPECT_TRUE(book.find("offer_small", 1)->steps.empty()) << "whoever handles it, by himself";
  EXPECT_EQ(chosen(book, "offer", ordinary, 100'001), "offer_medium/1");
  EXPECT_EQ(chosen(book, "offer", complex, 1'000'001), "offer_large/1");
  EXPECT_EQ(chosen(book, "offer", major, 0), "offer_major/1");
}

TEST(AnApprovalBook, TakesTheRowsOfABank) {
  const auto book = book_of(row("own", "", R"([["officer"], ["superior", "executive"]])") +
                            row("elders", R"(when = { customer_group = ["老年人"] })"));
  ASSERT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
  EXPECT_EQ(chosen(*book, "gift", {}), "own/1");
  EXPECT_EQ(chosen(*book, "gift", {{"customer_group", "老年人"}}), "elders/1");
  EXPECT_EQ(book->find("own", 1)->steps.size(), 2u);
  EXPECT_EQ(book->find("own", 2), nullptr);
}

TEST(AnApprovalBook, LetsABankSayWhatNoLawSays) {
  const std::string figure =
      "[[approval]]\nrule = \"decision_small\"\nmatter = \"decision\"\nzh = \"批\"\nen = \"x\"\n"
      "source = \"行内规定\"\nmark = \"bank\"\neffective_from = 2020-03-01\namount_to_fen = "
      "100_000\n"
      "steps = [[\"officer\"]]\n";
  const auto book = book_of(figure);
  ASSERT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
  EXPECT_EQ(book->find("decision_small", 1)->mark, Mark::bank);
  std::string law = figure;
  law.replace(law.find("decision_small"), 14, "extension_by_superior");
  EXPECT_EQ(refusal(law), "rules.not_replaceable bank.toml:1 extension_by_superior/1");
  EXPECT_EQ(refusal(figure + figure), "rules.duplicate bank.toml:11 decision_small/1");
}

TEST(AnApprovalBook, IsRefusedWithThePlaceOfAGapOrAnOverlapOfAmounts) {
  const auto two = [](const std::string& first, const std::string& second) {
    return row("a", first) + row("b", second);
  };
  EXPECT_EQ(refusal(two("amount_to_fen = 10", "amount_from_fen = 11")), "none");
  EXPECT_EQ(refusal(two("amount_to_fen = 10", "amount_from_fen = 12")),
            "rules.amount_gap bank.toml:1 a/1");
  EXPECT_EQ(refusal(two("amount_to_fen = 10", "amount_from_fen = 10")),
            "rules.ambiguous bank.toml:11 b/1 = bank.toml:1 a/1");
  EXPECT_EQ(refusal(two("amount_to_fen = 10", "amount_from_fen = 11\namount_to_fen = 20")),
            "rules.amount_gap bank.toml:11 b/1");
  EXPECT_EQ(refusal(row("a", "amount_from_fen = 1")), "rules.amount_gap bank.toml:1 a/1");
  EXPECT_EQ(refusal(row("a", "amount_from_fen = -1")),
            "rules.range bank.toml:1 a/1 amount_from_fen");
  EXPECT_EQ(refusal(row("a", "amount_from_fen = 9\namount_to_fen = 8")),
            "rules.range bank.toml:1 a/1 amount_to_fen");
}

// What comes later may leave open what an earlier row had closed.
TEST(AnApprovalBook, IsLookedAtOnEveryDayOnWhichItChanges) {
  const std::string step = R"([["unit_head"]])";
  const std::string from = "effective_from = 2020-01-01";
  const std::string ends = from + "\neffective_until = 2026-05-31";
  EXPECT_EQ(refusal(row("a", "amount_to_fen = 10", step, ends) +
                    row("b", "amount_from_fen = 11", step, from)),
            "rules.amount_gap bank.toml:12 b/1");
  EXPECT_EQ(refusal(row("a", "amount_to_fen = 10", step, ends) +
                    row("b", "amount_from_fen = 11", step, ends)),
            "none");
  const std::string second = "version = 2\n";
  EXPECT_EQ(
      refusal(row("a", "", step, ends) + row("a", second, step, "effective_from = 2026-06-02")),
      "rules.gap bank.toml:12 a/2");
  EXPECT_EQ(
      refusal(row("a", "", step, ends) + row("a", second, step, "effective_from = 2026-05-31")),
      "rules.overlap bank.toml:12 a/2");
  EXPECT_EQ(
      refusal(row("a", "", step, ends) + row("a", second, step, "effective_from = 2026-06-01")),
      "none");
}

TEST(AnApprovalBook, IsRefusedWithThePlaceOfWhatItDoesNotKnow) {
  EXPECT_EQ(refusal(row("a", "", R"([["king"]])")), "rules.unknown_word bank.toml:1 a/1 steps");
  EXPECT_EQ(refusal(row("a", "", R"([["owner"]])")), "rules.unknown_word bank.toml:1 a/1 steps")
      << "nobody approves what is his own to do";
  EXPECT_EQ(refusal(row("a", "", R"([["officer", "officer"]])")),
            "rules.duplicate bank.toml:1 a/1 steps");
  EXPECT_EQ(refusal(row("a", "", "[]")), "rules.range bank.toml:1 a/1 steps");
  EXPECT_EQ(refusal(row("a", "", "[[]]")), "rules.malformed bank.toml:1 a/1 steps");
  EXPECT_EQ(refusal(row("a", "", R"(["officer"])")), "rules.malformed bank.toml:1 a/1 steps");
  EXPECT_EQ(refusal(row("a", "limit = 3")), "rules.unknown_key bank.toml:1 a/1 limit");
  EXPECT_EQ(refusal(row("a", "when = { moon = [\"full\"] }")),
            "rules.unknown_word bank.toml:1 a/1 when.moon");
  EXPECT_EQ(refusal("[[approval]]\nrule = \"a\"\n"), "rules.missing bank.toml:1 a/1 zh");
  EXPECT_EQ(refusal("[[approval]\n"), "rules.malformed bank.toml:1");
}

}  // namespace
}  // namespace xb::workflow
