#include "modules/complaints/assignment/service.h"

#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/triage/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/people/service.h"
#include "platform/inbox/service.h"
#include "test/support/people.h"

namespace xb::complaints {
namespace {

using test::monday;

const Id<Unit> yunjin{101}, ningqiao{102}, donghu{103}, renmin{104};
const Id<Person> lin_fang{211}, wu_tao{212};

class AnAssignment : public Department {
 protected:
  AnAssignment() {
    hire(lin_fang, "linfang", "branch_officer", "200000");
    hire(wu_tao, "wutao", "teller", "310001");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    ASSERT_TRUE(hired.has_value());
  }
  Actor at(Id<Person> person, Id<Unit> unit) const {
    return {person, {Level::branch, yunjin}, {yunjin, {}, {}}, unit};
  }
  Id<Complaint> accepted(std::string_view json = whole_complaint) {
    const auto id = registered(json).id;
    const auto state =
        bank_.write(bank_.chen_yu, monday, [&](Work& work) { return accept(work, id, {}); });
    EXPECT_TRUE(state.has_value()) << refusal(state);
    return id;
  }
  Result<ComplaintState> assign(Id<Complaint> id, std::string_view json) {
    const auto read = input<Assignment>(json);
    return bank_.write(bank_.chen_yu, monday + std::chrono::hours{1},
                       [&](Work& work) { return complaints::assign(work, id, read); });
  }
  Result<ComplaintState> take_over(Id<Complaint> id, const Actor& actor) {
    return bank_.write(actor, monday + std::chrono::hours{2},
                       [&](Work& work) { return complaints::take_over(work, id, {}); });
  }
  std::vector<inbox::ToldView> inbox_of(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return inbox::read_inbox(work); })->items;
  }
  Result<Routing> replace(std::string_view json) {
    const auto read = input<Routing>(json);
    return bank_.write(bank_.chen_yu, monday,
                       [&](Work& work) { return replace_routing(work, read); });
  }
};

TEST_P(AnAssignment, NamesUnitAndHandlerWhoTakesItOver) {
  const auto id = accepted();
  const Id<Person> heard_by = *found(id).responsible_id;
  EXPECT_EQ(heard_by, bank_.li_na.person) << "whoever registered it heard it";
  const auto state = assign(id, R"({"unit_id":101,"handler_id":211,"reason":"贷款业务"})");
  ASSERT_TRUE(state.has_value()) << refusal(state);
  EXPECT_EQ(state->state, State::assigned);
  EXPECT_EQ(found(id).responsible_id, heard_by) << "until the next has taken it over";
  ASSERT_EQ(refusal(take_over(id, at(wu_tao, yunjin))), "assignment.not_yours");
  ASSERT_TRUE(take_over(id, at(lin_fang, yunjin)).has_value());
  const ComplaintView view = found(id);
  EXPECT_EQ(view.state, State::handling);
  EXPECT_EQ(view.responsible_id, lin_fang);
  EXPECT_EQ(view.handler_id, lin_fang);
  EXPECT_EQ(view.handling_unit_id, yunjin);
  EXPECT_EQ(kinds_of(id), (std::vector<std::string>{"complaint.registered", "complaint.accepted",
                                                    "complaint.assigned", "complaint.taken_over"}));
}

TEST_P(AnAssignment, WithoutAHandlerIsTakenOverByAnybodyOfTheUnit) {
  const auto id = accepted();
  ASSERT_TRUE(assign(id, R"({"unit_id":101})").has_value());
  EXPECT_FALSE(found(id).handler_id.has_value());
  EXPECT_EQ(refusal(take_over(id, at(wu_tao, renmin))), "assignment.not_yours");
  ASSERT_TRUE(take_over(id, at(lin_fang, yunjin)).has_value());
  EXPECT_EQ(found(id).handler_id, lin_fang);
  EXPECT_EQ(refusal(take_over(id, at(lin_fang, yunjin))), "complaint.wrong_state");
}

