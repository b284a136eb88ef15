#include "platform/workflow/rules.h"

#include <algorithm>
#include <set>

#include "core/ensure.h"

namespace xb::workflow {

// Lays the bank's rows over the shipped ones and looks whether all of it fits together.
class RuleChecker {
 public:
  explicit RuleChecker(RuleBook& book) : book_(book) {}

  Result<void> add_shipped(RuleRows rows) {
    TRY(workflow::add_shipped(book_.rules_, std::move(rows.rules)));
    for (Ladder& ladder : rows.ladders) {
      if (at(ladder) != nullptr) return refuse(Reason::invalid, "rules.duplicate", ladder.place);
      book_.ladders_.push_back(std::move(ladder));
    }
    return {};
  }

  Result<void> add_own(RuleRows rows) {
    TRY(lay_over(book_.rules_, std::move(rows.rules), own_, [](const Rule& shipped) {
      return shipped.kind != RuleKind::regulatory || shipped.length == 0;
    }));
    for (Ladder& ladder : rows.ladders) {
      Ladder* shipped = at(ladder);
      if (shipped != nullptr)
        *shipped = std::move(ladder);
      else
        book_.ladders_.push_back(std::move(ladder));
    }
    return {};
  }

  Result<void> settle() {
    TRY(settle_versions(book_.rules_, [](const Rule& a, const Rule& b) {
      return a.subject == b.subject && a.span == b.span;
    }));
    TRY(check_choices());
    for (const Rule& rule : book_.rules_)
      if (std::none_of(book_.ladders_.begin(), book_.ladders_.end(),
                       [&](const Ladder& ladder) { return ladder.name == rule.ladder; }))
        return refuse(Reason::invalid, "rules.unknown_word", place_of(rule) + " ladder");
    return {};
  }

 private:
  Ladder* at(const Ladder& ladder) {
    for (Ladder& one : book_.ladders_)
      if (one.name == ladder.name) return &one;
    return nullptr;
  }

  // Two rules of equal weight for one span never hold for one subject on one day.
  Result<void> check_choices() const {
    for (const Rule& a : book_.rules_)
      for (const Rule& b : book_.rules_) {
        if (a.rule >= b.rule || a.span != b.span) continue;
        if (a.subject != b.subject) return wrong("rules.other_span", b);
        if (a.when.size() == b.when.size() && are_compatible(a.when, b.when) && share_a_day(a, b))
          return refuse(Reason::invalid, "rules.ambiguous", place_of(b) + " = " + place_of(a));
      }
    return {};
  }

  RuleBook& book_;
  std::set<std::string> own_;  // rule and version
};

Result<RuleBook> RuleBook::read(std::span<const RuleFile> shipped, std::span<const RuleFile> own) {
  RuleBook book;
  RuleChecker checker(book);
  for (const RuleFile& file : shipped) {
    auto rows = TRY(read_rule_file(file));
    TRY(checker.add_shipped(std::move(rows)));
  }
  for (const RuleFile& file : own) {
    auto rows = TRY(read_rule_file(file));
    TRY(checker.add_own(std::move(rows)));
  }
  TRY(checker.settle());
  return book;
}

const Rule* RuleBook::choose(std::string_view span, const Facts& facts, Date day) const {
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (rule.span != span || !is_in_force(rule, day) || !hold(rule.when, facts)) continue;
    if (best == nullptr || rule.when.size() > best->when.size()) best = &rule;
  }
  return best != nullptr && best->length > 0 ? best : nullptr;
}

std::vector<const Rule*> RuleBook::starting(std::string_view subject, CountsFrom from,
                                            const Facts& facts, Date day) const {
  std::vector<std::string_view> spans;
  for (const Rule& rule : rules_)
    if (rule.subject == subject && rule.from == from &&
        std::find(spans.begin(), spans.end(), rule.span) == spans.end())
      spans.emplace_back(rule.span);
  std::vector<const Rule*> out;
  for (const std::string_view span : spans) {
    const Rule* rule = choose(span, facts, day);
    if (rule != nullptr && rule->from == from) out.push_back(rule);
  }
  return out;
}

const Rule* RuleBook::find(std::string_view rule, std::int64_t version) const {
  for (const Rule& one : rules_)
    if (one.rule == rule && one.version == version) return &one;
  return nullptr;
}

const Rule& RuleBook::current(const Rule& rule, Date day) const {
  const Rule* out = &rule;
  for (const Rule& one : rules_)
    if (one.rule == rule.rule && one.version > rule.version && one.takes_over && one.length > 0 &&
        one.effective_from <= day)
      out = &one;
  return *out;
}

const Ladder& RuleBook::ladder(const Rule& rule) const {
  const auto found = std::find_if(ladders_.begin(), ladders_.end(),
                                  [&](const Ladder& one) { return one.name == rule.ladder; });
  ensure(found != ladders_.end(), "a rule names no ladder of the book");
  return *found;
}

}  // namespace xb::workflow
