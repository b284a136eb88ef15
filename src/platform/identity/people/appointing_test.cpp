// What one command gives must not give what another refuses.
#include "platform/evidence/entries.h"
#include "platform/identity/authentic.h"
#include "platform/identity/people/store.h"
#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

using test::appointment_of;
using test::monday;

class Appointing : public Staff {
 protected:
  Appointing() {
    head_.person = {304};
    head_.scope = {Level::outlet, {103}};
  }

  template <class Command>
  auto as_head(Command&& command) {
    return bank_.write(head_, monday, command);
  }
  static auto naming(std::int64_t absent, std::int64_t substitute) {
    return [=](Work& work) {
      return name_substitute(work, {absent}, {{substitute}, day("2026-03-02"), day("2026-03-09")});
    };
  }
  static auto granting(std::int64_t person, const char* permission, Reach reach) {
    return [=](Work& work) {
      return grant(work, appointment_of({person}),
                   {Text<60, Presence::required>::trusted(permission), reach, Sensitivity::masked,
                    day("2026-03-31"), because()});
    };
  }
  Result<PostedView> end(std::int64_t person, AppointmentEnd how = {}) {
    return as_han([&](Work& work) { return end_appointment(work, appointment_of({person}), how); });
  }
  Result<PostedView> transfer_on(std::int64_t person, const char* post, std::int64_t unit,
                                 const char* since) {
    return as_han([&](Work& work) {
      return transfer(work, {person},
                      {Text<40, Presence::required>::trusted(post), {unit}, {}, day(since), {}});
    });
  }
  std::vector<std::int64_t> open_to(std::int64_t person) {
    std::vector<std::int64_t> out;
    bank_.database().read([&](storage::Transaction& tx) {
      for (const Appointment& one :
           appointments_open_to(tx, test::keys(), {person}, day("2026-03-02")))
        out.push_back(one.id.number);
    });
    return out;
  }

  Actor head_ = han_;
};

using Ids = std::vector<std::int64_t>;

TEST_P(Appointing, AHeadNamesNobodyForWhoWorksElsewhere) {
  ASSERT_EQ(refusal(appoint(302, "lobby_manager", 103, AppointmentKind::part_time)), "none");
  EXPECT_EQ(refusal(as_head(naming(302, 301))), "person.missing")
      << "his main post is the head office's";
  ASSERT_EQ(refusal(as_head(naming(301, 305))), "none");
}

TEST_P(Appointing, ASubstituteOfAHeadGetsWhatLiesInThatHeadsScope) {
  ASSERT_EQ(refusal(appoint(301, "lobby_manager", 104, AppointmentKind::part_time)), "none");
  ASSERT_EQ(refusal(as_head(naming(301, 305))), "none");
  EXPECT_EQ(open_to(305), (Ids{1305, 1301})) << "not hers in the other branch";
  ASSERT_EQ(
      refusal(as(302,
                 [](Work& work) {
                   return name_own_substitute(work, {{307}, day("2026-03-02"), day("2026-03-09")});
                 })),
      "none");
  EXPECT_EQ(open_to(307), (Ids{1307, 1302})) << "whom one names oneself gets all";
}

TEST_P(Appointing, WhatIsShutToTheAbsentIsShutToHisSubstitute) {
  ASSERT_EQ(refusal(appoint(301, "lobby_manager", 104, AppointmentKind::part_time)), "none");
  ASSERT_EQ(refusal(as_han(naming(301, 305))), "none");
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    open_session(tx, test::keys(),
                 {.token_hash = token_hash("token"),
                  .person_id = {305},
                  .created_at = monday,
                  .seen_at = monday,
                  .id = {990},
                  .appointment_id = appointment_of({301}),
                  .authenticated_at = monday,
                  .due = Due::nothing,
                  .remote = {},
                  .device = {},
                  .glass_id = {},
                  .mac = {}});
    const auto session = session_of(tx, test::keys(), Zone{}, "token", monday);
    EXPECT_TRUE(session && session->actor().other_units == std::vector{Id<Unit>{104}});
    return true;
  });
}

