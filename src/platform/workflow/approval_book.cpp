#include "platform/workflow/approval_book.h"

namespace xb::workflow {
namespace {

using Rules = std::vector<ApprovalRule>;

bool share_an_amount(const ApprovalRule& a, const ApprovalRule& b) {
  const bool a_ends = a.amount_to_fen && *a.amount_to_fen < b.amount_from_fen;
  const bool b_ends = b.amount_to_fen && *b.amount_to_fen < a.amount_from_fen;
  return !a_ends && !b_ends;
}

// Two rows of equal weight for one matter never hold for one amount on one day.
Result<void> check_choices(const Rules& rules) {
  for (const ApprovalRule& a : rules)
    for (const ApprovalRule& b : rules) {
      if (a.rule >= b.rule || a.matter != b.matter || a.when.size() != b.when.size()) continue;
      if (are_compatible(a.when, b.when) && share_a_day(a, b) && share_an_amount(a, b))
        return refuse(Reason::invalid, "rules.ambiguous", place_of(b) + " = " + place_of(a));
    }
  return {};
}

// On a day on which a row holds, rows of its matter and conditions together cover every amount from
// nought on: the amounts after each end with a row that begins there.
Result<void> check_amounts(const Rules& rules, const ApprovalRule& one, Date day) {
  bool begins_at_nought = false;
  bool has_next = !one.amount_to_fen.has_value();
  for (const ApprovalRule& other : rules) {
    if (other.matter != one.matter || other.when != one.when || !is_in_force(other, day)) continue;
    begins_at_nought = begins_at_nought || other.amount_from_fen == 0;
    has_next = has_next || other.amount_from_fen == *one.amount_to_fen + 1;
  }
  if (!begins_at_nought || !has_next) return wrong("rules.amount_gap", one);
  return {};
}

// Looks at each day on which something changes.
Result<void> check_amounts(const Rules& rules) {
  for (const ApprovalRule& changes : rules)
    for (const ApprovalRule& one : rules) {
      if (one.matter != changes.matter || one.when != changes.when) continue;
      if (is_in_force(one, changes.effective_from))
        TRY(check_amounts(rules, one, changes.effective_from));
      if (!changes.effective_until) continue;
      const Date after = *changes.effective_until + std::chrono::days{1};
      if (is_in_force(one, after)) TRY(check_amounts(rules, one, after));
    }
  return {};
}

}  // namespace

Result<ApprovalBook> ApprovalBook::read(std::span<const RuleFile> shipped,
                                        std::span<const RuleFile> own, const StoredWords& stored) {
  ApprovalBook book;
  std::set<std::string> seen;
  for (const RuleFile& file : shipped) {
    auto rows = TRY(read_approval_file(file));
    TRY(add_shipped(book.rules_, std::move(rows)));
  }
  for (const RuleFile& file : own) {
    auto rows = TRY(read_approval_file(file));
    TRY(lay_over(book.rules_, std::move(rows), seen,
                 [](const ApprovalRule& row) { return row.mark != Mark::found; }));
  }
  if (stored) store_words(book.rules_, stored);
  TRY(settle_versions(book.rules_, [](const ApprovalRule& a, const ApprovalRule& b) {
    return a.matter == b.matter;
  }));
  TRY(check_choices(book.rules_));
  TRY(check_amounts(book.rules_));
  return book;
}

const ApprovalRule* ApprovalBook::choose(std::string_view matter, const Facts& facts,
                                         std::int64_t amount_fen, Date day) const {
  const ApprovalRule* best = nullptr;
  for (const ApprovalRule& rule : rules_) {
    if (rule.matter != matter || !is_in_force(rule, day) || !hold(rule.when, facts)) continue;
    if (rule.covers(amount_fen) && (best == nullptr || rule.when.size() > best->when.size()))
      best = &rule;
  }
  return best;
}

const ApprovalRule* ApprovalBook::find(std::string_view rule, std::int64_t version) const {
  for (const ApprovalRule& one : rules_)
    if (one.rule == rule && one.version == version) return &one;
  return nullptr;
}

}  // namespace xb::workflow
