#include "modules/complaints/assignment/rules.h"

#include <algorithm>
#include <cstdlib>

namespace xb::complaints {
namespace {

bool fits_code(const std::optional<Code>& wanted, std::string_view value) {
  return !wanted || wanted->str() == value;
}
bool fits_code(const std::optional<Code>& wanted, const std::optional<Code>& value) {
  return !wanted || (value && wanted->str() == value->str());
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

bool fits(const RoutingRule& rule, const Complaint& complaint) {
  return fits_code(rule.source, complaint.source) &&
         fits_code(rule.intake_channel, complaint.intake_channel.str()) &&
         fits_code(rule.business_channel, complaint.business_channel) &&
         fits_code(rule.business, complaint.business) && fits_code(rule.cause, complaint.cause) &&
         (!rule.tier || rule.tier == complaint.tier);
}

std::optional<Routed> route(std::span<const RoutingRule> rules, const Complaint& complaint,
                            std::span<const Id<Unit>> shut) {
  for (const RoutingRule& rule : rules) {
    if (!fits(rule, complaint)) continue;
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