TEST_P(Appointing, NobodyComesToBothSidesByStandingInFirst) {
  ASSERT_EQ(refusal(end(305)), "none");
  ASSERT_EQ(refusal(as_han(naming(301, 305))), "none");
  EXPECT_EQ(refusal(appoint(305, "administrator", 100)), "appointment.mixed post");
  ASSERT_EQ(refusal(end(306)), "none");
  EXPECT_EQ(refusal(appoint(306, "teller", 103)), "none");
  // As if it had been there before this was asked for.
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Substitute named{.id = {7777},
                     .absent_id = {301},
                     .substitute_id = {303},
                     .since_on = day("2026-03-01"),
                     .until_on = day("2026-03-09"),
                     .named_by_id = {},
                     .mac = {}};
    seal_row(test::keys(), named);
    insert(tx, named);
    tx.note_entry();
    return true;
  });
  EXPECT_EQ(open_to(303), Ids{1303});
}

TEST_P(Appointing, AnEndComesEarlierAndNeverLater) {
  ASSERT_EQ(refusal(end(301, {day("2026-03-31"), {}})), "none");
  EXPECT_EQ(refusal(end(301, {day("2026-04-30"), {}})), "appointment.period until_on");
  EXPECT_EQ(refusal(end(301, {day("2026-03-31"), {}})), "appointment.period until_on");
  EXPECT_EQ(refusal(end(301, {day("2026-03-15"), {}})), "none");
}

TEST_P(Appointing, AUnitKeepsItsHead) {
  EXPECT_EQ(refusal(end(304)), "unit.without_head successor_id");
  EXPECT_EQ(refusal(transfer_on(304, "teller", 104, "2026-03-02")),
            "unit.without_head successor_id");
  ASSERT_EQ(refusal(end(304, {{}, Id<Person>{301}})), "none");
  const auto unit = bank_.read(han_, [](Work& work) { return find_unit_view(work, {103}); });
  EXPECT_TRUE(unit->lacks.empty());
  EXPECT_EQ(refusal(transfer_on(305, "outlet_head", 104, "2026-03-02")), "none");
  EXPECT_EQ(refusal(end(305)), "appointment.ended");
}

TEST_P(Appointing, TheLastOfAUnitMayGo) {
  ASSERT_EQ(refusal(appoint(301, "outlet_head", 104, AppointmentKind::part_time)), "none");
  const auto staff = bank_.read(han_, [](Work& work) { return find_staff(work, {301}); });
  const Id<Appointment> id = staff->appointments.back().id;
  EXPECT_EQ(refusal(as_han([&](Work& work) { return end_appointment(work, id, {}); })), "none");
}

TEST_P(Appointing, ATransferDoesNotMakeWhatWasNeverHaveBeen) {
  EXPECT_EQ(refusal(transfer_on(301, "teller", 104, "2015-06-01")), "appointment.period since_on");
  EXPECT_EQ(refusal(transfer_on(301, "teller", 104, "2026-02-01")), "none");
  const auto kinds = bank_.read(han_, [](Work& work) {
    std::vector<std::string> out;
    for (const auto& entry : evidence::timeline(work, 301, 0, 100)) out.push_back(entry.kind);
    return out;
  });
  EXPECT_EQ(kinds, (std::vector<std::string>{"person.hired", "person.appointment_ended",
                                             "person.appointed"}));
}

TEST_P(Appointing, GivesOnePostInAUnitOnce) {
  ASSERT_EQ(refusal(appoint(301, "lobby_manager", 104, AppointmentKind::part_time)), "none");
  EXPECT_EQ(refusal(appoint(301, "lobby_manager", 104, AppointmentKind::part_time)),
            "appointment.exists post");
}

TEST_P(Appointing, NobodyIsGrantedWhatKeepingTheSystemIs) {
  for (const char* permission : {"people.appoint", "people.grant", "people.reset",
                                 "people.approve_reset", "organisation.change", "sessions.end"})
    EXPECT_EQ(refusal(as_han(granting(301, permission, Reach::bank))), "grant.system")
        << permission;
}

TEST_P(Appointing, NobodyGrantsBeyondHisOwnScope) {
  EXPECT_EQ(refusal(as_head(granting(301, "complaint.export", Reach::unit))), "none");
  EXPECT_EQ(refusal(as_head(granting(301, "complaint.export", Reach::bank))), "grant.beyond reach");
  EXPECT_EQ(refusal(as_head(granting(302, "complaint.export", Reach::unit))),
            "appointment.missing");
  const auto given = as_han(granting(302, "complaint.withdraw", Reach::unit));
  ASSERT_TRUE(given.has_value()) << refusal(given);
  EXPECT_EQ(refusal(as_head([&](Work& work) { return end_grant(work, given->id); })),
            "grant.missing");
}

