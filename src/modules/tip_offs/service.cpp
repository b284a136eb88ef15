#include "modules/tip_offs/service.h"

#include <algorithm>
#include <set>

#include "modules/tip_offs/rules.h"
#include "platform/clocks/store.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"
#include "platform/identity/store.h"

namespace xb::tip_offs {
namespace {

constexpr std::size_t timeline_max = 1000;

// Whom it is about is sealed in the entry: the log's facts go to more eyes than the tip-off.
using Names = Personal<privacy::Prose<20'000>>;

struct RegisteredEntry {
  std::string number;
  bool is_anonymous = true;
  Instant received_at;
  std::vector<clocks::Change> clocks;
  Names barred;
  Summary summary;
  std::optional<Wording> wording;
  std::optional<Personal<ReporterFact>> reporter_name;
  std::optional<Personal<ReporterFact>> reporter_reach;
};
BOOST_DESCRIBE_STRUCT(RegisteredEntry, (),
                      (number, is_anonymous, received_at, clocks, barred, summary, wording,
                       reporter_name, reporter_reach))

struct Assigned {
  State from = State::received;
  Id<Unit> handling_unit_id;
  Id<Person> handler_id;
};
BOOST_DESCRIBE_STRUCT(Assigned, (), (from, handling_unit_id, handler_id))

struct Decided {
  Finding finding{};
  std::vector<clocks::Change> clocks;
  Wording decision;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (finding, clocks, decision))

struct ClosedEntry {
  std::optional<ResultTold> told;
};
BOOST_DESCRIBE_STRUCT(ClosedEntry, (), (told))

struct Barred {
  std::set<Id<Person>> persons;
  std::set<Id<Unit>> units;

