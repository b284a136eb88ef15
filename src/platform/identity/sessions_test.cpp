#include "platform/identity/sessions.h"

#include "core/encoding.h"
#include "platform/identity/passwords.h"
#include "platform/identity/signing_in/service.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/world.h"

namespace xb::identity {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using test::monday;

constexpr milliseconds a_moment{1};

const std::string& password_hash() {
  static const std::string hash = hash_password("right");
  return hash;
}

class SessionsOn : public testing::TestWithParam<test::Engine> {
 protected:
  void SetUp() override {
    hire({301}, "li_na", "teller", "210001");
    hire({302}, "chen_yu", "officer", "100000");
    hire({303}, "wang_fang", "branch_officer", "200000");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit, password_hash()});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }
  Result<SignedIn> enter(const std::string& login, const std::string& password = "right",
                         Instant now = monday) {
    return sign_in(
        {bank_.database(), test::keys(), Zone{}, false},
        {Text<100, Presence::required>::trusted(login), PasswordText::trusted(password), {}},
        {"10.0.0.7", "test"}, now);
  }
  std::optional<Session> session(const std::string& token, Instant now) {
    std::optional<Session> out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = session_of(tx, test::keys(), Zone{}, token, now); });
    return out;
  }
  bool in(const std::string& token, Instant now) { return session(token, now).has_value(); }
  void touch(const std::string& token, Instant now) {
    const std::string hash = session(token, now).value().token_hash;
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      touch_session(tx, hash, now);
      return true;
    });
  }

  test::Bank bank_{GetParam()};
};

TEST_P(SessionsOn, WhoeverKnowsThePasswordIsSignedIn) {
  const auto signed_in = enter("li_na");
  ASSERT_TRUE(signed_in.has_value());
  EXPECT_EQ(signed_in->view.person.login, "li_na");
  EXPECT_EQ(signed_in->view.person.post, "teller");
  EXPECT_EQ(signed_in->view.person.post_name, "柜员");
  EXPECT_EQ(signed_in->view.person.unit, "东湖支行营业部");
  EXPECT_EQ(signed_in->view.person.level, Level::outlet);
  EXPECT_EQ(signed_in->view.expires_at, monday + hours{12});
  EXPECT_EQ(signed_in->view.permissions,
            (std::vector<std::string>{"case.read", "clock.acknowledge", "clock.read",
                                      "complaint.attach", "complaint.contact", "complaint.preserve",
                                      "complaint.read", "complaint.register", "complaint.search",
                                      "complaint.withdraw", "intake.consultation",
                                      "intake.on_the_spot", "intake.praise", "intake.suggestion"}));
  EXPECT_TRUE(in(signed_in->token, monday));
}

TEST_P(SessionsOn, AnUnknownLoginAndAWrongPasswordAreRefusedAlike) {
  auto before = test::world(bank_.database());
  const Refusal expected{Reason::unauthenticated, "session.wrong_credentials", ""};
  for (const auto& [login, password] : {std::pair{"li_na", "wrong"},
                                        {"nobody", "right"},
                                        {"LI_NA", "wrong"},
                                        {"li_na", "Right"},
                                        {"' OR '1'='1", "right"},
                                        {"li_na ", "right"}}) {
    const auto refused = enter(login, password);
    ASSERT_FALSE(refused.has_value()) << login;
    EXPECT_EQ(refused.error(), expected) << login;
  }
  auto after = test::world(bank_.database());
  EXPECT_EQ(after.at("sign_in_attempts").size(), 5u)
      << "of each login, however it is written, and address, and the address";
  EXPECT_FALSE(test::holds(after, "li_na", "sign_in_attempts"));
  for (const char* table : {"sign_in_attempts", "sign_ins"}) {
    after.erase(table);
    before.erase(table);
  }
  EXPECT_EQ(after, before) << "and nothing else is kept of it";
}

TEST_P(SessionsOn, ATokenIs256RandomBitsAndStandsNowhereInTheDatabase) {
  const std::string one = enter("li_na")->token;
  const std::string other = enter("li_na")->token;
  EXPECT_EQ(one.size(), 64u);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(one, other);
  const auto world = test::world(bank_.database());
  EXPECT_FALSE(test::holds(world, one));
  EXPECT_TRUE(test::holds(world, base64(sealing::sha256(one)), "sessions"));
}

