#include "platform/workflow/rules.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/ensure.h"

namespace xb::workflow {
namespace {

using std::chrono::days;

bool holds(const Rule& rule, const Facts& facts) {
  return std::all_of(rule.when.begin(), rule.when.end(), [&](const auto& condition) {
    const auto fact = facts.find(condition.first);
    return fact != facts.end() && std::find(condition.second.begin(), condition.second.end(),
                                            fact->second) != condition.second.end();
  });
}

bool is_in_force(const Rule& rule, Date day) {
  return rule.effective_from <= day && (!rule.effective_until || day <= *rule.effective_until);
}

// Could one subject fulfil the conditions of both?
bool are_compatible(const Rule& a, const Rule& b) {
  for (const auto& [fact, values] : a.when) {
    const auto other = b.when.find(fact);
    if (other == b.when.end()) continue;
    const bool meet = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      return std::find(other->second.begin(), other->second.end(), value) != other->second.end();
    });
    if (!meet) return false;
  }
  return true;
}

bool overlap(const Rule& a, const Rule& b) {
  const bool a_ends = a.effective_until && *a.effective_until < b.effective_from;
  const bool b_ends = b.effective_until && *b.effective_until < a.effective_from;
  return !a_ends && !b_ends;
}

tl::unexpected<Refusal> wrong(const char* code, const Rule& rule) {
  return refuse(Reason::invalid, code, place_of(rule));
}

}  // namespace

// Lays the bank's rows over the shipped ones and looks whether all of it fits together.
class RuleChecker {
 public:
  explicit RuleChecker(RuleBook& book) : book_(book) {}

  Result<void> add_shipped(RuleRows rows) {
    for (Rule& rule : rows.rules) {
      if (at(rule) != nullptr) return wrong("rules.duplicate", rule);
      book_.rules_.push_back(std::move(rule));
    }
    for (Ladder& ladder : rows.ladders) {
      if (at(ladder) != nullptr) return refuse(Reason::invalid, "rules.duplicate", ladder.place);
      book_.ladders_.push_back(std::move(ladder));
    }
    return {};
  }

  Result<void> add_own(RuleRows rows) {
    for (Rule& rule : rows.rules) {
      const std::string name = rule.rule + "/" + std::to_string(rule.version);
      Rule* shipped = at(rule);
      if (shipped != nullptr && own_.contains(name)) return wrong("rules.duplicate", rule);
      if (shipped != nullptr && shipped->kind == RuleKind::regulatory && shipped->length > 0)
        return wrong("rules.not_replaceable", rule);
      own_.insert(name);
      if (shipped != nullptr)
        *shipped = std::move(rule);
      else
        book_.rules_.push_back(std::move(rule));
    }
    for (Ladder& ladder : rows.ladders) {
      Ladder* shipped = at(ladder);
      if (shipped != nullptr)
        *shipped = std::move(ladder);
      else
        book_.ladders_.push_back(std::move(ladder));
    }
    return {};
  }

  void store_words(const StoredWords& stored) {
    for (Rule& rule : book_.rules_)
      for (auto& [fact, values] : rule.when) {
        std::vector<std::string> all;
        for (const std::string& value : values)
          for (std::string& one : stored(fact, value)) all.push_back(std::move(one));
        values = std::move(all);
      }
  }

  Result<void> settle() {
    std::sort(book_.rules_.begin(), book_.rules_.end(), [](const Rule& a, const Rule& b) {
      return std::tie(a.rule, a.version) < std::tie(b.rule, b.version);
    });
    TRY(check_versions());
    TRY(check_choices());
    for (const Rule& rule : book_.rules_)
      if (std::none_of(book_.ladders_.begin(), book_.ladders_.end(),
                       [&](const Ladder& ladder) { return ladder.name == rule.ladder; }))
        return refuse(Reason::invalid, "rules.unknown_word", place_of(rule) + " ladder");
    return {};
  }

 private:
  Rule* at(const Rule& rule) {
    for (Rule& one : book_.rules_)
      if (one.rule == rule.rule && one.version == rule.version) return &one;
    return nullptr;
  }
  Ladder* at(const Ladder& ladder) {
    for (Ladder& one : book_.ladders_)
      if (one.name == ladder.name) return &one;
    return nullptr;
  }

  // The versions of a rule follow each other without a day between or a day twice.
  Result<void> check_versions() {
    for (std::size_t i = 1; i < book_.rules_.size(); ++i) {
      Rule& before = book_.rules_[i - 1];
      const Rule& rule = book_.rules_[i];
      if (before.rule != rule.rule) continue;
      if (before.subject != rule.subject || before.span != rule.span)
        return wrong("rules.other_span", rule);
      if (rule.effective_from <= before.effective_from) return wrong("rules.overlap", rule);
      const Date last = rule.effective_from + days{-1};
      if (before.effective_until && *before.effective_until > last)
        return wrong("rules.overlap", rule);
      if (before.effective_until && *before.effective_until < last) return wrong("rules.gap", rule);
      before.effective_until = last;
    }
    return {};
  }

  // Two rules of equal weight for one span never hold for one subject on one day.
  Result<void> check_choices() const {
    for (const Rule& a : book_.rules_)
      for (const Rule& b : book_.rules_) {
        if (a.rule >= b.rule || a.span != b.span) continue;
        if (a.subject != b.subject) return wrong("rules.other_span", b);
        if (a.when.size() == b.when.size() && are_compatible(a, b) && overlap(a, b))
          return refuse(Reason::invalid, "rules.ambiguous", place_of(b) + " = " + place_of(a));
      }
    return {};
  }

  RuleBook& book_;
  std::set<std::string> own_;  // rule and version
};

Result<RuleBook> RuleBook::read(std::span<const RuleFile> shipped, std::span<const RuleFile> own,
                                const StoredWords& stored) {
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
  if (stored) checker.store_words(stored);
  TRY(checker.settle());
  return book;
}

const Rule* RuleBook::choose(std::string_view span, const Facts& facts, Date day) const {
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (rule.span != span || !is_in_force(rule, day) || !holds(rule, facts)) continue;
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

std::string place_of(const Rule& rule) {
  return rule.place + " " + rule.rule + "/" + std::to_string(rule.version);
}

}  // namespace xb::workflow
