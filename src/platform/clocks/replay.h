// Whether the clocks that are kept are those that the log tells of, and are due when their steps
// say. `check --deep` asks.
#pragma once

#include "platform/clocks/service.h"

namespace xb::clocks {

enum class DifferenceKind {
  steps,         // kept and told steps differ
  due,           // what is kept does not follow from the steps
  rule_missing,  // the book lacks the rule
  row_missing,   // the log tells of a clock that is not there
};
BOOST_DESCRIBE_ENUM(DifferenceKind, steps, due, rule_missing, row_missing)

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

// Clocks with ids after `after`.
Comparison compare_clocks(Work& work, std::int64_t after, std::size_t limit);
// Entries from this place on: has every clock they start a row, or was its subject taken out?
Comparison compare_entries(Work& work, std::int64_t first_place, std::size_t limit);

}  // namespace xb::clocks