TEST_P(AnAssignment, IsFoundInTheInboxUntilItIsTakenOver) {
  const auto id = accepted();
  ASSERT_TRUE(assign(id, R"({"unit_id":101,"handler_id":211})").has_value());
  const auto told = inbox_of(at(lin_fang, yunjin));
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].kind, inbox::Kind::assigned);
  EXPECT_EQ(told[0].subject_id.number, id.number);
  EXPECT_EQ(told[0].subject_kind, "complaint");
  EXPECT_EQ(told[0].subject_number, found(id).number);
  EXPECT_FALSE(told[0].is_to_unit);
  EXPECT_TRUE(inbox_of(at(wu_tao, yunjin)).empty()) << "it is told to one";
  EXPECT_EQ(refusal(bank_.write(at(wu_tao, yunjin), monday,
                                [&](Work& work) { return inbox::acknowledge(work, told[0].id); })),
            "inbox.missing");
  Actor substitute = at(wu_tao, yunjin);
  substitute.on_behalf_of = lin_fang;
  EXPECT_EQ(inbox_of(substitute).size(), 1u);

  ASSERT_TRUE(assign(id, R"({"unit_id":101})").has_value());
  ASSERT_EQ(inbox_of(at(wu_tao, yunjin)).size(), 1u) << "given to the unit";
  EXPECT_TRUE(inbox_of(at(wu_tao, yunjin))[0].is_to_unit);
  EXPECT_EQ(inbox_of(at(lin_fang, yunjin)).size(), 1u) << "the earlier one is gone";
  EXPECT_TRUE(inbox_of(at(wu_tao, renmin)).empty());
  ASSERT_TRUE(take_over(id, at(lin_fang, yunjin)).has_value());
  EXPECT_TRUE(inbox_of(at(lin_fang, yunjin)).empty());
}

TEST_P(AnAssignment, IsNoNewsToWhoMadeItAndGoneOnceItIsSeen) {
  const auto id = accepted();
  const auto read = input<Assignment>(R"({"unit_id":101,"handler_id":211})");
  ASSERT_TRUE(bank_.write(at(lin_fang, yunjin), monday,
                          [&](Work& work) { return complaints::assign(work, id, read); }));
  EXPECT_TRUE(inbox_of(at(lin_fang, yunjin)).empty());
  ASSERT_TRUE(assign(id, R"({"unit_id":101,"handler_id":211})").has_value());
  const auto told = inbox_of(at(lin_fang, yunjin));
  ASSERT_EQ(told.size(), 1u);
  const auto left = bank_.write(at(lin_fang, yunjin), monday,
                                [&](Work& work) { return inbox::acknowledge(work, told[0].id); });
  ASSERT_TRUE(left.has_value());
  EXPECT_TRUE(left->items.empty());
}

TEST_P(AnAssignment, IsKeptFromWhomItIsAbout) {
  const auto id = accepted();
  ASSERT_TRUE(assign(id, R"({"unit_id":101,"handler_id":211})").has_value());
  // Returns the unit that is shut out with him.
  const auto name = [&](Id<Person> accused) {
    const auto named = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<Id<Unit>> {
      auto opened = *open(work, id);
      set_accused(work, opened.complaint, accused);
      evidence::append(work, "complaint.noted", evidence::Subject(id, opened.key),
                       evidence::Nothing{});
      TRY(follow(work, opened.complaint));
      return opened.complaint.shut_unit_id;
    });
    EXPECT_TRUE(named.has_value());
    return named.value_or(Id<Unit>{});
  };
  const Id<Unit> shut = name(wu_tao);
  EXPECT_EQ(inbox_of(at(lin_fang, yunjin)).size(), shut == yunjin ? 0u : 1u);
  EXPECT_TRUE(inbox_of(at(lin_fang, shut)).empty()) << "nor from who works with him";
  name(lin_fang);
  EXPECT_TRUE(inbox_of(at(lin_fang, yunjin)).empty());
}

// Posts of sub-branches and outlets reach their own unit only.
TEST_P(AnAssignment, ToAUnitOfAnotherLineIsSeenThereAndHandledThere) {
  const Id<Unit> of_ningqiao{102};
  const auto id = accepted();
  const Actor teller{wu_tao, {Level::outlet, renmin}, {of_ningqiao, {}, renmin}, renmin};
  const auto listed = [&](const char* sort) {
    return bank_
        .read(teller, [&](Work& work) { return list(work, {.filters = {}, .sort = sort}); })
        ->items.size();
  };
  EXPECT_EQ(refusal(found(id, teller)), "complaint.missing");
  ASSERT_TRUE(assign(id, R"({"unit_id":104})").has_value());
  EXPECT_EQ(refusal(found(id, teller)), "none");
  EXPECT_EQ(listed("received_at"), 1u);
  EXPECT_EQ(listed("due_at"), 1u);
  const auto counts = bank_.read(teller, [](Work& work) { return count(work); });
  ASSERT_EQ(counts->items.size(), 1u);
  EXPECT_EQ(counts->items[0].count, 1);
  EXPECT_EQ(refusal(take_over(id, teller)), "none");
  ASSERT_TRUE(assign(id, R"({"unit_id":101})").has_value());
  EXPECT_EQ(refusal(found(id, teller)), "complaint.missing") << "it has gone elsewhere";
}

