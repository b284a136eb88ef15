#include "modules/events/rules.h"

#include <gtest/gtest.h>

namespace xb::events {
namespace {

TEST(Entries, TellOfTheirSubjectOrOfWhatAllLookAt) {
  EXPECT_EQ(about("complaint.registered"), About::subject);
  EXPECT_EQ(about("clock.warned"), About::subject);
  EXPECT_EQ(about("approval.asked"), About::subject);
  EXPECT_EQ(about("person.hired"), About::organisation);
  EXPECT_EQ(about("unit.moved"), About::organisation);
  EXPECT_EQ(about("calendar.imported"), About::calendar);
  EXPECT_EQ(about("import.ended"), About::import);
  EXPECT_EQ(about("tip_off.registered"), About::nothing) << "sealed from the line";
  EXPECT_EQ(about("glass.broken"), About::nothing);
  EXPECT_TRUE(is_reading("complaint.opened"));
  EXPECT_FALSE(is_reading("complaint.registered"));
  for (const char* kind : {"clock.warned", "clock.escalated", "clock.acknowledged",
                           "clock.rest_reminded", "complaint.assigned", "referral.taken_up",
                           "approval.asked", "complaint.closed", "complaint.withdrawn"})
    EXPECT_TRUE(moves_notices(kind)) << kind;
  EXPECT_FALSE(moves_notices("clock.recounted"));
  EXPECT_FALSE(moves_notices("complaint.registered"));
}

TEST(Waiting, TellsEachOnceAndOfManyOnlyTheKind) {
  Waiting waiting;
  EXPECT_TRUE(waiting.empty());
  waiting.add({What::complaint, 7});
  waiting.add({What::complaint, 7});
  waiting.add({What::asked, {}});
  EXPECT_EQ(waiting.take(12),
            "event: changed\nid: 12\ndata: {\"what\":\"complaint\",\"id\":7}\n\n"
            "event: changed\nid: 12\ndata: {\"what\":\"asked\"}\n\n");
  EXPECT_TRUE(waiting.empty());
  EXPECT_EQ(waiting.take(12), "");
  for (std::int64_t id = 1; id <= 60; ++id) waiting.add({What::referral, id});
  waiting.add({What::referral, 61});
  const std::string many = "event: changed\nid: 99\ndata: {\"what\":\"referral\"}\n\n";
  EXPECT_EQ(waiting.take(99), many);
  waiting.add({What::referral, {}});
  waiting.add({What::referral, 3});
  EXPECT_EQ(waiting.take(99), many) << "one of all of them";
}

TEST(TheStream, IsWrittenAsBrowsersReadIt) {
  EXPECT_EQ(hello(5), "retry: 3000\n\nevent: hello\nid: 5\ndata: {}\n\n");
  EXPECT_EQ(refetch(6), "event: refetch\nid: 6\ndata: {}\n\n");
  EXPECT_EQ(beat(7), ": beat\nid: 7\n\n");
  EXPECT_EQ(place_in("4711"), 4711);
  for (const char* wrong : {"", "-1", "x", "7x", "99999999999999999999"})
    EXPECT_FALSE(place_in(wrong).has_value()) << wrong;
}

TEST(Chairs, AndUnitsAndPeopleHearWhatIsTheirs) {
  const Ear ear{.person = {201},
                .on_behalf_of = {},
                .unit = {101},
                .other_units = {{105}},
                .cases = {},
                .referrals = {},
                .notices = {},
                .chairs = {{{101}, "head"}}};
  News news{.changed = {What::approval, {}}, .audience = Audience::chairs};
  EXPECT_FALSE(heard(ear, news).has_value());
  news.chairs = {{{101}, "officer"}, {{102}, "head"}};
  EXPECT_FALSE(heard(ear, news).has_value());
  news.chairs.push_back({{101}, "head"});
  EXPECT_TRUE(heard(ear, news).has_value());
  for (const Id<Unit> unit : {Id<Unit>{101}, Id<Unit>{105}}) {
    News shut = news;
    shut.standing.accused_units = {unit};
    EXPECT_FALSE(heard(ear, shut).has_value()) << "somebody who works there is accused";
    shut = news;
    shut.standing.shut_unit_id = unit;
    EXPECT_FALSE(heard(ear, shut).has_value());
  }
  news = {.changed = {What::asked, {}}, .audience = Audience::unit, .unit_id = {101}};
  EXPECT_TRUE(heard(ear, news).has_value());
  news.unit_id = {105};
  EXPECT_FALSE(heard(ear, news).has_value()) << "he acts for the other one";
  news = {.changed = {What::import, 9}, .audience = Audience::person, .person_id = {201}};
  EXPECT_TRUE(heard(ear, news).has_value());
  news.person_id = {202};
  EXPECT_FALSE(heard(ear, news).has_value());
  news = {.changed = {What::complaint, 9}, .audience = Audience::readers_of_cases};
  EXPECT_FALSE(heard(ear, news).has_value()) << "he may not read cases";
}

}  // namespace
}  // namespace xb::events
