// The desk as a whole: numbers, the week, what is unusual, and that nothing of it reads a table.
#include "modules/today/service.h"

#include <algorithm>

#include "modules/complaints/reading/service.h"
#include "modules/complaints/similar/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "modules/today/today_fixture.h"
#include "platform/evidence/followers.h"

namespace xb::today {
namespace {

using complaints::IntakeKind;
using std::chrono::days;

TEST_P(Morning, CountsWhatCameInTodayYesterdayAndAWeekAgo) {
  taken_in(bank_.li_na);
  taken_in(bank_.li_na, R"("source": "nfra_referral")");
  taken_in(bank_.zhou_jun, R"("source": "regulator_referral")");
  taken_in(bank_.zhou_jun, R"("received_at": "2026-03-01T15:59:59.999Z")");
  taken_in(bank_.li_na, R"("received_at": "2026-02-28T16:00:00Z", "source": "pboc_referral")");
  taken_in(bank_.li_na, R"("received_at": "2026-02-23T02:00:00Z")");
  taken_in(bank_.li_na, "", IntakeKind::consultation);
  const Today whole = desk(bank_.chen_yu);
  EXPECT_EQ(format(whole.today), "2026-03-02");
  const Number received = number(whole, NumberCode::received);
  EXPECT_EQ(received.count, 3) << "a consultation is no complaint";
  EXPECT_EQ(received.yesterday, 2);
  EXPECT_EQ(received.week_ago, 1);
  EXPECT_FALSE(received.is_more);
  const Number referred = number(whole, NumberCode::referred);
  EXPECT_EQ(referred.count, 2) << "by whichever regulator";
  EXPECT_EQ(referred.yesterday, 1);
  EXPECT_EQ(referred.week_ago, 0);
  EXPECT_EQ(count(bank_.li_na, NumberCode::received), 2);
  EXPECT_EQ(count(bank_.zhou_jun, NumberCode::received), 1);
  EXPECT_EQ(count(lin_fang_, NumberCode::received), 2);
}

// What a number counts is what its list shows.
TEST_P(Morning, EachNumberOpensItsList) {
  handled();
  const auto withdrawn = taken_in(bank_.li_na, R"("source": "nfra_referral")");
  taken_in(bank_.zhou_jun, R"("source": "nfra_referral")");
  taken_in(bank_.zhou_jun, "", IntakeKind::consultation);
  taken_in(bank_.zhou_jun, R"("received_at": "2026-02-16T02:00:00Z")");  // due on Tuesday
  taken_in(bank_.zhou_jun, R"("received_at": "2026-01-05T02:00:00Z")");  // long overdue
  act(bank_.chen_yu, &complaints::withdraw, withdrawn, R"({"proof": "signed_paper"})");
  for (const Actor& actor : {bank_.chen_yu, bank_.li_na, bank_.zhou_jun, lin_fang_, wu_tao_}) {
    const Today shown = desk(actor);
    for (const Number& one : shown.numbers) {
      if (one.code == NumberCode::approvals) continue;
      storage::ListRequest request;
      for (std::size_t start = 0; start < one.query.size();) {
        const std::size_t end = std::min(one.query.find('&', start), one.query.size());
        const std::size_t is = one.query.find('=', start);
        const std::string name = one.query.substr(start, is - start);
        const std::string value = one.query.substr(is + 1, end - is - 1);
        if (name == "sort")
          request.sort = value;
        else
          request.filters[name].push_back(value);
        start = end + 1;
      }
      const auto listed =
          bank_.read(actor, [&](Work& work) { return complaints::list(work, request); });
      ASSERT_TRUE(listed.has_value()) << listed.error().code << ' ' << one.query;
      EXPECT_EQ(listed->items.size(), static_cast<std::size_t>(one.count))
          << one.query << " for " << actor.person.number;
    }
  }
  const Today whole = desk(bank_.chen_yu);
  EXPECT_EQ(number(whole, NumberCode::in_hand).count, 4) << "neither withdrawn nor consultation";
  EXPECT_EQ(number(whole, NumberCode::overdue).count, 1);
  EXPECT_EQ(number(whole, NumberCode::due_soon).count, 1);
  EXPECT_EQ(count(lin_fang_, NumberCode::in_hand), 1);
  EXPECT_EQ(count(wu_tao_, NumberCode::in_hand), 3);
}

TEST_P(Morning, WhatIsDueMovesWithTheClockToTheMillisecond) {
  taken_in(bank_.li_na);  // due at the end of 2026-03-17
  const auto shown = [&](std::string_view now) {
    const Today desk = this->desk(bank_.chen_yu, all_, at(now));
    return std::pair{number(desk, NumberCode::due_soon).count,
                     number(desk, NumberCode::overdue).count};
  };
  EXPECT_EQ(shown("2026-03-13T15:59:59.999Z"), (std::pair{0L, 0L}));
  EXPECT_EQ(shown("2026-03-13T16:00:00Z"), (std::pair{1L, 0L})) << "three days are left";
  EXPECT_EQ(shown("2026-03-17T15:59:59.999Z"), (std::pair{1L, 0L}));
  EXPECT_EQ(shown("2026-03-17T16:00:00Z"), (std::pair{0L, 1L}));
  const auto kinds = [&](std::string_view now) {
    return counts(this->desk(bank_.chen_yu, all_, at(now)));
  };
  using Kinds = std::map<MustKind, std::int64_t>;
  EXPECT_EQ(kinds("2026-03-16T15:59:59.999Z"), Kinds{});
  EXPECT_EQ(kinds("2026-03-16T16:00:00Z"), (Kinds{{MustKind::due_today, 1}}));
  EXPECT_EQ(kinds("2026-03-17T16:00:00Z"), (Kinds{{MustKind::overdue, 1}}));
}

TEST_P(Morning, TellsTheWeekDayByDayAndWhichDaysAreWorked) {
  taken_in(bank_.li_na);  // due at the end of 2026-03-17
  taken_in(bank_.zhou_jun);
  const auto week = [&](const Actor& actor, std::string_view now) {
    return this->desk(actor, all_, at(now)).week;
  };
  const auto days = week(bank_.chen_yu, "2026-03-12T01:00:00Z");
  ASSERT_EQ(days.size(), 7u);
  EXPECT_EQ(format(days[0].on), "2026-03-12");
  EXPECT_EQ(days[0].is_workday, true);
  EXPECT_EQ(days[2].is_workday, false) << "a Saturday";
  for (const Day& day : days)
    EXPECT_EQ(day.complaints, format(day.on) == "2026-03-17" ? 2 : 0) << format(day.on);
  EXPECT_EQ(week(bank_.li_na, "2026-03-11T01:00:00Z")[6].complaints, 1);
  EXPECT_EQ(week(bank_.li_na, "2026-03-10T01:00:00Z")[6].complaints, 0);
  EXPECT_EQ(week(bank_.li_na, "2026-03-17T16:00:00Z")[0].complaints, 0) << "overdue by then";
}

TEST_P(Morning, ShowsNothingToWhomItIsKeptFrom) {
  taken_in(bank_.zhou_jun, R"("accused_id": 212, "received_at": "2026-01-05T02:00:00Z")");
  const Today accused = desk(wu_tao_);
  EXPECT_EQ(number(accused, NumberCode::in_hand).count, 0);
  EXPECT_EQ(number(accused, NumberCode::overdue).count, 0);
  EXPECT_TRUE(accused.musts.items.empty());
  const Today officer = desk(bank_.chen_yu);
  EXPECT_EQ(number(officer, NumberCode::in_hand).count, 1);
  EXPECT_EQ(number(officer, NumberCode::overdue).count, 1);
  Actor substitute = bank_.chen_yu;
  substitute.on_behalf_of = {212};
  EXPECT_EQ(count(substitute, NumberCode::in_hand), 0) << "nor to who stands in for him";
}

TEST_P(Morning, NamesBusinessAndCauseOfWhichThereAreManyMoreThanUsual) {
  const auto told = [&](const Actor& actor, const char* business, const char* received_at) {
    taken_in(actor, std::string{R"("business": ")"} + business +
                        R"(", "cause": "penalty", "received_at": ")" + received_at + "\"");
  };
  for (int i = 0; i < 4; ++i) told(bank_.li_na, "mortgage", "2026-03-01T02:00:00Z");
  told(bank_.zhou_jun, "mortgage", "2026-02-23T16:00:00Z");
  told(bank_.zhou_jun, "mortgage", "2026-02-23T00:30:00Z");  // before the seven days
  told(bank_.li_na, "transfer", "2026-03-01T02:00:00Z");
  EXPECT_TRUE(desk(bank_.chen_yu).unusual.empty()) << "nobody knows what is usual yet";
  told(bank_.zhou_jun, "savings", "2025-12-01T02:00:00Z");
  told(bank_.li_na, "mortgage", "2026-02-02T00:30:00Z");
  const auto found = desk(bank_.chen_yu).unusual;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, UnusualCode::business_cause);
  EXPECT_EQ(found[0].business, "mortgage");
  EXPECT_EQ(found[0].cause, "penalty");
  EXPECT_EQ(found[0].span, LookedAt::week);
  EXPECT_EQ(found[0].count, 5);
  EXPECT_EQ(found[0].usual_tenths, 5) << "two within the four weeks before";
  EXPECT_EQ(format(found[0].since_on), "2026-02-24");
  EXPECT_TRUE(desk(wu_tao_).unusual.empty()) << "one alone, in his branch";
}

TEST_P(Morning, NamesGroupsOfNearIdenticalTexts) {
  const auto letter = [](int i) {
    return R"("description": "本人因失业收入中断，多次与贵行协商信用卡还款事宜均被拒绝，现依据监管规定)"
           R"(第七十条申请个性化分期六十期，停止计息并删除不良征信记录，若不处理将向监管部门投诉，卡号尾号)" +
           std::to_string(1000 + i) + "\"";
  };
  taken_in(bank_.li_na, letter(1));
  taken_in(bank_.zhou_jun, letter(2));
  const auto newest = taken_in(bank_.zhou_jun, letter(3));
  bank_.place();
  evidence::Followers followers(bank_.database(), {complaints::grouping(test::keys())});
  while (followers.step()) continue;
  const auto found = desk(bank_.chen_yu).unusual;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, UnusualCode::similar_texts);
  EXPECT_EQ(found[0].count, 3);
  EXPECT_EQ(format(found[0].since_on), "2026-03-02");
  EXPECT_TRUE(found[0].complaint_id == newest || found[0].number.has_value());
  EXPECT_EQ(found[0].number->size(), 16u);
  EXPECT_TRUE(desk(wu_tao_).unusual.empty()) << "two of them are no group";
}

