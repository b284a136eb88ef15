#include "modules/events/service.h"

#include <atomic>
#include <thread>

#include "modules/complaints/decision/service.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/tasks/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "modules/events/events_fixture.h"
#include "modules/referrals/arrival/service.h"
#include "platform/clocks/sweep.h"
#include "platform/identity/people/service.h"

namespace xb::events {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::int64_t lin_fang = 211, wu_tao = 212, gao_hang = 213, li_na = 221, zhou_jun = 222,
                       chen_yu = 223;

TEST_P(Listening, EachHearsOfWhatIsInHisSightOnly) {
  Reader teller = reader({li_na}), other = reader({zhou_jun}), officer = reader({chen_yu});
  follow();
  EXPECT_EQ(teller.take(), "") << "nothing of what was before";
  const auto id = taken_in(bank_.li_na);
  follow();
  for (Reader* one : {&teller, &officer}) {
    EXPECT_EQ(one->listen().substr(0, 15), "event: changed\n");
    EXPECT_TRUE(one->hears(What::complaint, id.number));
  }
  EXPECT_EQ(other.take(), "");
  follow();
  EXPECT_EQ(officer.take(), "") << "once";
}

TEST_P(Listening, NobodyHearsOfWhatIsKeptFromHim) {
  Reader accused = reader({wu_tao}), officer = reader({chen_yu});
  Reader colleague = reader({zhou_jun});
  const auto id = taken_in(bank_.zhou_jun, R"("accused_id": 212)");
  follow();
  EXPECT_EQ(accused.take(), "");
  EXPECT_FALSE(colleague.listen().empty()) << "he works elsewhere";
  officer.listen();
  EXPECT_TRUE(officer.hears(What::complaint, id.number));
}

TEST_P(Listening, WhoHasLostItHearsThatSomethingHasGone) {
  Reader from = reader({zhou_jun}), to = reader({lin_fang}), branch = reader({wu_tao});
  const auto id = taken_in(bank_.zhou_jun);
  act({chen_yu}, &complaints::accept, id, "{}");
  act({chen_yu}, &complaints::assign, id, R"({"unit_id": 101, "handler_id": 211})");
  follow();
  to.listen();
  EXPECT_TRUE(to.hears(What::complaint, id.number));
  from.take();
  branch.take();
  act({chen_yu}, &complaints::assign, id, R"({"unit_id": 102, "handler_id": 212})");
  follow();
  to.listen();
  EXPECT_TRUE(to.hears(What::complaint)) << "to look at lists and numbers again";
  EXPECT_FALSE(to.hears(What::complaint, id.number));
  branch.listen();
  EXPECT_TRUE(branch.hears(What::complaint, id.number));
}

TEST_P(Listening, AUnitHearsThatItIsAsked) {
  const auto id = handled();
  Reader asked = reader({wu_tao}), teller = reader({zhou_jun}), asking = reader({lin_fang});
  const auto task = act({lin_fang}, &complaints::dispatch, id,
                        R"({"unit_id": 102, "question": "请核实", "due_on": "2026-03-06"})");
  follow();
  asked.listen();
  EXPECT_TRUE(asked.hears(What::asked));
  EXPECT_FALSE(asked.hears(What::complaint, id.number)) << "the case is not his";
  EXPECT_EQ(teller.take(), "") << "he works below";
  asking.listen();
  EXPECT_TRUE(asking.hears(What::complaint, id.number));
  EXPECT_FALSE(asking.hears(What::asked));
  EXPECT_TRUE(bool{task.id});
  act({chen_yu}, &complaints::withdraw, id, R"({"proof": "signed_paper"})");
  follow();
  asked.listen();
  EXPECT_TRUE(asked.hears(What::asked)) << "it lapsed";
}

TEST_P(Listening, AnApprovalIsHeardOfBeforeWhoseChairItLiesAndWhenItIsSettled) {
  const auto id = handled();
  Reader head = reader({gao_hang}), other = reader({wu_tao});
  act({lin_fang}, &complaints::propose, id,
      R"({"outcome": "not_supported", "amount_fen": 0, "findings": "查明无误", "decision": "维持",
          "grounds": "合同约定", "remedies": "可向监管部门申请核查"})");
  follow();
  head.listen();
  EXPECT_TRUE(head.hears(What::approval));
  EXPECT_EQ(other.take(), "");
  act({chen_yu}, &complaints::withdraw, id, R"({"proof": "signed_paper"})");
  follow();
  head.listen();
  EXPECT_TRUE(head.hears(What::approval)) << "it waits no more";
}

