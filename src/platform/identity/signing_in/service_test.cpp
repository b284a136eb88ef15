#include "platform/identity/signing_in/service.h"

#include <chrono>

#include "platform/identity/authentic.h"
#include "platform/identity/passwords.h"
#include "platform/identity/sign_ins/service.h"
#include "platform/identity/sign_ins/store.h"
#include "platform/identity/signing_in/signing_in_fixture.h"
#include "platform/identity/signing_in/store.h"
#include "platform/identity/totp.h"

namespace xb::identity {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using test::monday;

TEST_P(SigningIn, TooManyAttemptsWaitLongerAndLonger) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(refusal(enter(i % 2 == 0 ? "li_na" : "Li_NA", "wrong")), "session.wrong_credentials");
  EXPECT_EQ(refusal(enter("li_na")), "session.wait") << "even with the right one";
  EXPECT_EQ(refusal(enter("li_na", "wrong", monday + seconds{30})), "session.wrong_credentials");
  EXPECT_EQ(refusal(enter("li_na", "wrong", monday + seconds{89})), "session.wait");
  EXPECT_EQ(refusal(enter("li_na", "Right-Word-1", monday + seconds{90})), "none");
  EXPECT_EQ(refusal(enter("li_na", "wrong", monday + seconds{90})), "session.wrong_credentials")
      << "forgotten by then";
}

TEST_P(SigningIn, IsRecordedWithItsFailures) {
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(enter("li_na", "wrong", monday + seconds{i}));
  EXPECT_FALSE(enter("my-secret-typed-as-login", "wrong", monday + seconds{6}));
  const auto entered = enter("chen_yu", "Right-Word-1", monday + seconds{7});
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = bank_.work_of(tx, han_, monday);
    end_all_sessions(work, find_colleague(tx, {302}).value());
    return true;
  });
  const auto told = [&](const storage::ListRequest& request, const Actor& reader) {
    const auto page = bank_.read(reader, [&](Work& work) { return list_sign_ins(work, request); });
    std::vector<std::string> out;
    if (!page) return std::vector{page.error().code};
    for (const SignInView& one : page->items)
      out.push_back(std::string{name_of(one.kind)} + " " + one.name.value_or("nobody") + " " +
                    one.remote + " " + std::to_string(one.amount));
    return out;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(told({}, han_), (Lines{"entered chen_yu 10.0.0.7 1", "failed nobody 10.0.0.7 1",
                                   "locked li_na 10.0.0.7 1", "failed li_na 10.0.0.7 5",
                                   "ended chen_yu 10.0.0.7 1"}));
  storage::ListRequest failed;
  failed.filters["kind"] = {"failed", "locked"};
  failed.filters["person_id"] = {"301"};
  EXPECT_EQ(told(failed, han_), (Lines{"locked li_na 10.0.0.7 1", "failed li_na 10.0.0.7 5"}));
  Actor of_a_branch = han_;
  of_a_branch.scope = {Level::branch, {101}};
  EXPECT_EQ(told({}, of_a_branch), Lines{"permission.missing"});
  EXPECT_FALSE(test::holds(test::world(bank_.database()), "my-secret-typed-as-login"));
}

TEST_P(SigningIn, AFloodFromManyAddressesFillsNoDisk) {
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    for (int i = 0; i < slots_max + 50; ++i)
      record_failure(tx, {301},
                     {"10.9." + std::to_string(i / 256) + "." + std::to_string(i % 256), "test"},
                     monday, false);
    EXPECT_EQ(tx.one<std::int64_t>("SELECT count(*) FROM sign_ins"), slots_max + 1);
    EXPECT_EQ(tx.one<std::int64_t>("SELECT CAST(sum(amount) AS bigint) FROM sign_ins"),
              slots_max + 50);
    return true;
  });
}

TEST_P(SigningIn, AnAttackerLocksNobodyOut) {
  for (int i = 0; i < 12; ++i)
    EXPECT_FALSE(enter("li_na", "wrong", monday, "203.0.113.9").has_value());
  EXPECT_EQ(refusal(enter("li_na", "Right-Word-1", monday, "203.0.113.9")), "session.wait");
  EXPECT_EQ(refusal(enter("li_na")), "none") << "from where she sits";
  EXPECT_EQ(refusal(enter("chen_yu", "Right-Word-1", monday, "203.0.113.9")), "none");
}

