#include "modules/staffing/service.h"

#include "core/assets.h"
#include "modules/staffing/stage.h"
#include "platform/evidence/entries.h"
#include "platform/identity/organisation/service.h"
#include "platform/identity/people/service.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/world.h"

namespace xb::staffing {
namespace {

constexpr const char* unit_header = "机构号,机构名称,机构类型,上级机构号,撤销日期,承接机构号\n";
constexpr const char* staff_header = "工号,姓名,机构号,岗位,证件号码\n";

class Staffing : public testing::TestWithParam<test::Engine> {
 protected:
  Staffing() {
    const auto hired = bank_.write(Actor::system(), test::monday, [](Work& work) -> Result<void> {
      test::hire(work, {{303}, "900001", "administrator", "100000"});
      test::hire(work, {{304}, "100304", "outlet_head", "210001"});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }

  exchange::Mapping mapping(const char* list, const std::set<std::string>& fields) {
    const auto text = asset(std::string{"data/mappings/"} + list + "/ledger.toml");
    return exchange::Mapping::parse(text.value(), fields).value();
  }
  exchange::Ground ground() {
    return {bank_.database(), test::keys(), [] { return test::monday; }, Zone{}, Actor::system()};
  }
  Outcome units(const std::string& rows, const Options& options = {}) {
    return bring_units(ground(), mapping("units", unit_fields()), unit_header + rows, options)
        .value();
  }
  Result<Outcome> bring(const std::string& file, const Options& options = {}) {
    return bring_people(ground(), mapping("people", staff_fields()), file, options);
  }
  Outcome people(const std::string& rows, const Options& options = {}) {
    return bring(staff_header + rows, options).value();
  }
  std::vector<std::string> kinds_of(const char* staff_no) {
    return bank_.read(Actor::system(), [&](Work& work) {
      const auto person = identity::find_colleague_by_staff_no(work.tx, staff_no).value();
      std::vector<std::string> out;
      for (const auto& entry : evidence::timeline(work, person.id.number, 0, 100))
        out.push_back(entry.kind);
      return out;
    });
  }
  static std::vector<std::string> told(const Outcome& outcome) {
    std::vector<std::string> out;
    out.reserve(outcome.errors.size());
    for (const RowError& one : outcome.errors)
      out.push_back(std::to_string(one.line) + " " + one.key.str() + " " + one.code.str() + " " +
                    one.field.str());
    return out;
  }
  std::string post_of(const char* staff_no) {
    return bank_.read(Actor::system(), [&](Work& work) {
      const auto person = identity::find_colleague_by_staff_no(work.tx, staff_no);
      if (!person) return std::string{"nobody"};
      const auto staff = identity::find_staff(work, person->id).value();
      if (staff.status == identity::Status::left) return std::string{"left"};
      return staff.appointments.empty()
                 ? std::string{"none"}
                 : staff.appointments.back().post + " in " + staff.appointments.back().unit;
    });
  }

  test::Bank bank_{GetParam()};
};

using Errors = std::vector<std::string>;

TEST_P(Staffing, BringsUnitsWhateverTheirOrder) {
  const std::string rows =
      "210002,南门社区支行,网点,210000,,\n"
      "210000,东湖支行,支行,200000,,\n"
      "200000,云津分行,分行,100000,,\n";
  const auto before = test::world(bank_.database());
  const Outcome dry = units(rows, {.is_dry_run = true});
  EXPECT_EQ(dry.created, 2);
  EXPECT_EQ(dry.unchanged, 1);
  EXPECT_EQ(test::world(bank_.database()), before) << "nothing was written";
  const Outcome done = units(rows);
  EXPECT_EQ(told(done), Errors{});
  EXPECT_EQ(done.created, 2);
  const Outcome again = units(rows);
  EXPECT_EQ(again.unchanged, 3);
  EXPECT_EQ(again.created + again.moved + again.changed, 0);
}

TEST_P(Staffing, ADryRunIsRefusedWhatTheRunWouldBe) {
  const std::string of_units =
      "210001,东湖支行营业部,支行,200000,,\n"
      "300000,宁桥分行,分行,100000,2026-03-02,200000\n"
      "310001,人民路支行营业部,网点,300000,2026-03-02,310001\n"
      "210002,南门社区支行,网点,210001,,\n"
      "210007,北门社区支行,网点,200000,,\n";
  const std::string of_people =
      "100304,100304,310001,网点负责人,\n"
      "100305,赵敏,210001,网点负责人,11010519491231002X\n"
      "100306,孙立,310001,柜员,11010519491231002X\n"
      "100307,900001,310001,柜员,\n"
      "900001,管理员,100000,柜员,\n";
  const auto compare = [&](auto bring, const std::string& rows) {
    const auto before = test::world(bank_.database());
    const Outcome dry = bring(rows, Options{.is_dry_run = true});
    EXPECT_EQ(test::world(bank_.database()), before) << "nothing was written";
    EXPECT_EQ(dry.unrehearsed, 0);
    EXPECT_FALSE(dry.errors.empty());
    const Outcome done = bring(rows, Options{});
    EXPECT_EQ(to_json(dry), to_json(done));
  };
  compare([&](const auto& rows, const auto& how) { return units(rows, how); }, of_units);
  const auto bring_people = [&](const auto& rows, const auto& how) { return people(rows, how); };
  compare(bring_people, of_people);
  // That the number is somebody's already is known to the command alone.
  compare(bring_people, "100308,吴敏,310001,柜员,11010519491231002X\n");
  EXPECT_EQ(told(people("100308,吴敏,310001,柜员,11010519491231002X\n", {.is_dry_run = true})),
            Errors{"2 100308 person.second_account identity_number"});
}

TEST_P(Staffing, ALongDryRunSaysHowMuchItDidNotTry) {
  std::string rows;
  for (std::size_t i = 0; i < Stage::rehearsed_max + 100; ++i)
    rows += std::to_string(500'000 + i) + ",网点" + std::to_string(i) + ",网点,200000,,\n";
  const Outcome dry = units(rows, {.is_dry_run = true});
  EXPECT_EQ(dry.created, static_cast<std::int64_t>(Stage::rehearsed_max) + 100);
  EXPECT_EQ(dry.unrehearsed, 100);
}

TEST_P(Staffing, RefusesUnitsWithTheirPlaceAndReason) {
  const Outcome outcome = units(
      "210000,甲,支行,210000,,\n"
      "210001,东湖支行营业部,网点,210000,,\n"
      "210003,乙,网点,999999,,\n"
      "210004,丙,分行,200000,,\n"
      "210005,丁,网点,200000,,\n"
      "210005,丁二,网点,200000,,\n"
      "210006,戊,银河,200000,,\n"
      "310001,人民路支行营业部,网点,300000,2026-03-02,\n");
  EXPECT_EQ(
      told(outcome),
      (Errors{"8  field.choice kind", "7 210005 unit.twice code", "2 210000 unit.cycle parent",
              "3 210001 unit.cycle parent", "4 210003 unit.parent_missing parent",
              "5 210004 unit.wrong_parent parent", "9 310001 unit.without_successor successor"}));
  EXPECT_EQ(outcome.created, 1);
  EXPECT_EQ(outcome.failed, 7);
}

TEST_P(Staffing, MovesRenamesAndClosesUnits) {
  const Outcome outcome = units(
      "210001,东湖新支行,网点,300000,,\n"
      "310001,人民路支行营业部,网点,300000,2026-03-02,210001\n");
  EXPECT_EQ(told(outcome), Errors{});
  EXPECT_EQ(outcome.moved, 1);
  EXPECT_EQ(outcome.ended, 1);
}

TEST_P(Staffing, BringsPeopleAndTransfersThem) {
  const Outcome first = people(
      "100304,100304,210001,网点负责人,\n"
      "100305,赵敏,210001,柜员,11010519491231002X\n"
      "100306,孙立,310001,网点负责人,\n");
  EXPECT_EQ(told(first), Errors{});
  EXPECT_EQ(first.created, 2);
  EXPECT_EQ(first.unchanged, 1);
  EXPECT_FALSE(first.lacks.empty());
  const Outcome swap = people(
      "100304,100304,310001,网点负责人,\n"
      "100305,赵敏,310001,柜员,\n"
      "100306,孙立,210001,网点负责人,\n");
  EXPECT_EQ(told(swap), Errors{});
  EXPECT_EQ(swap.moved, 3) << "two heads change places at once";
  EXPECT_EQ(post_of("100304"), "outlet_head in 人民路支行营业部");
  EXPECT_EQ(post_of("100306"), "outlet_head in 东湖支行营业部");
  EXPECT_EQ(people("100305,赵敏敏,310001,柜员,\n").changed, 1);
}

TEST_P(Staffing, RefusesPeopleWithTheirPlaceAndReason) {
  const Outcome outcome = people(
      "100304,100304,310001,柜员,\n"
      "100305,甲,210001,柜员,\n"
      "100305,甲,310001,柜员,\n"
      "100306,乙,999999,柜员,\n"
      "100307,丙,210001,分行行长,\n"
      "100308,丁,210001,船长,\n"
      "100309,戊,310001,网点负责人,\n"
      "100310,己,310001,网点负责人,\n"
      "100311,庚,210001,柜员,11010519491231002X\n"
      "100312,辛,210001,柜员,11010519491231002X\n");
  EXPECT_EQ(outcome.failed, 7);
  EXPECT_EQ(told(outcome),
            (Errors{"7  field.choice post", "4 100305 person.twice staff_no",
                    "5 100306 unit.missing unit", "6 100307 post.not_here post",
                    "11 100312 person.second_account identity_number",
                    "9 100310 appointment.second_holder unit", "2 100304 unit.without_head unit"}));
  EXPECT_EQ(post_of("100304"), "outlet_head in 东湖支行营业部") << "a unit keeps its head";
  EXPECT_EQ(post_of("100305"), "teller in 东湖支行营业部");
  EXPECT_EQ(post_of("100310"), "nobody");
}

TEST_P(Staffing, AWholeFileMakesLeavers) {
  ASSERT_EQ(people("100305,赵敏,210001,柜员,\n100306,孙立,310001,柜员,\n").created, 2);
  EXPECT_EQ(people("100305,赵敏,210001,柜员,\n").ended, 0) << "a part of it does not";
  const std::string rows = "100305,赵敏,210001,柜员,\n";
  const Outcome without = people(rows, {.is_dry_run = false, .is_whole = true});
  EXPECT_EQ(told(without), Errors{"0 100304 unit.without_head unit"});
  EXPECT_EQ(post_of("100306"), "left");
  const Outcome outcome =
      people("100305,赵敏,210001,网点负责人,\n", {.is_dry_run = false, .is_whole = true});
  EXPECT_EQ(told(outcome), Errors{});
  EXPECT_EQ(post_of("100304"), "left");
  EXPECT_EQ(post_of("100305"), "outlet_head in 东湖支行营业部");
  EXPECT_EQ(post_of("900001"), "administrator in 总行") << "stands in no file";
}

TEST_P(Staffing, ARowThatCannotBeReadDismissesNobody) {
  ASSERT_EQ(people("100305,赵敏,210001,柜员,\n100306,孙立,310001,柜员,\n").created, 2);
  const Outcome outcome = people(
      "100304,100304,210001,网点负责人,\n"
      "100305,赵敏,210001,柜员,\n"
      "100306,孙立,310001,船长,\n",
      {.is_dry_run = false, .is_whole = true});
  EXPECT_EQ(told(outcome), (Errors{"4  field.choice post", "0 100306 staffing.not_sure staff_no"}));
  EXPECT_EQ(outcome.ended, 0);
  EXPECT_EQ(post_of("100306"), "teller in 人民路支行营业部");
}

TEST_P(Staffing, AFileThatLeavesOutTooManyIsRefusedWhole) {
  std::string rows;
  for (int i = 0; i < 11; ++i) rows += std::to_string(100400 + i) + ",甲,210001,柜员,\n";
  ASSERT_EQ(people(rows).created, 11);
  const Options whole{.is_dry_run = false, .is_whole = true};
  const std::string head = "100304,100304,210001,网点负责人,\n";
  EXPECT_EQ(bring(staff_header + head, whole).error().code, "staffing.too_many_leavers");
  EXPECT_EQ(bring(staff_header, whole).error().code, "staffing.nobody");
  EXPECT_EQ(post_of("100400"), "teller in 东湖支行营业部");
  EXPECT_EQ(people(head + "100400,甲,210001,柜员,\n", whole).ended, 10);
}

TEST_P(Staffing, ATransferCountsFromItsDay) {
  const std::string header = "工号,姓名,机构号,岗位,到岗日期\n";
  ASSERT_EQ(bring(header + "100305,赵敏,210001,柜员,2026-02-20\n")->created, 1);
  const auto late = bring(header + "100305,赵敏,310001,柜员,2026-02-25\n");
  EXPECT_EQ(told(*late), Errors{}) << "told a week after it";
  EXPECT_EQ(late->moved, 1);
  EXPECT_EQ(kinds_of("100305"),
            (std::vector<std::string>{"person.hired", "person.appointed",
                                      "person.appointment_ended", "person.appointed"}));
  const auto before = bring(header + "100305,赵敏,210001,柜员,2026-02-25\n");
  EXPECT_EQ(told(*before), Errors{"2 100305 appointment.period since_on"});
  EXPECT_EQ(post_of("100305"), "teller in 人民路支行营业部") << "nothing was taken from her";
  const std::string ahead = "100305,赵敏,210001,柜员,2026-03-09\n";
  EXPECT_EQ(bring(header + ahead)->moved, 1);
  EXPECT_EQ(bring(header + ahead)->unchanged, 1) << "it is planned already";
}

TEST_P(Staffing, WhoIsRefusedAPostKeepsHis) {
  ASSERT_EQ(people("100305,赵敏,210001,柜员,\n100306,孙立,210001,柜员,\n").created, 2);
  const auto named = bank_.write(Actor::system(), test::monday, [](Work& work) {
    const auto person = identity::find_colleague_by_staff_no(work.tx, "100305").value();
    return identity::appoint(work, person.id,
                             {Text<40, Presence::required>::trusted("outlet_head"),
                              {104},
                              identity::AppointmentKind::part_time,
                              {},
                              {}});
  });
  ASSERT_TRUE(named.has_value());
  const std::string rows =
      "100304,100304,310001,网点负责人,\n"
      "100306,孙立,210001,网点负责人,\n";
  const Errors expected{"2 100304 appointment.second_holder unit_id",
                        "3 100306 appointment.second_holder unit"};
  const auto before = test::world(bank_.database());
  const Outcome dry = people(rows, {.is_dry_run = true});
  EXPECT_EQ(told(dry), expected) << "a dry run finds it, too";
  EXPECT_EQ(test::world(bank_.database()), before);
  EXPECT_EQ(told(people(rows)), expected);
  EXPECT_EQ(post_of("100304"), "outlet_head in 东湖支行营业部");
  EXPECT_EQ(post_of("100306"), "teller in 东湖支行营业部");
  EXPECT_EQ(kinds_of("100304"), std::vector<std::string>{"person.hired"});
}

TEST_P(Staffing, AHeadWhoStaysLeavesNoSeatToWhoWouldCome) {
  ASSERT_EQ(units("210002,南门社区支行,网点,200000,,\n").created, 1);
  ASSERT_EQ(people("100306,孙立,310001,网点负责人,\n").created, 1);
  const Outcome outcome = people(
      "100304,100304,310001,网点负责人,\n"
      "100306,孙立,210002,网点负责人,\n");
  EXPECT_EQ(told(outcome),
            (Errors{"2 100304 unit.without_head unit", "3 100306 unit.without_head unit"}));
  EXPECT_EQ(post_of("100306"), "outlet_head in 人民路支行营业部");
}

TEST_P(Staffing, WhoKeepsTheSystemStandsInNoFile) {
  EXPECT_EQ(told(people("900001,管理员,210001,柜员,\n")), Errors{"2 900001 post.by_hand staff_no"});
  EXPECT_EQ(post_of("900001"), "administrator in 总行");
}

TEST_P(Staffing, LoginsAndNumbersAreComparedToo) {
  const std::string header = "工号,姓名,登录名,机构号,岗位,证件号码\n";
  ASSERT_EQ(people("100305,赵敏,210001,柜员,\n").created, 1);
  const std::string row = "100305,赵敏,zhao_min,210001,柜员,11010519491231002X\n";
  EXPECT_EQ(bring(header + row)->changed, 1);
  EXPECT_EQ(bring(header + row)->unchanged, 1);
  for (const bool is_dry : {true, false})
    EXPECT_EQ(told(*bring(header + "100306,孙立,zhao_min,210001,柜员,\n"
                                   "100307,周周,,210001,柜员,11010519491231002X\n",
                          {.is_dry_run = is_dry})),
              (Errors{"2 100306 person.login_taken login",
                      "3 100307 person.second_account identity_number"}));
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Staffing, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::staffing
