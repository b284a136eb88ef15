// Whether the clocks that are kept are those that the log tells of, and are due when their steps
// say. `check --deep` asks.
#pragma once

#include "platform/clocks/sweep.h"

namespace xb::clocks {

enum class DifferenceKind {
  steps,         // kept and told steps differ
  due,           // what is kept does not follow from the steps
  rule_missing,  // the book lacks the rule
  row_missing,   // the log tells of a clock that is not there
  look,          // nobody would be told when somebody is to be told
  notices,       // kept and told notices differ
  first_due,     // the subject says another first due date than its clocks
  altered,       // an entry is not what was appended, or one before it is gone
  calendar,      // a calendar has no entry, or other days than its entry says
};
BOOST_DESCRIBE_ENUM(DifferenceKind, steps, due, rule_missing, row_missing, look, notices, first_due,
                    altered, calendar)

struct Difference {
  Id<Clock> clock_id;
  workflow::Word subject_kind;  // empty where the row is missing
  std::int64_t subject_id = 0;
  DifferenceKind kind = DifferenceKind::steps;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (clock_id, subject_kind, subject_id, kind))

// A page of the comparison: first clocks by id, then entries by place.
struct Comparison {
  std::vector<Difference> differences;
  std::int64_t compared = 0;
  std::optional<std::int64_t> next;  // where to go on; none at the end
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (differences, compared, next))

// Clocks with ids after `after`: steps, what follows from them, notices, and their subjects.
Comparison compare_clocks(Work& work, const std::vector<Source>& sources, std::int64_t after,
                          std::size_t limit);
// Entries from this place on: is each unaltered, and has every clock they start a row, or was its
// subject taken out? With the first ones, the calendars.
Comparison compare_entries(Work& work, std::int64_t first_place, std::size_t limit);

}  // namespace xb::clocks
