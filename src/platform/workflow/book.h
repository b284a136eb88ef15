// What the rows of every book have in common, whatever they set: a name and a version, conditions
// on facts, and the days on which they are in force. Pure.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/instant.h"
#include "core/result.h"

namespace xb::workflow {

// What is known of a subject when a row is chosen: source, intake_channel, tier …
using Facts = std::map<std::string, std::string>;

// A fact, and any of its values that will do.
using Conditions = std::map<std::string, std::vector<std::string>>;

bool hold(const Conditions& conditions, const Facts& facts);
// Could one subject fulfil both?
bool are_compatible(const Conditions& a, const Conditions& b);

// What a condition's value means in the columns: `银行卡` may be `bank_card` and all that is finer.
// Arguments are the fact and the value.
using StoredWords = std::function<std::vector<std::string>(const std::string&, const std::string&)>;

// Conditions of these rows in stored values.
template <class Row>
void store_words(std::vector<Row>& rows, const StoredWords& stored) {
  for (Row& row : rows)
    for (auto& [fact, values] : row.when) {
      std::vector<std::string> all;
      for (const std::string& value : values)
        for (std::string& one : stored(fact, value)) all.push_back(std::move(one));
      values = std::move(all);
    }
}

// `regulatory.toml:12 decide/1`.
template <class Row>
std::string place_of(const Row& row) {
  return row.place + " " + row.rule + "/" + std::to_string(row.version);
}

template <class Row>
tl::unexpected<Refusal> wrong(const char* code, const Row& row) {
  return refuse(Reason::invalid, code, place_of(row));
}

template <class Row>
bool is_in_force(const Row& row, Date day) {
  return row.effective_from <= day && (!row.effective_until || day <= *row.effective_until);
}

template <class Row>
bool share_a_day(const Row& a, const Row& b) {
  const bool a_ends = a.effective_until && *a.effective_until < b.effective_from;
  const bool b_ends = b.effective_until && *b.effective_until < a.effective_from;
  return !a_ends && !b_ends;
}

template <class Row>
Row* find_version(std::vector<Row>& rows, const Row& like) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& one) {
    return one.rule == like.rule && one.version == like.version;
  });
  return found == rows.end() ? nullptr : &*found;
}

// Adds rows that ship. Refuses with rules.duplicate.
template <class Row>
Result<void> add_shipped(std::vector<Row>& rows, std::vector<Row> shipped) {
  for (Row& row : shipped) {
    if (find_version(rows, row) != nullptr) return wrong("rules.duplicate", row);
    rows.push_back(std::move(row));
  }
  return {};
}

// Lays rows of the bank over them: one of the same name and version replaces what may be replaced.
// `seen` are the bank's rows so far. Refuses with rules.duplicate or rules.not_replaceable.
template <class Row, class MayReplace>
Result<void> lay_over(std::vector<Row>& rows, std::vector<Row> own, std::set<std::string>& seen,
                      MayReplace&& may_replace) {
  for (Row& row : own) {
    Row* shipped = find_version(rows, row);
    if (!seen.insert(row.rule + "/" + std::to_string(row.version)).second)
      return wrong("rules.duplicate", row);
    if (shipped == nullptr) {
      rows.push_back(std::move(row));
      continue;
    }
    if (!may_replace(*shipped)) return wrong("rules.not_replaceable", row);
    *shipped = std::move(row);
  }
  return {};
}

// Orders rows by name and version. The versions of a rule follow each other without a day between
// or a day twice; one without an end ends before the next. Refuses with rules.overlap, rules.gap,
// or rules.other_span where `speak_of_one` says that two versions are about different things.
template <class Row, class SpeakOfOne>
Result<void> settle_versions(std::vector<Row>& rows, SpeakOfOne&& speak_of_one) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.rule, a.version) < std::tie(b.rule, b.version);
  });
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Row& before = rows[i - 1];
    const Row& row = rows[i];
    if (before.rule != row.rule) continue;
    if (!speak_of_one(before, row)) return wrong("rules.other_span", row);
    if (row.effective_from <= before.effective_from) return wrong("rules.overlap", row);
    const Date last = row.effective_from + std::chrono::days{-1};
    if (before.effective_until && *before.effective_until > last)
      return wrong("rules.overlap", row);
    if (before.effective_until && *before.effective_until < last) return wrong("rules.gap", row);
    before.effective_until = last;
  }
  return {};
}

}  // namespace xb::workflow
