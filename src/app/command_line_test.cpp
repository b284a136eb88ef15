#include "app/command_line.h"

#include <sstream>

#include "app/command_line_fixture.h"
#include "app/demo_people.h"
#include "app/installation.h"
#include "platform/exchange/import.h"

namespace xb::app {
namespace {

namespace fs = std::filesystem;

TEST_F(TheCommandLine, RefusesWhatItDoesNotKnowWithTwo) {
  const std::vector<std::string> lines[] = {
      {},
      {"nonsense"},
      {"--nonsense"},
      {"version", "--nonsense"},
      {"version", "more"},
      {"init"},
      {"serve"},
      {"check", "--data"},
      {"init", "--data", data_, "--complaints", "-1"},
      {"init", "--data", data_, "--complaints", "many"},
      {"init", "--data", data_, "--demo", "50", "more"},
      {"init", "--data", data_, "--complaints", "5"},
      {"import", "--data", data_},
      {"import", "complaints", "--data", data_},
      {"import", "undo", "first", "--data", data_},
      {"export", "complaints", "--format", "pdf", "--data", data_},
      {"export", "people", "--data", data_},
      {"follower", "skip", "counts", "--data", data_},
      {"clock", "--data", data_},
      {"search", "--data", data_},
  };
  for (const auto& line : lines) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.exit_code, 2) << (line.empty() ? "" : line.back());
    EXPECT_NE(outcome.errors, "") << (line.empty() ? "" : line.back());
  }
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(TheCommandLine, HelpsWithEveryWord) {
  const Outcome help = run({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  for (const std::string word : {"init", "serve", "migrate", "import", "export", "openapi",
                                 "lifecycle", "check", "version", "follower", "clock", "search"}) {
    EXPECT_NE(help.output.find("\n  " + word + " "), std::string::npos) << word;
    const Outcome of_word = run({word, "--help"});
    EXPECT_EQ(of_word.exit_code, 0) << word;
    EXPECT_NE(of_word.output, "") << word;
  }
}

TEST_F(TheCommandLine, PrintsItsVersionAndItsDocument) {
  EXPECT_EQ(run({"version"}).output, "xiaobao " XB_VERSION "\n");
  EXPECT_EQ(json(run({"version", "--json"})).at("version").as_string(), XB_VERSION);
  const Outcome document = run({"openapi"});
  EXPECT_EQ(document.exit_code, 0);
  EXPECT_TRUE(json(document).at("paths").as_object().contains("/api/complaints/{id}"));
}

TEST_F(TheCommandLine, WhatCannotBePrintedIsNotDone) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"version"}, {"openapi"}, {"--help"}}) {
    const Outcome outcome = run_on_full_device(words);
    EXPECT_EQ(outcome.exit_code, 2) << words[0];
    EXPECT_NE(outcome.errors.find("output.failed"), std::string::npos) << outcome.errors;
  }
}

TEST_F(TheCommandLine, InitPrintsWhoCanSignIn) {
  const Outcome made = init({"--demo", "--complaints", "3"});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  const auto logins = json(made).at("logins").as_array();
  ASSERT_EQ(logins.size(), demo_logins);
  for (const auto& login : logins) {
    EXPECT_EQ(login.at("password").as_string().size(), 16u);
    EXPECT_FALSE(login.at("post_name_en").as_string().empty());
  }
  const Outcome again = init();
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_EQ(again.output, "");
  EXPECT_NE(again.errors.find("[directory.not_empty]"), std::string::npos) << again.errors;
  const Outcome table = run({"export", "complaints", "--data", data_});
  EXPECT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_EQ(std::count(table.output.begin(), table.output.end(), '\n'), 4);
}

TEST_F(TheCommandLine, InitMakesFilesForTheirOwnerAlone) {
  ASSERT_EQ(init().exit_code, 0);
  EXPECT_EQ(fs::status(data_).permissions(), fs::perms::owner_all);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(data_)) {
    const auto open_to_others =
        entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all);
    EXPECT_EQ(open_to_others, fs::perms::none) << entry.path();
    if (entry.is_regular_file()) {
      ++files;
      EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write)
          << entry.path();
    }
  }
  EXPECT_GE(files, 5);
}

