// The rule book and the calendars as the running program knows them: one thing that every work
// carries. The book stays as it was read at the start; calendars grow when a year is imported.
#pragma once

#include <memory>
#include <mutex>

#include "platform/workflow/clock.h"

namespace xb::workflow {

class Limits {
 public:
  explicit Limits(RuleBook book) : book_(std::move(book)) {}
  Limits(const Limits&) = delete;
  Limits& operator=(const Limits&) = delete;

  const RuleBook& book() const { return book_; }
  // What is reckoned with from now on; whoever holds an earlier one keeps it.
  std::shared_ptr<const Calendars> calendars() const;
  void set_calendars(Calendars calendars);

 private:
  const RuleBook book_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Calendars> calendars_ = std::make_shared<Calendars>();
};

// The files that ship.
std::vector<RuleFile> shipped_rules();
std::vector<CalendarYear> shipped_calendars();

}  // namespace xb::workflow
