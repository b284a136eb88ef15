// Two commands at once that no unique key keeps apart: the second finds what the first left.
#include "platform/identity/recovery/host.h"
#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

class Turns : public Staff {
 protected:
  static auto appointing(std::int64_t person, const char* post, std::int64_t unit,
                         AppointmentKind kind = AppointmentKind::part_time) {
    return [=](Work& work) {
      return identity::appoint(work, {person},
                               {Text<40, Presence::required>::trusted(post), {unit}, kind, {}, {}});
    };
  }
  static auto standing_in(std::int64_t absent, std::int64_t substitute) {
    return [=](Work& work) {
      return name_substitute(work, {absent}, {{substitute}, day("2026-03-02"), day("2026-03-09")});
    };
  }
  static auto closing(std::int64_t unit, std::int64_t successor) {
    return [=](Work& work) { return close_unit(work, {unit}, {{successor}, {}, because()}); };
  }
};

TEST_P(Turns, AUnitGetsOneHead) {
  EXPECT_EQ(side_by_side(appointing(301, "outlet_head", 104), appointing(305, "outlet_head", 104)),
            "appointment.second_holder unit_id");
}

TEST_P(Turns, SomebodyGetsNoSecondMainPost) {
  ASSERT_EQ(refusal(as_han(
                [](Work& work) { return end_appointment(work, test::appointment_of({301}), {}); })),
            "none");
  const auto main = AppointmentKind::main;
  EXPECT_EQ(
      side_by_side(appointing(301, "teller", 103, main), appointing(301, "teller", 104, main)),
      "appointment.second_main kind");
}

TEST_P(Turns, NobodyIsAppointedInAUnitThatCloses) {
  EXPECT_EQ(side_by_side(appointing(301, "teller", 104), closing(104, 103)), "unit.closed unit_id");
}

TEST_P(Turns, NoUnitClosesUnderWhoIsAppointedInIt) {
  EXPECT_EQ(side_by_side(closing(104, 103), appointing(301, "teller", 104)), "unit.not_empty");
}

TEST_P(Turns, SubstitutesFormNoCircle) {
  EXPECT_EQ(side_by_side(standing_in(301, 304), standing_in(304, 301)),
            "substitute.loop substitute_id");
}

TEST_P(Turns, ALongCircleIsNoneEither) {
  ASSERT_EQ(refusal(as_han(standing_in(301, 304))), "none");
  ASSERT_EQ(refusal(as_han(standing_in(305, 307))), "none");
  EXPECT_EQ(side_by_side(standing_in(304, 305), standing_in(307, 301)),
            "substitute.loop substitute_id");
}

TEST_P(Turns, NobodyComesToBothSidesByStandingIn) {
  ASSERT_EQ(refusal(as_han(
                [](Work& work) { return end_appointment(work, test::appointment_of({305}), {}); })),
            "none");
  const auto keeper = appointing(305, "administrator", 100, AppointmentKind::main);
  EXPECT_EQ(side_by_side(standing_in(301, 305), keeper), "substitute.mixed substitute_id");
}

TEST_P(Turns, TheBankGetsOneFirstAdministrator) {
  const auto making = [](const char* staff_no) {
    return [=](Work& work) {
      work.actor = Actor::system();
      return make_administrator(
          work,
          {Text<20, Presence::required>::trusted(staff_no),
           Text<100, Presence::required>::trusted(staff_no), Title::trusted("备用")},
          "given", "hash");
    };
  };
  EXPECT_EQ(side_by_side(making("900001"), making("900002")), "user.exists");
}

TEST_P(Turns, OneUnitAnswersForAMatterInAnother) {
  const auto answering = [](std::int64_t unit) {
    return [=](Work& work) {
      return give_jurisdiction(work,
                               {{unit}, {104}, Text<100, Presence::required>::trusted("理财"), {}});
    };
  };
  EXPECT_EQ(side_by_side(answering(101), answering(103)), "jurisdiction.exists over_id");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Turns, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
