#include "app/lifecycles.h"

#include <string_view>

#include "core/describe.h"
#include "core/texts.h"
#include "modules/complaints/rules.h"

namespace xb::app {
namespace {

using complaints::Action;
using complaints::State;

// Names in both languages, Chinese first, as the bank reads it.
class Names {
 public:
  std::string of(State state) const { return both("complaint.state.", name_of(state)); }
  std::string of(Action action) const { return both("complaint.action.", name_of(action)); }
  std::string of(Permission permission) const { return both("permission.", permission.name()); }

 private:
  std::string both(std::string_view group, std::string_view name) const {
    const std::string key = std::string{group} + std::string{name};
    return std::string{texts_.of(Language::zh_cn, key)} + " · " +
           std::string{texts_.of(Language::en, key)};
  }
  const Texts texts_ = Texts::shipped();
};

std::string diagram(const Names& names) {
  std::string out = "```mermaid\nstateDiagram-v2\n";
  std::string ends;
  for_each_enumerator<State>([&](std::string_view name, State state) {
    out += "  " + std::string{name} + ": " + names.of(state) + "\n";
    if (complaints::is_over(state)) ends += "  " + std::string{name} + " --> [*]\n";
  });
  out += "  [*] --> registered\n";
  for (const complaints::Step& step : complaints::lifecycle())
    out += "  " + std::string{name_of(step.from)} + " --> " + std::string{name_of(step.to)} + ": " +
           names.of(step.action) + "\n";
  return out + ends + "```\n";
}

std::string table(const Names& names) {
  std::string out =
      "| 状态 · state | 动作 · action | 之后 · then | 权限 · permission |\n|---|---|---|---|\n";
  for (const complaints::Step& step : complaints::lifecycle())
    out += "| " + names.of(step.from) + " | " + names.of(step.action) + " (`" +
           std::string{name_of(step.action)} + "`) | " + names.of(step.to) + " | " +
           names.of(step.permission) + " (`" + std::string{step.permission.name()} + "`) |\n";
  return out;
}

}  // namespace

std::string lifecycle_of_complaints() {
  const Names names;
  return "# 投诉的办理状态 · The lifecycle of a complaint\n\n"
         "本页由程序生成，即程序所依据的状态表。 · Printed by `xiaobao lifecycle complaint` from "
         "the "
         "table that the program obeys; `./dev docs` writes it again.\n\n" +
         diagram(names) + "\n" + table(names);
}

}  // namespace xb::app
