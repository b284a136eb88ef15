// A bank whose organisation and people can be changed: an administrator, and those he changes.
#pragma once

#include <string>

#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "platform/identity/recovery/service.h"
#include "platform/identity/signing_in/service.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::identity {

inline Date day(const char* text) { return *parse_date(text); }
inline Motive because() { return Motive::trusted("测试"); }

class Staff : public testing::TestWithParam<test::Engine> {
 protected:
  Staff() {
    hire({301}, "li_na", "teller", "210001");
    hire({302}, "chen_yu", "officer", "100000");
    hire({303}, "han", "administrator", "100000");
    hire({304}, "wang_fang", "outlet_head", "210001");
    hire({305}, "zhao_min", "liaison", "210001");
    hire({306}, "liang", "security_officer", "100000");
    hire({307}, "sun_li", "branch_officer", "200000");
  }

  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto done = bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    EXPECT_TRUE(done.has_value());
  }

  // What `second` leaves, done by another connection in the middle of `first`, which has seen the
  // bank before it: the second of the two runs again on PostgreSQL. SQLite has one writer.
  template <class First, class Second>
  std::string side_by_side(First&& first, Second&& second) {
    if (GetParam() == test::Engine::sqlite) {
      EXPECT_EQ(refusal(as_han(second)), "none");
      return refusal(as_han(first));
    }
    auto options = bank_.source().options();
    options.before_statement = {};
    const auto other = storage::Database::open(options);
    std::string told;
    int runs = 0;
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      Work work = bank_.work_of(tx, han_, test::monday);
      EXPECT_TRUE(find_unit(tx, {100}).has_value()) << "from here on it sees one moment";
      if (++runs == 1) {
        other->write(storage::Lane::interactive, [&](storage::Transaction& beside) {
          Work others = bank_.work_of(beside, han_, test::monday);
          const auto done = second(others);
          EXPECT_EQ(refusal(done), "none");
          return done.has_value();
        });
      }
      const auto done = first(work);
      told = refusal(done);
      return done.has_value();
    });
    return told;
  }

  // A command of the administrator.
  template <class Command>
  auto as_han(Command&& command, Instant now = test::monday) {
    return bank_.write(han_, now, command);
  }
  template <class Command>
  auto as(std::int64_t person, Command&& command, Instant now = test::monday) {
    Actor actor = han_;
    actor.person = {person};
    actor.appointment = test::appointment_of({person});
    return bank_.write(actor, now, command);
  }

  Result<PostedView> appoint(std::int64_t person, const char* post, std::int64_t unit,
                             AppointmentKind kind = AppointmentKind::main,
                             std::optional<Date> since = {}, std::optional<Date> until = {}) {
    return as_han([&](Work& work) {
      return identity::appoint(
          work, {person},
          {Text<40, Presence::required>::trusted(post), {unit}, kind, since, until});
    });
  }

  Actor han_{.person = {303}, .scope = Scope::whole_bank(), .place = {}, .unit = {100}};
  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
};

}  // namespace xb::identity
