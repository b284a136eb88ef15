#include "app/demo/mix.h"

#include <map>

#include <gtest/gtest.h>

#include "app/demo/schedule.h"
#include "platform/taxonomies/book.h"

namespace xb::app::demo {
namespace {

using std::chrono::days;

struct Share {
  const char* name;
  double percent;
};

// What a year of a bank of the size that ships is made of.
struct Year {
  std::map<std::string, double> business, cause, channel;
  double count = 0, controls = 0, debit = 0, beside = 0;
};

std::string top_of(const taxonomies::Book& words, const char* taxonomy, const std::string& code) {
  return words.item(taxonomy, words.top_of(taxonomy, code))->zh;
}

std::string business_of(const taxonomies::Book& words, const Matter& matter) {
  if (matter.business.starts_with("debit_card")) return "借记卡";
  const std::string out = top_of(words, "business", matter.business);
  return out == "银行卡" ? "信用卡" : out == "其他中间业务" ? "其他" : out;
}

std::string channel_of(const Way& way) {
  if (way.voice == Voice::regulator) return "监管转办";
  if (way.voice == Voice::letter) return "信函信访";
  return way.channel == "suggestion_book" ? "counter" : std::string{way.channel};
}

Year a_year_until(const char* today) {
  const auto words = taxonomies::Book::read(taxonomies::shipped(), {}).value();
  const Instant end = *parse_instant(today);
  const Days calendar{Zone{}};
  Mix mix(calendar, calendar.date(end));
  Year out;
  const auto add = [&](const Matter& matter, const Way& way) {
    ++out.business[business_of(words, matter)];
    ++out.cause[top_of(words, "cause", matter.cause)];
    ++out.channel[channel_of(way)];
    ++out.count;
    if (!matter.business.starts_with("debit_card")) return;
    ++out.debit;
    if (matter.cause == "account_control") ++out.controls;
  };
  Dice dice(20'261'120);
  constexpr std::int64_t two_years = 7'000;
  for (const ScheduledDay& day : schedule(calendar, two_years, end)) {
    const bool counts = day.on > calendar.date(end) + -days{326};
    if (counts) out.beside += static_cast<double>(day.beside);
    for (std::int64_t i = 0; i < day.ordinary; ++i) {
      const Wave* wave = nullptr;
      const Matter& matter = mix.matter(day.on, dice, &wave);
      const Way& way = mix.way(day.on, dice);
      if (counts) add(matter, way);
    }
    for (const Special& one : day.specials)
      if (one.original != nullptr) add(*one.original, way_of(one.original->channel));
  }
  return out;
}

void expect_shares(const Year& year, const std::map<std::string, double>& found,
                   const std::vector<Share>& wanted) {
  for (const auto& [name, percent] : wanted) {
    const auto at = found.find(name);
    ASSERT_NE(at, found.end()) << name;
    // A tenth, or five cases of what comes but three times a month.
    const double least = 500 / year.count;
    EXPECT_NEAR(100 * at->second / year.count, percent, std::max(percent / 10, least)) << name;
  }
}

class TheYearOfADemoBank : public testing::TestWithParam<const char*> {};

TEST_P(TheYearOfADemoBank, HasTheMixOfACityBank) {
  const Year year = a_year_until(GetParam());
  EXPECT_NEAR(year.count, 3'200, 320);
  expect_shares(year, year.business,
                {{"贷款", 27},
                 {"借记卡", 24},
                 {"信用卡", 22},
                 {"债务催收", 8},
                 {"支付结算", 5},
                 {"银行代理业务", 4},
                 {"人民币储蓄", 3},
                 {"自营理财", 2},
                 {"个人金融信息", 1.5},
                 {"人民币管理", 1},
                 {"贵金属", 1},
                 {"其他", 1.5}});
  expect_shares(year, year.cause,
                {{"金融机构管理制度、业务规则与流程", 46},
                 {"服务态度及服务质量", 12},
                 {"债务催收方式和手段", 11},
                 {"定价收费", 9},
                 {"金融机构服务设施、设备、业务系统", 7},
                 {"营销方式和手段", 4},
                 {"信息披露", 4},
                 {"消费者资金安全", 4},
                 {"消费者信息安全", 1.5},
                 {"产品收益", 1},
                 {"合同条款", 0.5}});
  expect_shares(year, year.channel,
                {{"hotline", 46},
                 {"counter", 21},
                 {"监管转办", 13},
                 {"mobile_app", 9},
                 {"hotline_12345", 7},
                 {"信函信访", 2},
                 {"platform", 2}});
  EXPECT_NEAR(100 * year.controls / year.debit, 50, 5);
  EXPECT_NEAR(year.beside / year.count, 10, 1) << "consultations";
}

INSTANTIATE_TEST_SUITE_P(UntilSomeDays, TheYearOfADemoBank,
                         testing::Values("2026-11-20T16:00:00+08:00", "2026-11-24T10:06:12+08:00",
                                         "2027-03-15T11:00:00+08:00"));

}  // namespace
}  // namespace xb::app::demo