TEST_P(SessionsOn, ASessionEndsAfterFifteenIdleMinutes) {
  const std::string token = enter("li_na")->token;
  EXPECT_TRUE(in(token, monday + minutes{15}));
  EXPECT_FALSE(in(token, monday + minutes{15} + a_moment));
  touch(token, monday + minutes{15});
  EXPECT_TRUE(in(token, monday + minutes{30}));
  EXPECT_FALSE(in(token, monday + minutes{30} + a_moment));
}

TEST_P(SessionsOn, ASessionEndsAfterTwelveHoursHoweverBusy) {
  const std::string token = enter("li_na")->token;
  for (Instant at = monday; at < monday + hours{12}; at = at + minutes{10}) touch(token, at);
  EXPECT_TRUE(in(token, monday + hours{12}));
  EXPECT_FALSE(in(token, monday + hours{12} + a_moment));
}

TEST_P(SessionsOn, ATokenThatWasNeverGivenIsNobodys) {
  const std::string token = enter("li_na")->token;
  EXPECT_FALSE(in("", monday));
  EXPECT_FALSE(in(std::string(64, '0'), monday));
  EXPECT_FALSE(in(token.substr(0, 63), monday));
  EXPECT_FALSE(in(base64(sealing::sha256(token)), monday)) << "the hash is no token";
}

TEST_P(SessionsOn, SigningOutEndsThisSessionAndNoOther) {
  const std::string one = enter("li_na")->token;
  const std::string other = enter("li_na")->token;
  const std::string hash = session(one, monday)->token_hash;
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    delete_session(tx, hash);
    return true;
  });
  EXPECT_FALSE(in(one, monday));
  EXPECT_TRUE(in(other, monday));
}

TEST_P(SessionsOn, ASessionWithoutItsPersonIsNobodys) {
  const std::string token = enter("li_na")->token;
  const auto left = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
    work.tx.execute("DELETE FROM people WHERE login = ?", "li_na");
    work.tx.note_entry();
    return {};
  });
  EXPECT_TRUE(left.has_value());
  EXPECT_FALSE(in(token, monday));
}

TEST_P(SessionsOn, TheTimeOfLastUseIsWrittenOnceAMinute) {
  const Session at_start = session(enter("li_na")->token, monday).value();
  EXPECT_FALSE(wants_touch(at_start, monday));
  EXPECT_FALSE(wants_touch(at_start, monday + minutes{1}));
  EXPECT_TRUE(wants_touch(at_start, monday + minutes{1} + a_moment));
}

TEST_P(SessionsOn, OldSessionsAreSweptAndOthersStay) {
  const std::string idle = enter("li_na")->token;
  const std::string busy = enter("li_na")->token;
  touch(busy, monday + minutes{10});
  std::int64_t swept = 0;
  const auto sweep = [&](Instant now) {
    bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      swept = sweep_sessions(tx, now);
      return true;
    });
    return swept;
  };
  EXPECT_EQ(sweep(monday + minutes{15}), 0);
  EXPECT_EQ(sweep(monday + minutes{15} + a_moment), 1);
  EXPECT_FALSE(in(idle, monday + minutes{15}));
  EXPECT_TRUE(in(busy, monday + minutes{20}));
}

TEST_P(SessionsOn, TheTokenAgainstForgedRequestsBelongsToTheSession) {
  const auto one = enter("li_na");
  const auto other = enter("li_na");
  EXPECT_EQ(one->view.csrf_token.size(), 64u);
  EXPECT_EQ(one->view.csrf_token, csrf_token(test::keys(), one->token));
  EXPECT_NE(one->view.csrf_token, other->view.csrf_token);
  EXPECT_NE(one->view.csrf_token, one->token);
}

