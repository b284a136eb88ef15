// The vocabulary of scenarios (test/scenarios/words.toml): which act is which route, what its parts
// are called in JSON, who the people and units are. What a scenario says stands in
// scenario_text.h.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xb::test {

// How a value that is written in Chinese becomes JSON.
enum class ValueKind {
  text,
  word,   // of `group`
  words,  // a list of them
  money,  // 433.42元, in fen
  number,
  day,
  moment,
  yes_no,
  person,
  people,
  unit,
  units,
  thing,  // what was named in 「」
  things,
  header,    // of the request, in percent escapes
  parameter  // of the address: a word or text
};

struct MemberWord {
  std::string member;  // a path: complainant.name
  ValueKind kind = ValueKind::text;
  std::string group;  // of words; the last part of the path, if not told
};

struct Verb {
  std::string name;
  std::string method;
  std::string path;                          // /api/tasks/{任务}/answer
  std::map<std::string, std::string> makes;  // kind of thing -> path of its id in the answer
  std::map<std::string, MemberWord> fields;  // of its own; others are those of all
  std::string body_from;                     // the field that is the whole body, or `表格`
  std::string always;  // an object that is there even if nothing of it is told
  std::map<std::string, std::string> query;
};

struct Colleague {
  std::string name;
  std::string login;
  std::string post;
  std::string unit;  // its name
};

struct House {
  std::string name;
  std::string code;
  std::string kind;  // empty: the test bank has it
  std::string parent;
};

class Words {
 public:
  // Aborts on a file that is wrong: it is part of the test.
  static Words read(std::string_view toml);

  const Verb* verb(std::string_view name) const;
  const Colleague* colleague(std::string_view name) const;
  const House* house(std::string_view name) const;
  const MemberWord* field(const Verb& verb, std::string_view name) const;
  // A path in an answer: a Chinese name, or the path itself.
  const MemberWord* answer(std::string_view name) const;
  // The code behind a Chinese word of this group, or nothing.
  const std::string* code(std::string_view group, std::string_view word) const;
  bool has_group(std::string_view group) const { return groups_.contains(group); }
  const std::string* span(std::string_view name) const { return code("span", name); }
  void add(const std::string& group, const std::string& word, const std::string& code);

  const std::vector<Colleague>& colleagues() const { return colleagues_; }
  const std::vector<House>& houses() const { return houses_; }

 private:
  std::vector<Colleague> colleagues_;
  std::vector<House> houses_;
  std::map<std::string, Verb, std::less<>> verbs_;
  std::map<std::string, MemberWord, std::less<>> fields_;
  std::map<std::string, MemberWord, std::less<>> answers_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> groups_;
};

std::filesystem::path scenarios_folder();
std::string contents_of(const std::filesystem::path& file);
const Words& scenario_words();

}  // namespace xb::test
