// Reading the rows of a book from TOML. Whatever is wrong is refused with its place: file, line,
// rule and version, member.
#pragma once

#include <algorithm>
#include <span>

#include <toml++/toml.h>

#include "core/text.h"
#include "platform/workflow/book.h"
#include "platform/workflow/types.h"

namespace xb::workflow {

// Reads the members of one table; remembers which it has seen, and says the place of what is wrong.
class Row {
 public:
  Row(const toml::table& table, const std::string& file) : table_(table), file_(file) {}

  std::string place() const {
    return file_ + ":" + std::to_string(table_.source().begin.line) + label_;
  }
  void set_label(std::string label) { label_ = " " + std::move(label); }

  tl::unexpected<Refusal> wrong(const char* code, std::string_view key) const {
    return refuse(Reason::invalid, code, place() + " " + std::string{key});
  }

  // Leaves `out` as it is where the key is not there.
  template <class T>
  Result<bool> take(std::string_view key, T& out) {
    seen_.emplace_back(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return false;
    const auto value = node->template value_exact<T>();
    if (!value) return wrong("rules.malformed", key);
    out = *value;
    return true;
  }
  template <class T>
  Result<void> need(std::string_view key, T& out) {
    if (!TRY(take(key, out))) return wrong("rules.missing", key);
    return {};
  }
  Result<bool> take_date(std::string_view key, Date& out) {
    toml::date day;
    if (!TRY(take(key, day))) return false;
    const std::chrono::year_month_day date{
        std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}};
    if (!date.ok()) return wrong("rules.malformed", key);
    out = {std::chrono::sys_days{date}};
    return true;
  }
  template <class Enum>
  Result<bool> take_word(std::string_view key, Enum& out) {
    std::string word;
    if (!TRY(take(key, word))) return false;
    const auto value = named<Enum>(word);
    if (!value) return wrong("rules.unknown_word", key);
    out = *value;
    return true;
  }
  template <class Enum>
  Result<void> need_word(std::string_view key, Enum& out) {
    if (!TRY(take_word(key, out))) return wrong("rules.missing", key);
    return {};
  }
  // The tables or values of an array; null where the key is not there.
  Result<const toml::array*> array(std::string_view key) {
    seen_.emplace_back(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return static_cast<const toml::array*>(nullptr);
    if (!node->is_array()) return wrong("rules.malformed", key);
    return node->as_array();
  }
  Result<const toml::table*> table(std::string_view key) {
    seen_.emplace_back(key);
    const auto* node = table_.get(key);
    if (node == nullptr) return static_cast<const toml::table*>(nullptr);
    if (!node->is_table()) return wrong("rules.malformed", key);
    return node->as_table();
  }
  Result<void> finish() const {
    for (const auto& [key, node] : table_)
      if (std::find(seen_.begin(), seen_.end(), key.str()) == seen_.end())
        return wrong("rules.unknown_key", key.str());
    return {};
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string label_;
  std::vector<std::string_view> seen_;
};

// Lower-case letters, digits and `_`.
bool is_word(std::string_view text);

// Refuses with rules.malformed.
Result<toml::table> parse_book(const RuleFile& file);

// The conditions of a row: refuses a fact that is none of `known`.
Result<void> read_conditions(Row& row, std::span<const std::string_view> known, Conditions& out);

// What every row says of itself: name and version, what it is called, where it comes from, how well
// that is known, and from when to when it holds.
template <class T>
Result<void> read_head(Row& row, T& out) {
  TRY(row.need("rule", out.rule));
  TRY(row.take("version", out.version));
  row.set_label(out.rule + "/" + std::to_string(out.version));
  TRY(row.need("zh", out.zh));
  TRY(row.need("en", out.en));
  TRY(row.need("source", out.source));
  TRY(row.need_word("mark", out.mark));
  if (!is_word(out.rule)) return row.wrong("rules.unknown_word", "rule");
  for (const auto& [key, text] : {std::pair{"zh", &out.zh}, {"en", &out.en}})
    if (!check_text(*text, 100, true)) return row.wrong("rules.malformed", key);
  if (!check_text(out.source, 200, true)) return row.wrong("rules.malformed", "source");
  if (out.version < 1) return row.wrong("rules.range", "version");
  if (!TRY(row.take_date("effective_from", out.effective_from)))
    return row.wrong("rules.missing", "effective_from");
  Date until;
  if (TRY(row.take_date("effective_until", until))) out.effective_until = until;
  if (out.effective_until && *out.effective_until < out.effective_from)
    return row.wrong("rules.dates", "effective_until");
  return {};
}

}  // namespace xb::workflow