TEST_P(Appointing, WhatLooksAtTheWholeBankIsGrantedForIt) {
  EXPECT_EQ(refusal(as_han(granting(301, "break_glass.rule", Reach::unit))), "grant.reach reach");
  EXPECT_EQ(refusal(as_han(granting(301, "break_glass.rule", Reach::bank))), "none");
}

TEST_P(Appointing, WhatWasGrantedIsListedUntilItEnds) {
  const auto granted = [&](std::int64_t person) {
    return as_han([&](Work& work) { return list_grants(work, {person}); });
  };
  EXPECT_TRUE(granted(301)->items.empty()) << "a post's own are no grants";
  const auto given = as_han(granting(301, "complaint.export", Reach::unit));
  ASSERT_TRUE(given.has_value()) << refusal(given);
  ASSERT_EQ(granted(301)->items.size(), 1u);
  EXPECT_EQ(granted(301)->items[0].id, given->id);
  EXPECT_EQ(granted(301)->items[0].until_on, day("2026-03-31"));
  EXPECT_EQ(refusal(as_head([](Work& work) { return list_grants(work, {302}); })),
            "person.missing");
  ASSERT_EQ(refusal(as_han([&](Work& work) { return end_grant(work, given->id); })), "none");
  EXPECT_TRUE(granted(301)->items.empty());
}

TEST_P(Appointing, AForgedGrantEndsAndStaysForged) {
  const auto given = as_han(granting(301, "complaint.export", Reach::unit));
  ASSERT_TRUE(given.has_value()) << refusal(given);
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Grant row = find_grant(tx, given->id).value();
    row.reach = Reach::bank;
    update(tx, row);
    tx.note_entry();
    return true;
  });
  EXPECT_TRUE(as_han([](Work& work) { return list_grants(work, {301}); })->items.empty())
      << "it gives nothing";
  ASSERT_EQ(refusal(as_han([&](Work& work) { return end_grant(work, given->id); })), "none");
  bank_.database().read([&](storage::Transaction& tx) {
    EXPECT_FALSE(is_authentic(test::keys(), find_grant(tx, given->id).value()));
  });
}

TEST_P(Appointing, ASubstitutionThatEndsSaysWhen) {
  const auto named = as_head(naming(301, 305));
  ASSERT_TRUE(named.has_value()) << refusal(named);
  const auto ending = [&](Work& work) { return end_substitute(work, named->id); };
  EXPECT_EQ(refusal(as(302, ending)), "substitute.missing");
  const auto ended = as_head(ending);
  ASSERT_TRUE(ended.has_value()) << "who named him may end it";
  EXPECT_EQ(ended->until_on, day("2026-03-01"));
}

TEST_P(Appointing, AnIdentityNumberIsToldOnce) {
  const auto change = [&](std::int64_t person, const char* number, std::int64_t by) {
    return refusal(as(by, [&](Work& work) {
      return change_person(work, {person},
                           {Title::trusted("x"), {}, IdentityNumber::trusted(number)});
    }));
  };
  EXPECT_EQ(change(303, "11010519491231002X", 303), "person.yourself identity_number");
  EXPECT_EQ(change(301, "11010519491231002X", 303), "none");
  EXPECT_EQ(change(301, "11010519491231002X", 303), "none") << "the same";
  EXPECT_EQ(change(301, "440524188001010014", 303), "person.number_set identity_number");
}

TEST_P(Appointing, WhoHadLeftComesBackAsHimself) {
  const auto returning = [](Work& work) { return rehire(work, {301}, {because()}); };
  EXPECT_EQ(refusal(as_han(returning)), "person.wrong_state");
  ASSERT_EQ(refusal(as_han([](Work& work) {
              return leave(work, {301}, {{}, because()});
            })),
            "none");
  EXPECT_EQ(refusal(as(301, returning)), "person.yourself");
  const auto back = as_han(returning);
  ASSERT_TRUE(back.has_value()) << refusal(back);
  EXPECT_EQ(back->status, Status::active);
  EXPECT_TRUE(back->appointments.empty());
  EXPECT_EQ(refusal(appoint(301, "teller", 104)), "none");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Appointing, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
