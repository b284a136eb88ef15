#include "modules/tip_offs/service.h"

#include <gtest/gtest.h>

#include "platform/clocks/notices.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/store.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::tip_offs {
namespace {

constexpr const char* bribe = R"({
  "summary": "信贷员收好处费", "wording": "东湖营业部有人收取贷款客户好处费",
  "reported_ids": [301], "reporter_name": "欧阳明月", "reporter_reach": "13812345678"})";

class TipOffs : public testing::TestWithParam<test::Engine> {
 protected:
  TipOffs() {
    const auto made = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      using identity::UnitKind;
      for (const auto& [code, line] :
           {std::pair{"100101", ""}, {"100102", ""}, {"100103", "零售"}, {"200103", "零售"}})
        TRY(identity::open_unit(work, {.code = identity::Code::trusted(code),
                                       .name = identity::Title::trusted(code),
                                       .name_en = {},
                                       .kind = UnitKind::department,
                                       .parent_id = Id<Unit>{code[0] == '1' ? 100 : 101},
                                       .line = Text<100>::trusted(line),
                                       .opened_on = {}}));
      test::hire(work, {{301}, "accused", "teller", "210001"});
      test::hire(work, {{302}, "colleague", "teller", "210001"});
      test::hire(work, {{401}, "inquirer", "discipline", "100101"});
      test::hire(work, {{402}, "auditor", "auditor", "100102"});
      test::hire(work, {{403}, "retail", "handler", "200103"});
      return {};
    });
    EXPECT_TRUE(made.has_value()) << refusal(made);
    discipline_ = actor(401, unit("100101"));
    auditor_ = actor(402, unit("100102"));
  }

  Id<Unit> unit(const char* code) {
    return bank_.read(Actor::system(),
                      [&](Work& work) { return identity::find_unit_by_code(work.tx, code)->id; });
  }
  static Actor actor(std::int64_t person, Id<Unit> unit) {
    return {{person}, Scope::whole_bank(), {}, unit};
  }

  Result<Registered> taken_down(const Actor& by, std::string_view json) {
    const auto read = input<NewTipOff>(json);
    return bank_.write(by, now_, [&](Work& work) { return register_tip_off(work, read); });
  }
  Id<TipOff> registered(std::string_view json = bribe) {
    const auto made = taken_down(auditor_, json);
    EXPECT_TRUE(made.has_value()) << refusal(made);
    return made->id;
  }
  template <class Out, class Input>
  Result<Out> act(const Actor& by, Result<Out> (*command)(Work&, Id<TipOff>, const Input&),
                  Id<TipOff> id, std::string_view json) {
    const auto read = input<Input>(json);
    return bank_.write(by, now_, [&](Work& work) { return command(work, id, read); });
  }
  Result<TipOffState> assigned(Id<TipOff> id, std::int64_t person, Id<Unit> unit) {
    return act(discipline_, assign, id,
               R"({"unit_id": )" + std::to_string(unit.number) + R"(, "handler_id": )" +
                   std::to_string(person) + "}");
  }
  Result<TipOffView> found(const Actor& by, Id<TipOff> id) {
    return bank_.read(by, [&](Work& work) { return find(work, id); });
  }
  std::size_t listed(const Actor& by) {
    return bank_.read(by, [](Work& work) { return list(work, {.filters = {}}); })->items.size();
  }
  std::size_t counted(const Actor& by) {
    return bank_.read(by, [](Work& work) { return count(work); })->items.size();
  }
  std::size_t notices(const Actor& by) {
    return bank_
        .read(by,
              [](Work& work) {
                return clocks::list_notices(work, {.filters = {}, .sort = "sent_at"});
              })
        ->items.size();
  }
  void sweep() {
    const auto swept = bank_.write(Actor::system(), now_, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, {clock_source()});
    });
    EXPECT_TRUE(swept.has_value());
  }

  // Nothing of it, on any path.
  void expect_nothing(const Actor& by, Id<TipOff> id, const std::string& who) {
    EXPECT_EQ(refusal(found(by, id)), "tip_off.missing") << who;
    EXPECT_EQ(listed(by), 0u) << who;
    EXPECT_EQ(counted(by), 0u) << who;
    EXPECT_EQ(notices(by), 0u) << who;
    EXPECT_EQ(refusal(bank_.read(by, [&](Work& work) { return timeline(work, id); })),
              "tip_off.missing")
        << who;
    const auto before = test::world(bank_.database());
    EXPECT_EQ(refusal(act(by, assign, id, R"({"unit_id": 100, "handler_id": 401})")),
              "tip_off.missing")
        << who;
    EXPECT_EQ(refusal(act(by, decide, id, R"({"finding": "unsubstantiated", "decision": "查无"})")),
              "tip_off.missing")
        << who;
    EXPECT_EQ(refusal(act(by, close, id, "{}")), "tip_off.missing") << who;
    EXPECT_EQ(refusal(act(by, open_reporter, id, R"({"reason": "好奇"})")), "tip_off.missing")
        << who;
    EXPECT_EQ(test::world(bank_.database()), before) << who;
  }

  test::Bank bank_{GetParam()};
  Instant now_ = test::monday;
  Actor discipline_;
  Actor auditor_;
};

