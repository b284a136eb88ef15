#include <algorithm>

#include <toml++/toml.h>

#include "platform/workflow/rules.h"

namespace xb::workflow {
namespace {

constexpr std::int64_t length_max = 3650;

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

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Result<void> read_names(Row& row, Rule& out) {
  TRY(row.need("rule", out.rule));
  TRY(row.take("version", out.version));
  row.set_label(out.rule + "/" + std::to_string(out.version));
  TRY(row.need("subject", out.subject));
  TRY(row.need("span", out.span));
  TRY(row.need("zh", out.zh));
  TRY(row.need("en", out.en));
  TRY(row.need("source", out.source));
  TRY(row.take("ladder", out.ladder));
  if (!is_word(out.rule)) return row.wrong("rules.unknown_word", "rule");
  if (!is_word(out.subject)) return row.wrong("rules.unknown_word", "subject");
  if (!is_word(out.span)) return row.wrong("rules.unknown_word", "span");
  for (const auto& [key, text] : {std::pair{"zh", &out.zh}, {"en", &out.en}})
    if (!check_text(*text, 100, true)) return row.wrong("rules.malformed", key);
  if (!check_text(out.source, 200, true)) return row.wrong("rules.malformed", "source");
  if (out.version < 1) return row.wrong("rules.range", "version");
  return {};
}

Result<void> read_measures(Row& row, Rule& out) {
  TRY(row.take("length", out.length));
  TRY(row.need_word("measure", out.measure));
  TRY(row.need_word("from", out.from));
  TRY(row.need_word("kind", out.kind));
  TRY(row.need_word("mark", out.mark));
  if (!TRY(row.take_date("effective_from", out.effective_from)))
    return row.wrong("rules.missing", "effective_from");
  Date until;
  if (TRY(row.take_date("effective_until", until))) out.effective_until = until;
  TRY(row.take("restarts", out.restarts));
  TRY(row.take("takes_over", out.takes_over));
  TRY(row.take("inner_before", out.inner_before));
  const bool has_value = out.length != 0;
  if (out.length < 0 || out.length > length_max) return row.wrong("rules.range", "length");
  if (out.inner_before < 0 || (has_value && out.inner_before >= out.length))
    return row.wrong("rules.range", "inner_before");
  if (out.inner_before > 0 && out.measure == Measure::hours)
    return row.wrong("rules.range", "inner_before");
  if (out.effective_until && *out.effective_until < out.effective_from)
    return row.wrong("rules.dates", "effective_until");
  return {};
}

Result<void> read_conditions(Row& row, Rule& out) {
  const auto* when = TRY(row.table("when"));
  if (when == nullptr) return {};
  for (const auto& [key, node] : *when) {
    const std::string fact{key.str()};
    const std::string place = "when." + fact;
    if (std::find(std::begin(fact_names), std::end(fact_names), fact) == std::end(fact_names))
      return row.wrong("rules.unknown_word", place);
    if (!node.is_array() || node.as_array()->empty()) return row.wrong("rules.malformed", place);
    for (const auto& value : *node.as_array()) {
      const auto text = value.value_exact<std::string>();
      if (!text || !check_text(*text, 200, true)) return row.wrong("rules.malformed", place);
      out.when[fact].push_back(*text);
    }
  }
  return {};
}

Result<void> read_exclusions(Row& row, Rule& out) {
  const auto* kinds = TRY(row.array("exclusions"));
  if (kinds == nullptr) return {};
  for (const auto& node : *kinds) {
    const auto kind = named<ExclusionKind>(node.value_exact<std::string>().value_or(""));
    if (!kind) return row.wrong("rules.unknown_word", "exclusions");
    out.exclusions.push_back(*kind);
  }
  if (!out.exclusions.empty() && out.measure == Measure::hours)
    return row.wrong("rules.range", "exclusions");
  return {};
}

Result<void> read_warnings(Row& row, Rule& out) {
  const auto* days = TRY(row.array("warn_before"));
  if (days == nullptr) return {};
  for (const auto& node : *days) {
    const auto before = node.value_exact<std::int64_t>();
    const bool falls =
        before && *before > 0 && (out.warn_before.empty() || *before < out.warn_before.back());
    if (!falls) return row.wrong("rules.range", "warn_before");
    out.warn_before.push_back(*before);
  }
  return {};
}

Result<void> read_extensions(Row& row, const std::string& file, Rule& out) {
  const auto* tables = TRY(row.array("extension"));
  if (tables == nullptr) return {};
  std::int64_t total = out.length;
  for (const auto& node : *tables) {
    if (!node.is_table()) return row.wrong("rules.malformed", "extension");
    Row inner(*node.as_table(), file);
    inner.set_label(out.rule + "/" + std::to_string(out.version) + " extension");
    Extension one;
    TRY(inner.need("to_total", one.to_total));
    TRY(inner.need_word("approver", one.approver));
    TRY(inner.need("needs_notice", one.needs_notice));
    TRY(inner.finish());
    if (one.to_total <= total || one.to_total > length_max)
      return inner.wrong("rules.range", "to_total");
    total = one.to_total;
    out.extensions.push_back(one);
  }
  return {};
}

Result<Rule> read_rule(const toml::table& table, const std::string& file) {
  Row row(table, file);
  Rule out;
  TRY(read_names(row, out));
  TRY(read_measures(row, out));
  TRY(read_conditions(row, out));
  TRY(read_exclusions(row, out));
  TRY(read_warnings(row, out));
  TRY(read_extensions(row, file, out));
  TRY(row.finish());
  out.place = file + ":" + std::to_string(table.source().begin.line);
  return out;
}

Result<std::chrono::minutes> read_time(Row& row, std::string_view key) {
  toml::time time;
  if (!TRY(row.take(key, time))) return std::chrono::minutes{0};
  return std::chrono::minutes{time.hour * 60 + time.minute};
}

Result<Ladder> read_ladder(const toml::table& table, const std::string& file) {
  Row row(table, file);
  Ladder out;
  TRY(row.need("name", out.name));
  row.set_label(out.name);
  out.quiet_from = TRY(read_time(row, "quiet_from"));
  out.quiet_until = TRY(read_time(row, "quiet_until"));
  const auto* after = TRY(row.table("after_hours"));
  if (after == nullptr) return row.wrong("rules.missing", "after_hours");
  Row hours(*after, file);
  hours.set_label(out.name + " after_hours");
  Result<void> outcome;
  for_each_enumerator<Rung>([&](std::string_view name, Rung rung) {
    if (!outcome) return;
    LadderRung one{rung, 0};
    outcome = hours.need(name, one.after_hours);
    const std::int64_t least = out.rungs.empty() ? 0 : out.rungs.back().after_hours + 1;
    if (outcome && (one.after_hours < least || one.after_hours > 24 * 365))
      outcome = hours.wrong("rules.range", name);
    out.rungs.push_back(one);
  });
  if (!outcome) return tl::unexpected(std::move(outcome).error());
  TRY(hours.finish());
  TRY(row.finish());
  out.place = row.place();
  return out;
}

}  // namespace

Result<RuleRows> read_rule_file(const RuleFile& file) {
  toml::table document;
  try {
    document = toml::parse(file.text);
  } catch (const toml::parse_error& error) {
    return refuse(Reason::invalid, "rules.malformed",
                  file.name + ":" + std::to_string(error.source().begin.line));
  }
  Row top(document, file.name);
  RuleRows out;
  const auto* rules = TRY(top.array("rule"));
  const auto* ladders = TRY(top.array("ladder"));
  TRY(top.finish());
  if (rules != nullptr)
    for (const auto& node : *rules) {
      if (!node.is_table()) return top.wrong("rules.malformed", "rule");
      out.rules.push_back(TRY(read_rule(*node.as_table(), file.name)));
    }
  if (ladders != nullptr)
    for (const auto& node : *ladders) {
      if (!node.is_table()) return top.wrong("rules.malformed", "ladder");
      out.ladders.push_back(TRY(read_ladder(*node.as_table(), file.name)));
    }
  return out;
}

}  // namespace xb::workflow
