#include "platform/workflow/rules.h"

#include <algorithm>
#include <set>

#include "core/ensure.h"

namespace xb::workflow {
namespace {

tl::unexpected<Refusal> wrong(const char* code, const Rule& rule, const Rule& other) {
  return refuse(Reason::invalid, code, place_of(rule) + " = " + place_of(other));
}

// Each stage stays within one of the law's that asks no more: approver and notice.
bool extends_no_further(const Rule& own, const Rule& law) {
  return std::all_of(own.extensions.begin(), own.extensions.end(), [&](const Extension& stage) {
    const auto bound =
        std::find_if(law.extensions.begin(), law.extensions.end(),
                     [&](const Extension& one) { return one.to_total >= stage.to_total; });
    return bound != law.extensions.end() &&
           (bound->approver == Approver::nobody_named || bound->approver == stage.approver) &&
           (!bound->needs_notice || stage.needs_notice);
  });
}

// Whoever this rule holds for has a clock that is due no later than the law's, for whatever
// happens to it; and a later version of the law's own rule leaves nobody without one.
bool is_as_strict(const Rule& own, const Rule& law) {
  const bool excludes_no_more =
      std::all_of(own.exclusions.begin(), own.exclusions.end(), [&](ExclusionKind kind) {
        return std::find(law.exclusions.begin(), law.exclusions.end(), kind) !=
               law.exclusions.end();
      });
  const bool leaves_nobody = own.rule != law.rule || (own.when == law.when && !own.effective_until);
  return own.kind == RuleKind::regulatory && own.length > 0 && own.length <= law.length &&
         own.measure == law.measure && own.from == law.from && excludes_no_more &&
         (law.restarts || !own.restarts) && extends_no_further(own, law) && leaves_nobody;
}

// Given with the acceptance, so unknown to what starts before.
bool asks_too_early(const Rule& rule) {
  const bool is_early = rule.from == CountsFrom::received || rule.from == CountsFrom::registered;
  return is_early && (rule.when.contains("tier") || rule.when.contains("urgency"));
}

// FNV-1a (Fowler, Noll, Vo), 64 bits.
class Digest {
 public:
  void add(std::string_view text) {
    for (const char c : text) one(static_cast<unsigned char>(c));
    one(0);
  }
  std::string text() const { return std::to_string(value_); }

 private:
  void one(unsigned char byte) { value_ = (value_ ^ byte) * 1'099'511'628'211U; }
  std::uint64_t value_ = 14'695'981'039'346'656'037U;
};

}  // namespace

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
    for (Rule& rule : rows.rules) rule.is_own = true;
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
    TRY(check_law());
    TRY(check_successors());
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

  // No row of the bank replaces, lengthens or silences a limit of the law, or says it was read in
  // its source.
  Result<void> check_law() const {
    for (const Rule& own : book_.rules_) {
      if (asks_too_early(own)) return wrong("rules.unknowable", own);
      if (!own.is_own) continue;
      if (own.mark == Mark::found) return wrong("rules.found_is_shipped", own);
      for (const Rule& law : book_.rules_) {
        const bool is_law = !law.is_own && law.kind == RuleKind::regulatory && law.length > 0;
        if (is_law && law.subject == own.subject && law.span == own.span && !is_as_strict(own, law))
          return wrong("rules.laxer_than_law", own, law);
      }
    }
    return {};
  }

  // What takes over the clocks of earlier versions holds for the same cases as they do.
  Result<void> check_taken_over(const Rule& rule) const {
    for (const Rule& one : book_.rules_)
      if (rule.takes_over && one.rule == rule.rule && one.version < rule.version &&
          one.when != rule.when)
        return wrong("rules.takes_over_others", rule, one);
    return {};
  }

  // Versions of one rule start with one event.
  Result<void> check_successors() const {
    for (std::size_t i = 1; i < book_.rules_.size(); ++i) {
      const Rule& before = book_.rules_[i - 1];
      const Rule& rule = book_.rules_[i];
      if (before.rule != rule.rule) continue;
      if (before.from != rule.from) return wrong("rules.other_start", rule, before);
      TRY(check_taken_over(rule));
    }
    return {};
  }

  // Two rules of equal weight for one span never hold for one subject on one day; and all of a span
  // start with one event, or a subject would have two clocks of it.
  Result<void> check_choices() const {
    for (const Rule& a : book_.rules_)
      for (const Rule& b : book_.rules_) {
        if (a.rule >= b.rule || a.span != b.span) continue;
        if (a.subject != b.subject) return wrong("rules.other_span", b);
        if (a.from != b.from) return wrong("rules.other_start", b, a);
        if (a.when.size() == b.when.size() && are_compatible(a.when, b.when) && share_a_day(a, b))
          return wrong("rules.ambiguous", b, a);
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
  if (stored) store_words(book.rules_, stored);
  TRY(checker.settle());
  Digest digest;
  for (const auto files : {shipped, own})
    for (const RuleFile& file : files) digest.add(file.text);
  book.digest_ = digest.text();
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
