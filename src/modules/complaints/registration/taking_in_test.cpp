// What is told beside the complaint: codes, kinds of intake and customers, agents, special groups.
#include <boost/json/serialize.hpp>

#include "modules/complaints/accusation/service.h"
#include "modules/complaints/assignment/service.h"
#include "modules/complaints/complaints_fixture.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/triage/service.h"
#include "platform/evidence/followers.h"
#include "platform/identity/organisation/service.h"
#include "test/support/people.h"

namespace xb::complaints {
namespace {

using test::monday;

class TakingIn : public Department {
 protected:
  // A complaint with these members beside the least.
  static std::string with(const std::string& more) {
    return R"({"intake_channel": "counter", "summary": "排队", "complainant": {"name": "李四"}, )" +
           more + "}";
  }
  std::string refused(const std::string& more, IntakeKind kind = IntakeKind::complaint) {
    return refusal(take_in_as(bank_.li_na, kind, with(more)));
  }
};

TEST_P(TakingIn, LiesWithTheDepartmentThatTookItInUntilItIsDispatched) {
  Id<Unit> hotline;
  const auto ready = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
    hotline = TRY(identity::add_unit(work, {.code = identity::Code::trusted("100300"),
                                            .name = identity::Title::trusted("客服中心"),
                                            .kind = identity::UnitKind::department,
                                            .parent_id = Id<Unit>{100}}))
                  .id;
    test::hire(work, {{221}, "agent", "hotline_agent", "100300"});
    test::hire(work, {{222}, "colleague", "hotline_agent", "100300"});
    return {};
  });
  ASSERT_TRUE(ready.has_value()) << refusal(ready);
  const Actor agent{{221}, {Level::department, hotline}, {}, hotline};
  const auto id = register_as(agent, with(R"("source": "own")"))->id;
  const auto seen = found(id, agent);
  ASSERT_TRUE(seen.has_value()) << refusal(seen);
  EXPECT_EQ(seen->handling_unit_id, hotline);

  const auto dispatched = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
    TRY(accept(work, id, {}));
    TRY(assign(work, id, {.unit_id = Id<Unit>{101}, .handler_id = {}, .reason = {}}));
    return {};
  });
  ASSERT_TRUE(dispatched.has_value()) << refusal(dispatched);
  EXPECT_EQ(refusal(found(id, agent)), "complaint.missing");

  const auto about = register_as(agent, with(R"("accused_id": 222)"))->id;
  EXPECT_EQ(found(about).handling_unit_id, std::nullopt) << "not with those it is about";
  EXPECT_EQ(refusal(found(about, agent)), "complaint.missing");
  EXPECT_EQ(found(registered().id).handling_unit_id, std::nullopt) << "an outlet is a place";

  const auto later = register_as(agent, with(R"("source": "own")"))->id;
  const auto named = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    return name_accused(work, later, {{222}, Note::trusted("录音里是他")});
  });
  ASSERT_TRUE(named.has_value()) << refusal(named);
  EXPECT_EQ(found(later).handling_unit_id, std::nullopt) << "nor once they are known";
  EXPECT_EQ(refusal(found(later, agent)), "complaint.missing");
}