TEST_P(Listening, ReferralsAreHeardOfByWhoMayReadThem) {
  Reader officer = reader({chen_yu}), teller = reader({li_na});
  const auto told = input<referrals::NewReferral>(
      R"({"bureau": "nfra", "number": "A1", "received_at": "2026-03-01T01:00:00Z",
          "wording": "年费重复扣收"})");
  const auto made = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
    return Result<Id<referrals::Referral>>{referrals::receive(work, told)};
  });
  follow();
  officer.listen();
  EXPECT_TRUE(officer.hears(What::referral, made->number));
  EXPECT_EQ(teller.take(), "");
}

TEST_P(Listening, NoticesOfLimitsAreHeardOfByWhoMaySeeThem) {
  const auto id = handled();
  now_ = now_ + std::chrono::days{11};
  Reader head = reader({gao_hang}), other = reader({wu_tao});
  const auto card_of = [](Work& work, std::int64_t complaint) -> std::optional<clocks::Card> {
    const auto key =
        work.tx.one<Id<sealing::DataKey>>("SELECT key_id FROM complaints WHERE id = ?", complaint);
    return clocks::Card{.number = "1",
                        .key_id = *key,
                        .standing = {.handling_unit_id = {101}, .handler_id = {lin_fang}},
                        .due_at = {}};
  };
  const clocks::Source source{.kind = "complaint", .find = card_of, .moved = {}};
  const auto sent = bank_.write(Actor::system(), now_, [&](Work& work) {
    return Result<std::size_t>{clocks::send_notices(work, {source})};
  });
  ASSERT_GT(*sent, 0u);
  follow();
  head.listen();
  EXPECT_TRUE(head.hears(What::notice)) << "five days before the date";
  EXPECT_TRUE(head.hears(What::complaint, id.number)) << "its story has grown";
  EXPECT_EQ(other.take(), "");
  hire({214}, "qinyue", "branch_officer", "200000");
  act({chen_yu}, &complaints::assign, id, R"({"unit_id": 101, "handler_id": 214})");
  follow();
  head.listen();
  EXPECT_TRUE(head.hears(What::notice)) << "they wait for another now";
}

TEST_P(Listening, EveryoneHearsOfPeopleAndUnits) {
  Reader teller = reader({li_na});
  const auto suspended = bank_.write(as({chen_yu}), now_, [&](Work& work) {
    return identity::suspend(work, {wu_tao}, input<identity::Suspension>(R"({"reason": "x"})"));
  });
  ASSERT_TRUE(suspended.has_value()) << suspended.error().code;
  follow();
  teller.listen();
  EXPECT_TRUE(teller.hears(What::organisation));
}

TEST_P(Listening, ManyAtOnceAreTakenTogether) {
  Reader officer = reader({chen_yu});
  const auto listener = *listen(sign_in({chen_yu}));  // nobody reads this one
  for (int i = 0; i < 60; ++i) taken_in(bank_.li_na);
  follow();
  EXPECT_LT(officer.take().size(), 5000u);
  Reader late(listener);
  const std::string all = late.take();
  EXPECT_NE(all.find("event: hello"), std::string::npos);
  EXPECT_NE(all.find("data: {\"what\":\"complaint\"}\n"), std::string::npos);
  EXPECT_LT(all.size(), 300u) << "however much happened";
}

