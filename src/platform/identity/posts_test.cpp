#include "platform/identity/posts.h"

#include <set>

#include <gtest/gtest.h>

namespace xb::identity {
namespace {

const Post& post(std::string_view code) {
  const Post* found = find_post(code);
  EXPECT_NE(found, nullptr) << code;
  return *found;
}

std::string reach(std::string_view code, Permission permission,
                  Sensitivity sensitivity = Sensitivity::masked) {
  const Tuple* tuple = tuple_for(post(code), permission, sensitivity);
  return tuple == nullptr ? "none" : std::string{name_of(tuple->reach)};
}

Unit unit(UnitKind kind, Level level) {
  Unit out;
  out.kind = kind;
  out.level = level;
  return out;
}

TEST(Posts, AllowAsFarAsTheirTupleReaches) {
  const struct {
    const char* post;
    Permission permission;
    const char* reach;
  } cases[] = {
      {"teller", Permission("complaint.read"), "unit"},
      {"teller", Permission("complaint.close"), "none"},
      {"officer", Permission("complaint.close"), "bank"},
      {"branch_officer", Permission("complaint.export"), "branch"},
      {"handler", Permission("complaint.read"), "department"},
      {"hotline_agent", Permission("complaint.register"), "unit"},
      {"hotline_agent", Permission("complaint.read"), "department"},
      {"auditor", Permission("complaint.read"), "bank"},
      {"auditor", Permission("complaint.close"), "none"},
      {"administrator", Permission("complaint.read"), "none"},
      {"administrator", Permission("people.appoint"), "bank"},
      {"officer", Permission("complaint.erase_everything"), "none"},
      {"officer", Permission("complaint."), "none"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(reach(one.post, one.permission), one.reach)
        << one.post << " " << one.permission.name();
}

// One tuple must allow it whole: what another says of permission or sensitivity is no help.
TEST(Posts, AreJudgedByOneTupleAtATime) {
  const Post both{.code = "both",
                  .name = {},
                  .name_en = {},
                  .kinds = {},
                  .levels = {},
                  .tuples = {{"a.read", Reach::bank, Sensitivity::masked},
                             {"a.read", Reach::unit, Sensitivity::personal},
                             {"b.read", Reach::bank, Sensitivity::restricted}}};
  EXPECT_EQ(tuple_for(both, Permission("a.read"), Sensitivity::masked)->reach, Reach::bank);
  EXPECT_EQ(tuple_for(both, Permission("a.read"), Sensitivity::personal)->reach, Reach::unit);
  EXPECT_EQ(tuple_for(both, Permission("a.read"), Sensitivity::restricted), nullptr);
}

TEST(Posts, ThatOpenPersonalValuesSayHowFar) {
  constexpr Permission opening("complaint.open_personal");
  EXPECT_EQ(reach("officer", opening, Sensitivity::personal), "bank");
  EXPECT_EQ(reach("officer", opening, Sensitivity::restricted), "none");
  EXPECT_EQ(reach("discipline", opening, Sensitivity::restricted), "bank");
  EXPECT_EQ(reach("auditor", opening, Sensitivity::personal), "none") << "reads only";
  EXPECT_EQ(reach("teller", opening, Sensitivity::masked), "none");
}

TEST(Posts, ThatKeepTheSystemSeeNoComplaint) {
  int found = 0;
  for (const auto& [code, one] : posts()) {
    if (!one.is_system) continue;
    ++found;
    for (const Tuple& tuple : one.tuples)
      EXPECT_FALSE(tuple.permission.starts_with("complaint.")) << code << " " << tuple.permission;
    EXPECT_TRUE(one.needs_second_factor) << code;
    EXPECT_FALSE(one.may_break_glass) << code;
  }
  EXPECT_EQ(found, 2);
}

TEST(Posts, OfBusinessGiveNobodyAPost) {
  for (const auto& [code, one] : posts())
    for (const Tuple& tuple : one.tuples) {
      const bool gives = tuple.permission == "people.appoint" || tuple.permission == "people.grant";
      EXPECT_TRUE(!gives || one.is_system) << code;
    }
}

TEST(Posts, HoldEachTupleOnce) {
  for (const auto& [code, one] : posts()) {
    std::set<std::pair<std::string, Sensitivity>> held;
    for (const Tuple& tuple : one.tuples)
      EXPECT_TRUE(held.emplace(tuple.permission, tuple.sensitivity).second)
          << code << " " << tuple.permission;
  }
}

// Whoever asks for a reset cannot be who approves it by his post.
TEST(Posts, NeverHoldBothHalvesOfAReset) {
  for (const auto& [code, one] : posts())
    EXPECT_FALSE(tuple_for(one, Permission("people.reset"), Sensitivity::masked) != nullptr &&
                 tuple_for(one, Permission("people.approve_reset"), Sensitivity::masked) != nullptr)
        << code;
}

TEST(Posts, ExistWhereTheirUnitIs) {
  EXPECT_TRUE(exists_in(post("teller"), unit(UnitKind::outlet, Level::outlet)));
  EXPECT_FALSE(exists_in(post("teller"), unit(UnitKind::department, Level::bank)));
  EXPECT_TRUE(exists_in(post("officer"), unit(UnitKind::department, Level::bank)));
  EXPECT_FALSE(exists_in(post("officer"), unit(UnitKind::department, Level::branch)));
  EXPECT_TRUE(exists_in(post("handler"), unit(UnitKind::department, Level::branch)));
  EXPECT_FALSE(exists_in(post("branch_head"), unit(UnitKind::sub_branch, Level::sub_branch)));
}

TEST(Posts, KnowTheirPermissions) {
  EXPECT_TRUE(is_permission("complaint.read"));
  EXPECT_FALSE(is_permission("complaint.rea"));
  EXPECT_FALSE(is_permission(""));
}

TEST(SigningInRules, AreThoseThatShip) {
  const SigningInRules& rules = signing_in_rules();
  EXPECT_EQ(rules.idle_max, std::chrono::minutes{15});
  EXPECT_EQ(rules.age_max, std::chrono::hours{12});
  EXPECT_EQ(rules.length_min, 10);
  EXPECT_EQ(rules.passwords_remembered, 5);
  EXPECT_EQ(rules.password_age_max, std::chrono::days{60});
  EXPECT_EQ(rules.glass_fields, 20);
  EXPECT_TRUE(is_opened_by_glass(Permission("complaint.open_personal")));
  EXPECT_FALSE(is_opened_by_glass(Permission("complaint.close")));
}

}  // namespace
}  // namespace xb::identity