constexpr std::string_view tables[] = {
    "complaints",  "its",       "referrals",     "tasks",           "supervisions",
    "fulfilments", "approvals", "preservations", "text_signatures", "appointments"};

// Every statement is answered along an index, for each scope: a table of a million is never read
// through.
class ThePlan : public Morning {
 protected:
  // What the database would do, step by step.
  std::vector<std::string> steps_of(Work& work, const std::string& sql) const {
    const auto places = static_cast<std::size_t>(std::count(sql.begin(), sql.end(), '?'));
    std::vector<storage::Cell> values(places, std::int64_t{1});
    std::vector<std::string> out;
    const auto take = [&](std::span<storage::Cell> row) {
      out.push_back(std::get<std::string>(row.back()));
    };
    constexpr auto number = storage::CellType::integer;
    constexpr storage::CellType of_sqlite[] = {number, number, number, storage::CellType::text};
    constexpr storage::CellType of_postgres[] = {storage::CellType::text};
    if (is_sqlite())
      work.tx.read("EXPLAIN QUERY PLAN " + sql, std::move(values), of_sqlite, take);
    else
      work.tx.read("EXPLAIN " + sql, std::move(values), of_postgres, take);
    return out;
  }
  bool reads_through(const std::string& step) const {
    return std::any_of(std::begin(tables), std::end(tables), [&](std::string_view table) {
      if (is_sqlite()) return step == "SCAN " + std::string{table};
      return step.find("Seq Scan on " + std::string{table}) != std::string::npos;
    });
  }
  bool goes_by_undated_ = false;
  static bool is_sqlite() { return GetParam() == test::Engine::sqlite; }
};

