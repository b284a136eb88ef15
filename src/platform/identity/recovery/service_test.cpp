#include "platform/identity/recovery/service.h"

#include "platform/identity/passwords.h"
#include "platform/identity/recovery/host.h"
#include "platform/identity/staff_fixture.h"

namespace xb::identity {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::monday;

class Recovering : public Staff {
 protected:
  Door door() { return {bank_.database(), test::keys(), Zone{}, false}; }

  Result<ResetView> ask(std::int64_t by, std::int64_t person) {
    return as(by, [&](Work& work) { return ask_reset(work, {person}, {because()}); });
  }
  Result<ResetView> approve(std::int64_t by, Id<Reset> id, Instant now = monday) {
    return as(
        by, [&](Work& work) { return approve_reset(work, id); }, now);
  }
  Result<void> use(const std::string& token, const std::string& code,
                   const char* password = "Fresh-Start-1", Instant now = monday) {
    return use_reset(door(),
                     {Text<64, Presence::required>::trusted(token),
                      Text<20, Presence::required>::trusted(code), PasswordText::trusted(password)},
                     now);
  }
  // Both halves of what 303 asks and 306 approves.
  void let_in(std::int64_t person, const char* password = "Fresh-Start-1") {
    const auto asked = ask(303, person);
    ASSERT_TRUE(asked.has_value()) << refusal(asked);
    const auto approved = approve(306, asked->id);
    ASSERT_TRUE(approved.has_value()) << refusal(approved);
    ASSERT_EQ(refusal(use(*approved->token, *asked->code, password)), "none");
  }
  Result<GlassView> break_by(const std::string& token, Instant now = monday) {
    return bank_.write(session(token, now).actor(), now, [&](Work& work) {
      return break_glass(work, session_of(work.tx, work.keys, work.zone, token, now).value(),
                         {GlassReason::trusted("紧急")});
    });
  }
  void forge(const std::function<void(storage::Transaction&)>& change) {
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      change(tx);
      tx.note_entry();
      return true;
    });
  }
  Result<SignedIn> enter(const char* login, const char* password, Instant now = monday) {
    return sign_in(
        door(),
        {Text<100, Presence::required>::trusted(login), PasswordText::trusted(password), {}},
        {"10.0.0.7", "test"}, now);
  }
  Session session(const std::string& token, Instant now = monday) {
    std::optional<Session> out;
    bank_.database().read(
        [&](storage::Transaction& tx) { out = session_of(tx, test::keys(), Zone{}, token, now); });
    return out.value();
  }
};

TEST_P(Recovering, TakesTwoPersonsAndOneLink) {
  const auto asked = ask(303, 301);
  ASSERT_TRUE(asked.has_value()) << refusal(asked);
  EXPECT_FALSE(asked->token.has_value());
  EXPECT_EQ(refusal(approve(303, asked->id)), "reset.same_person");
  EXPECT_EQ(refusal(approve(301, asked->id)), "reset.yourself");
  EXPECT_EQ(refusal(ask(301, 301)), "reset.yourself");
  const auto approved = approve(306, asked->id);
  ASSERT_TRUE(approved.has_value()) << refusal(approved);
  const std::string token = approved->token.value();
  EXPECT_FALSE(test::holds(test::world(bank_.database()), token));
  EXPECT_EQ(refusal(approve(306, asked->id)), "reset.wrong_state");
  const std::string code = asked->code.value();
  EXPECT_FALSE(test::holds(test::world(bank_.database()), code));
  EXPECT_FALSE(approved->code.has_value()) << "the half of who asked";
  EXPECT_EQ(refusal(use(std::string(64, '0'), code)), "reset.link token");
  EXPECT_EQ(refusal(use(token, "AAAAAAAAAA")), "reset.link token");
  EXPECT_EQ(refusal(use(token, code, "short")), "password.too_short password");
  EXPECT_EQ(refusal(use(token, code)), "none");
  EXPECT_EQ(refusal(use(token, code)), "reset.link token") << "once";
  EXPECT_TRUE(enter("li_na", "Fresh-Start-1").has_value());
}