  bool hit(const Actor& actor) const {
    if (persons.contains(actor.person) || persons.contains(actor.on_behalf_of)) return true;
    return units.contains(actor.unit) ||
           std::any_of(actor.other_units.begin(), actor.other_units.end(),
                       [&](Id<Unit> unit) { return units.contains(unit); });
  }
  std::string text() const {
    std::string out = "persons";
    for (const auto person : persons) out += " " + std::to_string(person.number);
    out += "; units";
    for (const auto unit : units) out += " " + std::to_string(unit.number);
    return out;
  }
};

// The unit, those above it to the top, and all of its line.
void bar_line(Work& work, const Unit& unit, Barred& barred) {
  std::optional<Unit> at = unit;
  while (at && barred.units.insert(at->id).second && at->parent_id)
    at = identity::find_unit(work.tx, at->parent_id);
  if (unit.line.empty()) return;
  for (const Unit& other : identity::units(work.tx))
    if (other.line == unit.line) barred.units.insert(other.id);
}

Result<Barred> barred_by(Work& work, const NewTipOff& input) {
  Barred out;
  const Date today = work.zone.date(work.now);
  auto units = input.reported_unit_ids.value_or(std::vector<Id<Unit>>{});
  for (const Id<Person> person : input.reported_ids.value_or(std::vector<Id<Person>>{})) {
    if (!identity::find_colleague(work.tx, person))
      return refuse(Reason::invalid, "person.missing", "reported_ids");
    out.persons.insert(person);
    for (const auto& appointment : identity::appointments_of(work.tx, person, today))
      units.push_back(appointment.unit_id);
  }
  for (const Id<Unit> id : units) {
    const auto unit = identity::find_unit(work.tx, id);
    if (!unit) return refuse(Reason::invalid, "unit.missing", "reported_unit_ids");
    bar_line(work, *unit, out);
  }
  return out;
}

clocks::Changed start_clock(Work& work, const TipOff& tip_off, std::optional<Date> due_on) {
  auto planned = clocks::plan(work, clock_subject, {},
                              {{workflow::CountsFrom::received, tip_off.received_at}});
  clocks::start(work, planned, tip_off.id.number);
  if (!due_on) return planned;
  for (clocks::Clock& clock : planned.clocks)
    planned.changes.push_back(clocks::set_regulators_date(work, clock, *due_on));
  return planned;
}

struct OpenTipOff {
  TipOff tip_off;
  sealing::DataKey key;
};

Result<OpenTipOff> open(Work& work, Id<TipOff> id) {
  auto tip_off = find_tip_off(work, work.actor, id);
  if (!tip_off) return refuse(Reason::missing, "tip_off.missing");
  TRY(check_version(work, tip_off->version));
  auto key = sealing::key(work, tip_off->key_id);
  return OpenTipOff{std::move(*tip_off), std::move(key)};
}

TipOffState state_of(const TipOff& tip_off) {
  return {tip_off.id, tip_off.number, tip_off.state, tip_off.due_at, tip_off.version};
}

void copy_into(TipOffItem& item, const TipOff& tip_off) {
  item = {tip_off.id,
          tip_off.number,
          tip_off.state,
          tip_off.is_anonymous,
          tip_off.summary,
          tip_off.received_at,
          tip_off.due_at,
          given(tip_off.handling_unit_id),
          given(tip_off.handler_id),
          tip_off.finding,
          tip_off.closed_at,
          tip_off.version};
}

// Neither the handler nor any unit he works in stands behind a barrier.
Result<void> check_outside(Work& work, Id<TipOff> id, const Assignment& input) {
  const Date today = work.zone.date(work.now);
  if (!identity::find_colleague(work.tx, input.handler_id))
    return refuse(Reason::invalid, "person.missing", "handler_id");
  if (!identity::works_in(work.tx, input.handler_id, input.unit_id, today))
    return refuse(Reason::invalid, "tip_off.handler_elsewhere", "handler_id");
  std::set<Id<Unit>> units{input.unit_id};
  for (const auto& appointment : identity::appointments_of(work.tx, input.handler_id, today))
    units.insert(appointment.unit_id);
  for (const Barrier& barrier : barriers_of(work.tx, id))
    if (barrier.person_id == input.handler_id || units.contains(barrier.unit_id))
      return refuse(Reason::conflict, "tip_off.in_the_line", "handler_id");
  return {};
}

}  // namespace

Result<Registered> register_tip_off(Work& work, const NewTipOff& input) {
  TRY(check(input, work.now, work.zone));
  const Barred barred = TRY(barred_by(work, input));
  if (barred.hit(work.actor))
    return refuse(Reason::conflict, "tip_off.conflict_of_interest", "reported_ids");
  const auto key = sealing::new_key(work);
  TipOff tip_off{.id = work.new_id<TipOff>(),
                 .key_id = key.id(),
                 .number = {},
                 .is_anonymous = !input.reporter_name && !input.reporter_reach,
                 .summary = input.summary,
                 .wording = input.wording,
                 .reporter_name = input.reporter_name,
                 .reporter_reach = input.reporter_reach,
                 .received_at = input.received_at.value_or(work.now),
                 .registered_at = work.now,
                 .due_at = {},
                 .finding = {},
                 .decision = {},
                 .decided_at = {},
                 .told_at = {},
                 .told_by = {},
                 .told_proof = {},
                 .closed_at = {}};
  tip_off.number = "JB" + std::to_string(tip_off.id.number);
  const auto clocks = start_clock(work, tip_off, input.due_on);
  tip_off.due_at = clocks::first_due_at(clocks.clocks);
  insert(work, tip_off, key);
  for (const Id<Person> person : barred.persons)
    insert(work.tx, Barrier{work.new_id<Barrier>(), tip_off.id, person, {}});
  for (const Id<Unit> unit : barred.units)
    insert(work.tx, Barrier{work.new_id<Barrier>(), tip_off.id, {}, unit});
  evidence::append(work, "tip_off.registered", evidence::Subject::made_now(tip_off.id, key),
                   RegisteredEntry{tip_off.number, tip_off.is_anonymous, tip_off.received_at,
                                   clocks.changes, Names::trusted(barred.text()), input.summary,
                                   input.wording, input.reporter_name, input.reporter_reach});
  return Registered{tip_off.id, tip_off.number};
}

Result<Registered> find_registered(Work& work, Id<TipOff> id) {
  const auto tip_off = find_tip_off(work, Actor::system(), id);
  if (!tip_off) return refuse(Reason::missing, "tip_off.missing");
  return Registered{tip_off->id, tip_off->number};
}

Result<TipOffView> find(Work& work, Id<TipOff> id) {
  const auto found = find_tip_off(work, work.actor, id);
  if (!found) return refuse(Reason::missing, "tip_off.missing");
  TipOffView out;
  copy_into(out, *found);
  out.wording = found->wording;
  out.reporter_name = found->reporter_name;
  out.reporter_reach = found->reporter_reach;
  out.registered_at = found->registered_at;
  for (const Barrier& barrier : barriers_of(work.tx, id))
    if (barrier.person_id) out.reported_ids.push_back(barrier.person_id);
  out.decision = found->decision;
  out.decided_by_id = given(found->decided_by_id);
  out.decided_at = found->decided_at;
  out.told_at = found->told_at;
  out.told_by = found->told_by;
  out.told_proof = found->told_proof;
  for (const auto& clock : clocks::clocks_of(work.tx, id.number))
    for (const auto& notice : clocks::notices_of(work.tx, clock.id))
      out.notices.push_back({notice.kind, notice.rung, notice.due_at, notice.sent_at});
  return out;
}

Result<storage::Page<TipOffItem>> list(Work& work, const storage::ListRequest& request) {
  const auto found = TRY(page(work, work.actor, request));
  storage::Page<TipOffItem> out{{}, found.next_cursor};
  for (const TipOff& tip_off : found.rows) copy_into(out.items.emplace_back(), tip_off);
  return out;
}

Result<Timeline> timeline(Work& work, Id<TipOff> id) {
  if (!find_tip_off(work, work.actor, id)) return refuse(Reason::missing, "tip_off.missing");
  return Timeline{evidence::timeline(work, id.number, 0, timeline_max)};
}

Result<Counts> count(Work& work) { return Counts{counts(work.tx, work.actor)}; }

Result<TipOffState> find_state(Work& work, Id<TipOff> id) {
  const auto tip_off = find_tip_off(work, work.actor, id);
  if (!tip_off) return refuse(Reason::missing, "tip_off.missing");
  return state_of(*tip_off);
}

Result<TipOffState> assign(Work& work, Id<TipOff> id, const Assignment& input) {
  auto opened = TRY(open(work, id));
  TipOff& tip_off = opened.tip_off;
  const State from = tip_off.state;
  tip_off.state = TRY(after(from, Action::assign));
  TRY(check_outside(work, id, input));
  tip_off.handling_unit_id = input.unit_id;
  tip_off.handler_id = input.handler_id;
  TRY(update(work, tip_off, opened.key));
  evidence::append(work, "tip_off.assigned", evidence::Subject(id, opened.key),
                   Assigned{from, input.unit_id, input.handler_id});
  return state_of(tip_off);
}

Result<TipOffState> decide(Work& work, Id<TipOff> id, const Decision& input) {
  auto opened = TRY(open(work, id));
  TipOff& tip_off = opened.tip_off;
  tip_off.state = TRY(after(tip_off.state, Action::decide));
  const bool is_his = tip_off.handler_id == work.actor.person ||
                      (work.actor.on_behalf_of && tip_off.handler_id == work.actor.on_behalf_of);
  if (!is_his) return refuse(Reason::forbidden, "tip_off.not_yours");
  tip_off.finding = input.finding;
  tip_off.decision = input.decision;
  tip_off.decided_by_id = work.actor.person;
  tip_off.decided_at = work.now;
  tip_off.due_at.reset();
  const auto stopped = TRY(clocks::stop_all(work, id.number));
  TRY(update(work, tip_off, opened.key));
  evidence::append(work, "tip_off.decided", evidence::Subject(id, opened.key),
                   Decided{input.finding, stopped.changes, input.decision});
  return state_of(tip_off);
}

Result<TipOffState> close(Work& work, Id<TipOff> id, const Closure& input) {
  auto opened = TRY(open(work, id));
  TipOff& tip_off = opened.tip_off;
  tip_off.state = TRY(after(tip_off.state, Action::close));
  if (!input.told && tip_off.reporter_reach)
    return refuse(Reason::conflict, "tip_off.result_untold", "told");
  if (input.told) {
    if (input.told->at > work.now) return refuse(Reason::invalid, "field.in_future", "told.at");
    if (input.told->at < tip_off.decided_at.value_or(tip_off.received_at))
      return refuse(Reason::invalid, "tip_off.told_early", "told.at");
    tip_off.told_at = input.told->at;
    tip_off.told_by = input.told->by;
    tip_off.told_proof = input.told->proof;
  }
  tip_off.closed_at = work.now;
  TRY(update(work, tip_off, opened.key));
  evidence::append(work, "tip_off.closed", evidence::Subject(id, opened.key),
                   ClosedEntry{input.told});
  return state_of(tip_off);
}

Result<OpenedReporter> open_reporter(Work& work, Id<TipOff> id, const Opening& input) {
  const auto opened = TRY(open(work, id));
  const TipOff& tip_off = opened.tip_off;
  OpenedReporter out;
  if (tip_off.reporter_name)
    out.reporter_name = privacy::Opened<ReporterFact>{tip_off.reporter_name->reveal()};
  if (tip_off.reporter_reach)
    out.reporter_reach = privacy::Opened<ReporterFact>{tip_off.reporter_reach->reveal()};
  TRY(identity::spend_glass(work, 2));
  evidence::append(work, "tip_off.reporter_opened", evidence::Subject(id, opened.key), input);
  return out;
}

clocks::Source clock_source() {
  clocks::Source out;
  out.kind = clock_subject;
  out.find = [](Work& work, std::int64_t id) -> std::optional<clocks::Card> {
    const auto tip_off = find_tip_off(work, Actor::system(), {id});
    if (!tip_off) return {};
    return clocks::Card{.number = tip_off->number,
                        .key_id = tip_off->key_id,
                        .standing = {{}, tip_off->handling_unit_id, {}, {}, {}},
                        .due_at = tip_off->due_at,
                        .is_sealed = true};
  };
  out.moved = [](Work& work, std::int64_t id, std::optional<Instant> first_due_at) {
    auto tip_off = find_tip_off(work, Actor::system(), {id});
    if (!tip_off) return;
    tip_off->due_at = first_due_at;
    const auto key = sealing::key(work, tip_off->key_id);
    storage::cells::expect(update(work, *tip_off, key).has_value(),
                           "a tip-off moved under the sweep");
  };
  return out;
}

}  // namespace xb::tip_offs
