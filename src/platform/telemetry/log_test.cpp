#include "platform/telemetry/log.h"

#include <limits>
#include <sstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/json.h"

namespace xb::telemetry {
namespace {

using Lines = std::vector<boost::json::object>;

// What `action` writes to standard error, a JSON object for each line.
template <class Action>
Lines lines_of(Action&& action) {
  testing::internal::CaptureStderr();
  action();
  std::istringstream text(testing::internal::GetCapturedStderr());
  Lines out;
  for (std::string line; std::getline(text, line);) {
    const auto json = parse_json(line);
    EXPECT_TRUE(json && json->is_object()) << line;
    if (json && json->is_object()) out.push_back(json->get_object());
  }
  return out;
}

std::string text(const boost::json::object& line, const char* name) {
  return std::string(line.at(name).as_string());
}

TEST(Log, ALineIsAnObjectWithTimeSeverityEventAndFieldsInThisOrder) {
  const Lines lines = lines_of([] {
    log(Severity::info, "serve.started", {{"port", std::int64_t{8080}}, {"version", "0.1.0"}});
  });
  ASSERT_EQ(lines.size(), 1u);
  std::vector<std::string> names;
  for (const auto& member : lines[0]) names.emplace_back(member.key());
  EXPECT_EQ(names, (std::vector<std::string>{"at", "severity", "event", "port", "version"}));
  EXPECT_TRUE(parse_instant(text(lines[0], "at")).has_value());
  EXPECT_EQ(text(lines[0], "event"), "serve.started");
  EXPECT_EQ(lines[0].at("port").as_int64(), 8080);
  EXPECT_EQ(text(lines[0], "version"), "0.1.0");
}

TEST(Log, EverySeverityIsWrittenByItsName) {
  const Lines lines = lines_of([] {
    log(Severity::info, "a.b");
    log(Severity::warning, "a.b");
    log(Severity::alarm, "a.b");
  });
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(text(lines[0], "severity"), "info");
  EXPECT_EQ(text(lines[1], "severity"), "warning");
  EXPECT_EQ(text(lines[2], "severity"), "alarm");
}

TEST(Log, NoValueCanBreakOutOfItsLine) {
  for (const std::string_view value :
       {"two\nlines", "\r\n{\"severity\":\"alarm\"}", "quote \" and \\ end", "\x01\x1b[31m\x1f",
        "tab\tand {} %v %s", "投诉\u2028", ""}) {
    const Lines lines = lines_of([&] { log(Severity::info, value, {{value, value}}); });
    ASSERT_EQ(lines.size(), 1u) << value;
    EXPECT_EQ(text(lines[0], "event"), value);
    EXPECT_EQ(lines[0].size(), 4u) << value;
    EXPECT_EQ(
        std::string(lines[0].at(boost::json::string_view(value.data(), value.size())).as_string()),
        value);
  }
}

TEST(Log, AZeroByteIsAValueToo) {
  using namespace std::string_view_literals;
  testing::internal::CaptureStderr();
  log(Severity::info, "a\0b"sv);
  const std::string line = testing::internal::GetCapturedStderr();
  EXPECT_NE(line.find(R"("event":"a\u0000b")"), std::string::npos) << line;
}

TEST(Log, NumbersKeepTheirLastDigit) {
  const Lines lines = lines_of([] {
    log(Severity::info, "a.b",
        {{"low", std::numeric_limits<std::int64_t>::min()},
         {"high", std::numeric_limits<std::int64_t>::max()}});
  });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].at("low").as_int64(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(lines[0].at("high").as_int64(), std::numeric_limits<std::int64_t>::max());
}

TEST(Log, LinesOfManyThreadsDoNotMix) {
  const Lines lines = lines_of([] {
    std::vector<std::thread> threads;
    for (std::int64_t thread = 0; thread < 4; ++thread)
      threads.emplace_back([thread] {
        const std::string filler(300, 'x');
        for (std::int64_t i = 0; i < 100; ++i)
          log(Severity::info, "a.b", {{"thread", thread}, {"i", i}, {"filler", filler}});
      });
    for (auto& thread : threads) thread.join();
  });
  EXPECT_EQ(lines.size(), 400u);
}

TEST(Log, StoppingTheWritingThreadWritesWhatWaits) {
  const Lines lines = lines_of([] {
    start_log();
    for (std::int64_t i = 0; i < 1000; ++i) log(Severity::info, "a.b", {{"i", i}});
    stop_log();
    log(Severity::info, "after.stop", {{"i", std::int64_t{1000}}});
  });
  ASSERT_EQ(lines.size(), 1001u);
  for (std::size_t i = 0; i < lines.size(); ++i)
    EXPECT_EQ(lines[i].at("i").as_int64(), static_cast<std::int64_t>(i));
}

}  // namespace
}  // namespace xb::telemetry
