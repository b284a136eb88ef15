// The approval book: who has to agree to what, by tier and amount, as data with versions and
// sources. Pure. It ships as data/approvals/*.toml; a bank's own files are laid over it.
// docs/formats/approvals.md has the format.
#pragma once

#include <span>

#include "platform/workflow/office.h"
#include "platform/workflow/types.h"

namespace xb::workflow {

// Any one of these offices will do.
using ApprovalStep = std::vector<Office>;

// One version of one row: for a matter of these amounts under these conditions, these steps.
struct ApprovalRule {
  std::string rule;  // a word; with the version it names this row
  std::int64_t version = 1;
  std::string matter;  // extension, decision …
  std::string zh;
  std::string en;
  std::string source;
  Mark mark = Mark::found;
  Date effective_from;
  std::optional<Date> effective_until;  // the last day
  Conditions when;
  std::int64_t amount_from_fen = 0;
  std::optional<std::int64_t> amount_to_fen;  // included; none: without end
  std::vector<ApprovalStep> steps;            // one after the other; none: nobody has to agree
  std::string place;                          // file and line it stands in

  bool covers(std::int64_t amount_fen) const {
    return amount_from_fen <= amount_fen && (!amount_to_fen || amount_fen <= *amount_to_fen);
  }
};

// What a row may ask: what limits ask, and the approver that a limit's extension names.
inline constexpr std::string_view approval_facts[] = {
    "approver", "business", "customer_group", "intake_channel", "source", "tier", "urgency",
};

class ApprovalBook {
 public:
  // The shipped files and the bank's. A row of the bank replaces a shipped row of the same rule and
  // version unless that one was read in a law. Refuses with rules.*; the field is the place: file,
  // line, rule and version.
  static Result<ApprovalBook> read(std::span<const RuleFile> shipped, std::span<const RuleFile> own,
                                   const StoredWords& stored = {});

  // Of the rows for this matter and amount whose conditions hold and that are in force on `day`,
  // the one with most conditions; none where nobody has to agree.
  const ApprovalRule* choose(std::string_view matter, const Facts& facts, std::int64_t amount_fen,
                             Date day) const;
  const ApprovalRule* find(std::string_view rule, std::int64_t version) const;

  const std::vector<ApprovalRule>& rules() const { return rules_; }

 private:
  std::vector<ApprovalRule> rules_;  // ordered by rule and version
};

// The rows of one file. Refuses with rules.malformed, rules.unknown_key, rules.unknown_word,
// rules.missing or rules.range.
Result<std::vector<ApprovalRule>> read_approval_file(const RuleFile& file);

}  // namespace xb::workflow
