// Who is told of a complaint's limits, and that the log alone gives the same clocks.
#include <random>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/clocks/limits_fixture.h"
#include "modules/complaints/store.h"
#include "modules/complaints/triage/service.h"
#include "platform/clocks/calendars.h"

namespace xb::complaints {
namespace {

using std::chrono::days;
using std::chrono::hours;
using workflow::NoticeKind;
using workflow::Office;

class Sweeping : public Limits {
 protected:
  // Sweeps every hour up to this time.
  void sweep_until(Instant from, Instant until) {
    for (Instant now = from; now <= until; now = now + hours{1}) sweep(now);
  }
  Id<clocks::NoticeRow> notice_on(Office rung) {
    for (const auto& one : notices(bank_.chen_yu))
      if (one.rung == rung) return one.id;
    return {};
  }
  // Among those that wait for whoever asks.
  bool is_in_the_tray(const Actor& actor, Id<clocks::NoticeRow> id) {
    const auto page = bank_.read(actor, [](Work& work) {
      return clocks::list_notices(work, {.filters = {{"yours", {"true"}}}, .limit = 200});
    });
    EXPECT_TRUE(page.has_value());
    bool is_there = false;
    for (const auto& one : page->items) {
      EXPECT_TRUE(one.is_yours);
      is_there = is_there || one.id == id;
    }
    return is_there;
  }
  static std::string in_words(const clocks::NoticeView& one) {
    const std::string when = format(one.sent_at).substr(0, 13) + " ";
    if (one.kind == NoticeKind::warning) return when + "warning " + std::to_string(one.before);
    return when + std::string{name_of(one.rung)};
  }
  void change(const char* statement) {
    bank_.source().close();
    auto options = bank_.source().options();
    options.before_statement = {};
    storage::connect(options)->run(statement, {});
    bank_.reopen();
  }
};

TEST_P(Sweeping, WarnsAndClimbsTheLadderWithAnEntryEach) {
  const auto state = registered();
  sweep_until(test::monday, at("2026-03-23T00:00:00+08:00"));
  std::vector<std::string> told;
  for (const auto& one : notices(bank_.chen_yu)) told.push_back(in_words(one));
  EXPECT_EQ(told, (std::vector<std::string>{"2026-03-22T00 head_office", "2026-03-20T00 branch",
                                            "2026-03-19T00 officer", "2026-03-18T00 unit_head",
                                            "2026-03-17T00 owner", "2026-03-15T00 warning 1",
                                            "2026-03-13T00 warning 3", "2026-03-11T00 warning 5"}));
  const auto kinds = kinds_of(state.id);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "clock.warned"), 3);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "clock.escalated"), 5);
  EXPECT_EQ(kinds.size(), 9u) << "and nothing besides";
  EXPECT_EQ(notices(bank_.chen_yu)[0].subject_number, state.number);
  EXPECT_EQ(sweep(at("2026-09-01T09:00:00+08:00")), 0u) << "the ladder has an end";
  EXPECT_TRUE(differences().empty());
}

TEST_P(Sweeping, ShowsNoticesInScopeAndKeepsWhoHasSeenThem) {
  hire(301, "teller", "210001");
  hire(302, "officer", "100000");
  registered();
  sweep_until(at("2026-03-20T08:00:00+08:00"), at("2026-03-26T12:00:00+08:00"));
  const Actor teller = acting(301);
  ASSERT_EQ(notices(teller).size(), 5u);
  EXPECT_TRUE(notices(bank_.zhou_jun).empty());
  const auto owners = notice_on(Office::owner);
  EXPECT_EQ(refusal(acknowledge(bank_.zhou_jun, owners)), "notice.missing");
  const auto seen = acknowledge(teller, owners);
  ASSERT_TRUE(seen.has_value()) << refusal(seen);
  EXPECT_EQ(seen->acknowledged_by, teller.person);
  EXPECT_EQ(refusal(acknowledge(teller, owners)), "notice.acknowledged");
  EXPECT_EQ(refusal(acknowledge(acting(302), notice_on(Office::head_office))), "none");
  EXPECT_EQ(notices(teller).size(), 3u) << "those that are open";
  EXPECT_EQ(notices(teller, "sent_at").size(), 5u);
}