TEST_P(TakingIn, StoresTheCodeOfWhateverIsNamed) {
  const auto view = found(registered(with(R"("source": "人行转办", "cause": "等候时间",
    "business": "银行卡-信用卡-息费", "product": "信用卡", "region": "浙江省")"))
                              .id);
  EXPECT_EQ(view.source->str(), "pboc_referral");
  EXPECT_EQ(view.cause->str(), "waiting");
  EXPECT_EQ(view.business->str(), "credit_card_fees");
  EXPECT_EQ(view.product->str(), "credit_card");
  EXPECT_EQ(view.region->str(), "330000");
  EXPECT_EQ(view.clocks.at(1).source, "中国人民银行令〔2020〕第5号") << "limits go by the code";
}

TEST_P(TakingIn, RefusesWhatNoTaxonomyKnowsByItsField) {
  const auto before = world();
  for (const char* field : {"source", "business_channel", "business", "cause", "product", "region"})
    EXPECT_EQ(refused("\"" + std::string{field} + "\": \"没有这一类\""),
              std::string{"taxonomy.unknown "} + field);
  EXPECT_EQ(refused(R"("rights": ["知情权", "懒惰权"])"), "taxonomy.unknown rights.1");
  EXPECT_EQ(refused(R"("agent": {"relation": "朋友", "name": "王五"})"),
            "taxonomy.unknown agent.relation");
  EXPECT_EQ(refused(R"("business": "盗刷")"), "taxonomy.unknown business") << "of two cards";
  EXPECT_EQ(refusal(register_as(bank_.li_na, with(R"("cause": "service")"),
                                *parse_instant("2019-06-01T00:00:00Z"))),
            "taxonomy.retired intake_channel")
      << "the channels are in use from 2020 on";
  EXPECT_EQ(world(), before);
}

TEST_P(TakingIn, KeepsWhatIsReadOnlyWithTheCase) {
  const auto view = found(registered(with(R"("rights": ["财产安全权", "知情权", "property"],
    "claim_kinds": ["refund"], "amount_fen": 60000)"))
                              .id);
  EXPECT_EQ(view.rights.items, (std::vector<std::string>{"property", "information"}));
  EXPECT_EQ(view.claim_kinds.items, std::vector<std::string>{"refund"});
  EXPECT_EQ(view.amount_fen, 60000);
  EXPECT_EQ(refused(R"("amount_fen": -1)"), "field.range amount_fen");
  registered(least_complaint);
  EXPECT_EQ(world().at("complaint_details").size(), 1u) << "none where nothing is told";
}

TEST_P(TakingIn, ShowsTheCareOwedToSpecialGroups) {
  const auto made = registered(with(R"("customer_groups": ["老年客户", "资金急用"])"));
  EXPECT_EQ(made.care.front(), "urgent_funds") << "the most urgent first";
  const auto view = found(made.id);
  EXPECT_EQ(view.customer_groups.items, (std::vector<std::string>{"money_needed", "elderly"}));
  EXPECT_EQ(view.care, made.care);
  const auto listed = [&](const char* group) {
    return bank_
        .read(bank_.chen_yu,
              [&](Work& work) {
                return list(work, {.filters = {{"customer_group", {group}}}});
              })
        ->items.size();
  };
  EXPECT_EQ(listed("elderly"), 1u);
  EXPECT_EQ(listed("老年人"), 1u);
  EXPECT_EQ(listed("disabled"), 0u);
}

TEST_P(TakingIn, NamesWhatAnAgentLacksAndTakesTheCaseIn) {
  const auto bare = registered(with(R"("agent": {"relation": "代理人", "name": "王五"})"));
  EXPECT_EQ(bare.supplement_grounds,
            (std::vector<std::string>{"authorisation_proof", "agent_identity", "agent_contact"}));
  EXPECT_EQ(found(bare.id).supplement_grounds, bare.supplement_grounds);
  const auto heir = registered(with(R"("agent": {"relation": "heir", "name": "王五",
    "phone": "13900001111", "identity_number": "11010519491231002X"})"));
  EXPECT_EQ(heir.supplement_grounds, std::vector<std::string>{"inheritance_proof"});
  const auto whole = registered(with(R"("agent": {"relation": "authorised_agent", "name": "王小五",
    "phone": "13900001111", "identity_number": "11010519491231002X", "proof": "委托书原件2026-018"})"));
  EXPECT_TRUE(whole.supplement_grounds.empty());
  const auto view = found(whole.id);
  ASSERT_TRUE(view.agent.has_value());
  EXPECT_EQ(view.agent->name.masked(), "王**");
  EXPECT_EQ(view.agent->phone->masked(), "139****1111");
  for (const char* text : {"王小五", "13900001111", "2026-018"})
    EXPECT_FALSE(test::holds(world(), text)) << text;
}

TEST_P(TakingIn, KnowsCompanies) {
  const std::string company = R"({"intake_channel": "hotline", "summary": "非柜面业务被暂停",
    "customer_kind": "enterprise", "complainant": {"name": "澜海贸易有限公司")";
  EXPECT_EQ(registered(company + "}}").supplement_grounds, std::vector<std::string>{"credit_code"});
  const auto made = registered(company + R"(, "credit_code": "91350100M000100Y43"}})");
  EXPECT_TRUE(made.supplement_grounds.empty());
  EXPECT_EQ(found(made.id).customer_kind, CustomerKind::enterprise);
  EXPECT_FALSE(test::holds(world(), "91350100M000100Y43"));
  const auto hits = bank_.write(bank_.chen_yu, monday, [&](Work& work) {
    return search(work, input<Search>(R"({"credit_code": "9135 0100 m000100y43"})"));
  });
  ASSERT_EQ(hits->items.size(), 1u);
  EXPECT_EQ(hits->items[0].id, made.id);
  EXPECT_EQ(
      refusal(read_input<NewComplaint>(company + R"(, "credit_code": "91350100M000100Y44"}})")),
      "field.credit_code complainant.credit_code");
  EXPECT_EQ(refusal(register_as(bank_.li_na, R"({"intake_channel": "hotline", "summary": "s",
              "customer_kind": "personal", "complainant": {"credit_code": "91350100M000100Y43"}})")),
            "complaint.credit_code_unwanted complainant.credit_code");
}

TEST_P(TakingIn, CountsOnlyComplaints) {
  registered(with(R"("cause": "service")"));
  for (const IntakeKind kind :
       {IntakeKind::consultation, IntakeKind::suggestion, IntakeKind::praise, IntakeKind::petition})
    EXPECT_EQ(take_in_as(bank_.li_na, kind, with(R"("cause": "service")"))->kind, kind);
  bank_.place();
  evidence::Followers followers(bank_.database(), {counting()});
  while (followers.step()) continue;
  const auto counted = bank_.read(bank_.chen_yu, [](Work& work) { return count(work); });
  ASSERT_EQ(counted->items.size(), 1u);
  EXPECT_EQ(counted->items[0].count, 1);
  const auto listed = bank_.read(bank_.chen_yu, [](Work& work) {
    return list(work, {.filters = {{"kind", {"consultation", "praise"}}}});
  });
  EXPECT_EQ(listed->items.size(), 2u);
}

TEST_P(TakingIn, GivesEachKindItsOwnClock) {
  const auto clocks = [&](IntakeKind kind) {
    std::vector<std::string> out;
    const auto taken = take_in_as(bank_.li_na, kind, with(R"("cause": "service")"));
    for (const auto& clock : taken->clocks) out.push_back(clock.span);
    return out;
  };
  EXPECT_EQ(clocks(IntakeKind::complaint), std::vector<std::string>{"decide"});
  EXPECT_EQ(clocks(IntakeKind::petition), std::vector<std::string>{"petition_notice"});
  EXPECT_EQ(clocks(IntakeKind::praise), std::vector<std::string>{})
      << "none before the bank sets one";
}

TEST_P(TakingIn, ANoteOfTheSpotSaysWhatHappenedWhatWasDoneAndWhatCameOfIt) {
  const std::string note = R"({"intake_channel": "counter", "summary": "等候太久",
    "complainant": {}, "description": "等了四十分钟")";
  const auto take = [&](const std::string& more) {
    return take_in_as(bank_.li_na, IntakeKind::on_the_spot, note + more + "}");
  };
  EXPECT_EQ(refusal(take("")), "field.required method");
  EXPECT_EQ(refusal(take(R"(, "method": "加开窗口")")), "field.required result");
  const auto made = take(R"(, "method": "加开窗口", "result": "客户已办理离开")");
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(made->state, State::closed);
  EXPECT_TRUE(made->clocks.empty());
  const auto view = found(made->id);
  EXPECT_EQ(view.closed_at, monday);
  EXPECT_FALSE(view.complainant.has_value()) << "nobody need be known";
  EXPECT_EQ(view.method->masked(), "加开窗口");
  EXPECT_EQ(refused(R"("method": "x")"), "intake.unwanted method");
}

TEST_P(TakingIn, LeavesAnEntryWithEverythingThatIsNoPerson) {
  const auto id = registered(with(R"("customer_groups": ["elderly"], "rights": ["respect"],
    "agent": {"relation": "guardian", "name": "王五"})"))
                      .id;
  const auto facts = parse_json(entries_of(id.number)[0].facts.text).value().as_object();
  EXPECT_EQ(facts.at("kind").as_string(), "complaint");
  EXPECT_EQ(boost::json::serialize(facts.at("customer_groups")), R"(["elderly"])");
  EXPECT_EQ(boost::json::serialize(facts.at("rights")), R"(["respect"])");
  EXPECT_EQ(facts.at("agent_relation").as_string(), "guardian");
  EXPECT_FALSE(facts.contains("agent_name"));
  EXPECT_EQ(parse_json(sealed_in(id, 1)).value().as_object().at("agent_name").as_string(), "王五");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, TakingIn, test::each_database, test::name_of_database);

TEST(Kinds, OfIntakeAndCustomersAreThoseOfTheTaxonomies) {
  const auto book = *taxonomies::Book::read(taxonomies::shipped(), {});
  for_each_enumerator<IntakeKind>([&](std::string_view name, IntakeKind kind) {
    EXPECT_NE(book.item("intake_kind", name), nullptr) << name;
    EXPECT_EQ(intake_of(kind).kind, kind);
  });
  for_each_enumerator<CustomerKind>([&](std::string_view name, CustomerKind) {
    EXPECT_NE(book.item("customer_kind", name), nullptr) << name;
  });
  for (const auto& relation : book.find("agent_relation")->items)
    for (const auto& ground : supplement_grounds({.agent_relation = Code::trusted(relation.code)}))
      EXPECT_NE(book.item("supplement_ground", ground), nullptr) << ground;
}

}  // namespace
}  // namespace xb::complaints