TEST_P(Listening, WhoComesBackLooksAtEverythingAgainIfAnythingHappened) {
  const auto last_of = [](const std::string& text) {
    const std::size_t at = text.rfind("\nid: ") + 5;
    return text.substr(at, text.find('\n', at) - at);
  };
  const std::string token = sign_in({chen_yu});
  Reader first(*listen(token));
  const std::string place = last_of(first.take());
  EXPECT_EQ(Reader(*listen(token, place)).take().find("refetch"), std::string::npos);
  taken_in(bank_.li_na);
  bank_.place();
  EXPECT_NE(Reader(*listen(token, place)).take().find("event: refetch\n"), std::string::npos);
  EXPECT_NE(Reader(*listen(token, "junk")).take().find("event: refetch\n"), std::string::npos);
  EXPECT_EQ(Reader(*listen(token)).take().find("refetch"), std::string::npos) << "who is new";
}

TEST_P(Listening, WhatWasReadAndCouldNotBeToldIsMadeGood) {
  Reader officer = reader({chen_yu});
  follow();
  const auto change = [&](storage::Sql<> statement) {
    bank_.database().write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      tx.execute(statement);
      return true;
    });
  };
  taken_in(bank_.li_na);
  bank_.place();
  change("ALTER TABLE tasks RENAME TO tasks_elsewhere");
  EXPECT_THROW(hub_.step(now_), storage::Failure);
  EXPECT_EQ(officer.take(), "");
  change("ALTER TABLE tasks_elsewhere RENAME TO tasks");
  follow();
  EXPECT_NE(officer.take().find("event: refetch\n"), std::string::npos);
  follow();
  EXPECT_EQ(officer.take(), "") << "once";
}

TEST_P(Listening, ABeatEveryTwentySecondsTellsHowFarTheLogIs) {
  Reader officer = reader({chen_yu});
  now_ = now_ + seconds{19};
  follow();
  EXPECT_EQ(officer.take(), "");
  now_ = now_ + seconds{1};
  follow();
  EXPECT_TRUE(officer.take().starts_with(": beat\nid: "));
  follow();
  EXPECT_EQ(officer.take(), "");
}

TEST_P(Listening, AStreamEndsWithItsSession) {
  const std::string token = sign_in({li_na});
  Reader signed_out = reader_with(token), idle = reader({zhou_jun}), staying = reader({chen_yu});
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    identity::delete_session(tx, identity::token_hash(token));
    return true;
  });
  now_ = now_ + seconds{2};
  follow();
  EXPECT_EQ(signed_out.take(), "event: ended\ndata: {}\n\n");
  EXPECT_EQ(signed_out.take(), "");
  EXPECT_TRUE(signed_out.is_over());
  EXPECT_EQ(idle.take(), "");
  now_ = test::monday + minutes{16};
  follow();
  EXPECT_EQ(idle.take(), "event: ended\ndata: {}\n\n") << "listening is no use of it";
  EXPECT_EQ(staying.take(), "event: ended\ndata: {}\n\n");
}

TEST_P(Listening, AStreamEndsWhenItsSessionActsAsAnother) {
  const std::string token = sign_in({li_na});
  Reader switched = reader_with(token);
  bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    return identity::change_session(tx, test::keys(), identity::token_hash(token),
                                    [](identity::SessionPower& power) {
                                      power.appointment_id = test::appointment_of({lin_fang});
                                      power.person_id = {lin_fang};
                                    });
  });
  taken_in(bank_.li_na);
  now_ = now_ + seconds{2};
  follow();
  EXPECT_EQ(switched.take(), "event: ended\ndata: {}\n\n") << "and hears nothing more of it";
}

TEST_P(Listening, WhatIsGoneIsHeardOfWhereItWas) {
  const auto target = complaints::import_target();
  const auto row = *parse_json(R"({"intake_channel": "letter", "summary": "s",
                                   "received_at": "2026-01-01T00:00:00Z"})");
  const auto made = bank_.write(bank_.li_na, now_, [&](Work& work) {
    return Result<std::int64_t>{target.store(work, row.get_object())};
  });
  Reader here = reader({li_na}), elsewhere = reader({zhou_jun});
  const auto removed = bank_.write(bank_.li_na, now_, [&](Work& work) -> Result<void> {
    target.remove(work, *made);
    return {};
  });
  ASSERT_TRUE(removed.has_value());
  follow();
  here.listen();
  EXPECT_TRUE(here.hears(What::complaint));
  EXPECT_EQ(elsewhere.take(), "");
}

