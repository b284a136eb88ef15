#include "platform/workflow/limits.h"

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::workflow {
namespace {

std::vector<RuleFile> files_in(std::string_view folder) {
  std::vector<RuleFile> out;
  for (const Asset& file : assets(folder))
    out.push_back({std::string{file.path.substr(folder.size())}, file.bytes});
  return out;
}

}  // namespace

std::shared_ptr<const Calendars> Limits::calendars() const {
  const std::lock_guard lock(mutex_);
  return calendars_;
}

void Limits::set_calendars(Calendars calendars) {
  auto next = std::make_shared<const Calendars>(std::move(calendars));
  const std::lock_guard lock(mutex_);
  calendars_ = std::move(next);
}

std::vector<RuleFile> shipped_rules() { return files_in("data/clocks/"); }
std::vector<RuleFile> shipped_approvals() { return files_in("data/approvals/"); }

std::vector<CalendarYear> shipped_calendars() {
  std::vector<CalendarYear> out;
  for (const Asset& file : assets("data/calendars/")) {
    auto year = read_calendar_year(file.bytes);
    ensure(year.has_value(), "a shipped calendar cannot be read");
    out.push_back(std::move(*year));
  }
  return out;
}

}  // namespace xb::workflow
