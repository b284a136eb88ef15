#include "modules/complaints/rules.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/ensure.h"
#include "platform/privacy/detect.h"

namespace xb::complaints {
namespace {

constexpr std::array kinds{
    Intake{IntakeKind::complaint, Permission("complaint.register"), true},
    Intake{IntakeKind::consultation, Permission("intake.consultation"), true},
    Intake{IntakeKind::suggestion, Permission("intake.suggestion"), false},
    Intake{IntakeKind::praise, Permission("intake.praise"), false},
    Intake{IntakeKind::petition, Permission("intake.petition"), true},
    Intake{IntakeKind::on_the_spot, Permission("intake.on_the_spot"), false},
};

const Instant earliest_received_at = *parse_instant("2000-01-01T00:00:00Z");

// ISO/IEC 7064:2003 MOD 11,10 over digits.
char check_digit(std::string_view digits) {
  int product = 10;
  for (char c : digits) {
    int sum = (product + (c - '0')) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

}  // namespace

std::span<const Intake> intakes() { return kinds; }

const Intake& intake_of(IntakeKind kind) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Intake& one) { return one.kind == kind; });
  ensure(found != kinds.end(), "a kind of intake that nobody may take in");
  return *found;
}

Result<void> check(const NewComplainant& complainant) {
  bool known = false;
  for_each_member<NewComplainant>(
      [&](std::string_view, auto member) { known = known || (complainant.*member).has_value(); });
  if (!known) return refuse(Reason::invalid, "complaint.complainant_unknown", "complainant");
  return {};
}

Result<void> check(IntakeKind kind, const NewComplaint& input) {
  if (intake_of(kind).needs_complainant) TRY(check(input.complainant));
  const bool is_private =
      input.customer_kind.value_or(CustomerKind::enterprise) == CustomerKind::personal;
  if (is_private && input.complainant.credit_code)
    return refuse(Reason::invalid, "complaint.credit_code_unwanted", "complainant.credit_code");
  if (input.amount_fen && *input.amount_fen < 0)
    return refuse(Reason::invalid, "field.range", "amount_fen");
  const bool is_noted = kind == IntakeKind::on_the_spot;
  // What happened, what was done and what came of it: parts of every such record.
  for (const auto& [name, is_told] : {std::pair{"description", input.description.has_value()},
                                      {"method", input.method.has_value()},
                                      {"result", input.result.has_value()}})
    if (is_noted && !is_told) return refuse(Reason::invalid, "field.required", name);
  if (!is_noted && input.method) return refuse(Reason::invalid, "intake.unwanted", "method");
  if (!is_noted && input.result) return refuse(Reason::invalid, "intake.unwanted", "result");
  return {};
}

std::vector<std::string> supplement_grounds(const Supplied& supplied) {
  std::vector<std::string> out;
  if (supplied.agent_relation) {
    const std::string& relation = supplied.agent_relation->str();
    if (!supplied.has_agent_proof)
      out.emplace_back(relation == "guardian"               ? "guardianship_proof"
                       : relation == "heir"                 ? "inheritance_proof"
                       : relation == "legal_representative" ? "post_proof"
                       : relation == "representative"       ? "election_proof"
                                                            : "authorisation_proof");
    if (!supplied.has_agent_identity) out.emplace_back("agent_identity");
    if (!supplied.has_agent_contact) out.emplace_back("agent_contact");
  }
  if (supplied.customer_kind == CustomerKind::enterprise && !supplied.has_credit_code)
    out.emplace_back("credit_code");
  return out;
}

bool is_same_matter(const taxonomies::Book& book, const std::optional<Code>& business,
                    const std::optional<Code>& earlier_business) {
  if (!business || !earlier_business) return false;
  const auto top = book.top_of("business", business->str());
  return !top.empty() && top == book.top_of("business", earlier_business->str());
}

std::vector<std::string> care_of(const taxonomies::Book& book, const Codes& customer_groups) {
  std::vector<std::string> out;
  for (const std::string& group : customer_groups.items)
    if (const auto* item = book.item("customer_group", group))
      for (const std::string& care : item->care)
        if (std::find(out.begin(), out.end(), care) == out.end()) out.push_back(care);
  return out;
}

std::string taxonomy_of(std::string_view member, bool is_list) {
  return std::string{member.substr(0, member.size() - (is_list ? 1 : 0))};
}

Result<Codes> choose_list(const taxonomies::Book& book, std::string_view taxonomy,
                          const Codes& told, Date day, std::string_view field) {
  Codes out;
  for (std::size_t i = 0; i < told.items.size(); ++i) {
    auto code = book.choose(taxonomy, told.items[i], day);
    if (!code) return at_field(field, {code.error().reason, code.error().code, std::to_string(i)});
    if (!out.has(*code)) out.items.push_back(std::move(*code));
  }
  std::sort(out.items.begin(), out.items.end(), [&](const std::string& a, const std::string& b) {
    return book.rank(taxonomy, a) < book.rank(taxonomy, b);
  });
  return out;
}

Result<void> check_code(std::string_view field, std::string_view text) {
  if (!privacy::detect(text).empty())
    return refuse(Reason::invalid, "field.personal", std::string{field});
  return {};
}

Result<void> check_amount(std::optional<std::int64_t> amount_fen) {
  constexpr std::int64_t amount_max = 1'000'000'000'000'000;
  if (!amount_fen) return {};
  if (*amount_fen < 0) return refuse(Reason::invalid, "field.negative", "amount_fen");
  if (*amount_fen > amount_max) return refuse(Reason::invalid, "field.too_large", "amount_fen");
  return {};
}

Result<void> check_received_at(Instant received_at, Instant now) {
  if (received_at > now) return refuse(Reason::invalid, "field.in_future", "received_at");
  if (received_at < earliest_received_at)
    return refuse(Reason::invalid, "field.too_early", "received_at");
  return {};
}

Result<void> check_end(const End& end, Instant now, Zone zone) {
  if (!end.closed_at) return {};
  if (!is_over(end.state)) return refuse(Reason::invalid, "complaint.not_closed", "closed_at");
  const Date day = zone.date(*end.closed_at);
  const bool is_day_only = zone.start(day) == *end.closed_at;
  const bool is_early =
      is_day_only ? day < zone.date(end.received_at) : *end.closed_at < end.received_at;
  if (is_early) return refuse(Reason::invalid, "complaint.closed_early", "closed_at");
  if (*end.closed_at > now) return refuse(Reason::invalid, "field.in_future", "closed_at");
  return {};
}

std::string number_of(Date day, std::int64_t serial) {
  std::string text = format(day);
  std::erase(text, '-');
  char digits[16];
  std::snprintf(digits, sizeof digits, "%07lld", static_cast<long long>(serial % serials));
  text += digits;
  return text + check_digit(text);
}

bool has_check_digit(std::string_view number) {
  const bool digits =
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && number.size() == 16 && check_digit(number.substr(0, 15)) == number.back();
}

}  // namespace xb::complaints
