#include "platform/identity/people/service.h"

#include "platform/evidence/entries.h"
#include "platform/identity/sessions.h"
#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

using test::monday;

class People : public Staff {
 protected:
  Result<StaffView> hire_new(const char* staff_no, const char* identity_number = nullptr,
                             const char* post = nullptr) {
    NewPerson person{.staff_no = StaffNo::trusted(staff_no),
                     .login = {},
                     .name = Title::trusted("新人"),
                     .identity_number = {},
                     .appointment = {}};
    if (identity_number != nullptr)
      person.identity_number = IdentityNumber::trusted(identity_number);
    if (post != nullptr)
      person.appointment =
          NewAppointment{Text<40, Presence::required>::trusted(post), {103}, {}, {}, {}};
    return as_han([&](Work& work) { return identity::hire(work, person); });
  }
  Result<SubstituteView> stand_in(std::int64_t absent, std::int64_t substitute, const char* since,
                                  const char* until) {
    return as_han([&](Work& work) {
      return name_substitute(work, {absent}, {{substitute}, day(since), day(until)});
    });
  }
};

TEST_P(People, AreHiredWithTheirPostAndWithoutAPassword) {
  const auto hired = hire_new("100900", "11010519491231002X", "teller");
  ASSERT_TRUE(hired.has_value()) << refusal(hired);
  EXPECT_EQ(hired->login, "100900");
  ASSERT_EQ(hired->appointments.size(), 1u);
  EXPECT_EQ(hired->appointments[0].post_name, "柜员");
  const auto world = test::world(bank_.database());
  EXPECT_FALSE(test::holds(world, "11010519491231002X"));
  EXPECT_FALSE(test::holds(world, std::to_string(hired->id.number), "credentials"));
}

TEST_P(People, HaveOneAccountEach) {
  ASSERT_TRUE(hire_new("100900", "11010519491231002X").has_value());
  EXPECT_EQ(refusal(hire_new("100900")), "person.staff_no_taken staff_no");
  EXPECT_EQ(refusal(hire_new("100901", "11010519491231002x")),
            "person.second_account identity_number")
      << "whatever staff number he is given";
  EXPECT_EQ(refusal(hire_new("100901", "110105491231002")), "person.second_account identity_number")
      << "also by the number he had before 1999";
  EXPECT_EQ(refusal(hire_new("li_na")), "person.staff_no_taken staff_no");
  const auto other = hire_new("100902");
  ASSERT_TRUE(other.has_value());
  EXPECT_EQ(refusal(as_han([&](Work& work) {
              return change_person(work, other->id,
                                   {Title::trusted("新人"), LoginName::trusted("chen_yu"), {}});
            })),
            "person.login_taken login");
  EXPECT_EQ(refusal(as_han([&](Work& work) {
              return change_person(work, other->id,
                                   {Title::trusted("新人"), LoginName::trusted("CHEN_yu"), {}});
            })),
            "person.login_taken login");
}

TEST_P(People, GiveThemselvesNothing) {
  const auto self = [&](const char* post) {
    return refusal(as_han([&](Work& work) {
      return identity::appoint(
          work, {303},
          {Text<40, Presence::required>::trusted(post), {100}, AppointmentKind::part_time, {}, {}});
    }));
  };
  EXPECT_EQ(self("officer"), "appointment.yourself");
  EXPECT_EQ(self("security_officer"), "appointment.yourself");
  const NewGrant grant{Text<60, Presence::required>::trusted("complaint.read"), Reach::bank,
                       Sensitivity::masked, day("2026-12-31"), because()};
  EXPECT_EQ(refusal(as(302,
                       [&](Work& work) {
                         return identity::grant(work, test::appointment_of({302}), grant);
                       })),
            "grant.yourself");
  Actor in_his_name = han_;
  in_his_name.person = {306};
  in_his_name.on_behalf_of = {302};
  EXPECT_EQ(refusal(bank_.write(in_his_name, monday,
                                [&](Work& work) {
                                  return identity::grant(work, test::appointment_of({302}), grant);
                                })),
            "grant.yourself")
      << "nor him for whom they act";
  EXPECT_EQ(refusal(as_han([&](Work& work) {
              return identity::grant(work, test::appointment_of({306}), grant);
            })),
            "grant.system")
      << "who keeps the system gets no business";
  EXPECT_EQ(refusal(as_han([&](Work& work) { return suspend(work, {303}, {because()}); })),
            "person.yourself");
}

