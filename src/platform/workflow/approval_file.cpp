#include "platform/workflow/approval_book.h"
#include "platform/workflow/book_row.h"

namespace xb::workflow {
namespace {

constexpr std::size_t steps_max = 5;
constexpr std::int64_t amount_max_fen = 1'000'000'000'000'000;

Result<ApprovalStep> read_step(const Row& row, const toml::node& node) {
  if (!node.is_array() || node.as_array()->empty()) return row.wrong("rules.malformed", "steps");
  ApprovalStep out;
  for (const auto& one : *node.as_array()) {
    const auto office = named<Office>(one.value_exact<std::string>().value_or(""));
    if (!office || !may_approve(*office)) return row.wrong("rules.unknown_word", "steps");
    if (std::find(out.begin(), out.end(), *office) != out.end())
      return row.wrong("rules.duplicate", "steps");
    out.push_back(*office);
  }
  return out;
}

Result<void> read_steps(Row& row, ApprovalRule& out) {
  const auto* steps = TRY(row.array("steps"));
  if (steps == nullptr) return row.wrong("rules.missing", "steps");
  // Up to some amount whoever handles a case offers by himself; all else is somebody's to agree to.
  const bool may_be_empty = out.matter == "offer";
  if ((steps->empty() && !may_be_empty) || steps->size() > steps_max)
    return row.wrong("rules.range", "steps");
  for (const auto& step : *steps) out.steps.push_back(TRY(read_step(row, step)));
  return {};
}

Result<void> read_amounts(Row& row, ApprovalRule& out) {
  TRY(row.take("amount_from_fen", out.amount_from_fen));
  std::int64_t to = 0;
  if (TRY(row.take("amount_to_fen", to))) out.amount_to_fen = to;
  if (out.amount_from_fen < 0 || out.amount_from_fen > amount_max_fen)
    return row.wrong("rules.range", "amount_from_fen");
  if (out.amount_to_fen && (to < out.amount_from_fen || to > amount_max_fen))
    return row.wrong("rules.range", "amount_to_fen");
  return {};
}

Result<ApprovalRule> read_approval(const toml::table& table, const std::string& file) {
  Row row(table, file);
  ApprovalRule out;
  TRY(read_head(row, out));
  TRY(row.need("matter", out.matter));
  if (!is_word(out.matter)) return row.wrong("rules.unknown_word", "matter");
  TRY(read_conditions(row, approval_facts, out.when));
  TRY(read_amounts(row, out));
  TRY(read_steps(row, out));
  TRY(row.finish());
  out.place = file + ":" + std::to_string(table.source().begin.line);
  return out;
}

}  // namespace

Result<std::vector<ApprovalRule>> read_approval_file(const RuleFile& file) {
  const toml::table document = TRY(parse_book(file));
  Row top(document, file.name);
  std::vector<ApprovalRule> out;
  const auto* rows = TRY(top.array("approval"));
  TRY(top.finish());
  if (rows == nullptr) return out;
  for (const auto& node : *rows) {
    if (!node.is_table()) return top.wrong("rules.malformed", "approval");
    out.push_back(TRY(read_approval(*node.as_table(), file.name)));
  }
  return out;
}

}  // namespace xb::workflow
