#include <algorithm>

#include "platform/workflow/book_row.h"
#include "platform/workflow/rules.h"

namespace xb::workflow {
namespace {

constexpr std::int64_t length_max = 3650;

Result<void> read_names(Row& row, Rule& out) {
  TRY(row.need("subject", out.subject));
  TRY(row.need("span", out.span));
  TRY(row.take("ladder", out.ladder));
  if (!is_word(out.subject)) return row.wrong("rules.unknown_word", "subject");
  if (!is_word(out.span)) return row.wrong("rules.unknown_word", "span");
  return {};
}

Result<void> read_measures(Row& row, Rule& out) {
  TRY(row.take("length", out.length));
  TRY(row.need_word("measure", out.measure));
  TRY(row.need_word("from", out.from));
  TRY(row.need_word("kind", out.kind));
  TRY(row.take("restarts", out.restarts));
  TRY(row.take("takes_over", out.takes_over));
  TRY(row.take("inner_before", out.inner_before));
  const bool has_value = out.length != 0;
  if (out.length < 0 || out.length > length_max) return row.wrong("rules.range", "length");
  if (out.inner_before < 0 || (has_value && out.inner_before >= out.length))
    return row.wrong("rules.range", "inner_before");
  if (out.inner_before > 0 && out.measure == Measure::hours)
    return row.wrong("rules.range", "inner_before");
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
  TRY(read_head(row, out));
  TRY(read_names(row, out));
  TRY(read_measures(row, out));
  TRY(read_conditions(row, fact_names, out.when));
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
  TRY(row.take("resting_days", out.resting_days));
  if (out.resting_days < 1 || out.resting_days > 365)
    return row.wrong("rules.range", "resting_days");
  const auto* after = TRY(row.table("after_hours"));
  if (after == nullptr) return row.wrong("rules.missing", "after_hours");
  Row hours(*after, file);
  hours.set_label(out.name + " after_hours");
  std::string_view left_out;
  for (const Office rung : rungs) {
    LadderRung one{rung, 0};
    const bool is_told = TRY(hours.take(name_of(rung), one.after_hours));
    if (!is_told && left_out.empty()) left_out = name_of(rung);
    if (!is_told && rung != Office::owner) continue;
    if (!left_out.empty()) return hours.wrong("rules.missing", left_out);
    const std::int64_t least = out.rungs.empty() ? 0 : out.rungs.back().after_hours + 1;
    if (one.after_hours < least || one.after_hours > 24 * 365)
      return hours.wrong("rules.range", name_of(rung));
    out.rungs.push_back(one);
  }
  TRY(hours.finish());
  TRY(row.finish());
  out.place = row.place();
  return out;
}

}  // namespace

Result<RuleRows> read_rule_file(const RuleFile& file) {
  const toml::table document = TRY(parse_book(file));
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
