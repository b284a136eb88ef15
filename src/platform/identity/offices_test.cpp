#include "platform/identity/offices.h"

#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

using workflow::Office;

// Outlet 103 (head 304, officer 305) in branch 101 (officer 307, no head) of head office 100
// (officer 302), which has a consumer-protection department and a lending department.
class Offices : public Staff {
 protected:
  Offices() {
    protection_ = open("100101", UnitKind::department, {100});
    lending_ = open("100102", UnitKind::department, {100});
    hire({311}, "protection", "protection_head", "100101");
    hire({312}, "lending", "department_head", "100102");
    hire({313}, "handler", "handler", "100102");
  }

  Id<Unit> open(const char* code, UnitKind kind, Id<Unit> parent) {
    return as_han([&](Work& work) {
             return open_unit(work, {.code = Code::trusted(code),
                                     .name = Title::trusted(code),
                                     .name_en = {},
                                     .kind = kind,
                                     .parent_id = parent,
                                     .line = {},
                                     .opened_on = {}});
           })
        ->id;
  }

  // `210001 head, 200000 officer`
  std::string seats(Office office, const Standing& standing,
                    const std::vector<Id<Person>>& barred = {}) {
    return bank_.read(han_, [&](Work& work) {
      std::string out;
      for (const Seat& seat : seats_for(work, office, standing, barred))
        out += (out.empty() ? "" : ", ") + find_unit(work.tx, seat.unit_id)->code + " " +
               std::string{name_of(seat.chair)};
      return out;
    });
  }
  bool stands(std::int64_t person, Office office, const Standing& standing,
              std::int64_t absent = 0) {
    Actor actor;
    bank_.database().read(
        [&](storage::Transaction& tx) { actor = test::acting(tx, {person}, {absent}); });
    return bank_.read(actor, [&](Work& work) { return stands_in(work, office, standing); });
  }

  static Standing at_outlet() { return {.place = {{101}, {}, {103}}}; }
  Standing at_lending() const {
    return {.place = {{101}, {}, {103}}, .handling_unit_id = lending_};
  }
  void leave_post(std::int64_t person) {
    const auto ended = as_han([&](Work& work) {
      return end_appointment(work, test::appointment_of({person}), AppointmentEnd{});
    });
    EXPECT_TRUE(ended.has_value()) << refusal(ended);
  }

  Id<Unit> protection_;
  Id<Unit> lending_;
};

TEST_P(Offices, AreTheChairsOfTheTreeAroundTheUnit) {
  const struct {
    Office office;
    const char* of_outlet;
    const char* of_lending;
  } table[] = {
      {Office::owner, "", ""},
      {Office::unit_head, "210001 head", "100102 head"},
      {Office::officer, "210001 officer", "100000 officer"},
      {Office::branch, "200000 officer", "200000 officer"},
      {Office::head_office, "100000 officer, 100000 complaint_head",
       "100000 officer, 100000 complaint_head"},
      {Office::complaint_head, "210001 head", "100000 complaint_head"},
      {Office::superior, "200000 officer", ""},
      {Office::executive, "", ""},
  };
  for (const auto& row : table) {
    EXPECT_EQ(seats(row.office, at_outlet()), row.of_outlet) << name_of(row.office);
    EXPECT_EQ(seats(row.office, at_lending()), row.of_lending) << name_of(row.office);
  }
  hire({321}, "president", "president", "100000");
  hire({322}, "branch_head", "branch_head", "200000");
  EXPECT_EQ(seats(Office::executive, at_outlet()), "100000 head");
  EXPECT_EQ(seats(Office::superior, at_outlet()), "200000 head, 200000 officer");
  EXPECT_EQ(seats(Office::branch, {}), "100000 head, 100000 officer") << "a case of no branch";
  EXPECT_EQ(seats(Office::unit_head, {}), "100000 head");
}

TEST_P(Offices, ThatAreVacantAreHeldByTheNextUnitUpTheTree) {
  leave_post(301);
  leave_post(305);
  EXPECT_EQ(seats(Office::officer, at_outlet()), "200000 officer");
  leave_post(304);  // Nobody is left whose head he was.
  EXPECT_EQ(seats(Office::unit_head, at_outlet()), "") << "neither branch nor head office has one";
  hire({321}, "president", "president", "100000");
  EXPECT_EQ(seats(Office::unit_head, at_outlet()), "100000 head");
  hire({322}, "branch_head", "branch_head", "200000");
  EXPECT_EQ(seats(Office::unit_head, at_outlet()), "200000 head");
  leave_post(307);
  EXPECT_EQ(seats(Office::officer, at_outlet()), "100000 officer");
  leave_post(322);
  EXPECT_EQ(seats(Office::superior, at_outlet()), "100000 head, 100000 officer");
  EXPECT_EQ(seats(Office::branch, at_outlet()), "100000 head, 100000 officer");
  leave_post(311);
  EXPECT_EQ(seats(Office::complaint_head, at_lending()), "100000 head");
}

