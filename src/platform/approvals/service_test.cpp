// Approvals of an invented matter: a gift, agreed to by one or two offices according to its amount.
#include "platform/approvals/service.h"

#include "platform/approvals/rules.h"
#include "platform/evidence/log.h"
#include "platform/identity/people/service.h"
#include "platform/inbox/service.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::approvals {

struct Gift {
  std::int64_t amount_fen = 0;
  Note wish;
};
BOOST_DESCRIBE_STRUCT(Gift, (), (amount_fen, wish))

namespace {

constexpr std::string_view own_book = R"(
[[approval]]
rule = "small_gift"
matter = "gift"
zh = "小额"
en = "small"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
amount_to_fen = 10_000
steps = [["unit_head"]]
[[approval]]
rule = "large_gift"
matter = "gift"
zh = "大额"
en = "large"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
amount_from_fen = 10_001
steps = [["unit_head", "officer"], ["superior", "executive"]]
)";

// Outlet 103 in branch 101: head 304 and officer 305, branch head 306, president 308; 301 asks.
class Gifts : public testing::TestWithParam<test::Engine> {
 protected:
  // Before its first use, which needs its type.
  template <class Command>
  auto write(const Actor& actor, Command&& command) {
    return bank_.write(actor, test::monday, [&](Work& work) {
      work.limits = &limits_;
      return command(work);
    });
  }
  Gifts() {
    hire(301, "teller", "210001");
    hire(304, "outlet_head", "210001");
    hire(305, "liaison", "210001");
    hire(306, "branch_head", "200000");
    hire(308, "president", "100000");
    const auto wished = write(Actor::system(), [&](Work& work) -> Result<void> {
      const auto key = sealing::new_key(work);
      key_ = key.id();
      evidence::append(work, "gift.wished", evidence::Subject(Id<Gift>{gift}, key),
                       evidence::Nothing{});
      return {};
    });
    EXPECT_TRUE(wished.has_value());
  }

  void hire(std::int64_t id, const char* post, const char* unit) {
    const auto hired = write(Actor::system(), [&](Work& work) -> Result<void> {
      test::hire(work, {{id}, std::string{post} + std::to_string(id), post, unit});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }
  Actor acting(std::int64_t person, std::int64_t absent = 0) {
    Actor out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = test::acting(tx, {person}, {absent}); });
    return out;
  }

  Result<Approval> ask(std::int64_t amount_fen, std::int64_t person = 301) {
    const Gift wished{amount_fen, Note::trusted("送给欧阳明月 13987654321")};
    const About about{"gift", gift, "G-1", key_, {.place = {{101}, {}, {103}}}};
    return write(acting(person), [&](Work& work) -> Result<Approval> {
      const auto* rule = rule_for(work, {"gift", {}, amount_fen});
      if (rule == nullptr) return refuse(Reason::conflict, "approval.no_rule");
      return approvals::ask(work, about, *rule, asked_for(wished));
    });
  }
  Matters matters() {
    return {{"gift", shown<Gift>, [this](Work&, const Approval& approval) -> Result<Effect> {
               given_.push_back(asked_in<Gift>(approval.input).amount_fen);
               if (given_.back() == 666) return refuse(Reason::conflict, "gift.unlucky");
               return given_.back() == 777 ? Effect::later : Effect::done;
             }}};
  }
  Result<ApprovalView> decide(const Actor& actor, Id<Approval> id, Verdict verdict = Verdict::grant,
                              std::optional<std::int64_t> if_version = {}) {
    std::optional<Note> reason;
    if (verdict != Verdict::grant) reason = Note::trusted("不妥");
    return write(actor, [&](Work& work) {
      work.if_version = if_version;
      return approvals::decide(work, matters(), id, {verdict, reason});
    });
  }
  std::size_t waiting(const Actor& actor) {
    return bank_.read(actor, [&](Work& work) { return list(work, {}); })->items.size();
  }
  std::vector<inbox::ToldView> told(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return inbox::read_inbox(work); })->items;
  }
  std::vector<std::string> kinds() {
    std::vector<std::string> out;
    bank_.read(Actor::system(), [&](Work& work) {
      for (const auto& entry : evidence::timeline(work, gift, 0, 100)) out.push_back(entry.kind);
      return true;
    });
    return out;
  }

  static constexpr std::int64_t gift = 9'000;
  Id<sealing::DataKey> key_;
  std::vector<std::int64_t> given_;
  const workflow::RuleFile file_{"bank.toml", own_book};
  const workflow::Limits limits_{*workflow::RuleBook::read(workflow::shipped_rules(), {}),
                                 *workflow::ApprovalBook::read({}, {&file_, 1})};
  test::Bank bank_{GetParam()};
};

