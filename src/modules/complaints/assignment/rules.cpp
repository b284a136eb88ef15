#include "modules/complaints/assignment/rules.h"

#include <algorithm>
#include <cstdlib>

namespace xb::complaints {
namespace {

// The wanted code or one below it; what no taxonomy knows fits itself.
bool fits_code(const taxonomies::Book& book, std::string_view taxonomy,
               const std::optional<Code>& wanted, std::string_view value) {
  if (!wanted || wanted->str() == value) return true;
  const auto* item = book.item(taxonomy, value);
  while (item != nullptr && item->parent && *item->parent != wanted->str())
    item = book.item(taxonomy, *item->parent);
  return item != nullptr && item->parent.has_value();
}
std::string_view text_of(const std::optional<Code>& code) {
  return code ? std::string_view{code->str()} : std::string_view{};
}

bool is_among(std::span<const Id<Unit>> units, Id<Unit> unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

Id<Unit> unit_of(const RoutingRule& rule, const Complaint& complaint) {
  switch (rule.destination) {
    case Destination::unit: return rule.unit_id.value_or(Id<Unit>{});
    case Destination::outlet: return complaint.outlet_id;
    case Destination::sub_branch: return complaint.sub_branch_id;
    case Destination::branch: return complaint.branch_id;
  }
  std::abort();
}

}  // namespace

bool fits(const RoutingRule& rule, const Complaint& complaint, const taxonomies::Book& book) {
  return fits_code(book, "source", rule.source, text_of(complaint.source)) &&
         fits_code(book, "intake_channel", rule.intake_channel, complaint.intake_channel.str()) &&
         fits_code(book, "business_channel", rule.business_channel,
                   text_of(complaint.business_channel)) &&
         fits_code(book, "business", rule.business, text_of(complaint.business)) &&
         fits_code(book, "cause", rule.cause, text_of(complaint.cause)) &&
         (!rule.tier || rule.tier == complaint.tier);
}

std::optional<Routed> route(std::span<const RoutingRule> rules, const Complaint& complaint,
                            std::span<const Id<Unit>> shut, const taxonomies::Book& book) {
  for (const RoutingRule& rule : rules) {
    if (!fits(rule, complaint, book)) continue;
    const Id<Unit> unit = unit_of(rule, complaint);
    if (unit && !is_among(shut, unit)) return Routed{unit, rule.position};
  }
  return {};
}

Result<void> check_conflict(const Complaint& complaint, std::span<const Id<Unit>> shut,
                            std::span<const Id<Unit>> units, Id<Person> person) {
  const bool is_accused = complaint.accused_id && complaint.accused_id == person;
  const bool is_his_unit =
      std::any_of(units.begin(), units.end(), [&](Id<Unit> unit) { return is_among(shut, unit); });
  if (is_accused || is_his_unit) return refuse(Reason::conflict, "complaint.conflict_of_interest");
  return {};
}

}  // namespace xb::complaints
