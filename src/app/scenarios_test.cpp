// The scenarios of test/scenarios, each on each database, and that one which does not come about
// says where.
#include <algorithm>
#include <set>
#include <tuple>

#include "app/scenarios_fixture.h"

namespace xb::app {
namespace {

using test::Engine;
using test::Mistake;
using test::Scenario;

// With the names of a complaint's states as the program itself has them.
const test::Words& words() {
  static const test::Words all = [] {
    test::Words out = test::scenario_words();
    const Texts texts = Texts::shipped();
    for_each_enumerator<complaints::State>([&](std::string_view name, complaints::State) {
      const std::string code{name};
      out.add("state", std::string{texts.of(Language::zh_cn, "complaint.state." + code)}, code);
    });
    return out;
  }();
  return all;
}

struct Told {
  std::vector<Scenario> scenarios;
  std::vector<Mistake> mistakes;
};

// Every file of the folder, in the order of their names.
const Told& told() {
  static const Told all = [] {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::scenarios_folder()))
      if (entry.path().extension() == ".txt") files.insert(entry.path());
    Told out;
    for (const auto& file : files) {
      auto read = test::read_scenarios(file.string(), test::contents_of(file), words());
      if (!read)
        out.mistakes.push_back(read.error());
      else
        std::move(read->begin(), read->end(), std::back_inserter(out.scenarios));
    }
    return out;
  }();
  return all;
}

std::vector<Scenario> read(std::string_view text) {
  auto out = test::read_scenarios("story.txt", text, words());
  EXPECT_TRUE(out.has_value()) << out.error().text();
  return out ? *out : std::vector<Scenario>{};
}

using Case = std::tuple<Engine, std::size_t>;

class Scenarios : public testing::TestWithParam<Case> {};

TEST_P(Scenarios, GoAsWritten) {
  const auto& [engine, place] = GetParam();
  const Scenario& scenario = told().scenarios.at(place);
  SCOPED_TRACE(scenario.title + "（" + scenario.basis + "）");
  Stage stage(engine, words());
  for (const Mistake& mistake : stage.play(scenario))
    ADD_FAILURE_AT(mistake.file.c_str(), mistake.line) << mistake.why;
}

std::string name_of_case(const testing::TestParamInfo<Case>& info) {
  const auto& [engine, place] = info.param;
  const Scenario& scenario = told().scenarios.at(place);
  return std::filesystem::path(scenario.file).stem().string() + "_" +
         std::to_string(scenario.number) + "_" + test::name_of(engine);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Scenarios,
                         testing::Combine(test::each_database,
                                          testing::Range<std::size_t>(0, told().scenarios.size())),
                         name_of_case);

TEST(ScenarioFiles, CanAllBeRead) {
  for (const Mistake& mistake : told().mistakes)
    ADD_FAILURE_AT(mistake.file.c_str(), mistake.line) << mistake.why;
}

TEST(ScenarioFiles, TellTheThirtyDemoCasesAndThirtyMore) {
  const auto& all = told().scenarios;
  EXPECT_GE(all.size(), 60u);
  for (int number = 1; number <= 30; ++number) {
    const std::string wanted = "练习 5.4 案" + std::to_string(number) + "；";
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [&](const Scenario& one) { return one.basis.starts_with(wanted); }),
              1)
        << wanted;
  }
}

class AScenarioThatIsWrong : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(EachDatabase, AScenarioThatIsWrong, test::each_database,
                         test::name_of_database);

constexpr std::string_view registered = R"(场景：登记
依据：C2
时间：2026-11-02 10:15
柜员 登记投诉
  投诉渠道：网点
  摘要：排队两小时
  姓名：王小二
)";

