// The rule book: every limit as data, with versions, sources and effective dates. Pure. It ships as
// data/clocks/*.toml; a bank's own files are laid over it. docs/formats/clocks.md has the format.
#pragma once

#include <chrono>
#include <functional>
#include <span>

#include "core/result.h"
#include "platform/workflow/types.h"

namespace xb::workflow {

// Who is told, one after the other, once a clock is overdue. Warnings before go to the owner.
enum class Rung { owner, unit_head, officer, branch, head_office };
BOOST_DESCRIBE_ENUM(Rung, owner, unit_head, officer, branch, head_office)

struct LadderRung {
  Rung rung = Rung::owner;
  std::int64_t after_hours = 0;  // after the clock is overdue
};

struct Ladder {
  std::string name;
  std::vector<LadderRung> rungs;  // all of them, rising
  // Minutes of the bank's day between which nobody is told anything; equal: none.
  std::chrono::minutes quiet_from{0};
  std::chrono::minutes quiet_until{0};
  std::string place;
};

// A file of rules: its name, for places, and its text.
struct RuleFile {
  std::string name;
  std::string_view text;
};

// What a condition's value means in the columns: `银行卡` may be `bank_card` and all that is finer.
// Arguments are the fact and the value.
using StoredWords = std::function<std::vector<std::string>(const std::string&, const std::string&)>;

class RuleBook {
 public:
  // The shipped files and the bank's. A row of the bank replaces a shipped row of the same rule and
  // version unless that one is regulatory and has a value; a new version may follow any. Refuses
  // with rules.*; the field is the place: file, line, rule and version. Conditions hold of stored
  // values.
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

 private:
  friend class RuleChecker;

  std::vector<Rule> rules_;  // ordered by rule and version
  std::vector<Ladder> ladders_;
};

// The rows of one file. Refuses with rules.malformed, rules.unknown_key, rules.unknown_word,
// rules.missing or rules.range.
struct RuleRows {
  std::vector<Rule> rules;
  std::vector<Ladder> ladders;
};
Result<RuleRows> read_rule_file(const RuleFile& file);

// `regulatory.toml:12 decide/1`.
std::string place_of(const Rule& rule);

}  // namespace xb::workflow
