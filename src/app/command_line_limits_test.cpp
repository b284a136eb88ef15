// What the command line does with limits: explain, calendar, check --deep.
#include <algorithm>
#include <filesystem>

#include "app/command_line_fixture.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

class TheCommandLineOnLimits : public TheCommandLine {};

TEST_F(TheCommandLineOnLimits, ReckonsEveryClockAgainWhenAskedTo) {
  ASSERT_EQ(init().exit_code, 0);
  const auto names = [&](const std::vector<std::string>& line) {
    std::vector<std::string> out;
    const auto findings = json(run(line)).at("findings").as_array();
    for (const auto& finding : findings) out.emplace_back(finding.at("name").as_string());
    return out;
  };
  const auto plain = names({"check", "--data", data_, "--json"});
  const auto deep = names({"check", "--deep", "--data", data_, "--json"});
  EXPECT_EQ(std::count(plain.begin(), plain.end(), "clocks"), 0);
  EXPECT_EQ(std::count(deep.begin(), deep.end(), "clocks"), 2) << "by rows and by entries";
  EXPECT_EQ(run({"check", "--deep", "--data", data_}).exit_code, 0);
}

TEST_F(TheCommandLineOnLimits, ExplainsADueDate) {
  ASSERT_EQ(init({"--demo", "--complaints", "3"}).exit_code, 0);
  const std::string table = run({"export", "complaints", "--data", data_}).output;
  std::string number;
  for (const char c : table) {
    if (number.size() == 16) break;
    number = c >= '0' && c <= '9' ? number + c : "";
  }
  const Outcome told = run({"explain", "complaint", number, "--data", data_});
  EXPECT_EQ(told.exit_code, 0) << told.errors;
  EXPECT_NE(told.output.find("第十八条"), std::string::npos) << told.output;
  EXPECT_EQ(run({"explain", "complaint", "17", "--data", data_}).exit_code, 1);
  EXPECT_EQ(run({"explain", "complaint", "seventeen", "--data", data_}).exit_code, 2);
}

TEST_F(TheCommandLineOnLimits, ImportsACalendar) {
  ASSERT_EQ(init().exit_code, 0);
  const std::string year = file("2027.json", R"({"year":2027,"papers":[],
      "days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]})");
  EXPECT_EQ(run({"calendar", "import", year, "--data", data_}).exit_code, 0);
  const Outcome again = run({"calendar", "import", year, "--data", data_});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_NE(again.errors.find("[calendar.unchanged: 2027]"), std::string::npos) << again.errors;
  const std::string wrong = file("wrong.json", R"({"year":2027,"papers":[],"days":[]})");
  EXPECT_EQ(run({"calendar", "import", wrong, "--data", data_}).exit_code, 1);
  EXPECT_EQ(run({"calendar", "import", "none.json", "--data", data_}).exit_code, 2);
}

TEST_F(TheCommandLineOnLimits, ABookOfLimitsThatIsWrongStopsEveryWordWithItsPlace) {
  ASSERT_EQ(init().exit_code, 0);
  fs::create_directories(fs::path(data_) / "clocks");
  std::ofstream(fs::path(data_) / "clocks" / "bank.toml") << "[[rule]]\nrule = \"own\"\n";
  const std::string place = "[rules.missing: bank.toml:1 own/1 zh]";
  const Outcome checked = run({"check", "--data", data_});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_NE(checked.output.find(place), std::string::npos) << checked.output;
  const Outcome table = run({"export", "complaints", "--data", data_});
  EXPECT_EQ(table.exit_code, 2);
  EXPECT_NE(table.errors.find(place), std::string::npos) << table.errors;
}

TEST_F(TheCommandLineOnLimits, ATaxonomyThatIsWrongStopsEveryWordWithItsPlace) {
  ASSERT_EQ(init().exit_code, 0);
  fs::create_directories(fs::path(data_) / "taxonomies");
  std::ofstream(fs::path(data_) / "taxonomies" / "bank.toml")
      << "taxonomy = \"cause\"\nversion = 1\neffective_from = 2026-01-01\n"
         "items = [{code = \"queue\", zh = \"排队\", en = \"queue\", parent = \"none\"}]\n";
  const std::string place = "[taxonomies.unknown_parent: bank.toml:4 queue]";
  const Outcome checked = run({"check", "--data", data_});
  EXPECT_EQ(checked.exit_code, 1);
  EXPECT_NE(checked.output.find(place), std::string::npos) << checked.output;
  const Outcome table = run({"export", "complaints", "--data", data_});
  EXPECT_EQ(table.exit_code, 2);
  EXPECT_NE(table.errors.find(place), std::string::npos) << table.errors;
}

}  // namespace
}  // namespace xb::app
