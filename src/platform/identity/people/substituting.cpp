// Who stands in for whom.
#include <algorithm>

#include "platform/identity/authentic.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/people/appointing.h"
#include "platform/identity/people/service.h"
#include "platform/identity/people/store.h"
#include "platform/identity/rules.h"

namespace xb::identity {
namespace {

constexpr std::chrono::days a_day{1};

Date today(const Work& work) { return work.zone.date(work.now); }

SubstituteView view_of(storage::Transaction& tx, const Substitute& one) {
  const auto name = [&](Id<Person> id) {
    const auto person = find_colleague(tx, id);
    return person ? person->name : std::string{};
  };
  return {
      one.id,       one.absent_id, name(one.absent_id), one.substitute_id, name(one.substitute_id),
      one.since_on, one.until_on};
}

// Whoever does business does not come to keep the system by standing in, nor the other way round.
bool would_mix(Work& work, Id<Person> absent, Id<Person> substitute) {
  const auto own = appointments_of(work.tx, substitute, today(work));
  for (const Appointment& one : appointments_of(work.tx, absent, today(work)))
    if (const Post* post = find_post(one.post))
      for (const Appointment& other : own)
        if (mixes(*post, other)) return true;
  return false;
}

// All who name somebody take turns, because a circle may have any number of them.
void take_turns(Work& work, Id<Person> absent, Id<Person> substitute) {
  if (const auto head = head_office(work.tx)) hold(work.tx, head->id);
  hold(work.tx, absent);
  hold(work.tx, substitute);
}

Result<void> check_substitute(Work& work, Id<Person> absent, const NewSubstitute& input) {
  take_turns(work, absent, input.substitute_id);
  if (input.substitute_id == absent)
    return refuse(Reason::invalid, "substitute.itself", "substitute_id");
  if (input.until_on < input.since_on || input.until_on < today(work))
    return refuse(Reason::invalid, "substitute.period", "until_on");
  const auto substitute = find_colleague(work.tx, input.substitute_id);
  if (!substitute || substitute->status != Status::active)
    return refuse(Reason::invalid, "substitute.not_active", "substitute_id");
  if (would_mix(work, absent, input.substitute_id))
    return refuse(Reason::conflict, "substitute.mixed", "substitute_id");
  std::vector<Substitute> of_that_time;
  for (Substitute& one : substitutes_from(work.tx, input.since_on)) {
    if (!meet(input.since_on, input.until_on, one.since_on, one.until_on)) continue;
    if (one.absent_id == absent)
      return refuse(Reason::conflict, "substitute.overlapping", "since_on");
    of_that_time.push_back(std::move(one));
  }
  if (leads_to(of_that_time, input.substitute_id, absent))
    return refuse(Reason::conflict, "substitute.loop", "substitute_id");
  return {};
}

Result<SubstituteView> add_substitute(Work& work, Id<Person> absent, const NewSubstitute& input,
                                      const Scope& within) {
  TRY(check_substitute(work, absent, input));
  Substitute named{.id = work.new_id<Substitute>(),
                   .absent_id = absent,
                   .substitute_id = input.substitute_id,
                   .since_on = input.since_on,
                   .until_on = input.until_on,
                   .named_by_id = work.actor.person,
                   .level = within.level,
                   .scope_unit_id = within.level == Level::bank ? Id<Unit>{} : within.unit,
                   .mac = {}};
  seal_row(work.keys, named);
  insert(work.tx, named);
  tell_of_person(work, "person.substitute_named", absent, input);
  return view_of(work.tx, named);
}

}  // namespace

Result<SubstituteView> find_substitute_view(Work& work, Id<Substitute> id) {
  const auto found = find_substitute(work.tx, id);
  if (!found) return refuse(Reason::missing, "substitute.missing");
  return view_of(work.tx, *found);
}

Substitute close_substitute(Work& work, Substitute substitute) {
  const bool is_ours = is_authentic(work.keys, substitute);
  substitute.until_on = today(work) + -a_day;
  if (is_ours) seal_row(work.keys, substitute);
  update(work.tx, substitute);
  return substitute;
}

Result<SubstituteView> name_substitute(Work& work, Id<Person> absent, const NewSubstitute& input) {
  TRY(active_person(work, absent));
  if (work.actor.acts_as(input.substitute_id))
    return refuse(Reason::forbidden, "substitute.yourself", "substitute_id");
  return add_substitute(work, absent, input, work.actor.scope);
}

Result<SubstituteView> name_own_substitute(Work& work, const NewSubstitute& input) {
  // Whoever stands in for another does not choose who comes after him.
  if (work.actor.on_behalf_of) return refuse(Reason::forbidden, "substitute.yourself");
  return add_substitute(work, work.actor.person, input, Scope::whole_bank());
}

Result<SubstituteView> end_substitute(Work& work, Id<Substitute> id) {
  auto found = find_substitute(work.tx, id);
  const bool may_see =
      found && (work.actor.acts_as(found->absent_id) || work.actor.acts_as(found->substitute_id) ||
                work.actor.acts_as(found->named_by_id));
  if (!may_see) return refuse(Reason::missing, "substitute.missing");
  if (found->until_on < today(work)) return refuse(Reason::conflict, "substitute.ended");
  const SubstituteView view = view_of(work.tx, close_substitute(work, *found));
  tell_of_person(work, "person.substitute_ended", found->absent_id, view);
  return view;
}

Result<SubstituteList> own_substitutes(Work& work) {
  SubstituteList out;
  for (const Substitute& one : substitutes_of(work.tx, work.actor.person, today(work)))
    out.items.push_back(view_of(work.tx, one));
  for (const Substitute& one : absent_for(work.tx, work.actor.person, today(work)))
    out.items.push_back(view_of(work.tx, one));
  return out;
}

}  // namespace xb::identity
