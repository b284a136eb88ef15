// A bank whose organisation and people can be changed: an administrator, and those he changes.
#pragma once

#include <string>

#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "platform/identity/recovery/service.h"
#include "platform/identity/signing_in/service.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/world.h"

namespace xb::identity {

// What was refused, as `code field`; `none` if nothing was.
template <class T>
std::string refusal(const Result<T>& result) {
  if (result) return "none";
  return result.error().code + (result.error().field.empty() ? "" : " " + result.error().field);
}

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

  // A command of the administrator.
  template <class Command>
  auto as_han(Command&& command, Instant now = test::monday) {
    return bank_.write(han_, now, command);
  }
  template <class Command>
  auto as(std::int64_t person, Command&& command, Instant now = test::monday) {
    Actor actor = han_;
    actor.person = {person};
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
  test::Bank bank_{GetParam()};
};

}  // namespace xb::identity