TEST_P(SigningIn, UnknownLoginsWaitLikeKnownOnes) {
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(refusal(enter("nobody", "wrong")), "session.wrong_credentials");
  EXPECT_EQ(refusal(enter("nobody", "wrong")), "session.wait");
}

TEST_P(SigningIn, TakesAsLongForAnUnknownLoginAsForAWrongPassword) {
  const auto time = [&](const char* login, int i) {
    const std::string remote = "10.1.0." + std::to_string(i);
    const auto from = std::chrono::steady_clock::now();
    EXPECT_FALSE(enter(login, "wrong", monday, remote.c_str()).has_value());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
  };
  std::vector<double> known, unknown;
  for (int i = 0; i < 15; ++i) {
    known.push_back(time("li_na", i));
    unknown.push_back(time("nobody", i));
  }
  std::sort(known.begin(), known.end());
  std::sort(unknown.begin(), unknown.end());
  // Of the faster half, because other programs run beside this one.
  EXPECT_LT(std::abs(known[4] - unknown[4]) / known[4], 0.5);
}

TEST_P(SigningIn, AFirstPasswordIsChangedAtOnce) {
  give(301, hash_password("Given-Word-1"), true);
  const auto entered = enter("li_na", "Given-Word-1");
  ASSERT_TRUE(entered.has_value());
  EXPECT_EQ(entered->view.due, Due::password);
  const Session session = find(entered->token).value();
  const auto change = [&](const char* from, const char* to) {
    return change_password(door(), session,
                           {PasswordText::trusted(from), PasswordText::trusted(to)},
                           {"10.0.0.7", "test"}, monday);
  };
  EXPECT_EQ(refusal(change("wrong", "Other-Word-1")), "session.wrong_credentials");
  EXPECT_EQ(refusal(change("Given-Word-1", "Given-Word-1")), "password.same new_password");
  EXPECT_EQ(refusal(change("Given-Word-1", "short")), "password.too_short new_password");
  const std::string elsewhere = enter("li_na", "Given-Word-1")->token;
  const auto changed = change("Given-Word-1", "Other-Word-1");
  ASSERT_TRUE(changed.has_value()) << refusal(changed);
  EXPECT_EQ(changed->view.due, Due::nothing);
  EXPECT_NE(changed->token, entered->token);
  EXPECT_FALSE(find(entered->token).has_value()) << "the old token is nobody's";
  EXPECT_FALSE(find(elsewhere).has_value()) << "nor are other sessions";
  EXPECT_FALSE(enter("li_na", "Given-Word-1").has_value());
}

TEST_P(SigningIn, TheLastFivePasswordsDoNotComeAgain) {
  std::string current = "Right-Word-1";
  const auto change = [&](const std::string& to) {
    const auto entered = enter("li_na", current.c_str());
    EXPECT_TRUE(entered.has_value()) << current;
    const auto changed = change_password(
        door(), find(entered->token).value(),
        {PasswordText::trusted(current), PasswordText::trusted(to)}, {"10.0.0.7", "test"}, monday);
    if (changed) current = to;
    return refusal(changed);
  };
  for (int i = 2; i <= 5; ++i) {
    EXPECT_EQ(change("Right-Word-" + std::to_string(i)), "none");
    EXPECT_EQ(change("Right-Word-1"), "password.used_before new_password") << i;
  }
  EXPECT_EQ(change("Right-Word-6"), "none");
  EXPECT_EQ(change("Right-Word-2"), "password.used_before new_password");
  EXPECT_EQ(change("Right-Word-1"), "none") << "five others were in between";
}

TEST_P(SigningIn, PasswordsGrowOld) {
  EXPECT_EQ(enter("li_na", "Right-Word-1", monday + days{60})->view.due, Due::nothing);
  EXPECT_EQ(enter("li_na", "Right-Word-1", monday + days{60} + seconds{1})->view.due,
            Due::password);
}

TEST_P(SigningIn, ASecondFactorIsAskedForByThePost) {
  EXPECT_EQ(enter("li_na")->view.due, Due::nothing);
  EXPECT_EQ(enter("han")->view.due, Due::second_factor);
  EXPECT_EQ(enter("han", "Right-Word-1", monday, "10.0.0.7", {}, false)->view.due, Due::nothing)
      << "a trial bank";
}