TEST_P(Gifts, OfSmallAmountsAreGrantedByOneAndGivenAtOnce) {
  const auto approval = ask(500);
  ASSERT_TRUE(approval.has_value()) << refusal(approval);
  EXPECT_EQ(waiting(acting(304)), 1u);
  EXPECT_EQ(waiting(acting(305)), 0u);
  const auto granted = decide(acting(304), approval->id);
  ASSERT_TRUE(granted.has_value()) << refusal(granted);
  EXPECT_EQ(granted->state, State::spent);
  EXPECT_EQ(given_, std::vector<std::int64_t>{500});
  EXPECT_EQ(kinds(),
            (std::vector<std::string>{"gift.wished", "approval.asked", "approval.granted"}));
  EXPECT_NE(granted->input.text.find("139****4321"), std::string::npos) << granted->input.text;
  EXPECT_FALSE(test::holds(test::world(bank_.database()), "欧阳明月"));
  EXPECT_EQ(refusal(ask(500)), "none") << "what is spent is over: another may be asked for";
}

TEST_P(Gifts, OfLargeAmountsAreGrantedByTwoPersonsOneAfterTheOther) {
  const auto approval = ask(20'000);
  ASSERT_TRUE(approval.has_value()) << refusal(approval);
  EXPECT_EQ(waiting(acting(304)), 1u);
  EXPECT_EQ(waiting(acting(305)), 1u) << "any of a step will do";
  EXPECT_EQ(waiting(acting(306)), 0u);
  EXPECT_EQ(refusal(decide(acting(306), approval->id)), "approval.missing") << "not yet his";
  const auto passed = decide(acting(305), approval->id);
  ASSERT_TRUE(passed.has_value()) << refusal(passed);
  EXPECT_EQ(passed->state, State::waiting);
  EXPECT_EQ(refusal(decide(acting(305), approval->id)), "approval.not_yours") << "a second time";
  EXPECT_TRUE(given_.empty());
  EXPECT_EQ(waiting(acting(304)), 0u);
  EXPECT_EQ(waiting(acting(306)), 1u);
  EXPECT_EQ(waiting(acting(308)), 1u);
  EXPECT_EQ(refusal(decide(acting(305, 306), approval->id)), "approval.same_person")
      << "nor as the second's substitute";
  EXPECT_EQ(refusal(decide(acting(301, 306), approval->id)), "approval.same_person");
  EXPECT_EQ(refusal(decide(acting(306), approval->id, Verdict::grant, 1)), "version.changed");
  const auto granted = decide(acting(306), approval->id, Verdict::grant, 2);
  ASSERT_TRUE(granted.has_value()) << refusal(granted);
  EXPECT_EQ(granted->steps.at(0).person_id, Id<Person>{305});
  EXPECT_EQ(granted->steps.at(1).person_id, Id<Person>{306});
  EXPECT_EQ(given_.size(), 1u);
  EXPECT_EQ(kinds(), (std::vector<std::string>{"gift.wished", "approval.asked", "approval.passed",
                                               "approval.granted"}));
}

// The branch's head asks and the outlet's head agrees; the next one up has the second word.
TEST_P(Gifts, PassOverChairsInWhichOnlyPeopleSitWhoHadAHandInThem) {
  const auto approval = ask(20'000, 306);
  ASSERT_TRUE(approval.has_value()) << refusal(approval);
  ASSERT_EQ(refusal(decide(acting(304), approval->id)), "none");
  EXPECT_EQ(waiting(acting(306)), 0u);
  EXPECT_EQ(refusal(decide(acting(306), approval->id)), "approval.not_yours");
  EXPECT_EQ(refusal(decide(acting(308), approval->id)), "none");
}

TEST_P(Gifts, AreListedWithTheirMoneyAndWhatTheyAreAbout) {
  ASSERT_EQ(refusal(ask(500)), "none");
  std::vector<std::int64_t> asked_about;
  const auto glances = [&](Work&, const std::vector<std::int64_t>& waiting,
                           const std::vector<std::int64_t>& others) {
    asked_about = waiting;
    EXPECT_TRUE(others.empty());
    return std::map<std::int64_t, Glance>{
        {gift, {Note::trusted("送给 13987654321"), test::monday}}};
  };
  const auto page = bank_.read(acting(304), [&](Work& work) { return list(work, {}, glances); });
  ASSERT_EQ(page->items.size(), 1u);
  EXPECT_EQ(page->items[0].amount_fen, 500);
  EXPECT_EQ(page->items[0].due_at, test::monday);
  EXPECT_EQ(asked_about, std::vector<std::int64_t>{gift});
  const std::string json = to_json(page->items[0]);
  EXPECT_NE(json.find("139****4321"), std::string::npos) << json;
  EXPECT_EQ(json.find("13987654321"), std::string::npos) << json;
}

TEST_P(Gifts, AreHeardOfByWhoAskedOnceTheyAreDecided) {
  const auto first = ask(20'000);
  ASSERT_EQ(refusal(decide(acting(305), first->id)), "none");
  EXPECT_TRUE(told(acting(301)).empty()) << "there is a step to come";
  ASSERT_EQ(refusal(decide(acting(306), first->id, Verdict::hand_back)), "none");
  const auto heard = told(acting(301));
  ASSERT_EQ(heard.size(), 1u);
  EXPECT_EQ(heard[0].kind, inbox::Kind::handed_back);
  EXPECT_EQ(heard[0].matter, "gift");
  EXPECT_EQ(heard[0].subject_number, "G-1");
  EXPECT_EQ(heard[0].approval_id->number, first->id.number);
  EXPECT_TRUE(told(acting(304)).empty()) << "nobody else";
  EXPECT_EQ(told(acting(305, 301)).size(), 1u) << "but who stands in for him";
  const auto again = ask(500);
  EXPECT_TRUE(told(acting(301)).empty()) << "overtaken";
  ASSERT_EQ(refusal(decide(acting(304), again->id)), "none");
  EXPECT_EQ(told(acting(301)).at(0).kind, inbox::Kind::granted);
}

TEST_P(Gifts, AreNotGrantedWhereTheirModuleRefuses) {
  const auto approval = ask(666);
  const auto before = test::world(bank_.database());
  EXPECT_EQ(refusal(decide(acting(304), approval->id)), "gift.unlucky");
  EXPECT_EQ(test::world(bank_.database()), before);
}

TEST_P(Gifts, ThatAreGrantedForLaterWaitForTheirModule) {
  const auto approval = ask(777);
  EXPECT_EQ(decide(acting(304), approval->id)->state, State::granted);
  EXPECT_EQ(refusal(ask(778)), "approval.other_open");
  EXPECT_EQ(refusal(ask(777)), "none") << "the same one";
  const auto spent = write(acting(301), [&](Work& work) -> Result<void> {
    auto open = open_of(work, gift, "gift");
    evidence::append(work, "gift.given",
                     evidence::Subject(Id<Gift>{gift}, sealing::key(work, key_)),
                     evidence::Nothing{});
    return spend(work, *open);
  });
  EXPECT_EQ(refusal(spent), "none");
  EXPECT_EQ(refusal(ask(778)), "none");
}

TEST(TheLifeOfAnApproval, HasNoWayBack) {
  for_each_enumerator<State>([](std::string_view name, State state) {
    const bool is_open = state == State::waiting || state == State::granted;
    for_each_enumerator<Action>([&](std::string_view, Action action) {
      if (!is_open) {
        EXPECT_EQ(refusal(after(state, action)), "approval.settled") << name;
      }
    });
  });
  EXPECT_EQ(refusal(after(State::waiting, Action::spend)), "approval.settled");
  EXPECT_EQ(refusal(after(State::granted, Action::refuse)), "approval.settled");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Gifts, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::approvals