TEST_P(SessionsOn, APersonSeesWhatHisUnitSees) {
  const auto actor = [&](const char* login) {
    return session(enter(login)->token, monday).value().actor();
  };
  const Actor teller = actor("li_na");
  EXPECT_EQ(teller.scope.level, Level::outlet);
  EXPECT_EQ(teller.scope.unit, teller.place.outlet_id);
  EXPECT_EQ(teller.place.branch_id, Id<Unit>{101});
  const Actor of_head_office = actor("chen_yu");
  EXPECT_EQ(of_head_office.scope.level, Level::bank);
  EXPECT_FALSE(of_head_office.place.branch_id);
  const Actor of_branch = actor("wang_fang");
  EXPECT_EQ(of_branch.scope.level, Level::branch);
  EXPECT_EQ(of_branch.scope.unit, Id<Unit>{101});
  EXPECT_EQ(of_branch.place.branch_id, Id<Unit>{101});
  EXPECT_FALSE(of_branch.place.outlet_id);
}

TEST_P(SessionsOn, ForgedRowsGiveNobodyAnything) {
  const std::string token = enter("li_na")->token;
  const auto forge = [&](const char* what) {
    const auto done = bank_.write(bank_.chen_yu, monday, [&](Work& work) -> Result<void> {
      const std::string_view is = what;
      if (is == "post")
        work.tx.execute("UPDATE appointments SET post = ? WHERE id = 1301", "officer");
      if (is == "back")
        work.tx.execute("UPDATE appointments SET post = ? WHERE id = 1301", "teller");
      if (is == "unit") work.tx.execute("UPDATE appointments SET unit_id = 104 WHERE id = 1301");
      if (is == "unit back")
        work.tx.execute("UPDATE appointments SET unit_id = 103 WHERE id = 1301");
      if (is == "password")
        work.tx.execute("UPDATE credentials SET password_hash = ? WHERE id = 301",
                        hash_password("mine"));
      work.tx.note_entry();
      return {};
    });
    EXPECT_TRUE(done.has_value());
  };
  forge("post");
  EXPECT_FALSE(in(token, monday));
  EXPECT_EQ(enter("li_na").error().code, "session.no_post");
  forge("back");
  EXPECT_TRUE(in(token, monday)) << "ours again";
  forge("unit");
  EXPECT_FALSE(in(token, monday));
  forge("unit back");
  forge("password");
  EXPECT_EQ(enter("li_na", "mine").error().code, "session.wrong_credentials");
  EXPECT_EQ(enter("li_na", "right").error().code, "session.wrong_credentials");
}

TEST_P(SessionsOn, AForgedSessionIsNobodys) {
  const std::string token = enter("li_na")->token;
  const std::string hash = token_hash(token);
  const auto forge = [&](const std::function<void(SessionPower&)>& change) {
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      SessionPower power = find_power(tx, hash).value();
      const SessionPower ours = power;
      change(power);
      update(tx, hash, power);
      EXPECT_FALSE(session_of(tx, test::keys(), Zone{}, token, monday).has_value());
      update(tx, power.token_hash, ours);
      EXPECT_TRUE(session_of(tx, test::keys(), Zone{}, token, monday).has_value());
      EXPECT_FALSE(change_session(tx, test::keys(), token_hash("another"), [](auto&) {}));
      return true;
    });
  };
  forge([](SessionPower& power) { power.appointment_id = {1302}; });
  forge([](SessionPower& power) { power.due = Due::second_factor; });
  forge([](SessionPower& power) { power.glass_id = {77}; });
  forge([](SessionPower& power) { power.authenticated_at = monday + minutes{1}; });
  forge([](SessionPower& power) { power.mac = {}; });
  // A row of one's own making, for a token that one chose.
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    insert(tx, {.token_hash = token_hash("mine"),
                .person_id = {302},
                .created_at = monday,
                .seen_at = monday,
                .id = {990},
                .appointment_id = {1302},
                .authenticated_at = monday,
                .due = Due::nothing,
                .remote = {},
                .device = {},
                .glass_id = {},
                .mac = find_power(tx, hash)->mac});
    return true;
  });
  EXPECT_FALSE(in("mine", monday));
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    EXPECT_FALSE(change_session(tx, test::keys(), token_hash("mine"), [](auto&) {}))
        << "and is not made good by a change";
    return true;
  });
  EXPECT_FALSE(in("mine", monday));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SessionsOn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
