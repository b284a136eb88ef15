// Scenarios as an officer reads and writes them: what stands in a file, step by step, and what is
// wrong with it. test/scenarios/README.md has the grammar. Nothing here asks the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "test/support/scenario_words.h"

namespace xb::test {

struct Field {
  int line = 0;
  std::string name;
  std::string value;
};

enum class Relation {
  refused,   // 拒绝 CODE [FIELD]
  unseen,    // 看不到
  is,        // 为
  is_not,    // 不为
  contains,  // 含
  lacks,     // 不含
  has,       // 有: one of several
  has_not,   // 无
  counts,    // 共 3项
  empty,     // 为空
  filled,    // 不为空
  days,      // 收到时间 至 办结时间 为 4天
  due,       // 时限 办理 到期 2026-11-17
  stopped,   // 时限 办理 已停
  running,   // 时限 办理 在走
  absent     // 时限 办理 没有
};

struct Expectation {
  int line = 0;
  bool of_case = false;  // 本案: of the case as it stands, not of the answer
  std::string subject;
  Relation relation = Relation::is;
  std::string value;
  std::string other;  // where days end; the field of a refusal
};

struct Step {
  int line = 0;
  std::string time;  // the clock is set, and nobody acts
  std::string who;
  std::string verb;
  std::string object;  // 「甲案」, named or meant
  std::vector<Field> fields;
  std::vector<std::vector<std::string>> table;
  std::vector<Expectation> expectations;
};

struct Scenario {
  std::string file;
  int line = 0;
  int number = 0;  // in its file
  std::string title;
  std::string basis;
  std::vector<Step> steps;
};

// `file:line: why`.
struct Mistake {
  std::string file;
  int line = 0;
  std::string why;

  std::string text() const { return file + ":" + std::to_string(line) + ": " + why; }
};

tl::expected<std::vector<Scenario>, Mistake> read_scenarios(const std::string& file,
                                                            std::string_view text,
                                                            const Words& words);

std::vector<std::string> split_at(std::string_view text, std::string_view separator);

}  // namespace xb::test