TEST_P(ThePlan, ReadsNoTableThrough) {
  taken_in(bank_.zhou_jun, R"("received_at": "2025-12-01T02:00:00Z")");
  handled();
  Actor sub_branch = bank_.li_na;
  sub_branch.scope = {Level::sub_branch, {105}};
  Actor department = bank_.chen_yu;
  department.scope = {Level::department, {100}};
  for (const Actor& actor : {bank_.chen_yu, lin_fang_, sub_branch, bank_.li_na, department}) {
    std::vector<std::string> statements;
    const auto looked = bank_.write(actor, now_, [&](Work& work) -> Result<void> {
      gate_.watch([&](std::string_view sql) { statements.emplace_back(sql); });
      EXPECT_TRUE(today(work, all_).has_value());
      gate_.open();
      // So that a small table is read through only where no index would do.
      if (!is_sqlite()) work.tx.execute("SET LOCAL enable_seqscan = off");
      goes_by_undated_ = false;
      for (const std::string& sql : statements)
        if (sql.starts_with("SELECT"))
          for (const std::string& step : steps_of(work, sql)) {
            EXPECT_FALSE(reads_through(step)) << step << '\n' << sql;
            EXPECT_EQ(step.find("complaints_by_state"), std::string::npos) << step << '\n' << sql;
            goes_by_undated_ =
                goes_by_undated_ || step.find("complaints_undated") != std::string::npos;
          }
      return refuse(Reason::conflict, "only.looked");
    });
    EXPECT_FALSE(looked.has_value());
    EXPECT_GT(statements.size(), 30u);
    // What is open is many: only what has no date may be read through.
    EXPECT_TRUE(goes_by_undated_) << actor.person.number;
  }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, ThePlan, test::each_database, test::name_of_database);
INSTANTIATE_TEST_SUITE_P(EachDatabase, Morning, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::today
