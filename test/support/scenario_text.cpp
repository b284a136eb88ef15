#include "test/support/scenario_text.h"

#include <algorithm>
#include <map>
#include <optional>

namespace xb::test {
namespace {

constexpr std::string_view colon = "：";
constexpr std::string_view arrow = "→ ";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string joined(const std::vector<std::string>& parts, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < parts.size(); ++i) out += (i == from ? "" : " ") + parts[i];
  return out;
}

bool is_path(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '*' ||
           c == '-';
  });
}

const std::map<std::string, Relation, std::less<>>& relations() {
  static const std::map<std::string, Relation, std::less<>> out{
      {"为", Relation::is},      {"不为", Relation::is_not}, {"含", Relation::contains},
      {"不含", Relation::lacks}, {"有", Relation::has},      {"无", Relation::has_not},
      {"共", Relation::counts},  {"为空", Relation::empty},  {"不为空", Relation::filled}};
  return out;
}

const std::map<std::string, Relation, std::less<>>& limits() {
  static const std::map<std::string, Relation, std::less<>> out{{"到期", Relation::due},
                                                                {"已停", Relation::stopped},
                                                                {"在走", Relation::running},
                                                                {"没有", Relation::absent}};
  return out;
}

class Reader {
 public:
  Reader(std::string file, const Words& words) : file_(std::move(file)), words_(words) {}

  tl::expected<std::vector<Scenario>, Mistake> read(std::string_view text) {
    for (const std::string& line : split_at(text, "\n")) {
      ++line_;
      if (auto wrong = take(line); !wrong.empty()) return mistake(wrong);
    }
    if (auto wrong = end(); !wrong.empty()) return mistake(wrong);
    return std::move(scenarios_);
  }

 private:
  tl::unexpected<Mistake> mistake(const std::string& why) const {
    return tl::unexpected(Mistake{file_, line_, why});
  }

