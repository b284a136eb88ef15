// People who sign in, some with a second factor.
#pragma once

#include <chrono>
#include <string>

#include "platform/identity/passwords.h"
#include "platform/identity/signing_in/service.h"
#include "platform/identity/signing_in/store.h"
#include "platform/identity/staff_fixture.h"
#include "platform/identity/totp.h"

namespace xb::identity {

class SigningIn : public Staff {
 protected:
  SigningIn() {
    static const std::string hash = hash_password("Right-Word-1");
    for (const std::int64_t id : {301, 302, 303, 304}) give(id, hash, false);
  }
  void give(std::int64_t id, const std::string& hash, bool is_first) {
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      Work work = bank_.work_of(tx, Actor::system(), test::monday);
      set_password(work, {id}, hash, is_first);
      return true;
    });
  }
  Door door(bool wants_second_factor = true) {
    return {bank_.database(), test::keys(), Zone{}, wants_second_factor};
  }
  Result<SignedIn> enter(const char* login, const char* password = "Right-Word-1",
                         Instant now = test::monday, const char* remote = "10.0.0.7",
                         const std::string& code = {}, bool wants_second_factor = true) {
    Credentials said{
        Text<100, Presence::required>::trusted(login), PasswordText::trusted(password), {}};
    if (!code.empty()) said.code = TotpText::trusted(code);
    return sign_in(door(wants_second_factor), said, {remote, "test"}, now);
  }
  std::optional<Session> find(const std::string& token, Instant now = test::monday) {
    std::optional<Session> out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = session_of(tx, test::keys(), Zone{}, token, now); });
    return out;
  }
  // Sets a second factor and says its secret.
  std::string enrol(const SignedIn& signed_in, Instant now = test::monday) {
    const Session session = find(signed_in.token, now).value();
    const auto begun = bank_.write(session.actor(), now,
                                   [&](Work& work) { return begin_second_factor(work, session); });
    EXPECT_TRUE(begun.has_value()) << refusal(begun);
    EXPECT_EQ(begun->secret.size(), 32u);
    std::string secret;
    bank_.database().read([&](storage::Transaction& tx) {
      Work work = bank_.work_of(tx, Actor::system(), now);
      const auto row = find_credentials(tx, session.person.id).value();
      const auto key = sealing::key(work, find_colleague(tx, session.person.id)->key_id);
      secret = key.open(*row.totp_secret, "credentials.totp_secret", session.person.id.number);
    });
    EXPECT_EQ(base32(secret), begun->secret);
    const auto confirmed =
        confirm_second_factor(door(), session, {TotpText::trusted(code_at(secret, now))}, now);
    EXPECT_TRUE(confirmed.has_value()) << refusal(confirmed);
    EXPECT_NE(confirmed->token, signed_in.token) << "another session from here on";
    EXPECT_FALSE(find(signed_in.token, now).has_value());
    return secret;
  }
  static std::string code_at(const std::string& secret, Instant now) {
    return totp_code(secret, totp_step_at(now, std::chrono::seconds{30}));
  }
};

}  // namespace xb::identity