TEST_P(SigningIn, ACodeCountsOnce) {
  const std::string secret = enrol(enter("han").value());
  EXPECT_EQ(refusal(enter("han")), "session.code_missing code");
  EXPECT_EQ(refusal(enter("han", "wrong")), "session.wrong_credentials")
      << "which is not told who does not know the password";
  const Instant later = monday + minutes{2};
  const std::string code = code_at(secret, later);
  EXPECT_EQ(refusal(enter("han", "Right-Word-1", later, "10.0.0.7", "000000")),
            "second_factor.wrong code");
  const auto entered = enter("han", "Right-Word-1", later, "10.0.0.7", code);
  ASSERT_TRUE(entered.has_value()) << refusal(entered);
  EXPECT_EQ(entered->view.due, Due::nothing);
  EXPECT_EQ(refusal(enter("han", "Right-Word-1", later, "10.0.0.7", code)),
            "second_factor.wrong code")
      << "replayed";
  EXPECT_EQ(refusal(enter("han", "Right-Word-1", later + seconds{30}, "10.0.0.7", code)),
            "second_factor.wrong code");
}

TEST_P(SigningIn, TheSecretOfASecondFactorIsSealed) {
  const std::string secret = enrol(enter("han").value());
  EXPECT_FALSE(test::holds(test::world(bank_.database()), base32(secret)));
}

TEST_P(SigningIn, ShowingAgainWhoOneIsRenewsTheSession) {
  const auto entered = enter("li_na");
  const Session session = find(entered->token).value();
  const Instant later = monday + minutes{10};
  EXPECT_TRUE(is_recent(session, monday + minutes{15}));
  EXPECT_FALSE(is_recent(session, monday + minutes{15} + seconds{1}));
  const auto again = [&](const char* password) {
    return sign_in_again(door(), session, {PasswordText::trusted(password), {}},
                         {"10.0.0.7", "test"}, later);
  };
  EXPECT_EQ(refusal(again("wrong")), "session.wrong_credentials");
  EXPECT_TRUE(find(entered->token, later).has_value());
  const auto renewed = again("Right-Word-1");
  ASSERT_TRUE(renewed.has_value()) << refusal(renewed);
  EXPECT_FALSE(find(entered->token, later).has_value());
  const Session now = find(renewed->token, later).value();
  EXPECT_EQ(now.authenticated_at, later);
  EXPECT_EQ(now.created_at, monday) << "and lasts no longer for it";
}

TEST_P(SigningIn, ASubstituteActsAsTheAbsentAndTheLogNamesBoth) {
  const auto named = as_han([](Work& work) {
    return name_substitute(work, {304}, {{301}, day("2026-03-02"), day("2026-03-03")});
  });
  ASSERT_TRUE(named.has_value()) << refusal(named);
  const auto entered = enter("li_na");
  ASSERT_EQ(entered->view.appointments.size(), 2u);
  EXPECT_EQ(entered->view.appointments[1].on_behalf_of, "wang_fang");
  const auto act_as = [&](std::int64_t appointment, Instant now = monday) {
    const Session session = find(entered->token, now).value();
    return bank_.write(session.actor(), now, [&](Work& work) {
      return switch_appointment(work, session, entered->token, {{appointment}}, true);
    });
  };
  EXPECT_EQ(refusal(act_as(1302)), "session.not_yours appointment_id");
  const auto switched = act_as(1304);
  ASSERT_TRUE(switched.has_value()) << refusal(switched);
  EXPECT_EQ(switched->person.name, "li_na");
  EXPECT_EQ(switched->person.post, "outlet_head");
  EXPECT_EQ(switched->on_behalf_of, "wang_fang");
  const Actor actor = find(entered->token)->actor();
  EXPECT_EQ(actor.person, Id<Person>{301});
  EXPECT_EQ(actor.on_behalf_of, Id<Person>{304});
  EXPECT_EQ(actor.appointment, Id<Appointment>{1304});
  EXPECT_FALSE(is_another_person(actor, {{304}, {}}));
  EXPECT_TRUE(find(entered->token, monday + hours{14}).has_value() == false ||
              find(entered->token, monday + hours{14})->on_behalf_of() == Id<Person>{304});
  ASSERT_EQ(refusal(as(304, [&](Work& work) { return end_substitute(work, named->id); })), "none");
  EXPECT_FALSE(find(entered->token).has_value()) << "over is over";
}