TEST_P(Offices, InWhichOnlyPeopleSitWhoMayHaveNoSayCountAsVacant) {
  EXPECT_EQ(seats(Office::officer, at_outlet(), {{305}}), "200000 officer");
  EXPECT_EQ(seats(Office::officer, at_outlet(), {{305}, {307}}), "100000 officer");
  EXPECT_EQ(seats(Office::officer, at_outlet(), {{305}, {307}, {302}}), "");
  Standing about_the_liaison = at_outlet();
  about_the_liaison.accused_id = {305};
  EXPECT_EQ(seats(Office::officer, about_the_liaison), "200000 officer");
  about_the_liaison.shut_unit_id = {103};
  EXPECT_EQ(seats(Office::unit_head, about_the_liaison), "") << "none of his unit has a say";
}

TEST_P(Offices, OfWhoeverIsSuspendedAreVacant) {
  ASSERT_TRUE(as_han([&](Work& work) { return suspend(work, {305}, {because()}); }).has_value());
  EXPECT_EQ(seats(Office::officer, at_outlet()), "200000 officer");
}

TEST_P(Offices, AreHeldByWhoeverActsAtThatPost) {
  const Standing outlet = at_outlet();
  EXPECT_TRUE(stands(304, Office::unit_head, outlet));
  EXPECT_FALSE(stands(305, Office::unit_head, outlet));
  EXPECT_TRUE(stands(305, Office::officer, outlet));
  EXPECT_FALSE(stands(301, Office::officer, outlet)) << "a teller has no duty";
  EXPECT_TRUE(stands(307, Office::branch, outlet));
  EXPECT_FALSE(stands(302, Office::branch, outlet)) << "more scope is no office";
  EXPECT_TRUE(stands(302, Office::head_office, outlet));
  EXPECT_TRUE(stands(311, Office::head_office, outlet));
  EXPECT_FALSE(stands(312, Office::head_office, outlet)) << "of another department";
  EXPECT_TRUE(stands(312, Office::unit_head, at_lending()));
  EXPECT_TRUE(stands(301, Office::unit_head, outlet, 304)) << "who stands in for the head";
  EXPECT_FALSE(stands(304, Office::unit_head, outlet, 301)) << "and acts as the teller then";
}

TEST_P(Offices, CountAtPartTimePostsToo) {
  ASSERT_TRUE(appoint(313, "officer", lending_.number, AppointmentKind::part_time).has_value());
  EXPECT_EQ(seats(Office::officer, at_lending()), "100000 officer");
  Actor part_time;
  bank_.database().read([&](storage::Transaction& tx) {
    part_time = test::acting(tx, {313});
    for (const Appointment& one : appointments_of(tx, {313}, day("2026-03-02")))
      if (one.kind == AppointmentKind::part_time) part_time.appointment = one.id;
  });
  EXPECT_TRUE(bank_.read(
      part_time, [&](Work& work) { return stands_in(work, Office::officer, at_lending()); }));
  EXPECT_FALSE(stands(313, Office::officer, at_lending())) << "not at his main post";
}

TEST_P(Offices, OfTheOwnerAreItsHandlersOrItsUnits) {
  Standing standing = at_lending();
  EXPECT_TRUE(stands(313, Office::owner, standing));
  EXPECT_TRUE(stands(312, Office::owner, standing));
  EXPECT_FALSE(stands(301, Office::owner, standing)) << "it was dispatched";
  EXPECT_TRUE(stands(301, Office::owner, at_outlet()));
  standing.handler_id = {313};
  EXPECT_TRUE(stands(313, Office::owner, standing));
  EXPECT_FALSE(stands(312, Office::owner, standing));
  EXPECT_TRUE(stands(312, Office::owner, standing, 313)) << "for the handler";
  leave_post(313);
  EXPECT_TRUE(stands(312, Office::owner, standing)) << "the handler is gone";
}

TEST_P(Offices, AreNotGivenByARowThatSomebodyElseWrote) {
  const auto forged = bank_.write(Actor::system(), test::monday, [](Work& work) -> Result<void> {
    work.tx.execute("UPDATE appointments SET duty = ? WHERE person_id = ?", Duty::head,
                    Id<Person>{301});
    work.tx.execute("UPDATE appointments SET duty = ? WHERE person_id = ?", Duty::none,
                    Id<Person>{304});
    work.tx.note_entry();
    return {};
  });
  ASSERT_TRUE(forged.has_value());
  EXPECT_EQ(seats(Office::unit_head, at_outlet()), "");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Offices, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
