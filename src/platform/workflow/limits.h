// The books and the calendars as the running program knows them: one thing that every work carries.
// Books stay as they were read at the start; calendars grow when a year is imported.
#pragma once

#include <memory>
#include <mutex>

#include "platform/workflow/approval_book.h"
#include "platform/workflow/clock.h"

namespace xb::workflow {

class Limits {
 public:
  explicit Limits(RuleBook book, ApprovalBook approvals = {})
      : book_(std::move(book)), approvals_(std::move(approvals)) {}
  Limits(const Limits&) = delete;
  Limits& operator=(const Limits&) = delete;

  const RuleBook& book() const { return book_; }
  const ApprovalBook& approvals() const { return approvals_; }
  // What is reckoned with from now on; whoever holds an earlier one keeps it.
  std::shared_ptr<const Calendars> calendars() const;
  void set_calendars(Calendars calendars);

 private:
  const RuleBook book_;
  const ApprovalBook approvals_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Calendars> calendars_ = std::make_shared<Calendars>();
};

// The files that ship.
std::vector<RuleFile> shipped_rules();
std::vector<RuleFile> shipped_approvals();
std::vector<CalendarYear> shipped_calendars();

}  // namespace xb::workflow