TEST_P(Listening, WhoIsSuspendedHearsNothingMore) {
  Reader suspended = reader({wu_tao}), teller = reader({zhou_jun});
  taken_in(bank_.zhou_jun);
  const auto done = bank_.write(as({chen_yu}), now_, [&](Work& work) {
    return identity::suspend(work, {wu_tao}, input<identity::Suspension>(R"({"reason": "x"})"));
  });
  ASSERT_TRUE(done.has_value()) << done.error().code;
  follow();
  EXPECT_EQ(suspended.take(), "event: ended\ndata: {}\n\n") << "at once, and not of the case";
  teller.listen();
  EXPECT_TRUE(teller.hears(What::organisation));
}

TEST_P(Listening, ASessionHasFourStreams) {
  const std::string token = sign_in({chen_yu});
  std::vector<Reader> readers;
  for (std::size_t i = 0; i < streams_of_session_max; ++i) readers.push_back(reader_with(token));
  const auto fifth = listen(token);
  ASSERT_FALSE(fifth.has_value());
  EXPECT_EQ(fifth.error().code, "events.too_many");
  EXPECT_EQ(fifth.error().reason, Reason::too_many);
  EXPECT_TRUE(listen(sign_in({chen_yu})).has_value()) << "another session has its own";
  readers.pop_back();
  EXPECT_TRUE(listen(token).has_value());
}

TEST_P(Listening, EachProcessReadsTheLogByItself) {
  Hub other(&bank_.database(), &test::keys(), Zone{});
  const std::string token = sign_in({chen_yu});
  Reader here = reader_with(token);
  std::optional<Reader> there;
  bank_.database().read([&](storage::Transaction& tx) {
    const auto session = identity::session_of(tx, test::keys(), Zone{}, token, now_);
    Work work = bank_.work_of(tx, Actor::system(), now_);
    there.emplace(*other.listen(work, *session, token, {}));
  });
  there->take();
  const auto id = taken_in(bank_.li_na);
  follow();
  while (other.step(now_)) continue;
  for (Reader* one : {&here, &*there}) {
    one->listen();
    EXPECT_TRUE(one->hears(What::complaint, id.number));
  }
}

TEST_P(Listening, AllEndWhenTheServerStops) {
  Reader officer = reader({chen_yu});
  hub_.stop();
  EXPECT_EQ(officer.take(), "") << "not its session, so it comes back";
  EXPECT_TRUE(officer.is_over());
  Reader late(*listen(sign_in({li_na})));
  EXPECT_NE(late.take().find("event: hello"), std::string::npos);
  late.take();
  EXPECT_TRUE(late.is_over());
  EXPECT_FALSE(hub_.step(now_));
}

// What the stream holds to be in sight is what lists show, whoever asks.
// Streams come, are read and go while the log is told.
TEST_P(Listening, ManyThreadsListenWhileItIsTold) {
  const std::string token = sign_in({chen_yu});
  std::atomic<bool> is_over = false;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([&] {
      while (!is_over) {
        auto listener = listen(token);
        if (!listener) continue;
        for (int piece = 0; piece < 3; ++piece) {
          std::atomic<bool> has_come = false;
          (*listener)->next([&](const auto&) { has_come = true; });
          if (piece == 2) (*listener)->leave();
          while (!has_come && !is_over) std::this_thread::yield();
          if (!has_come) (*listener)->leave();
        }
      }
    });
  for (int i = 0; i < 30; ++i) {
    taken_in(bank_.li_na);
    follow();
  }
  is_over = true;
  for (std::thread& thread : threads) thread.join();
  hub_.stop();
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Listening, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::events