  // What is wrong with the line, or nothing.
  std::string take(std::string_view line) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') return {};
    const bool is_indented = line.front() == ' ';
    return is_indented ? detail(content) : head(content);
  }

  std::string head(std::string_view content) {
    if (const auto title = after(content, "场景")) {
      if (auto wrong = end(); !wrong.empty()) return wrong;
      scenarios_.push_back(
          {file_, line_, static_cast<int>(scenarios_.size()) + 1, std::string{*title}, {}, {}});
      return {};
    }
    if (scenarios_.empty()) return "文件须以「场景：」开头";
    Scenario& scenario = scenarios_.back();
    if (const auto basis = after(content, "依据")) {
      if (!scenario.basis.empty()) return "依据写了两次";
      scenario.basis = *basis;
      return {};
    }
    if (scenario.basis.empty()) return "场景须先写明「依据：」";
    if (const auto time = after(content, "时间")) {
      Step step;
      step.line = line_;
      step.time = *time;
      scenario.steps.push_back(std::move(step));
      return {};
    }
    return act(scenario, content);
  }

  std::string act(Scenario& scenario, std::string_view content) {
    const auto parts = split_at(content, " ");
    if (parts.size() != 2) return "应写「谁 做什么」，如「柜员 登记投诉」";
    Step step;
    step.line = line_;
    step.who = parts[0];
    step.verb = parts[1];
    if (const auto open = step.verb.find("「"); open != std::string::npos) {
      constexpr std::size_t bracket = std::string_view{"「"}.size();
      const auto close = step.verb.find("」");
      if (close == std::string::npos || close + bracket != step.verb.size()) return "「」不成对";
      step.object = step.verb.substr(open + bracket, close - open - bracket);
      step.verb.resize(open);
    }
    if (step.who != "系统" && words_.colleague(step.who) == nullptr)
      return "不认识的人员「" + step.who + "」";
    if (words_.verb(step.verb) == nullptr) return "不认识的动作「" + step.verb + "」";
    if (scenario.steps.empty()) return "第一步之前须写明「时间：」";
    scenario.steps.push_back(std::move(step));
    return {};
  }

  std::string detail(std::string_view content) {
    if (scenarios_.empty() || scenarios_.back().steps.empty() ||
        scenarios_.back().steps.back().who.empty())
      return "缩进的行须在某一步之下";
    Step& step = scenarios_.back().steps.back();
    if (content.starts_with(arrow))
      return expectation(step, split_at(trimmed(content.substr(arrow.size())), " "));
    if (!step.expectations.empty()) return "填写的内容须写在「→」之前";
    if (content.front() == '|') return row(step, content);
    const auto at = content.find(colon);
    if (at == std::string_view::npos) return "应写「栏目：内容」或「→ 结果」";
    const std::string name{trimmed(content.substr(0, at))};
    const std::string value{trimmed(content.substr(at + colon.size()))};
    const Verb& verb = *words_.verb(step.verb);
    if (verb.body_from != name && words_.field(verb, name) == nullptr)
      return "「" + step.verb + "」没有栏目「" + name + "」";
    if (value.empty()) return "栏目「" + name + "」没有内容";
    for (const Field& field : step.fields)
      if (field.name == name) return "栏目「" + name + "」写了两次";
    step.fields.push_back({line_, name, value});
    return {};
  }

  std::string row(Step& step, std::string_view content) {
    if (words_.verb(step.verb)->body_from != "表格") return "「" + step.verb + "」不带表格";
    std::vector<std::string> cells;
    for (const std::string& cell : split_at(content.substr(1), "|"))
      cells.emplace_back(trimmed(cell));
    if (!cells.empty() && cells.back().empty()) cells.pop_back();
    if (!step.table.empty() && step.table.front().size() != cells.size())
      return "表格各行的列数不同";
    step.table.push_back(std::move(cells));
    return {};
  }

  std::string expectation(Step& step, std::vector<std::string> parts) {
    Expectation out;
    out.line = line_;
    if (parts.at(0) == "本案") {
      out.of_case = true;
      parts.erase(parts.begin());
    }
    const std::string wrong = parts.empty() ? "「→」之后没有内容" : meaning(out, parts);
    if (wrong.empty()) step.expectations.push_back(std::move(out));
    return wrong;
  }

  std::string meaning(Expectation& out, const std::vector<std::string>& parts) {
    if (parts[0] == "拒绝") {
      if (parts.size() < 2 || parts.size() > 3 || !is_path(parts[1]))
        return "应写「→ 拒绝 代码」或「→ 拒绝 代码 栏目」";
      out.relation = Relation::refused;
      out.value = parts[1];
      if (parts.size() == 3) out.other = parts[2];
      return {};
    }
    if (parts[0] == "看不到") {
      out.relation = Relation::unseen;
      return parts.size() == 1 ? "" : "「看不到」之后不应有内容";
    }
    if (parts[0] == "时限") return limit(out, parts);
    out.subject = parts[0];
    if (!is_subject(parts[0])) return "不认识的项目「" + parts[0] + "」";
    if (parts.size() < 2) return "「" + parts[0] + "」之后应写为、含、有、共等";
    if (parts[1] == "至") return days(out, parts);
    const auto relation = relations().find(parts[1]);
    if (relation == relations().end()) return "不认识的说法「" + parts[1] + "」";
    out.relation = relation->second;
    out.value = joined(parts, 2);
    const bool wants_value = out.relation != Relation::empty && out.relation != Relation::filled;
    if (wants_value == out.value.empty())
      return wants_value ? "「" + parts[1] + "」之后没有内容"
                         : "「" + parts[1] + "」之后不应有内容";
    return {};
  }

  std::string limit(Expectation& out, const std::vector<std::string>& parts) {
    if (parts.size() < 3) return "应写「→ 时限 名称 到期 日期」";
    if (words_.span(parts[1]) == nullptr) return "不认识的时限「" + parts[1] + "」";
    const auto relation = limits().find(parts[2]);
    if (relation == limits().end()) return "不认识的说法「" + parts[2] + "」";
    out.subject = parts[1];
    out.relation = relation->second;
    out.value = joined(parts, 3);
    if ((out.relation == Relation::due) == out.value.empty())
      return "只有「到期」之后写日期，也须写日期";
    return {};
  }

  std::string days(Expectation& out, const std::vector<std::string>& parts) {
    if (parts.size() != 5 || parts[3] != "为" || !parts[4].ends_with("天"))
      return "应写「→ 收到时间 至 办结时间 为 4天」";
    if (!is_subject(parts[2])) return "不认识的项目「" + parts[2] + "」";
    out.relation = Relation::days;
    out.other = parts[2];
    out.value = parts[4].substr(0, parts[4].size() - std::string_view{"天"}.size());
    return {};
  }

  bool is_subject(const std::string& name) const {
    return words_.answer(name) != nullptr || is_path(name);
  }

  // The rest of `场景：…`.
  static std::optional<std::string_view> after(std::string_view content, std::string_view word) {
    if (!content.starts_with(word) || !content.substr(word.size()).starts_with(colon))
      return std::nullopt;
    return trimmed(content.substr(word.size() + colon.size()));
  }

  std::string end() const {
    if (scenarios_.empty()) return {};
    const Scenario& last = scenarios_.back();
    if (last.title.empty()) return "场景没有标题";
    const bool says_something =
        std::any_of(last.steps.begin(), last.steps.end(),
                    [](const Step& step) { return !step.expectations.empty(); });
    return says_something ? "" : "场景「" + last.title + "」没有任何「→」";
  }

  std::string file_;
  const Words& words_;
  int line_ = 0;
  std::vector<Scenario> scenarios_;
};

}  // namespace

std::vector<std::string> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  for (;;) {
    const auto at = text.find(separator);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + separator.size());
  }
}

tl::expected<std::vector<Scenario>, Mistake> read_scenarios(const std::string& file,
                                                            std::string_view text,
                                                            const Words& words) {
  return Reader(file, words).read(text);
}

}  // namespace xb::test
