// The rule book: every limit as data, with versions, sources and effective dates. Pure. It ships as
// data/clocks/*.toml; a bank's own files are laid over it. docs/formats/clocks.md has the format.
#pragma once

#include <chrono>
#include <functional>
#include <span>

#include "core/result.h"
#include "platform/workflow/office.h"
#include "platform/workflow/types.h"

namespace xb::workflow {

// Who is told, one after the other, once a clock is overdue. Warnings before go to the owner.
struct LadderRung {
  Office rung = Office::owner;
  std::int64_t after_hours = 0;  // after the clock is overdue
};

struct Ladder {
  std::string name;
  std::vector<LadderRung> rungs;  // from the owner up, rising
  // After so many days each the owner is told that a clock rests still: an exclusion of days that
  // nobody ends would stop a limit for ever.
  std::int64_t resting_days = 30;
  // Minutes of the bank's day between which nobody is told anything; equal: none.
  std::chrono::minutes quiet_from{0};
  std::chrono::minutes quiet_until{0};
  std::string place;
};

class RuleBook {
 public:
  // The shipped files and the bank's. A row of the bank replaces a shipped row of the same rule and
  // version unless that one is regulatory and has a value. In the span of a shipped regulatory rule
  // that has a value, a row of the bank is regulatory, too, and no laxer in anything. Conditions
  // hold of stored values. Refuses with rules.*; the field is the place: file, line, rule, version.
  static Result<RuleBook> read(std::span<const RuleFile> shipped, std::span<const RuleFile> own,
                               const StoredWords& stored = {});

  // Of rules for this span whose conditions hold and that are in force on `day`, the one with most
  // conditions; none if there is none or it has no value.
  const Rule* choose(std::string_view span, const Facts& facts, Date day) const;
  // What of a subject starts when `from` happens: one rule for each span.
  std::vector<const Rule*> starting(std::string_view subject, CountsFrom from, const Facts& facts,
                                    Date day) const;
  const Rule* find(std::string_view rule, std::int64_t version) const;
  // The version that holds on `day` for a clock that runs by this one: itself, or a later one that
  // says it takes over.
  const Rule& current(const Rule& rule, Date day) const;
  const Ladder& ladder(const Rule& rule) const;

  const std::vector<Rule>& rules() const { return rules_; }
  // Of the files it was read from, to be told from another book; no proof of anything.
  const std::string& digest() const { return digest_; }

 private:
  friend class RuleChecker;

  std::vector<Rule> rules_;  // ordered by rule and version
  std::vector<Ladder> ladders_;
  std::string digest_;
};

// The rows of one file. Refuses with rules.malformed, rules.unknown_key, rules.unknown_word,
// rules.missing or rules.range.
struct RuleRows {
  std::vector<Rule> rules;
  std::vector<Ladder> ladders;
};
Result<RuleRows> read_rule_file(const RuleFile& file);

}  // namespace xb::workflow