TEST_P(AnAssignment, OfACaseTakenInForTheWholeBankIsSeenByTheLineItGoesTo) {
  const auto id = register_as(bank_.chen_yu, whole_complaint)->id;
  ASSERT_TRUE(bank_.write(bank_.chen_yu, monday, [&](Work& work) { return accept(work, id, {}); }));
  EXPECT_FALSE(found(id, at(lin_fang, yunjin)).has_value());
  ASSERT_TRUE(assign(id, R"({"unit_id":103})"));
  EXPECT_TRUE(found(id, at(lin_fang, yunjin)).has_value()) << "the outlet's branch";
  EXPECT_TRUE(found(id, bank_.li_na).has_value()) << "the outlet";
  EXPECT_FALSE(found(id, bank_.zhou_jun).has_value()) << "another branch";
  EXPECT_EQ(found(id).outlet_id, donghu);
  const auto kinds = kinds_of(id);
  EXPECT_EQ(kinds[kinds.size() - 2], "complaint.followed_unit");
}

TEST_P(AnAssignment, IsTakenOverByWhoStandsInForTheHandler) {
  const auto id = accepted();
  ASSERT_TRUE(assign(id, R"({"unit_id":101,"handler_id":211})").has_value());
  Actor substitute = at(wu_tao, yunjin);
  substitute.on_behalf_of = lin_fang;
  ASSERT_TRUE(take_over(id, substitute).has_value());
  EXPECT_EQ(found(id).handler_id, wu_tao);
}

TEST_P(AnAssignment, GoesToNoUnitThatIsClosed) {
  ASSERT_TRUE(replace(R"({"rules":[{"destination":"unit","unit_id":104}]})").has_value());
  const auto id = accepted();
  const auto closed = bank_.write(Actor::system(), monday, [](Work& work) -> Result<void> {
    work.tx.execute("UPDATE units SET closed_on = '2026-03-02' WHERE id = 104");
    evidence::append(work, "bank.noted", {Id<Unit>{bank_id}, sealing::key(work, {bank_id})},
                     evidence::Nothing{});
    return {};
  });
  ASSERT_TRUE(closed.has_value());
  const auto before = world();
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":104})")), "unit.closed unit_id");
  EXPECT_EQ(refusal(assign(id, "{}")), "unit.closed unit_id");
  EXPECT_EQ(refusal(replace(R"({"rules":[{"destination":"unit","unit_id":104}]})")),
            "unit.closed rules.0.unit_id");
  EXPECT_EQ(world(), before);
}

TEST_P(AnAssignment, MayBeMadeAgain) {
  const auto id = accepted();
  ASSERT_TRUE(assign(id, R"({"unit_id":101,"handler_id":211})").has_value());
  ASSERT_TRUE(take_over(id, at(lin_fang, yunjin)).has_value());
  ASSERT_TRUE(assign(id, R"({"unit_id":104})").has_value());
  EXPECT_EQ(found(id).state, State::assigned);
  EXPECT_EQ(found(id).responsible_id, lin_fang);
}

TEST_P(AnAssignment, IsRefusedWhereSomethingIsWrong) {
  const auto fresh = registered(least_complaint).id;
  EXPECT_EQ(refusal(assign(fresh, R"({"unit_id":101})")), "complaint.wrong_state");
  const auto id = accepted();
  const auto before = world();
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":999})")), "unit.missing unit_id");
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":101,"handler_id":999})")),
            "person.missing handler_id");
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":101,"handler_id":212})")),
            "assignment.handler_elsewhere handler_id");
  EXPECT_EQ(refusal(assign(id, "{}")), "assignment.no_rule unit_id");
  EXPECT_EQ(world(), before);
}

