// The tree and its units as they are shown.
#include <algorithm>
#include <map>

#include "platform/identity/organisation/service.h"

namespace xb::identity {
namespace {

using Holders = std::map<std::pair<Id<Unit>, Duty>, std::string>;

Holders by_duty(std::vector<DutyHolder> holders) {
  Holders out;
  for (DutyHolder& one : holders) out[{one.unit_id, one.duty}] = std::move(one.name);
  return out;
}

std::optional<std::string> holder(const Holders& holders, Id<Unit> unit, Duty duty) {
  const auto found = holders.find({unit, duty});
  return found == holders.end() ? std::nullopt : std::optional{found->second};
}

UnitLine line_of(const Unit& unit, std::int64_t depth, const Holders& holders) {
  return {.id = unit.id,
          .code = unit.code,
          .name = unit.name,
          .name_en = unit.name_en,
          .kind = unit.kind,
          .level = unit.level,
          .parent_id = given(unit.parent_id),
          .line = unit.line,
          .depth = depth,
          .closed_on = unit.closed_on,
          .head = holder(holders, unit.id, Duty::head),
          .officer = holder(holders, unit.id, Duty::officer),
          .version = unit.version};
}

// Each before those under it; `units` come by code.
std::vector<UnitLine> ordered(const std::vector<Unit>& units, const Holders& holders) {
  std::map<Id<Unit>, std::vector<const Unit*>> children;
  std::map<Id<Unit>, bool> is_there;
  for (const Unit& unit : units) is_there[unit.id] = true;
  for (const Unit& unit : units)
    children[is_there.contains(unit.parent_id) ? unit.parent_id : Id<Unit>{}].push_back(&unit);
  std::vector<UnitLine> out;
  out.reserve(units.size());
  struct Waiting {
    const Unit* unit;
    std::int64_t depth;
  };
  std::vector<Waiting> waiting;
  const auto wait = [&](Id<Unit> under, std::int64_t depth) {
    const auto found = children.find(under);
    if (found == children.end()) return;
    for (auto it = found->second.rbegin(); it != found->second.rend(); ++it)
      waiting.push_back({*it, depth});
  };
  wait({}, 0);
  while (!waiting.empty()) {
    const Waiting next = waiting.back();
    waiting.pop_back();
    out.push_back(line_of(*next.unit, next.depth, holders));
    wait(next.unit->id, next.depth + 1);
  }
  return out;
}

std::vector<std::string> lacking(const Unit& unit, const std::vector<MemberView>& members,
                                 Date day) {
  std::vector<std::string> out;
  for (const Duty duty : {Duty::head, Duty::officer}) {
    const bool has = std::any_of(members.begin(), members.end(), [&](const MemberView& one) {
      return one.duty == duty && one.since_on <= day;
    });
    if (!has && !unit.closed_on && needs(unit.kind, duty)) out.emplace_back(name_of(duty));
  }
  return out;
}

}  // namespace

bool needs(UnitKind kind, Duty duty) {
  switch (kind) {
    case UnitKind::head_office: return duty == Duty::head;
    case UnitKind::branch:
    case UnitKind::sub_branch:
    case UnitKind::outlet: return duty != Duty::none;
    case UnitKind::department:
    case UnitKind::committee: return duty == Duty::head;
  }
  std::abort();
}

Result<UnitView> find_unit_view(Work& work, Id<Unit> id) {
  const auto unit = find_unit(work.tx, id);
  if (!unit) return refuse(Reason::missing, "unit.missing");
  const Date day = work.zone.date(work.now);
  UnitView out{.id = unit->id,
               .code = unit->code,
               .name = unit->name,
               .name_en = unit->name_en,
               .kind = unit->kind,
               .level = unit->level,
               .parent_id = given(unit->parent_id),
               .line = unit->line,
               .opened_on = unit->opened_on,
               .closed_on = unit->closed_on,
               .periods = {},
               .members = members_of(work.tx, id, day),
               .jurisdictions = {},
               .lacks = {},
               .version = unit->version};
  for (UnitPeriod& one : periods_of(work.tx, id))
    if (!one.until_on || *one.until_on >= one.since_on)
      out.periods.push_back({one.since_on, one.until_on, std::move(one.code), std::move(one.name),
                             std::move(one.name_en), std::move(one.line), given(one.parent_id),
                             std::move(one.reason)});
  for (Jurisdiction& one : jurisdictions_of(work.tx, id))
    out.jurisdictions.push_back(
        {one.id, one.unit_id, one.over_id, std::move(one.matter), one.since_on, one.until_on});
  out.lacks = lacking(*unit, out.members, day);
  return out;
}

namespace {

// Of all units of one day, `top` and what stood below it.
std::vector<Unit> below(std::vector<Unit> all, Id<Unit> top) {
  std::map<Id<Unit>, Id<Unit>> parents;
  for (const Unit& unit : all) parents[unit.id] = unit.parent_id;
  std::erase_if(all, [&](const Unit& unit) {
    Id<Unit> at = unit.id;
    while (at != top && parents.contains(at)) at = parents.at(at);
    return at != top;
  });
  return all;
}

}  // namespace

Result<Tree> tree(storage::Transaction& tx, Date today, std::optional<Date> on,
                  std::optional<Id<Unit>> under) {
  if (under) {
    const auto top = find_unit(tx, *under);
    if (!top) return refuse(Reason::missing, "unit.missing", "under");
    if (on)
      return Tree{*on, ordered(below(units_on(tx, *on), *under), by_duty(duty_holders(tx, *on)))};
    std::vector<Unit> found = units_under(tx, *top);
    std::erase_if(found,
                  [&](const Unit& unit) { return unit.closed_on && *unit.closed_on <= today; });
    return Tree{today, ordered(std::move(found), by_duty(duty_holders_under(tx, *top, today)))};
  }
  const Date day = on.value_or(today);
  return Tree{day, ordered(units_on(tx, day), by_duty(duty_holders(tx, day)))};
}

std::vector<Lack> lacks(storage::Transaction& tx, Date day) {
  const Holders holders = by_duty(duty_holders(tx, day));
  std::vector<Lack> out;
  for (const Unit& unit : units(tx)) {
    if (unit.closed_on) continue;
    for (const Duty duty : {Duty::head, Duty::officer})
      if (needs(unit.kind, duty) && !holders.contains({unit.id, duty}))
        out.push_back({unit.id, unit.code, duty});
  }
  return out;
}

}  // namespace xb::identity
