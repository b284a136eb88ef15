#include <random>

#include "modules/events/events_fixture.h"
#include "modules/events/service.h"
#include "platform/storage/list.h"

namespace xb::events {
namespace {

class Sight : public Listening {};

TEST_P(Sight, AgreesWithListsOnWhatIsInSight) {
  std::mt19937 random(20260302);
  const std::vector<Id<Unit>> units{{}, {100}, {101}, {102}, {103}, {104}};
  const std::vector<Id<Person>> people{{}, {211}, {212}, {221}, {222}};
  const auto any_of = [&](const auto& all) { return all[random() % all.size()]; };
  const auto id = taken_in(bank_.li_na);
  for (int i = 0; i < 300; ++i) {
    const Id<Unit> branch = any_of(units), outlet = any_of(units), handling = any_of(units);
    const Id<Person> accused = any_of(people);
    const Id<Unit> shut = accused ? any_of(units) : Id<Unit>{};
    Actor viewer = as(people[1 + random() % 4]);
    viewer.scope = {
        any_of(std::vector{Level::bank, Level::branch, Level::outlet, Level::department}),
        units[1 + random() % 5]};
    if (random() % 3 == 0) viewer.on_behalf_of = any_of(people);
    if (random() % 3 == 0) viewer.other_units = {units[1 + random() % 5]};
    viewer.today = Zone{}.date(now_);
    bool listed = false, told = false;
    const auto looked = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
      work.tx.execute(
          "UPDATE complaints SET branch_id = ?, outlet_id = ?, handling_unit_id = ?,"
          " accused_id = ?, shut_unit_id = ? WHERE id = ?",
          branch, outlet, handling, accused, shut, id);
      storage::Query query{storage::Sql<>("SELECT id FROM complaints")};
      storage::in_sight(query, viewer);
      listed = !work.tx.all<std::int64_t>(query).empty();
      const Subjects found = subjects(work.tx, {id.number}, viewer.today);
      const Ear ear{.person = viewer.person,
                    .on_behalf_of = viewer.on_behalf_of,
                    .unit = viewer.unit,
                    .other_units = viewer.other_units,
                    .cases = viewer.scope,
                    .referrals = {},
                    .notices = {},
                    .chairs = {}};
      told = heard(ear, {.changed = {What::complaint, id.number},
                         .audience = Audience::readers_of_cases,
                         .standing = found.begin()->second.standing})
                 .has_value();
      return refuse(Reason::conflict, "only.looked");
    });
    EXPECT_FALSE(looked.has_value());
    EXPECT_EQ(told, listed) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Sight, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::events
