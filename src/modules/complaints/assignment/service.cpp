#include "modules/complaints/assignment/service.h"

#include "modules/complaints/moving/service.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/offices.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"
#include "platform/inbox/service.h"

namespace xb::complaints {
namespace {

struct Assigned : Moved {
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  std::optional<std::int64_t> rule;  // its position, where a rule decided
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(Assigned, (Moved), (handling_unit_id, handler_id, rule, reason))

struct TakenOver : Moved {
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
  Id<Person> from_id;  // who was responsible until now
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TakenOver, (Moved), (handling_unit_id, handler_id, from_id, note))

struct RoutingReplaced {
  std::vector<RoutingLine> rules;
};
BOOST_DESCRIBE_STRUCT(RoutingReplaced, (), (rules))

Result<void> check_open(Work& work, Id<Unit> id, const std::string& field) {
  const auto unit = identity::find_unit(work.tx, id);
  if (!unit) return refuse(Reason::invalid, "unit.missing", field);
  if (unit->closed_on) return refuse(Reason::invalid, "unit.closed", field);
  return {};
}

// Where it goes: as told, or by rule.
Result<Routed> destination_of(Work& work, const Complaint& complaint,
                              const std::vector<Id<Unit>>& shut, const Assignment& input) {
  if (input.unit_id) {
    TRY(check_open(work, *input.unit_id, "unit_id"));
    return Routed{*input.unit_id, 0};
  }
  const auto routed = route(routing_rules(work), complaint, shut, words(work));
  if (!routed) return refuse(Reason::conflict, "assignment.no_rule", "unit_id");
  TRY(check_open(work, routed->unit, "unit_id"));
  return *routed;
}

// What was raised stays at that level or goes higher.
Result<void> check_raised(Work& work, const Complaint& complaint, Id<Unit> unit) {
  const auto raised_to = identity::find_unit(work.tx, complaint.raised_to_id);
  const auto chosen = identity::find_unit(work.tx, unit);
  const bool is_below = raised_to && chosen && chosen->level > raised_to->level;
  if (is_below) return refuse(Reason::conflict, "assignment.below_raised", "unit_id");
  return {};
}

std::string place_of(std::size_t i) { return "rules." + std::to_string(i); }

// Whether `wide` fits whatever `narrow` fits.
bool covers(const RoutingLine& wide, const RoutingLine& narrow) {
  bool covered = true;
  for_each_member<RoutingLine>([&](std::string_view, auto member) {
    using Member = std::remove_cvref_t<decltype(wide.*member)>;
    if constexpr (std::is_same_v<Member, std::optional<Code>>) {
      if (wide.*member)
        covered = covered && narrow.*member && (wide.*member)->str() == (narrow.*member)->str();
    }
  });
  return covered && (!wide.tier || wide.tier == narrow.tier);
}

// Conditions may name items of taxonomies; they are kept as codes.
Result<void> choose_all(Work& work, Routing& input) {
  if (input.rules.size() > rules_max) return refuse(Reason::invalid, "routing.too_many", "rules");
  const Date today = work.zone.date(work.now);
  for (std::size_t i = 0; i < input.rules.size(); ++i) {
    RoutingLine& rule = input.rules[i];
    TRY(check_codes(rule));
    if (auto chosen = choose_codes(words(work), today, rule); !chosen)
      return at_field(place_of(i), std::move(chosen).error());
  }
  return {};
}

Result<void> check(Work& work, const Routing& input) {
  for (std::size_t i = 0; i < input.rules.size(); ++i) {
    const RoutingLine& rule = input.rules[i];
    const bool is_named = rule.destination == Destination::unit;
    if (is_named && !rule.unit_id)
      return refuse(Reason::invalid, "routing.unit_needed", place_of(i) + ".unit_id");
    if (!is_named && rule.unit_id)
      return refuse(Reason::invalid, "routing.unit_unwanted", place_of(i) + ".unit_id");
    if (rule.unit_id) TRY(check_open(work, *rule.unit_id, place_of(i) + ".unit_id"));
    // A rule that leads up the line may find no such unit, so it hides nothing.
    for (std::size_t before = 0; before < i; ++before)
      if (input.rules[before].destination == Destination::unit && covers(input.rules[before], rule))
        return refuse(Reason::invalid, "routing.unreachable", place_of(i));
  }
  return {};
}

}  // namespace

Result<void> check_conflict(Work& work, const Complaint& complaint, Id<Unit> unit,
                            Id<Person> handler) {
  std::vector<Id<Unit>> units;
  if (handler) units = identity::units_of(work.tx, handler, work.zone.date(work.now));
  units.push_back(unit);
  return check_conflict(complaint, shut_units(work, complaint), units, handler);
}

Result<void> check_handler(Work& work, Id<Unit> unit, Id<Person> handler) {
  if (!identity::find_colleague(work.tx, handler))
    return refuse(Reason::invalid, "person.missing", "handler_id");
  if (!identity::works_in(work.tx, handler, unit, work.zone.date(work.now)))
    return refuse(Reason::invalid, "assignment.handler_elsewhere", "handler_id");
  if (!identity::holds_in(work, handler, unit, Permission{"complaint.handle"}))
    return refuse(Reason::invalid, "assignment.cannot_handle", "handler_id");
  return {};
}

Result<ComplaintState> assign(Work& work, Id<Complaint> id, const Assignment& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const auto shut = shut_units(work, complaint);
  const Routed routed = TRY(destination_of(work, complaint, shut, input));
  const Id<Person> handler = input.handler_id.value_or(Id<Person>{});
  TRY(check_conflict(work, complaint, routed.unit, handler));
  TRY(check_raised(work, complaint, routed.unit));
  if (handler) TRY(check_handler(work, routed.unit, handler));
  // What was taken in for the whole bank is from now on that line's, too.
  const auto unit = identity::find_unit(work.tx, routed.unit);
  if (const Place place = identity::place_of(*unit); !complaint.branch_id && place.branch_id)
    belong_to(work, opened, place);
  complaint.handling_unit_id = routed.unit;
  complaint.handler_id = handler;
  const Moved moved = TRY(advance(work, opened, Action::assign));
  TRY(follow(work, complaint));
  tell_handler(work, complaint);
  std::optional<std::int64_t> rule;
  if (!input.unit_id) rule = routed.position;
  evidence::append(work, "complaint.assigned", evidence::Subject(id, opened.key),
                   Assigned{moved, routed.unit, handler, rule, input.reason});
  return state_of(work, complaint);
}

Result<ComplaintState> take_over(Work& work, Id<Complaint> id, const TakeOver& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  TRY(after(complaint.state, Action::take_over));
  const Id<Person> actor = work.actor.person;
  const bool is_handler =
      complaint.handler_id == actor || complaint.handler_id == work.actor.on_behalf_of;
  const bool is_his =
      complaint.handler_id ? is_handler : complaint.handling_unit_id == work.actor.unit;
  if (!is_his) return refuse(Reason::forbidden, "assignment.not_yours");
  const Id<Person> from = complaint.responsible_id;
  complaint.handler_id = actor;
  complaint.responsible_id = actor;
  const Moved moved = TRY(advance(work, opened, Action::take_over));
  TRY(follow(work, complaint));
  inbox::settle(work.tx, id.number);
  evidence::append(work, "complaint.taken_over", evidence::Subject(id, opened.key),
                   TakenOver{moved, complaint.handling_unit_id, actor, from, input.note});
  return state_of(work, complaint);
}

Result<Routing> routing(Work& work) {
  Routing out;
  for (RoutingRule& rule : routing_rules(work)) out.rules.push_back(std::move(rule));
  return out;
}

Result<Routing> replace_routing(Work& work, const Routing& told) {
  Routing input = told;
  TRY(choose_all(work, input));
  TRY(check(work, input));
  delete_routing_rules(work);
  std::int64_t position = 0;
  for (const RoutingLine& line : input.rules)
    insert(work, RoutingRule{line, work.new_id<RoutingRule>(), ++position});
  const auto key = sealing::key(work, {bank_id});
  evidence::append(work, "routing.replaced", evidence::Subject(Id<Unit>{bank_id}, key),
                   RoutingReplaced{input.rules});
  return routing(work);
}

}  // namespace xb::complaints