TEST_P(TipOffs, AreKeptFromTheReportedHisUnitAndHisSuperiorsOnEveryPath) {
  const auto id = registered();
  now_ = now_ + std::chrono::days{70};
  sweep();
  Actor part_time = actor(411, unit("100101"));
  part_time.other_units = {{103}};
  Actor substitute = actor(412, unit("100101"));
  substitute.on_behalf_of = {301};
  Actor outside_scope = discipline_;
  outside_scope.scope = {Level::branch, {102}};
  const std::pair<std::string, Actor> barred[] = {
      {"himself", actor(301, {103})},
      {"himself, elsewhere by now", actor(301, unit("100101"))},
      {"a colleague", actor(302, {103})},
      {"the branch above", actor(413, {101})},
      {"the president", actor(414, {100})},
      {"who also works in his unit", part_time},
      {"who stands in for him", substitute},
      {"who sees a branch only", outside_scope},
  };
  for (const auto& [who, by] : barred) expect_nothing(by, id, who);
  EXPECT_EQ(listed(discipline_), 1u);
  EXPECT_EQ(listed(auditor_), 1u);
  EXPECT_EQ(counted(discipline_), 1u);
  EXPECT_FALSE(found(discipline_, id)->notices.empty()) << "he is told in its own place";
  EXPECT_EQ(notices(discipline_), 0u) << "and in no common list";
}

TEST_P(TipOffs, ShutOutTheWholeLineOfAReportedUnit) {
  const std::string json = R"({"summary": "违规放贷", "reported_unit_ids": [)" +
                           std::to_string(unit("200103").number) + "]}";
  const auto id = registered(json);
  EXPECT_TRUE(found(discipline_, id)->is_anonymous);
  EXPECT_TRUE(found(discipline_, id).has_value());
  expect_nothing(actor(403, unit("200103")), id, "the unit");
  expect_nothing(actor(421, unit("100103")), id, "the same line at head office");
  expect_nothing(actor(422, {101}), id, "the branch above");
}

TEST_P(TipOffs, AreTakenDownByNobodyTheyAreAbout) {
  const auto before = test::world(bank_.database());
  EXPECT_EQ(refusal(taken_down(actor(302, {103}), bribe)),
            "tip_off.conflict_of_interest reported_ids");
  EXPECT_EQ(refusal(taken_down(bank_.chen_yu, R"({"summary": "a", "reported_ids": [999]})")),
            "person.missing reported_ids");
  EXPECT_EQ(refusal(taken_down(discipline_, R"({"summary": "a", "reported_unit_ids": [999]})")),
            "unit.missing reported_unit_ids");
  EXPECT_EQ(refusal(taken_down(discipline_, R"({"summary": "a", "reported_ids": [],
                                "reported_unit_ids": [], "due_on": "2026-03-01"})")),
            "tip_off.due_early due_on");
  EXPECT_EQ(test::world(bank_.database()), before);
}

TEST_P(TipOffs, AreInquiredIntoOutsideTheLineAndTheResultIsTold) {
  const auto made = taken_down(auditor_, bribe);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  const auto id = made->id;
  EXPECT_EQ(refusal(assigned(id, 302, {103})), "tip_off.in_the_line handler_id");
  EXPECT_EQ(refusal(assigned(id, 401, unit("100102"))), "tip_off.handler_elsewhere handler_id");
  ASSERT_TRUE(assigned(id, 401, unit("100101")).has_value());
  const char* decision = R"({"finding": "partly", "decision": "收受礼品属实，已移送处理"})";
  EXPECT_EQ(refusal(act(auditor_, decide, id, decision)), "tip_off.not_yours");
  ASSERT_TRUE(act(discipline_, decide, id, decision).has_value());
  EXPECT_FALSE(found(discipline_, id)->due_at.has_value());
  EXPECT_EQ(refusal(act(discipline_, close, id, "{}")), "tip_off.result_untold told");
  EXPECT_EQ(refusal(act(discipline_, close, id, R"({"told": {"at": "2026-03-01T09:00:00+08:00",
                        "by": "电话", "proof": "录音1"}})")),
            "tip_off.told_early told.at");
  ASSERT_TRUE(act(discipline_, close, id, R"({"told": {"at": "2026-03-02T09:00:00+08:00",
                  "by": "电话", "proof": "录音1"}})")
                  .has_value());
  EXPECT_EQ(found(discipline_, id)->state, State::closed);
  EXPECT_EQ(refusal(act(discipline_, close, id, "{}")), "tip_off.wrong_state");
}

TEST_P(TipOffs, ShowTheReporterToNobodyWithoutAReason) {
  const auto id = registered();
  const std::string shown = to_json(*found(discipline_, id));
  EXPECT_EQ(shown.find("欧"), std::string::npos);
  EXPECT_EQ(shown.find("5678"), std::string::npos);
  const auto opened = act(discipline_, open_reporter, id, R"({"reason": "补充询问"})");
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->reporter_name->value, "欧阳明月");
  const auto stored = test::world(bank_.database());
  for (const char* secret : {"欧阳明月", "13812345678", "好处费", "补充询问"})
    EXPECT_FALSE(test::holds(stored, secret)) << secret;
  const auto timeline_of = bank_.read(discipline_, [&](Work& work) { return timeline(work, id); });
  for (const auto& entry : timeline_of->items)
    EXPECT_EQ(entry.facts.text.find("barred"), std::string::npos) << "whom it is about is no fact";
}

TEST_P(TipOffs, RunByTheBanksClockOrTheRegulatorsDate) {
  EXPECT_EQ(found(discipline_, registered())->due_at, Zone{}.start(*parse_date("2026-05-02")));
  const auto id =
      registered(R"({"summary": "转来的举报", "reported_ids": [], "due_on": "2026-03-20"})");
  EXPECT_EQ(found(discipline_, id)->due_at, Zone{}.start(*parse_date("2026-03-21")));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TipOffs, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::tip_offs