TEST_P(AScenarioThatIsWrong, SaysWhereAndWhat) {
  const struct {
    std::string_view then;
    int line;
    std::string_view why;
  } wrongs[] = {
      {"消保专员 列出投诉\n  → 列表 共 1项\n  → 列表 共 2项\n", 10, "「列表」不符"},
      {"  → 状态 为 已受理\n", 8, "「状态」不符"},
      {"  → 时限 告知决定 到期 2026-11-18\n", 8, "实际是 2026-11-17"},
      {"  → 拒绝 field.required\n", 8, "实际办成了"},
      {"  → 状态 共 2项\n", 8, "「状态」不符"},
      {"  → 收到时间 至 办结时间 为 0天\n", 8, "没有"},
      {"消保专员 办结\n  → 本案 状态 为 已办结\n", 8, "closure.result_missing"},
      {"消保专员 受理\n柜员 接办\n  → 拒绝 complaint.wrong_state\n", 10, "实际是"},
      {"消保专员 受理「乙案」\n  → 状态 为 已受理\n", 8, "没有叫「乙案」的件"},
      {"消保专员 受理\n  等级：天大\n  → 状态 为 已受理\n", 9, "不能填「天大」"},
      {"柜员 回复任务\n  内容：好\n  → 任务状态 为 已回复\n", 8, "此前没有任务"},
      {"时间：2026-11-01 08:00\n柜员 查看投诉\n  → 看不到\n", 8, "时间只能向前"},
      {"柜员 查看投诉\n  → 看不到\n", 9, "实际办成了"},
      {"消保专员 统计投诉\n宁桥柜员 列出投诉\n  → 本案 状态 为 已登记\n", 10, "看不到本案"},
  };
  Stage stage(GetParam(), words());
  for (const auto& wrong : wrongs) {
    const std::string text = std::string{registered} + std::string{wrong.then};
    const auto scenarios = read(text);
    ASSERT_EQ(scenarios.size(), 1u) << text;
    const auto mistakes = stage.play(scenarios[0]);
    ASSERT_EQ(mistakes.size(), 1u) << text;
    EXPECT_TRUE(mistakes[0].text().starts_with("story.txt:" + std::to_string(wrong.line) + ": "))
        << text << mistakes[0].text();
    EXPECT_NE(mistakes[0].why.find(wrong.why), std::string::npos) << text << mistakes[0].text();
  }
}

TEST(ScenarioText, NamesTheLineThatItDoesNotUnderstand) {
  const struct {
    std::string_view text;
    int line;
    std::string_view why;
  } wrongs[] = {
      {"时间：2026-11-02 10:15\n", 1, "须以「场景：」开头"},
      {"场景：甲\n时间：2026-11-02 10:15\n", 2, "须先写明「依据：」"},
      {"场景：甲\n依据：C2\n依据：C3\n", 3, "依据写了两次"},
      {"场景：甲\n依据：C2\n柜员 登记投诉\n", 3, "须写明「时间：」"},
      {"场景：甲\n依据：C2\n时间：+1天\n路人 登记投诉\n", 4, "不认识的人员「路人」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 飞走\n", 4, "不认识的动作「飞走」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员\n", 4, "应写「谁 做什么」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 受理「甲\n", 4, "不成对"},
      {"场景：甲\n依据：C2\n时间：+1天\n  摘要：乙\n", 4, "须在某一步之下"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  天气：晴\n", 5, "没有栏目「天气」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  摘要：\n", 5, "没有内容"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  摘要：乙\n  摘要：丙\n", 6, "写了两次"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  | 甲 | 乙 |\n", 5, "不带表格"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  摘要\n", 5, "应写「栏目：内容」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 看不到\n  摘要：乙\n", 6,
       "须写在「→」之前"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 天气 为 晴\n", 5,
       "不认识的项目「天气」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 状态 像 已登记\n", 5,
       "不认识的说法「像」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 状态 为\n", 5, "没有内容"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 拒绝 因为\n", 5, "应写「→ 拒绝 代码」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 时限 吃饭 到期 2026-11-02\n", 5,
       "不认识的时限「吃饭」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 时限 告知决定 到期\n", 5, "须写日期"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  → 收到时间 至 办结时间 为 4\n", 5,
       "应写「→ 收到时间 至 办结时间 为 4天」"},
      {"场景：甲\n依据：C2\n时间：+1天\n柜员 登记投诉\n  摘要：乙\n场景：乙\n", 6, "没有任何「→」"},
  };
  for (const auto& wrong : wrongs) {
    const auto out = test::read_scenarios("story.txt", wrong.text, words());
    ASSERT_FALSE(out.has_value()) << wrong.text;
    EXPECT_EQ(out.error().line, wrong.line) << wrong.text << out.error().text();
    EXPECT_NE(out.error().why.find(wrong.why), std::string::npos)
        << wrong.text << out.error().text();
  }
}

}  // namespace
}  // namespace xb::app
