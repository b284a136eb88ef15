// The command line run inside the test, with what it prints.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "app/command_line.h"
#include "core/json.h"
#include "test/support/databases.h"

namespace xb::app {

struct Outcome {
  int exit_code = -1;
  std::string output;
  std::string errors;
};

inline int exit_code_of(std::vector<std::string> words) {
  words.insert(words.begin(), "xiaobao");
  std::vector<char*> values;
  for (std::string& word : words) values.push_back(word.data());
  return app::run(static_cast<int>(values.size()), values.data());
}

inline Outcome run(std::vector<std::string> words) {
  Outcome out;
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  out.exit_code = exit_code_of(std::move(words));
  out.errors = testing::internal::GetCapturedStderr();
  out.output = testing::internal::GetCapturedStdout();
  return out;
}

// With a disk behind its output that takes nothing.
inline Outcome run_on_full_device(std::vector<std::string> words) {
  std::fflush(stdout);
  const int output = dup(STDOUT_FILENO);
  const int device = open("/dev/full", O_WRONLY);
  dup2(device, STDOUT_FILENO);
  close(device);
  Outcome out;
  testing::internal::CaptureStderr();
  out.exit_code = exit_code_of(std::move(words));
  out.errors = testing::internal::GetCapturedStderr();
  dup2(output, STDOUT_FILENO);
  close(output);
  std::clearerr(stdout);
  std::cout.clear();
  return out;
}

inline boost::json::value json(const Outcome& outcome) {
  const auto parsed = parse_json(outcome.output);
  EXPECT_TRUE(parsed.has_value()) << outcome.output << outcome.errors;
  return parsed ? *parsed : boost::json::value{};
}

inline std::int64_t number(const Outcome& outcome, const char* name) {
  return json(outcome).as_object().at(name).as_int64();
}

class TheCommandLine : public testing::Test {
 protected:
  void SetUp() override { setenv("LC_ALL", "C.UTF-8", 1); }
  void TearDown() override { unsetenv("LC_ALL"); }

  Outcome init(std::vector<std::string> options = {}) {
    std::vector<std::string> words{"init", "--data", data_, "--json"};
    words.insert(words.end(), options.begin(), options.end());
    return run(std::move(words));
  }
  std::string file(const char* name, const std::string& text) {
    std::ofstream(folder_.path() / name) << text;
    return folder_.path() / name;
  }

  const test::Folder folder_;
  const std::string data_ = folder_.path() / "bank";
};

}  // namespace xb::app