TEST_P(People, DoNotKeepTheSystemBesideTheirBusiness) {
  EXPECT_EQ(refusal(appoint(306, "officer", 100, AppointmentKind::part_time)),
            "appointment.mixed post");
  EXPECT_EQ(refusal(appoint(301, "administrator", 100, AppointmentKind::part_time)),
            "appointment.mixed post");
  EXPECT_EQ(refusal(stand_in(306, 301, "2026-03-02", "2026-03-09")),
            "substitute.mixed substitute_id");
}

TEST_P(People, HaveOneMainPostAtATime) {
  EXPECT_EQ(refusal(appoint(301, "teller", 104)), "appointment.second_main kind");
  EXPECT_EQ(refusal(appoint(301, "lobby_manager", 104, AppointmentKind::part_time)), "none");
  EXPECT_EQ(refusal(appoint(301, "teller", 103, AppointmentKind::main, day("2026-04-02"),
                            day("2026-04-01"))),
            "appointment.period until_on");
  const auto moved = as_han([&](Work& work) {
    return transfer(work, {301},
                    {Text<40, Presence::required>::trusted("teller"), {104}, {}, {}, {}});
  });
  ASSERT_TRUE(moved.has_value()) << refusal(moved);
  const auto staff = bank_.read(han_, [](Work& work) { return find_staff(work, {301}); });
  ASSERT_EQ(staff->appointments.size(), 2u) << "the old one is over";
  EXPECT_EQ(staff->appointments.back().unit_id, Id<Unit>{104});
}

TEST_P(People, HoldADutyAlone) {
  EXPECT_EQ(refusal(appoint(301, "outlet_head", 103, AppointmentKind::part_time)),
            "appointment.second_holder unit_id");
  EXPECT_EQ(refusal(appoint(301, "outlet_head", 104, AppointmentKind::part_time)), "none");
}

TEST_P(People, AreAppointedWhereThePostIs) {
  EXPECT_EQ(refusal(appoint(301, "branch_head", 103, AppointmentKind::part_time)),
            "post.not_here post");
  EXPECT_EQ(refusal(appoint(301, "emperor", 103)), "post.missing post");
  EXPECT_EQ(refusal(appoint(301, "teller", 999)), "unit.missing unit_id");
  EXPECT_EQ(refusal(appoint(999, "teller", 103)), "person.missing");
}

TEST_P(People, LeaveWithTheirSessionsAndHandTheirDutyOver) {
  const auto leave = [&](std::int64_t who, std::optional<Id<Person>> successor) {
    return as_han([&](Work& work) { return identity::leave(work, {who}, {successor, because()}); });
  };
  EXPECT_EQ(refusal(leave(304, {})), "unit.without_head successor_id");
  EXPECT_EQ(refusal(leave(304, Id<Person>{304})), "person.successor successor_id");
  const auto left = leave(304, Id<Person>{301});
  ASSERT_TRUE(left.has_value()) << refusal(left);
  EXPECT_EQ(left->status, Status::left);
  EXPECT_TRUE(left->appointments.empty());
  const auto unit = bank_.read(han_, [](Work& work) { return find_unit_view(work, {103}); });
  EXPECT_TRUE(unit->lacks.empty()) << "Li Na is head now";
  EXPECT_EQ(refusal(leave(304, {})), "person.wrong_state");
  EXPECT_EQ(refusal(appoint(304, "teller", 103)), "person.wrong_state");
}

