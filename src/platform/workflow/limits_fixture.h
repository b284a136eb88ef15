// The shipped rules and calendars, a few rules of an invented bank, and clocks told in one line.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "platform/workflow/explain.h"
#include "platform/workflow/limits.h"

namespace xb::workflow {

inline Instant at(std::string_view text) { return parse_instant(text).value(); }
inline Date day(std::string_view text) { return parse_date(text).value(); }

// Limits in working days of any length, and limits of the bank by channel, tier and customer group.
inline constexpr std::string_view own_rules = R"(
[[rule]]
rule = "one"
subject = "exercise"
span = "one"
zh = "一日"
en = "one day"
length = 1
measure = "working_days"
from = "received"
kind = "promised"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
exclusions = ["appraisal", "mediation"]
warn_before = [1]
ladder = "standard"
[[rule]]
rule = "three"
subject = "exercise"
span = "three"
zh = "三日"
en = "three days"
length = 3
measure = "working_days"
from = "received"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
exclusions = ["appraisal", "mediation"]
warn_before = [2, 1]
ladder = "standard"
[[rule]]
rule = "ten"
subject = "exercise"
span = "ten"
zh = "十日"
en = "ten days"
length = 10
measure = "working_days"
from = "received"
kind = "internal"
source = "行内规定"
mark = "bank"
effective_from = 2020-01-01
exclusions = ["appraisal", "mediation"]
restarts = true
warn_before = [5, 3, 1]
inner_before = 2
ladder = "standard"
[[rule.extension]]
to_total = 15
approver = "head"
needs_notice = false
)";

inline RuleBook book_with(std::string_view own) {
  const RuleFile file{"bank.toml", own};
  auto book = RuleBook::read(shipped_rules(), {&file, 1});
  EXPECT_TRUE(book.has_value()) << book.error().code << ' ' << book.error().field;
  return std::move(*book);
}

inline Calendars shipped() {
  Calendars out;
  for (CalendarYear& year : shipped_calendars()) out.add(out.version() + 1, std::move(year));
  return out;
}

class WithLimits : public testing::Test {
 protected:
  Reckoning with() const { return {book_, calendars_, Zone{}}; }

  // `extend 30; appraisal 2026-02-10 2026-02-20; restart 2026-02-18`: what happened to a clock.
  std::vector<ClockStep> steps(std::string_view rule, std::string_view started_at,
                               std::string_view text) const {
    const Rule* found = book_.find(rule, 1);
    EXPECT_NE(found, nullptr) << rule;
    std::vector<ClockStep> out{started(*found, at(started_at), calendars_)};
    std::istringstream all{std::string{text}};
    for (std::string one; std::getline(all, one, ';');) out.push_back(step(one, *found));
    return out;
  }
  Reckoned reckoned(const std::vector<ClockStep>& of) const {
    auto clock = reckon(of, with());
    EXPECT_TRUE(clock.has_value()) << clock.error().code << ' ' << clock.error().field;
    return std::move(*clock);
  }
  Reckoned clock(std::string_view rule, std::string_view started_at,
                 std::string_view text = {}) const {
    return reckoned(steps(rule, started_at, text));
  }
  Explanation explained(const Reckoned& of) const { return explain(of, with(), texts_); }

  const RuleBook book_ = book_with(own_rules);
  const Calendars calendars_ = shipped();
  const Texts texts_ = Texts::shipped();

 private:
  ClockStep step(const std::string& text, const Rule& rule) const {
    std::istringstream words{text};
    std::string word;
    std::string first;
    std::string second;
    words >> word >> first >> second;
    ClockStep out;
    if (word == "restart") {
      out = started(rule, at(first + "T09:00:00+08:00"), calendars_);
      out.kind = StepKind::restarted;
    } else if (word == "extend") {
      out.kind = StepKind::extended;
      out.total = std::stoll(first);
    } else if (word == "agree" || word == "regulator") {
      out.kind = word == "agree" ? StepKind::agreed : StepKind::regulator_set;
      out.on = day(first);
    } else if (word == "ended") {
      out.kind = StepKind::exclusion_ended;
      out.until = day(first);
    } else {
      out.kind = StepKind::excluded;
      out.exclusion = named<ExclusionKind>(word);
      EXPECT_TRUE(out.exclusion.has_value()) << text;
      out.on = day(first);
      if (!second.empty()) out.until = day(second);
    }
    return out;
  }
};

}  // namespace xb::workflow
