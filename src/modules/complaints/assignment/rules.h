// Who a case goes to by rule, and who may not have it. Pure.
#pragma once

#include <span>

#include "modules/complaints/types.h"
#include "platform/taxonomies/book.h"

namespace xb::complaints {

// Where a rule sends a case: to one unit, or to a unit of the case's own line upwards.
enum class Destination { unit, outlet, sub_branch, branch };
BOOST_DESCRIBE_ENUM(Destination, unit, outlet, sub_branch, branch)

// One rule as it is told and shown. What is absent fits every case; the first rule that fits
// counts.
struct RoutingLine {
  std::optional<Code> source;
  std::optional<Code> intake_channel;
  std::optional<Code> business_channel;
  std::optional<Code> business;
  std::optional<Code> cause;
  std::optional<Tier> tier;
  Destination destination = Destination::unit;
  std::optional<Id<Unit>> unit_id;  // of Destination::unit
};
BOOST_DESCRIBE_STRUCT(RoutingLine, (),
                      (source, intake_channel, business_channel, business, cause, tier, destination,
                       unit_id))

// The same as it is stored.
struct RoutingRule : RoutingLine {
  static constexpr std::string_view table = "routing_rules";
  Id<RoutingRule> id;
  std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(RoutingRule, (RoutingLine), (id, position))

// A coarse code fits whatever is finer.
bool fits(const RoutingRule& rule, const Complaint& complaint, const taxonomies::Book& book);

struct Routed {
  Id<Unit> unit;
  std::int64_t position = 0;  // of the rule
};

// Nothing where no rule fits, or where those that do lead to a unit that is shut out.
std::optional<Routed> route(std::span<const RoutingRule> rules, const Complaint& complaint,
                            std::span<const Id<Unit>> shut, const taxonomies::Book& book);

// Refuses with complaint.conflict_of_interest: nobody handles a complaint about himself or somebody
// of a unit of his (银保监会令2020年第3号 art. 17). `shut` are the units of the accused, `units`
// that which gets the case and those `person` works in.
Result<void> check_conflict(const Complaint& complaint, std::span<const Id<Unit>> shut,
                            std::span<const Id<Unit>> units, Id<Person> person);

}  // namespace xb::complaints