TEST_P(SigningIn, WhoIsSuspendedOrHasLeftIsOutAtOnce) {
  const std::string li_na = enter("li_na")->token;
  const std::string chen_yu = enter("chen_yu")->token;
  ASSERT_EQ(refusal(as_han([](Work& work) { return suspend(work, {301}, {because()}); })), "none");
  EXPECT_FALSE(find(li_na).has_value());
  EXPECT_EQ(refusal(enter("li_na")), "session.wrong_credentials");
  ASSERT_EQ(refusal(as_han([](Work& work) { return reinstate(work, {301}, {because()}); })),
            "none");
  EXPECT_EQ(refusal(enter("li_na")), "none");
  ASSERT_EQ(refusal(as_han([](Work& work) {
              return leave(work, {301}, {{}, because()});
            })),
            "none");
  EXPECT_EQ(refusal(enter("li_na")), "session.wrong_credentials");
  EXPECT_TRUE(find(chen_yu).has_value()) << "nobody else is";
}

TEST_P(SigningIn, GrantsWidenOneTupleForATime) {
  const auto entered = enter("li_na");
  const Session before = find(entered->token).value();
  constexpr Permission exporting("complaint.export");
  EXPECT_FALSE(judge(before, exporting, Sensitivity::masked).has_value());
  const NewGrant wanted{Text<60, Presence::required>::trusted("complaint.export"), Reach::branch,
                        Sensitivity::masked, day("2026-03-02"), because()};
  const auto given =
      as_han([&](Work& work) { return grant(work, test::appointment_of({301}), wanted); });
  ASSERT_TRUE(given.has_value()) << refusal(given);
  const auto allowed = judge(find(entered->token).value(), exporting, Sensitivity::masked);
  ASSERT_TRUE(allowed.has_value());
  EXPECT_EQ(allowed->scope.level, Level::branch);
  EXPECT_FALSE(judge(find(entered->token).value(), exporting, Sensitivity::personal).has_value());
  EXPECT_EQ(judge(find(entered->token).value(), Permission("complaint.read"), Sensitivity::masked)
                ->scope.level,
            Level::outlet)
      << "and nothing else is wider";
  ASSERT_EQ(refusal(as_han([&](Work& work) { return end_grant(work, given->id); })), "none");
  EXPECT_FALSE(judge(find(entered->token).value(), exporting, Sensitivity::masked).has_value());
}

TEST_P(SigningIn, ForgedCredentialsAreNotMadeGood) {
  const auto entered = enter("han");
  const Session session = find(entered->token).value();
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    CredentialsRow row = find_credentials(tx, {303}).value();
    row.password_hash = hash_password("Mine-Word-1");
    store(tx, row, false);
    return true;
  });
  const auto begun = bank_.write(session.actor(), monday,
                                 [&](Work& work) { return begin_second_factor(work, session); });
  EXPECT_EQ(refusal(begun), "second_factor.exists");
  EXPECT_EQ(refusal(enter("han", "Mine-Word-1")), "session.wrong_credentials");
  // Even where a password is set anew, nothing of such a row is sealed.
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    CredentialsRow row = find_credentials(tx, {301}).value();
    row.totp_secret = "forged";
    row.is_totp_confirmed = true;
    store(tx, row, false);
    Work work = bank_.work_of(tx, Actor::system(), monday);
    set_password(work, {301}, hash_password("Other-Word-1"), false);
    return true;
  });
  EXPECT_EQ(refusal(enter("li_na", "Other-Word-1")), "none");
}

TEST_P(SigningIn, ASecondFactorThatCameInBetweenIsAskedFor) {
  if (GetParam() == test::Engine::sqlite) return;  // one writer: nobody comes in between
  const auto entered = enter("han");
  const std::string secret = enrol(*entered);
  const auto confirm = [&](storage::Transaction& tx, bool is_confirmed) {
    CredentialsRow row = authentic_credentials(tx, test::keys(), {303}).value();
    row.is_totp_confirmed = is_confirmed;
    seal_row(test::keys(), row);
    store(tx, row, false);
    return true;
  };
  bank_.database().write(storage::Lane::interactive,
                         [&](storage::Transaction& tx) { return confirm(tx, false); });
  auto options = bank_.source().options();
  options.before_statement = {};
  const auto other = storage::Database::open(options);
  bool is_done = false;
  gate_.watch([&](std::string_view) {
    if (std::exchange(is_done, true)) return;
    other->write(storage::Lane::interactive,
                 [&](storage::Transaction& tx) { return confirm(tx, true); });
  });
  const auto again = enter("han");
  gate_.open();
  EXPECT_TRUE(is_done);
  EXPECT_EQ(refusal(again), "session.code_missing code");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, SigningIn, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