// Each rung belongs to whoever holds the office, however much others see.
TEST_P(Sweeping, LetsOnlyWhoStandsOnARungAcknowledgeIt) {
  hire(301, "teller", "210001");
  hire(302, "officer", "100000");
  hire(304, "outlet_head", "210001");
  hire(305, "liaison", "210001");
  hire(306, "branch_head", "200000");
  hire(308, "president", "100000");
  registered();
  sweep_until(at("2026-03-20T08:00:00+08:00"), at("2026-03-26T12:00:00+08:00"));
  const struct {
    Office rung;
    std::int64_t others[4];
    std::int64_t holder;
    std::int64_t absent;
  } table[] = {
      {Office::owner, {302, 306, 308, 306}, 305, 0},
      {Office::unit_head, {301, 302, 305, 306}, 301, 304},
      {Office::officer, {301, 302, 304, 306}, 305, 0},
      {Office::branch, {301, 302, 304, 305}, 306, 0},
      {Office::head_office, {301, 304, 305, 306}, 301, 308},
  };
  for (const auto& row : table) {
    const auto notice = notice_on(row.rung);
    for (const std::int64_t other : row.others) {
      EXPECT_EQ(refusal(acknowledge(acting(other), notice)), "notice.not_yours")
          << name_of(row.rung) << " " << other;
      EXPECT_FALSE(is_in_the_tray(acting(other), notice)) << name_of(row.rung) << " " << other;
    }
    EXPECT_TRUE(is_in_the_tray(acting(row.holder, row.absent), notice)) << name_of(row.rung);
    EXPECT_EQ(refusal(acknowledge(acting(row.holder, row.absent), notice)), "none")
        << name_of(row.rung);
  }
}

TEST_P(Sweeping, LetsTheHandlerAcknowledgeWhatIsHis) {
  hire(304, "outlet_head", "210001");
  hire(305, "liaison", "210001");
  const auto id = registered().id;
  sweep_until(at("2026-03-20T08:00:00+08:00"), at("2026-03-20T08:00:00+08:00"));
  const auto assigned = bank_.write(bank_.chen_yu, tuesday, [&](Work& work) -> Result<void> {
    TRY(accept(work, id, input<Acceptance>(R"({"tier": "ordinary"})")));
    TRY(assign(work, id, {Id<Unit>{103}, Id<Person>{305}, {}}));
    return {};
  });
  ASSERT_TRUE(assigned.has_value()) << refusal(assigned);
  const auto notice = notice_on(Office::owner);
  EXPECT_EQ(refusal(acknowledge(acting(304), notice)), "notice.not_yours");
  EXPECT_EQ(refusal(acknowledge(acting(305), notice)), "none");
}

TEST_P(Sweeping, TellsNobodyOfWhatIsOver) {
  const auto id = registered().id;
  ASSERT_TRUE(close(id).has_value());
  sweep_until(at("2026-03-10T08:00:00+08:00"), at("2026-03-12T08:00:00+08:00"));
  EXPECT_TRUE(notices(bank_.chen_yu).empty());
}

TEST_P(Sweeping, TakesAFewAtATime) {
  for (int i = 0; i < 3; ++i) registered();
  const Instant morning = at("2026-03-11T08:00:00+08:00");
  EXPECT_EQ(sweep(morning), 3u);
  EXPECT_EQ(sweep(morning), 0u);
  EXPECT_EQ(notices(bank_.chen_yu).size(), 3u);
}

// The bank's own limit in working days reaches into a year nobody has published.
TEST_P(Sweeping, ReckonsAgainWhenAYearBecomesKnown) {
  constexpr std::string_view own = R"(
[[rule]]
rule = "handling"
subject = "complaint"
span = "handling"
zh = "行内办理"
en = "handling"
length = 5
measure = "working_days"
from = "registered"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
ladder = "standard"
)";
  const workflow::RuleFile file{"bank.toml", own};
  workflow::Limits limits(*workflow::RuleBook::read(workflow::shipped_rules(), {&file, 1}));
  const Instant december = at("2026-12-29T09:00:00+08:00");
  const auto with = [&](Instant now, auto&& command) {
    return bank_.write(bank_.li_na, now, [&](Work& work) {
      work.limits = &limits;
      return command(work);
    });
  };
  with(december, [](Work& work) -> Result<std::int64_t> {
    return clocks::import_shipped(work);
  }).value();
  bank_.read(bank_.li_na, [&](Work& work) { return clocks::refresh(work.tx, limits); });
  const auto made = with(december, [](Work& work) {
    return register_complaint(work, input<NewComplaint>(least_complaint));
  });
  ASSERT_EQ(made->clocks.size(), 2u);
  EXPECT_EQ(made->clocks[0].span, "handling");
  EXPECT_EQ(format(made->clocks[0].due_on), "2027-01-05");
  const auto year = workflow::read_calendar_year(
      R"({"year":2027,"papers":[],"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]})");
  with(december, [&](Work& work) { return clocks::import_calendar(work, *year); }).value();
  bank_.read(bank_.li_na, [&](Work& work) { return clocks::refresh(work.tx, limits); });
  const auto again = [&] {
    return *with(december + hours{1}, [](Work& work) -> Result<std::size_t> {
      return clocks::recount(work, {clock_source()});
    });
  };
  EXPECT_EQ(again(), 1u);
  EXPECT_EQ(again(), 0u);
  EXPECT_EQ(kinds_of(made->id).back(), "clock.recounted");
  const auto due = bank_.read(bank_.li_na, [&](Work& work) {
    return format(clocks::clocks_of(work.tx, made->id.number)[0].due_on);
  });
  EXPECT_EQ(due, "2027-01-06");
  EXPECT_EQ(found(made->id).due_at, at("2027-01-07T00:00:00+08:00"));
  bank_.read(bank_.li_na, [&](Work& work) {
    work.limits = &limits;
    EXPECT_TRUE(clocks::compare_clocks(work, {clock_source()}, 0, 100).differences.empty());
    return true;
  });
}