TEST_P(Recovering, SomebodyForWhomOneActsIsNoSecondPerson) {
  const auto asked = ask(303, 301);
  Actor for_han = han_;
  for_han.person = {306};
  for_han.on_behalf_of = {303};
  EXPECT_EQ(refusal(bank_.write(for_han, monday,
                                [&](Work& work) { return approve_reset(work, asked->id); })),
            "reset.same_person");
}

TEST_P(Recovering, LinksGrowOld) {
  const auto asked = ask(303, 301);
  EXPECT_EQ(refusal(approve(306, asked->id, monday + hours{24})), "reset.wrong_state");
  const auto again = ask(303, 301);
  EXPECT_EQ(refusal(approve(306, asked->id)), "reset.wrong_state") << "the newest counts";
  const auto approved = approve(306, again->id);
  ASSERT_TRUE(approved.has_value());
  EXPECT_EQ(refusal(use(*approved->token, *again->code, "Fresh-Start-1", monday + minutes{30})),
            "reset.link token");
  EXPECT_EQ(refusal(use(*approved->token, *again->code, "Fresh-Start-1", monday + minutes{29})),
            "none");
}

TEST_P(Recovering, EndsEverySession) {
  let_in(301);
  const std::string token = enter("li_na", "Fresh-Start-1")->token;
  let_in(301, "Fresh-Start-2");
  bank_.database().read([&](storage::Transaction& tx) {
    EXPECT_FALSE(session_of(tx, test::keys(), Zone{}, token, monday).has_value());
  });
  EXPECT_FALSE(enter("li_na", "Fresh-Start-1").has_value());
}

TEST_P(Recovering, BringsNoFormerPasswordBack) {
  for (const char* password : {"Fresh-Start-1", "Fresh-Start-2"}) let_in(301, password);
  const auto asked = ask(303, 301);
  const auto token = *approve(306, asked->id)->token;
  EXPECT_EQ(refusal(use(token, *asked->code, "Fresh-Start-2")), "password.used_before password");
  EXPECT_EQ(refusal(use(token, *asked->code, "Fresh-Start-1")), "password.used_before password");
  EXPECT_EQ(refusal(use(token, *asked->code, "Fresh-Start-3")), "none") << "the link was not spent";
}

TEST_P(Recovering, TheHostMakesTheFirstAdministratorOnly) {
  const std::string hash = hash_password("given");
  const NewAdministrator input{Text<20, Presence::required>::trusted("900001"),
                               Text<100, Presence::required>::trusted("keeper"),
                               Title::trusted("新管理员")};
  const auto make = [&] {
    return bank_.write(Actor::system(), monday,
                       [&](Work& work) { return make_administrator(work, input, "given", hash); });
  };
  const auto made = make();
  ASSERT_TRUE(made.has_value()) << "the one there is cannot sign in: " << refusal(made);
  EXPECT_EQ(refusal(make()), "user.exists");
  EXPECT_EQ(enter("keeper", "given")->view.due, Due::password);
  const Recovery recovery{Text<100, Presence::required>::trusted("li_na"), because()};
  const auto asked =
      bank_.write(Actor::system(), monday, [&](Work& work) { return recover(work, recovery); });
  ASSERT_TRUE(asked.has_value());
  EXPECT_TRUE(approve(306, asked->id).has_value()) << "the host is the first, he the second";
}