TEST_F(TheCommandLine, InitWithAnImpossibleDatabaseLeavesRoomForTheNext) {
  const Outcome refused = init({"--database", "mysql://bank"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.errors.find("[configuration.malformed: database]"), std::string::npos)
      << refused.errors;
  EXPECT_EQ(init().exit_code, 0) << "a slip of the pen is not for ever";
}

TEST_F(TheCommandLine, ChecksAnInstallation) {
  EXPECT_EQ(run({"check", "--data", data_}).exit_code, 2);
  ASSERT_EQ(init().exit_code, 0);
  const Outcome good = run({"check", "--data", data_, "--json"});
  EXPECT_EQ(good.exit_code, 0) << good.output;
  const auto findings = json(good).at("findings").as_array();
  for (const auto& finding : findings)
    EXPECT_NE(finding.at("verdict").as_string(), "bad") << good.output;
  std::ofstream(fs::path(data_) / "xiaobao.toml", std::ios::app) << "\nreders = 4\n";
  const Outcome bad = run({"check", "--data", data_});
  EXPECT_EQ(bad.exit_code, 1);
  EXPECT_NE(bad.output.find("[configuration.unknown_key: pools.reders]"), std::string::npos)
      << bad.output;
}

TEST_F(TheCommandLine, AConfigurationThatIsWrongStopsEveryWordWithTwo) {
  ASSERT_EQ(init().exit_code, 0);
  std::ofstream(fs::path(data_) / "xiaobao.toml", std::ios::app) << "\nreders = 4\n";
  const std::string table = file("table.csv", "a\n1\n");
  const std::vector<std::string> lines[] = {
      {"serve", "--data", data_},
      {"migrate", "--data", data_},
      {"export", "complaints", "--data", data_},
      {"import", "undo", "5", "--data", data_},
      {"import", "complaints", table, "--mapping", "cfpb", "--data", data_},
  };
  for (const auto& line : lines) {
    const Outcome outcome = run(line);
    EXPECT_EQ(outcome.exit_code, 2) << line[0];
    EXPECT_NE(outcome.errors.find("[configuration.unknown_key: pools.reders]"), std::string::npos)
        << outcome.errors;
  }
}

TEST_F(TheCommandLine, NamesTheOptionThatIsEmpty) {
  ASSERT_EQ(init().exit_code, 0);
  const Outcome skip = run({"follower", "skip", "counts", "5", "--reason", "", "--data", data_});
  EXPECT_EQ(skip.exit_code, 2);
  EXPECT_NE(skip.errors.find("[field.empty: --reason]"), std::string::npos) << skip.errors;
}

TEST_F(TheCommandLine, HasTheSearchMadeAgain) {
  EXPECT_EQ(run({"search", "rebuild", "--data", data_}).exit_code, 2) << "nothing is there";
  ASSERT_EQ(init().exit_code, 0);
  const Outcome rebuilt = run({"search", "rebuild", "--data", data_});
  EXPECT_EQ(rebuilt.exit_code, 0) << rebuilt.errors;
  EXPECT_NE(rebuilt.output, "");
}

TEST_F(TheCommandLine, RefusesAPathThatNoSocketCanHave) {
  const std::string deep = folder_.path() / std::string(100, 'd');
  fs::create_directories(deep);
  for (const std::vector<std::string>& line :
       {std::vector<std::string>{"init"}, {"serve"}, {"clock", "confirm"}}) {
    std::vector<std::string> words = line;
    words.insert(words.end(), {"--data", deep});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_NE(outcome.errors.find("[directory.path_too_long]"), std::string::npos)
        << outcome.errors;
  }
}

TEST_F(TheCommandLine, WithoutAnInstallationNothingCanBeTried) {
  const std::string table = file("table.csv", "a\n1\n");
  const std::vector<std::string> lines[] = {
      {"serve", "--data", data_},
      {"migrate", "--data", data_},
      {"export", "complaints", "--data", data_},
      {"import", "undo", "5", "--data", data_},
      {"import", "complaints", table, "--mapping", "cfpb", "--data", data_},
      {"import", "complaints", folder_.path() / "nothing.csv", "--data", data_},
      {"clock", "confirm", "--data", data_},
      {"follower", "skip", "counts", "5", "--reason", "x", "--data", data_},
  };
  for (const auto& line : lines) EXPECT_EQ(run(line).exit_code, 2) << line[0] << ' ' << line[1];
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(TheCommandLine, ImportsUndoesAndSaysByItsExitCodeWhatItCameTo) {
  ASSERT_EQ(init().exit_code, 0);
  const std::string header =
      "投诉编号,投诉日期,投诉来源,投诉渠道,业务办理渠道,业务类别,投诉原因,投诉事项,投诉内容,"
      "投诉请求,客户姓名,联系电话,办理状态\n";
  const std::string row =
      "A-1,2026-02-01,自收,电话,网点,贷款,收费,事项,内容,请求,张三,13812345678,\n";
  const std::string good = file("good.csv", header + row);
  const std::string bad = file("bad.csv", header + row + "A-2,soon,,,,,,,,,,,\n");
  const auto import = [&](const std::string& table, const std::string& flag = "--json") {
    return run({"import", "complaints", table, "--data", data_, "--json", flag});
  };
  EXPECT_EQ(number(import(good, "--dry-run"), "created"), 1);
  const Outcome first = import(bad);
  EXPECT_EQ(first.exit_code, 1) << "a row was bad";
  EXPECT_EQ(number(first, "created"), 1);
  EXPECT_EQ(number(first, "failed"), 1);
  const Outcome second = import(good);
  EXPECT_EQ(second.exit_code, 0);
  EXPECT_EQ(number(second, "known"), 1);
  const std::string batch = std::to_string(number(first, "batch_id"));
  const Outcome undone = run({"import", "undo", batch, "--data", data_, "--json"});
  EXPECT_EQ(undone.exit_code, 0) << undone.errors;
  EXPECT_EQ(number(undone, "created"), 1);
  const Outcome twice = run({"import", "undo", batch, "--data", data_});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_NE(twice.errors.find("[import.wrong_state]"), std::string::npos) << twice.errors;
  const Outcome other = import(file("other.csv", "a,b\n1,2\n"));
  EXPECT_EQ(other.exit_code, 1);
  EXPECT_NE(other.errors.find("[mapping.none_fits: mapping]"), std::string::npos) << other.errors;
}

TEST_F(TheCommandLine, WritesATableToAFile) {
  ASSERT_EQ(init({"--demo", "--complaints", "2"}).exit_code, 0);
  const std::string output = folder_.path() / "out.xlsx";
  const Outcome made =
      run({"export", "complaints", "--format", "xlsx", "--output", output, "--data", data_});
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_EQ(made.output, "");
  std::ostringstream bytes;
  bytes << std::ifstream(output, std::ios::binary).rdbuf();
  EXPECT_EQ(exchange::kind_of(bytes.str()), exchange::FileKind::xlsx);
  EXPECT_EQ(
      run({"export", "complaints", "--output", folder_.path() / "no" / "way", "--data", data_})
          .exit_code,
      2);
}

TEST_F(TheCommandLine, AnExportThatFailsLeavesTheOldFile) {
  ASSERT_EQ(init({"--demo", "--complaints", "2"}).exit_code, 0);
  const std::string output = file("out.csv", "old");
  const std::string nowhere = folder_.path() / "nowhere";
  const auto content = [&] {
    std::ostringstream bytes;
    bytes << std::ifstream(output, std::ios::binary).rdbuf();
    return bytes.str();
  };
  EXPECT_EQ(run({"export", "complaints", "--output", output, "--data", nowhere}).exit_code, 2);
  EXPECT_EQ(content(), "old");
  EXPECT_EQ(run({"export", "complaints", "--output", output, "--data", data_}).exit_code, 0);
  EXPECT_NE(content(), "old");
  EXPECT_EQ(fs::status(output).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(fs::exists(output + ".part"));
}

TEST_F(TheCommandLine, SpeaksChineseThroughout) {
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
  const Outcome made = run({"init", "--data", data_, "--demo", "--complaints", "0"});
  const auto words = [](const std::string& text) {
    std::string out;
    for (const char c : text)
      if (c >= 'a' && c <= 'z') out += c;
    return out;
  };
  const std::string head = made.output.substr(0, made.output.find('\n'));
  EXPECT_EQ(
      head,
      "岗位                                     机构                 用户名               密码");
  EXPECT_NE(
      made.output.find("柜员                                     东湖支行营业部       teller "),
      std::string::npos)
      << made.output;
  EXPECT_EQ(words(run({"migrate", "--data", data_}).output), "");
  const std::string checked = run({"check", "--data", data_}).output;
  EXPECT_NE(checked.find("正常     配置 "), std::string::npos) << checked;
  // Codes, and one command to type; whether a calendar is missing depends on the day.
  std::string rest = words(checked);
  for (const std::string_view known : {"checksecondfactoroff", "checkkeysbesidedata",
                                       "checkcalendarmissing", "xiaobaocalendarimport"})
    if (const auto at = rest.find(known); at != std::string::npos) rest.erase(at, known.size());
  EXPECT_EQ(rest, "");
}

TEST_F(TheCommandLine, TellsTheLifecycleInWords) {
  const Outcome told = run({"lifecycle", "complaint"});
  EXPECT_EQ(told.exit_code, 0);
  for (const std::string_view group : {" complaint.state.", " complaint.action.", " permission."})
    EXPECT_EQ(told.output.find(group), std::string::npos) << "a name without its word: " << group;
}

TEST_F(TheCommandLine, SpeaksTheLanguageOfTheTerminal) {
  const auto refusal = [&] { return run({"migrate", "--data", data_}).errors; };
  const std::string english = refusal();
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
  const std::string chinese = refusal();
  const Texts texts = Texts::shipped();
  EXPECT_EQ(english, "xiaobao: " + std::string{texts.of(Language::en, "directory.missing")} +
                         " [directory.missing]\n");
  EXPECT_EQ(chinese, "xiaobao: " + std::string{texts.of(Language::zh_cn, "directory.missing")} +
                         " [directory.missing]\n");
}

TEST_F(TheCommandLine, MigratesWhatIsCurrentWithoutAWord) {
  ASSERT_EQ(init().exit_code, 0);
  const Outcome migrated = run({"migrate", "--data", data_});
  EXPECT_EQ(migrated.exit_code, 0);
  EXPECT_EQ(migrated.output, "schema is current\n");
}

TEST_F(TheCommandLine, TurnsNobodyAwayFromADirectoryThatIsHeldWithoutNamingTheHolder) {
  ASSERT_EQ(init().exit_code, 0);
  const auto held = open_installation(data_);
  ASSERT_TRUE(held.has_value());
  const Outcome refused = run({"migrate", "--data", data_});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.errors.find("[directory.held: pid "), std::string::npos) << refused.errors;
  EXPECT_EQ(run({"check", "--data", data_}).exit_code, 1) << "its server does not answer";
}

}  // namespace
}  // namespace xb::app