TEST_P(Sweeping, AChangedRowIsFoundByItsCase) {
  const auto id = registered().id;
  const auto other = registered(least_complaint).id;
  EXPECT_TRUE(differences().empty());
  change("UPDATE clocks SET due_on = '2026-12-31' WHERE id = (SELECT min(id) FROM clocks)");
  EXPECT_EQ(differences(), std::vector<std::string>{std::to_string(id.number) + " due"});
  change("UPDATE clocks SET steps = replace(steps, '2026-03', '2026-05')");
  EXPECT_EQ(differences().size(), 2u);
  EXPECT_EQ(differences()[1], std::to_string(other.number) + " steps");
  change("DELETE FROM clocks");
  EXPECT_EQ(differences(),
            (std::vector<std::string>{std::to_string(id.number) + " row_missing",
                                      std::to_string(other.number) + " row_missing"}));
}

TEST_P(Sweeping, AClockOfBeforeStepsWereKeptGoesOn) {
  const auto id = registered().id;
  change("UPDATE clocks SET steps = ''");
  EXPECT_TRUE(differences().empty());
  ASSERT_EQ(refusal(extend(id, R"({"to_total": 30, "reason": "复杂"})")), "none");
  EXPECT_EQ(due_on(id), "2026-03-31");
  EXPECT_TRUE(differences().empty());
}

// What people try at random, some of it refused: the log gives the same clocks.
TEST_P(Sweeping, RandomHistoriesAreReplayedFromTheLog) {
  std::mt19937 chance{20261122};
  const auto below = [&](int limit) { return std::uniform_int_distribution{0, limit - 1}(chance); };
  const auto on = [&](Instant now) { return format(Zone{}.date(now + -days{below(6)})); };
  int taken = 0;
  for (int i = 0; i < 60; ++i) {
    const auto id = registered().id;
    Instant now = test::monday;
    for (int step = 0; step < 8; ++step) {
      now = now + hours{below(60)};
      sweep(now);
      const std::string from = R"("from": ")" + on(now) + "\"";
      const std::string notice = R"(, "notice": {"on": ")" + format(Zone{}.date(now)) +
                                 R"(", "means": "sms", "proof": "七"})";
      Result<ComplaintState> done = refuse(Reason::conflict, "nothing");
      switch (below(7)) {
        case 0: done = extend(id, R"({"to_total": 30, "reason": "一"})", now); break;
        case 1:
          done =
              exclude(id, R"({"kind": "mediation", "reason": "二", )" + from + notice + "}", now);
          break;
        case 2: done = end_exclusion(id, R"({"until": ")" + on(now) + "\"}", now); break;
        case 3: done = restart(id, R"({"facts": "三"})", now); break;
        case 4:
          done = set_date(id,
                          R"({"with": "regulator", "reason": "四", "on": ")" +
                              format(Zone{}.date(now + days{below(9)})) + "\"}",
                          now);
          break;
        case 5: done = close(id, R"({"result": "已解释"})", now); break;
        default: break;
      }
      taken += done ? 1 : 0;
    }
  }
  EXPECT_GT(taken, 60);
  EXPECT_TRUE(differences().empty());
}

TEST_P(Sweeping, DaysLeftOutWithoutAnEndRemindWhoHandlesIt) {
  const auto id = registered().id;
  ASSERT_EQ(refusal(exclude(id, R"({"kind": "appraisal", "from": "2026-03-03", "reason": "送鉴定",
      "notice": {"on": "2026-03-03", "means": "letter", "proof": "鉴定函1号"}})")),
            "none");
  sweep_until(tuesday, at("2026-05-10T00:00:00+08:00"));
  std::vector<std::string> told;
  for (const auto& one : notices(bank_.chen_yu)) {
    EXPECT_EQ(one.rung, Office::owner);
    told.push_back(std::string{name_of(one.kind)} + " " + std::to_string(one.before) + " " +
                   format(one.sent_at).substr(0, 13));
  }
  EXPECT_EQ(told,
            (std::vector<std::string>{"resting 60 2026-05-02T00", "resting 30 2026-04-02T00"}));
  const auto kinds = kinds_of(id);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "clock.rest_reminded"), 2);
  EXPECT_TRUE(differences().empty());
  ASSERT_EQ(
      refusal(end_exclusion(id, R"({"until": "2026-05-10"})", at("2026-05-10T09:00:00+08:00"))),
      "none");
  sweep_until(at("2026-05-10T09:00:00+08:00"), at("2026-06-10T09:00:00+08:00"));
  for (const auto& one : notices(bank_.chen_yu))
    EXPECT_TRUE(one.kind != NoticeKind::resting || one.sent_at < at("2026-05-10T00:00:00+08:00"));
  EXPECT_TRUE(differences().empty());
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Sweeping, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
