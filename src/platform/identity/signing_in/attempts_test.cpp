#include "platform/identity/signing_in/attempts.h"

#include "platform/identity/signing_in/signing_in_fixture.h"

namespace xb::identity {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using test::monday;

class Attempts : public SigningIn {};

TEST_P(Attempts, WrongCodesCountWhereverTheyComeFrom) {
  const std::string secret = enrol(enter("han").value());
  const Instant later = monday + minutes{2};
  const auto guess = [&](int i, const std::string& code, Instant now) {
    const std::string remote = "2001:db8:" + std::to_string(i) + "::1";
    return refusal(enter("han", "Right-Word-1", now, remote.c_str(), code));
  };
  for (int i = 1; i <= 5; ++i) EXPECT_EQ(guess(i, "000000", later), "second_factor.wrong code");
  EXPECT_EQ(guess(6, code_at(secret, later), later), "session.wait");
  EXPECT_EQ(refusal(enter("han", "wrong", later, "10.0.0.9")), "session.wrong_credentials")
      << "who does not know the password is told nothing and locks nobody out";
  EXPECT_EQ(guess(7, code_at(secret, later + seconds{30}), later + seconds{30}), "none");
}

TEST_P(Attempts, OnePasswordIsNotTriedAtEveryLogin) {
  for (int i = 0; i < 100; ++i) {
    const std::string login = "somebody_" + std::to_string(i);
    ASSERT_EQ(refusal(enter(login.c_str(), "Spring-2026", monday, "2001:db8::7")),
              "session.wrong_credentials");
  }
  EXPECT_EQ(refusal(enter("li_na", "Right-Word-1", monday, "2001:db8::8")), "session.wait")
      << "the same network";
  EXPECT_EQ(refusal(enter("li_na", "Right-Word-1", monday, "2001:db8:0:1::8")), "none");
  EXPECT_EQ(refusal(enter("li_na", "Right-Word-1", monday + seconds{30}, "2001:db8::8")), "none")
      << "and soon again";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Attempts, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
