#include "test/support/scenario_words.h"

#include <fstream>
#include <sstream>

#include <toml++/toml.h>

#include "core/ensure.h"

namespace xb::test {
namespace {

ValueKind kind_of(const std::string& name) {
  static const std::map<std::string, ValueKind> kinds{
      {"文", ValueKind::text},       {"词", ValueKind::word},     {"多词", ValueKind::words},
      {"元", ValueKind::money},      {"数", ValueKind::number},   {"日", ValueKind::day},
      {"时", ValueKind::moment},     {"是否", ValueKind::yes_no}, {"人", ValueKind::person},
      {"多人", ValueKind::people},   {"单位", ValueKind::unit},   {"多单位", ValueKind::units},
      {"件", ValueKind::thing},      {"多件", ValueKind::things}, {"头", ValueKind::header},
      {"查询", ValueKind::parameter}};
  const auto found = kinds.find(name);
  ensure(found != kinds.end(), "words.toml names a kind of value that there is not");
  return found->second;
}

// Of `items.*.state` and `customer_groups.*` what is no place in a list.
std::string last_name(std::string_view path) {
  while (path.ends_with(".*")) path.remove_suffix(2);
  return std::string{path.substr(path.rfind('.') + 1)};
}

// `amount_fen 元` or `means 词 答复方式`.
MemberWord member_word(const std::string& text) {
  std::istringstream parts(text);
  MemberWord out;
  std::string kind;
  parts >> out.member >> kind >> out.group;
  out.kind = kind.empty() ? ValueKind::text : kind_of(kind);
  if (out.group.empty()) out.group = last_name(out.member);
  return out;
}

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string{});
}

std::map<std::string, std::string> texts_of(const toml::table& table, std::string_view key) {
  std::map<std::string, std::string> out;
  if (const auto* inner = table[key].as_table())
    for (const auto& [name, value] : *inner)
      out[std::string{name.str()}] = value.value_or(std::string{});
  return out;
}

Verb verb_of(const std::string& name, const toml::table& table) {
  const std::string route = text_of(table, "route");
  const auto blank = route.find(' ');
  ensure(blank != std::string::npos, "words.toml has a verb without a route");
  const std::string method = route.substr(0, blank);
  Verb out{.name = name,
           .method = method == "GET"    ? "get"
                     : method == "POST" ? "post"
                                        : method,
           .path = route.substr(blank + 1),
           .makes = texts_of(table, "makes"),
           .fields = {},
           .body_from = text_of(table, "body"),
           .always = text_of(table, "always"),
           .query = texts_of(table, "query")};
  for (const auto& [field, member] : texts_of(table, "fields"))
    out.fields[field] = member_word(member);
  return out;
}

}  // namespace

Words Words::read(std::string_view text) {
  const auto table = toml::parse(text);
  Words out;
  for (const auto& node : *table["people"].as_array()) {
    const auto& row = *node.as_array();
    out.colleagues_.push_back({row[0].value_or(std::string{}), row[1].value_or(std::string{}),
                               row[2].value_or(std::string{}), row[3].value_or(std::string{})});
  }
  for (const auto& node : *table["units"].as_array()) {
    const auto& row = *node.as_array();
    out.houses_.push_back({row[0].value_or(std::string{}), row[1].value_or(std::string{}),
                           row[2].value_or(std::string{}), row[3].value_or(std::string{})});
  }
  for (const auto& [name, member] : texts_of(table, "fields"))
    out.fields_[name] = member_word(member);
  for (const auto& [name, member] : texts_of(table, "answers"))
    out.answers_[name] = member_word(member);
  for (const auto& [name, verb] : *table["verbs"].as_table())
    out.verbs_[std::string{name.str()}] = verb_of(std::string{name.str()}, *verb.as_table());
  const auto& groups = *table["words"].as_table();
  for (const auto& [name, words] : groups)
    for (const auto& [word, code] : texts_of(groups, name.str()))
      out.add(std::string{name.str()}, word, code);
  return out;
}

const Verb* Words::verb(std::string_view name) const {
  const auto found = verbs_.find(name);
  return found == verbs_.end() ? nullptr : &found->second;
}

const Colleague* Words::colleague(std::string_view name) const {
  for (const Colleague& one : colleagues_)
    if (one.name == name) return &one;
  return nullptr;
}

const House* Words::house(std::string_view name) const {
  for (const House& one : houses_)
    if (one.name == name) return &one;
  return nullptr;
}

const MemberWord* Words::field(const Verb& verb, std::string_view name) const {
  if (const auto own = verb.fields.find(std::string{name}); own != verb.fields.end())
    return &own->second;
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : &found->second;
}

const MemberWord* Words::answer(std::string_view name) const {
  const auto found = answers_.find(name);
  return found == answers_.end() ? nullptr : &found->second;
}

const std::string* Words::code(std::string_view group, std::string_view word) const {
  const auto words = groups_.find(group);
  if (words == groups_.end()) return nullptr;
  const auto found = words->second.find(word);
  return found == words->second.end() ? nullptr : &found->second;
}

void Words::add(const std::string& group, const std::string& word, const std::string& code) {
  groups_[group][word] = code;
}

std::filesystem::path scenarios_folder() { return XB_SCENARIOS; }

std::string contents_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  ensure(in.good(), "a scenario file that cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

const Words& scenario_words() {
  static const Words words = Words::read(contents_of(scenarios_folder() / "words.toml"));
  return words;
}

}  // namespace xb::test