TEST_P(Recovering, ABrokenGlassOpensALittleForAWhile) {
  let_in(307);
  const std::string token = enter("sun_li", "Fresh-Start-1")->token;
  constexpr Permission opening("complaint.open_personal");
  EXPECT_EQ(judge(session(token), opening, Sensitivity::personal)->scope.level, Level::branch);
  const auto broken = bank_.write(session(token).actor(), monday, [&](Work& work) {
    return break_glass(work, session(token), {GlassReason::trusted("客户有自杀言论，须立即联系")});
  });
  ASSERT_TRUE(broken.has_value()) << refusal(broken);
  EXPECT_FALSE(test::holds(test::world(bank_.database()), "自杀"));
  const auto allowed = judge(session(token), opening, Sensitivity::personal);
  EXPECT_EQ(allowed->scope.level, Level::bank);
  EXPECT_EQ(allowed->glass, broken->id);
  EXPECT_FALSE(judge(session(token), opening, Sensitivity::restricted).has_value());
  EXPECT_EQ(judge(session(token), Permission("complaint.close"), Sensitivity::masked)->scope.level,
            Level::branch)
      << "nothing else";
  Actor actor = session(token).actor();
  actor.glass = broken->id;
  actor.own_scope = allowed->own;
  const Place of_renmin{{102}, {}, {104}};
  const auto spend = [&](std::size_t fields) {
    return refusal(bank_.write(
        actor, monday, [&](Work& work) { return spend_glass(work, fields, of_renmin, {}); }));
  };
  EXPECT_EQ(spend(19), "none");
  EXPECT_EQ(spend(2), "glass.used_up");
  EXPECT_EQ(spend(1), "none");
  EXPECT_EQ(spend(1), "glass.used_up");
  EXPECT_EQ(refusal(bank_.write(actor, monday,
                                [&](Work& work) {
                                  return spend_glass(work, 5, {{101}, {}, {103}}, {});
                                })),
            "none")
      << "his own branch he opens without it";
  const auto shown = [&](Instant now) {
    std::optional<GlassNotice> out;
    bank_.database().read([&](storage::Transaction& tx) {
      out = view_of(tx, test::keys(), Zone{}, now, session(token, now), token).glass;
    });
    return out;
  };
  ASSERT_TRUE(shown(monday).has_value());
  EXPECT_EQ(shown(monday)->ends_at, monday + minutes{15});
  EXPECT_EQ(shown(monday)->fields_max, 20);
  EXPECT_FALSE(session(token, monday + minutes{15}).glass) << "and it ends by itself";
  EXPECT_FALSE(shown(monday + minutes{15}).has_value());
}

TEST_P(Recovering, ABrokenGlassIsRuledOnByAnother) {
  let_in(307);
  const std::string token = enter("sun_li", "Fresh-Start-1")->token;
  const auto broken = break_by(token);
  const NewRuling ruling{Ruling::justified, because()};
  const auto rule = [&](std::int64_t by) {
    return refusal(as(by, [&](Work& work) { return rule_on_glass(work, broken->id, ruling); }));
  };
  EXPECT_EQ(rule(307), "glass.same_person");
  bank_.database().read([&](storage::Transaction& tx) {
    Work work = bank_.work_of(tx, han_, monday + hours{24});
    EXPECT_TRUE(list_glasses(work)->items.at(0).is_overdue) << "a ruling is due in a day";
  });
  EXPECT_EQ(rule(302), "none");
  EXPECT_EQ(rule(302), "glass.ruled");
}

TEST_P(Recovering, WhoKeepsTheSystemIsLetInByWhoKeepsIt) {
  const auto asked = ask(303, 306);
  ASSERT_TRUE(asked.has_value()) << refusal(asked);
  EXPECT_EQ(refusal(approve(304, asked->id)), "reset.system");
  hire({308}, "ma_chao", "security_officer", "100000");
  EXPECT_EQ(refusal(approve(308, asked->id)), "none");
}

TEST_P(Recovering, ForWhomTheFirstAskedIsNoSecondPersonEither) {
  Actor for_han = han_;
  for_han.person = {305};
  for_han.on_behalf_of = {306};
  const auto asked =
      bank_.write(for_han, monday, [](Work& work) { return ask_reset(work, {301}, {because()}); });
  ASSERT_TRUE(asked.has_value()) << refusal(asked);
  EXPECT_EQ(refusal(approve(306, asked->id)), "reset.same_person");
  EXPECT_EQ(refusal(approve(304, asked->id)), "none");
}

