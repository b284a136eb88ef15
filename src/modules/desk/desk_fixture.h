// People of the test bank at their desks.
#pragma once

#include "modules/desk/drafts/service.h"
#include "modules/desk/views/service.h"
#include "test/support/bank.h"
#include "test/support/gate.h"
#include "test/support/people.h"
#include "test/support/reading.h"
#include "test/support/world.h"

namespace xb::desk {

class Desk : public testing::TestWithParam<test::Engine> {
 protected:
  Desk() {
    for (const auto& [id, login] : {std::pair{201, "lina"}, std::pair{203, "chenyu"}}) {
      const test::Hire hire{
          {id}, login, id == 201 ? "teller" : "officer", id == 201 ? "210001" : "100000"};
      const auto hired =
          bank_.write(Actor::system(), test::monday, [&](Work& work) -> Result<void> {
            test::hire(work, hire);
            return {};
          });
      EXPECT_TRUE(hired.has_value());
    }
  }
  template <class Input, class Out>
  Result<Out> take(const Actor& actor, std::string_view json,
                   Result<Out> (*step)(Work&, const Input&)) {
    const auto read = read_input<Input>(json);
    if (!read) return tl::unexpected(read.error());
    return bank_.write(actor, now_, [&](Work& work) { return step(work, *read); });
  }
  Instant now_ = test::monday;
  test::Gate gate_;
  test::Bank bank_{GetParam(), gate_.pass()};
};

}  // namespace xb::desk