TEST_P(People, AreSubstitutedByOneAtATimeAndInNoCircle) {
  EXPECT_EQ(refusal(stand_in(301, 301, "2026-03-02", "2026-03-09")),
            "substitute.itself substitute_id");
  EXPECT_EQ(refusal(stand_in(301, 304, "2026-03-09", "2026-03-02")), "substitute.period until_on");
  EXPECT_EQ(refusal(stand_in(301, 304, "2026-02-02", "2026-02-09")), "substitute.period until_on");
  EXPECT_EQ(refusal(stand_in(301, 999, "2026-03-02", "2026-03-09")),
            "substitute.not_active substitute_id");
  ASSERT_EQ(refusal(stand_in(301, 304, "2026-03-02", "2026-03-09")), "none");
  EXPECT_EQ(refusal(stand_in(301, 305, "2026-03-09", "2026-03-20")),
            "substitute.overlapping since_on");
  EXPECT_EQ(refusal(stand_in(304, 301, "2026-03-05", "2026-03-06")),
            "substitute.loop substitute_id");
  ASSERT_EQ(refusal(stand_in(304, 305, "2026-03-05", "2026-03-12")), "none");
  EXPECT_EQ(refusal(stand_in(305, 301, "2026-03-08", "2026-03-08")),
            "substitute.loop substitute_id")
      << "301 by 304 by 305 by 301";
  EXPECT_EQ(refusal(stand_in(305, 301, "2026-03-10", "2026-03-12")), "none") << "when 301 is back";
}

TEST_P(People, NameNobodyWhileTheyStandIn) {
  Actor standing_in = bank_.li_na;
  standing_in.person = {305};
  standing_in.on_behalf_of = {304};
  EXPECT_EQ(refusal(bank_.write(
                standing_in, monday,
                [&](Work& work) {
                  return name_own_substitute(work, {{301}, day("2026-03-02"), day("2026-03-03")});
                })),
            "substitute.yourself");
  EXPECT_EQ(
      refusal(
          as(307,
             [&](Work& work) {
               return name_substitute(work, {302}, {{307}, day("2026-03-02"), day("2026-03-03")});
             })),
      "substitute.yourself substitute_id");
}

TEST_P(People, BelowTheBankAreThoseOfTheUnit) {
  Actor of_branch = han_;
  of_branch.person = {307};
  of_branch.scope = {Level::branch, {102}};
  EXPECT_EQ(
      refusal(bank_.write(
          of_branch, monday,
          [&](Work& work) {
            return name_substitute(work, {301}, {{304}, day("2026-03-02"), day("2026-03-03")});
          })),
      "person.missing");
}

TEST_P(People, AreFoundByOneTerm) {
  const auto found = [&](StaffSearch search) {
    return bank_.read(han_, [&](Work& work) { return search_staff(work, search); });
  };
  EXPECT_EQ(refusal(found({})), "search.one_term");
  EXPECT_EQ(found({.login = LoginName::trusted("li_na")})->items.size(), 1u);
  EXPECT_EQ(found({.login = {}, .staff_no = StaffNo::trusted("li_na")})->items.size(), 1u);
  EXPECT_EQ(found({.login = {}, .staff_no = {}, .name = Title::trusted("li_na")})->items.size(),
            1u);
  const auto page = bank_.read(han_, [](Work& work) { return list_staff(work, {}); });
  EXPECT_EQ(page->items.size(), 7u);
}

TEST_P(People, MayWhatTheirPostsSay) {
  const auto list = bank_.read(han_, [](Work& work) { return list_posts(work); });
  ASSERT_TRUE(list.has_value());
  for (const PostView& post : list->items) {
    const Post& data = *find_post(post.code);
    ASSERT_EQ(post.grants.size(), data.tuples.size()) << post.code;
    for (std::size_t i = 0; i < post.grants.size(); ++i) {
      EXPECT_EQ(post.grants[i].permission, data.tuples[i].permission);
      EXPECT_EQ(post.grants[i].reach, data.tuples[i].reach);
      EXPECT_EQ(post.grants[i].sensitivity, data.tuples[i].sensitivity);
    }
    EXPECT_EQ(post.may_break_glass, data.may_break_glass) << post.code;
    EXPECT_EQ(post.levels, data.levels) << post.code;
  }
}

TEST_P(People, LeaveAnEntryWithEachStep) {
  ASSERT_TRUE(appoint(301, "lobby_manager", 104, AppointmentKind::part_time).has_value());
  ASSERT_TRUE(stand_in(301, 304, "2026-03-02", "2026-03-09").has_value());
  const auto kinds = bank_.read(han_, [](Work& work) {
    std::vector<std::string> out;
    for (const auto& entry : evidence::timeline(work, 301, 0, 100)) out.push_back(entry.kind);
    return out;
  });
  EXPECT_EQ(kinds, (std::vector<std::string>{"person.hired", "person.appointed",
                                             "person.substitute_named"}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, People, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
