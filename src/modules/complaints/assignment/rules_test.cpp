#include "modules/complaints/assignment/rules.h"

#include <gtest/gtest.h>

namespace xb::complaints {
namespace {

const Id<Unit> branch{101}, sub_branch{105}, outlet{103}, cards{120}, loans{121};
const Id<Person> accused{301}, other{302};
const taxonomies::Book book = *taxonomies::Book::read(taxonomies::shipped(), {});

std::optional<Code> code(const char* text) { return Code::trusted(text); }

Complaint complaint(const char* business, Tier tier = Tier::ordinary) {
  Complaint out;
  out.business = code(business);
  out.tier = tier;
  out.branch_id = branch;
  out.sub_branch_id = sub_branch;
  out.outlet_id = outlet;
  return out;
}

RoutingRule rule(std::int64_t position, const char* business, Id<Unit> unit) {
  RoutingRule out;
  out.position = position;
  if (*business != '\0') out.business = code(business);
  out.unit_id = unit;
  return out;
}
RoutingRule upwards(std::int64_t position, Destination destination) {
  RoutingRule out;
  out.position = position;
  out.destination = destination;
  return out;
}

TEST(Routing, TakesTheFirstRuleThatFits) {
  const std::vector rules{rule(1, "银行卡", cards), rule(2, "贷款", loans), rule(3, "", branch)};
  EXPECT_EQ(route(rules, complaint("贷款"), {}, book)->unit, loans);
  EXPECT_EQ(route(rules, complaint("贷款"), {}, book)->position, 2);
  EXPECT_EQ(route(rules, complaint("外汇"), {}, book)->unit, branch);
  EXPECT_FALSE(route({}, complaint("贷款"), {}, book).has_value());
  EXPECT_FALSE(route(std::span{rules}.first(1), complaint("贷款"), {}, book).has_value());
}

TEST(Routing, ARuleFitsByAllThatItNames) {
  auto narrow = rule(1, "贷款", loans);
  narrow.tier = Tier::major;
  EXPECT_FALSE(fits(narrow, complaint("贷款"), book));
  EXPECT_TRUE(fits(narrow, complaint("贷款", Tier::major), book));
  narrow.cause = code("定价收费");
  EXPECT_FALSE(fits(narrow, complaint("贷款", Tier::major), book)) << "a cause that is not told";
}

TEST(Routing, ACoarseCodeFitsWhateverIsFiner) {
  EXPECT_TRUE(fits(rule(1, "bank_card", cards), complaint("credit_card_fees"), book));
  EXPECT_TRUE(fits(rule(1, "credit_card", cards), complaint("credit_card_fees"), book));
  EXPECT_FALSE(fits(rule(1, "debit_card", cards), complaint("credit_card_fees"), book));
  EXPECT_FALSE(fits(rule(1, "credit_card_fees", cards), complaint("bank_card"), book));
  EXPECT_FALSE(fits(rule(1, "bank_card", cards), complaint("卡"), book));
}

TEST(Routing, LeadsUpTheLineOfTheCase) {
  const auto to = [](Destination destination, const Complaint& of) {
    const auto routed = route(std::vector{upwards(1, destination)}, of, {}, book);
    return routed ? routed->unit : Id<Unit>{};
  };
  EXPECT_EQ(to(Destination::outlet, complaint("贷款")), outlet);
  EXPECT_EQ(to(Destination::sub_branch, complaint("贷款")), sub_branch);
  EXPECT_EQ(to(Destination::branch, complaint("贷款")), branch);
  Complaint of_head_office;
  EXPECT_EQ(to(Destination::branch, of_head_office), Id<Unit>{});
}

TEST(Routing, PassesOverTheUnitsOfTheAccused) {
  Complaint about_a_teller = complaint("贷款");
  about_a_teller.accused_id = accused;
  const std::vector rules{upwards(1, Destination::outlet), upwards(2, Destination::sub_branch),
                          upwards(3, Destination::branch)};
  const auto unit = [&](const std::vector<Id<Unit>>& shut) {
    return route(rules, about_a_teller, shut, book)->unit;
  };
  EXPECT_EQ(unit({outlet}), sub_branch);
  EXPECT_EQ(unit({sub_branch, outlet}), branch) << "he works in both";
  EXPECT_FALSE(
      route(std::span{rules}.first(1), about_a_teller, std::vector{outlet}, book).has_value());
}

TEST(Conflict, IsThatOfTheAccusedAndOfHisUnits) {
  const std::vector<Id<Unit>> shut{outlet, sub_branch};
  const auto code_for = [&](const Complaint& of, std::vector<Id<Unit>> units, Id<Person> person) {
    const auto checked =
        check_conflict(of, of.accused_id ? shut : std::vector<Id<Unit>>{}, units, person);
    return checked ? std::string{"none"} : checked.error().code;
  };
  Complaint about_a_teller = complaint("贷款");
  about_a_teller.accused_id = accused;
  EXPECT_EQ(code_for(about_a_teller, {branch}, other), "none");
  EXPECT_EQ(code_for(about_a_teller, {branch}, accused), "complaint.conflict_of_interest");
  EXPECT_EQ(code_for(about_a_teller, {outlet}, other), "complaint.conflict_of_interest");
  EXPECT_EQ(code_for(about_a_teller, {outlet}, {}), "complaint.conflict_of_interest");
  EXPECT_EQ(code_for(about_a_teller, {branch, sub_branch}, other), "complaint.conflict_of_interest")
      << "the handler works beside the accused in another unit";
  EXPECT_EQ(code_for(complaint("贷款"), {outlet}, accused), "none");
}

}  // namespace
}  // namespace xb::complaints