TEST_P(AnAssignment, FollowsTheRulesOfTheBank) {
  const auto set = replace(R"({"rules":[
      {"business":"银行卡","destination":"unit","unit_id":104},
      {"business":"个人消费贷款","destination":"unit","unit_id":101},
      {"destination":"outlet"}]})");
  ASSERT_TRUE(set.has_value()) << refusal(set);
  EXPECT_EQ(set->rules.size(), 3u);
  const auto id = accepted();
  ASSERT_TRUE(assign(id, "{}").has_value());
  EXPECT_EQ(found(id).handling_unit_id, yunjin);
  EXPECT_NE(entries_of(id.number)[2].facts.text.find(R"("rule":2)"), std::string::npos);
  const auto other = accepted(least_complaint);
  ASSERT_TRUE(assign(other, "{}").has_value());
  EXPECT_EQ(found(other).handling_unit_id, donghu);
}

TEST_P(AnAssignment, RulesThatCannotBeAreRefusedWithTheirPlace) {
  const auto before = world();
  const struct {
    const char* rules;
    const char* refused;
  } cases[] = {
      {R"([{"destination":"unit"}])", "routing.unit_needed rules.0.unit_id"},
      {R"([{"destination":"branch","unit_id":101}])", "routing.unit_unwanted rules.0.unit_id"},
      {R"([{"destination":"unit","unit_id":999}])", "unit.missing rules.0.unit_id"},
      {R"([{"destination":"unit","unit_id":101},{"business":"贷款","destination":"branch"}])",
       "routing.unreachable rules.1"},
      {R"([{"business":"贷款","destination":"unit","unit_id":101},
           {"business":"贷款","cause":"定价收费","destination":"unit","unit_id":104}])",
       "routing.unreachable rules.1"},
      {R"([{"cause":"致电13812345678","destination":"outlet"}])", "field.personal cause"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(refusal(replace(R"({"rules":)" + std::string{one.rules} + "}")), one.refused);
  EXPECT_EQ(world(), before);
}

TEST_P(AnAssignment, NeverLeadsToTheAccusedOrHisUnit) {
  std::string json = whole_complaint;
  json.insert(json.find("\"complainant\""), R"("accused_id": 212, )");
  const auto id = accepted(json);
  EXPECT_EQ(found(id).accused_id, wu_tao);
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":104})")), "complaint.conflict_of_interest");
  ASSERT_TRUE(replace(R"({"rules":[{"destination":"unit","unit_id":104}]})").has_value());
  EXPECT_EQ(refusal(assign(id, "{}")), "assignment.no_rule unit_id");
  ASSERT_TRUE(assign(id, R"({"unit_id":101})").has_value());
}

TEST_P(AnAssignment, NeverLeadsIntoAUnitWhereTheAccusedWorksNow) {
  std::string json = whole_complaint;
  json.insert(json.find("\"complainant\""), R"("accused_id": 212, )");
  const auto id = accepted(json);
  const auto beside = [&](Id<Person> person, const char* post) {
    return bank_.write(bank_.chen_yu, monday, [&](Work& work) {
      return identity::appoint(work, person,
                               {Text<40, Presence::required>::trusted(post),
                                ningqiao,
                                identity::AppointmentKind::part_time,
                                {},
                                {}});
    });
  };
  ASSERT_TRUE(beside(wu_tao, "branch_head").has_value());
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":102})")), "complaint.conflict_of_interest");
  ASSERT_TRUE(beside(lin_fang, "branch_officer").has_value());
  EXPECT_EQ(refusal(assign(id, R"({"unit_id":101,"handler_id":211})")),
            "complaint.conflict_of_interest");
}

TEST_P(AnAssignment, AnAccusedWhoIsUnknownOrWhoRegistersIsRefused) {
  const auto accusing = [&](const char* person) {
    std::string json = least_complaint;
    json.insert(1, R"("accused_id": )" + std::string{person} + ", ");
    return refusal(register_as(at(lin_fang, yunjin), json));
  };
  const auto before = world();
  EXPECT_EQ(accusing("999"), "person.missing accused_id");
  EXPECT_EQ(accusing("211"), "complaint.conflict_of_interest accused_id");
  EXPECT_EQ(world(), before);
  EXPECT_EQ(accusing("212"), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnAssignment, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