TEST_P(Recovering, WhomALinkWasUsedForIsToldForAMonth) {
  let_in(301);
  const auto shown = [&](Instant now) { return enter("li_na", "Fresh-Start-1", now)->view.reset; };
  const auto notice = shown(monday);
  ASSERT_TRUE(notice.has_value());
  EXPECT_EQ(notice->at, monday);
  EXPECT_EQ(notice->asked_by, "han");
  EXPECT_EQ(notice->approved_by, "liang");
  EXPECT_TRUE(shown(monday + hours{24 * 29}).has_value());
  EXPECT_FALSE(shown(monday + hours{24 * 30}).has_value());
}

TEST_P(Recovering, ALinkIsAskedForByWhoseColleagueHeIs) {
  Actor head = han_;
  head.person = {304};
  head.scope = {Level::outlet, {103}};
  ASSERT_EQ(refusal(appoint(302, "lobby_manager", 103, AppointmentKind::part_time)), "none");
  const auto asked = ask(303, 302);
  EXPECT_EQ(refusal(bank_.write(head, monday,
                                [&](Work& work) { return approve_reset(work, asked->id); })),
            "reset.missing")
      << "his main post is at head office";
  EXPECT_EQ(bank_.read(head, [](Work& work) { return list_resets(work); })->items.size(), 0u);
}

TEST_P(Recovering, OneGlassIsRuledOnBeforeTheNext) {
  let_in(307);
  const std::string token = enter("sun_li", "Fresh-Start-1")->token;
  const auto broken = break_by(token);
  ASSERT_TRUE(broken.has_value()) << refusal(broken);
  const auto stay = bank_.write(session(token).actor(), monday, [&](Work& work) {
    return switch_appointment(work, session(token), token, {test::appointment_of({307})}, false);
  });
  EXPECT_TRUE(stay.has_value());
  EXPECT_TRUE(session(token).glass) << "to the same appointment is no way out of it";
  const std::string other = enter("sun_li", "Fresh-Start-1")->token;
  EXPECT_EQ(refusal(break_by(other)), "glass.runs") << "nor is another session";
  const Instant later = monday + minutes{15};
  const std::string next = enter("sun_li", "Fresh-Start-1", later)->token;
  EXPECT_EQ(refusal(break_by(next, later)), "glass.unruled");
  forge([&](storage::Transaction& tx) {
    tx.execute("UPDATE break_glasses SET ruling = 'justified' WHERE id = ?", broken->id);
  });
  EXPECT_EQ(refusal(break_by(next, later)), "glass.unruled") << "a ruling that nobody gave";
  EXPECT_FALSE(bank_.read(han_, [](Work& work) { return list_glasses(work); })->items.at(0).ruling);
  forge([&](storage::Transaction& tx) {
    tx.execute("UPDATE break_glasses SET ruling = NULL WHERE id = ?", broken->id);
  });
  const NewRuling ruling{Ruling::justified, because()};
  ASSERT_EQ(refusal(as(302, [&](Work& work) { return rule_on_glass(work, broken->id, ruling); })),
            "none");
  EXPECT_EQ(refusal(break_by(next, later)), "none");
}

TEST_P(Recovering, TwoSessionsBreakOneGlass) {
  let_in(307);
  const std::string one = enter("sun_li", "Fresh-Start-1")->token;
  const std::string other = enter("sun_li", "Fresh-Start-1")->token;
  const auto breaking = [](const std::string& token) {
    return [&token](Work& work) {
      return break_glass(work, session_of(work.tx, work.keys, work.zone, token, monday).value(),
                         {GlassReason::trusted("紧急")});
    };
  };
  EXPECT_EQ(side_by_side(breaking(one), breaking(other)), "glass.runs");
}

TEST_P(Recovering, AForgedGlassIsNotSpent) {
  let_in(307);
  const std::string token = enter("sun_li", "Fresh-Start-1")->token;
  const auto broken = break_by(token);
  forge([&](storage::Transaction& tx) {
    tx.execute("UPDATE break_glasses SET fields = -100 WHERE id = ?", broken->id);
  });
  Actor actor = han_;
  actor.glass = broken->id;
  EXPECT_EQ(
      refusal(bank_.write(actor, monday, [](Work& work) { return spend_glass(work, 1, {}, {}); })),
      "glass.used_up");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Recovering, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::identity
