#include "platform/identity/rules.h"

#include <gtest/gtest.h>

namespace xb::identity {
namespace {

Date day(const char* text) { return *parse_date(text); }

Unit unit(std::int64_t id, UnitKind kind, Level level, std::int64_t branch = 0,
          std::int64_t sub_branch = 0) {
  Unit out;
  out.id = {id};
  out.kind = kind;
  out.level = level;
  out.branch_id = {branch};
  out.sub_branch_id = {sub_branch};
  return out;
}

const Unit head = unit(1, UnitKind::head_office, Level::bank);
const Unit office = unit(2, UnitKind::department, Level::bank);
const Unit branch = unit(3, UnitKind::branch, Level::branch);
const Unit desk = unit(4, UnitKind::department, Level::branch, 3);
const Unit sub_branch = unit(5, UnitKind::sub_branch, Level::sub_branch, 3);
const Unit outlet = unit(6, UnitKind::outlet, Level::outlet, 3, 5);
const Unit lone_outlet = unit(7, UnitKind::outlet, Level::outlet, 3);

std::string told(const Scope& scope) {
  return std::string{name_of(scope.level)} + " " + std::to_string(scope.unit.number);
}

TEST(Scope, OfATupleIsRelativeToTheUnitAndNeverWider) {
  const struct {
    Reach reach;
    const Unit& unit;
    const char* scope;
  } cases[] = {
      {Reach::unit, head, "bank 0"},
      {Reach::unit, office, "bank 0"},
      {Reach::unit, branch, "branch 3"},
      {Reach::unit, desk, "branch 3"},
      {Reach::unit, sub_branch, "sub_branch 5"},
      {Reach::unit, outlet, "outlet 6"},
      {Reach::sub_branch, outlet, "sub_branch 5"},
      {Reach::sub_branch, lone_outlet, "outlet 7"},
      {Reach::sub_branch, branch, "department 3"},
      {Reach::branch, outlet, "branch 3"},
      {Reach::branch, lone_outlet, "branch 3"},
      {Reach::branch, desk, "branch 3"},
      {Reach::sub_branch, office, "department 2"},
      {Reach::branch, office, "department 2"},
      {Reach::branch, head, "department 1"},
      {Reach::bank, outlet, "bank 0"},
      {Reach::department, office, "department 2"},
      {Reach::department, desk, "department 4"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(told(scope_of(one.reach, one.unit)), one.scope)
        << name_of(one.reach) << " of " << one.unit.id.number;
}

TEST(Scope, HoldsWhatLiesInIt) {
  const Place place = place_of(outlet);
  EXPECT_TRUE(lies_in(Scope::whole_bank(), place, {}));
  EXPECT_TRUE(lies_in({Level::branch, {3}}, place, {}));
  EXPECT_FALSE(lies_in({Level::branch, {4}}, place, {}));
  EXPECT_TRUE(lies_in({Level::sub_branch, {5}}, place, {}));
  EXPECT_TRUE(lies_in({Level::outlet, {6}}, place, {}));
  EXPECT_FALSE(lies_in({Level::outlet, {7}}, place, {}));
  EXPECT_TRUE(lies_in({Level::department, {2}}, place, {2}));
  EXPECT_FALSE(lies_in({Level::department, {2}}, place, {4}));
}

TEST(Scope, LiesInAnotherOrDoesNot) {
  const auto lies = [](Reach reach, const Unit& unit, const Scope& outer) {
    return lies_in(scope_of(reach, unit), unit, outer);
  };
  EXPECT_TRUE(lies(Reach::bank, outlet, Scope::whole_bank()));
  EXPECT_FALSE(lies(Reach::bank, outlet, {Level::branch, {3}}));
  EXPECT_TRUE(lies(Reach::branch, outlet, {Level::branch, {3}}));
  EXPECT_TRUE(lies(Reach::unit, outlet, {Level::branch, {3}}));
  EXPECT_FALSE(lies(Reach::unit, outlet, {Level::branch, {4}}));
  EXPECT_FALSE(lies(Reach::branch, outlet, {Level::outlet, {6}}));
  EXPECT_TRUE(lies(Reach::department, outlet, {Level::outlet, {6}}));
  EXPECT_TRUE(lies(Reach::department, desk, {Level::department, {4}}));
  EXPECT_FALSE(lies(Reach::unit, desk, {Level::department, {4}}));
  EXPECT_FALSE(lies(Reach::department, desk, {Level::department, {2}}));
}

TEST(Attempts, CountForANetwork) {
  EXPECT_EQ(network_of("10.0.0.7"), "10.0.0.7");
  EXPECT_NE(network_of("10.0.0.7"), network_of("10.0.0.8"));
  EXPECT_EQ(network_of("2001:db8:1:2::5"), network_of("2001:db8:1:2:ffff:1:2:3"));
  EXPECT_EQ(network_of("2001:db8::5"), network_of("2001:db8:0:0:7::"));
  EXPECT_NE(network_of("2001:db8:1:2::5"), network_of("2001:db8:1:3::5"));
  EXPECT_NE(network_of("::ffff:10.0.0.7"), network_of("::ffff:10.0.0.8"));
  EXPECT_EQ(network_of("somewhere"), "somewhere");
}

TEST(FourEyes, AreTwoPersonsThroughEverySubstitution) {
  const Id<Person> a{1}, b{2}, c{3}, d{4}, none;
  const struct {
    Hands one, other;
    bool are_different;
  } pairs[] = {
      {{a, none}, {b, none}, true},
      {{a, none}, {a, none}, false},
      {{a, b}, {b, none}, false},
      {{a, none}, {b, a}, false},
      {{a, b}, {c, b}, false},
      {{a, b}, {c, d}, true},
      {{a, b}, {b, a}, false},
      {{a, b}, {c, a}, false},
      {{a, b}, {c, none}, true},
      {{none, none}, {a, none}, false},
      {{none, none}, {none, none}, false},
  };
  for (const auto& pair : pairs) {
    EXPECT_EQ(different_persons(pair.one, pair.other), pair.are_different)
        << pair.one.person.number << "/" << pair.one.on_behalf_of.number << " and "
        << pair.other.person.number << "/" << pair.other.on_behalf_of.number;
    EXPECT_EQ(different_persons(pair.other, pair.one), pair.are_different) << "either way round";
  }
}

TEST(Periods, MeetOnTheirFirstAndLastDays) {
  const Date one = day("2026-03-01"), two = day("2026-03-02"), three = day("2026-03-03");
  EXPECT_TRUE(meet(one, two, two, three));
  EXPECT_FALSE(meet(one, one, two, three));
  EXPECT_TRUE(meet(one, {}, three, three));
  EXPECT_TRUE(meet(one, {}, two, {}));
  EXPECT_FALSE(meet(two, one, one, {})) << "an empty one meets nothing";
}

TEST(Substitutes, LeadOnFromOneToTheNext) {
  const auto stands_in = [](std::int64_t absent, std::int64_t substitute) {
    Substitute out;
    out.absent_id = {absent};
    out.substitute_id = {substitute};
    return out;
  };
  const std::vector<Substitute> chain{stands_in(1, 2), stands_in(2, 3), stands_in(3, 4)};
  EXPECT_TRUE(leads_to(chain, {1}, {4}));
  EXPECT_FALSE(leads_to(chain, {4}, {1}));
  EXPECT_TRUE(leads_to({}, {1}, {1}));
  const std::vector<Substitute> ring{stands_in(1, 2), stands_in(2, 1)};
  EXPECT_FALSE(leads_to(ring, {1}, {3})) << "and ends";
}

TEST(Units, StandUnderTheirKind) {
  using enum UnitKind;
  const std::vector<std::pair<UnitKind, std::vector<UnitKind>>> allowed{
      {head_office, {}},
      {UnitKind::branch, {head_office}},
      {UnitKind::sub_branch, {head_office, UnitKind::branch}},
      {UnitKind::outlet, {head_office, UnitKind::branch, UnitKind::sub_branch}},
      {department, {head_office, UnitKind::branch, UnitKind::sub_branch}},
      {committee, {head_office, UnitKind::branch}}};
  for (const auto& [kind, parents] : allowed)
    for_each_enumerator<UnitKind>(
        [&, kind = kind, &parents = parents](std::string_view, UnitKind parent) {
          const bool may = std::find(parents.begin(), parents.end(), parent) != parents.end();
          EXPECT_EQ(may_stand_under(kind, parent), may)
              << name_of(kind) << " under " << name_of(parent);
        });
}

TEST(Units, StandAtTheLevelOfTheirKindOrOfWhatIsAbove) {
  EXPECT_EQ(level_under(UnitKind::department, branch), Level::branch);
  EXPECT_EQ(level_under(UnitKind::committee, head), Level::bank);
  EXPECT_EQ(level_under(UnitKind::outlet, branch), Level::outlet);
}

TEST(Passwords, AreLongAndMixedAndNotOnesName) {
  Person person;
  person.login = "li.na";
  person.staff_no = "100317";
  person.name = "李娜";
  const auto refusal = [&](const char* password) {
    const auto checked = check_password(password, {10, 4}, person);
    return checked ? std::string{"none"} : checked.error().code;
  };
  EXPECT_EQ(refusal("Abcdef-123"), "none");
  EXPECT_EQ(refusal("Abcde-123"), "password.too_short");
  EXPECT_EQ(refusal("abcdef-1234"), "password.too_plain");
  EXPECT_EQ(refusal("ABCDEF-1234"), "password.too_plain");
  EXPECT_EQ(refusal("Abcdefghij-"), "password.too_plain");
  EXPECT_EQ(refusal("Abcdefg1234"), "password.too_plain");
  EXPECT_EQ(refusal("Abcdefg1李子"), "none") << "what is no letter of ASCII is a sign";
  EXPECT_EQ(refusal("My-LI.NA-2026"), "password.names_you");
  EXPECT_EQ(refusal("Ab-100317-x"), "password.names_you");
  EXPECT_EQ(refusal("Ab-1李娜-xyz"), "password.names_you");
}

}  // namespace
}  // namespace xb::identity
