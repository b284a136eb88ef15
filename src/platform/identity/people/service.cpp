#include "platform/identity/people/service.h"

#include <algorithm>

#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/people/appointing.h"
#include "platform/identity/people/store.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"
#include "platform/identity/signing_in/store.h"

namespace xb::identity {
namespace {

constexpr std::size_t found_max = 20;

struct Hired {
  std::string staff_no;
  std::string login;
  std::string name;
  std::optional<IdentityNumber> identity_number;
};
BOOST_DESCRIBE_STRUCT(Hired, (), (staff_no, login, name, identity_number))

struct Left {
  std::optional<Id<Person>> successor_id;
  Date on;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(Left, (), (successor_id, on, reason))

sealing::BlindIndex<privacy::IdentityNumber> index_of(Work& work,
                                                      const std::optional<IdentityNumber>& number) {
  return sealing::BlindIndex<privacy::IdentityNumber>::of(work.keys, number);
}

// What of these is another's.
Result<void> check_free(Work& work, const Person& person) {
  const auto is_other = [&](const std::optional<Colleague>& found) {
    return found && found->id != person.id;
  };
  if (is_other(find_colleague_by_staff_no(work.tx, person.staff_no)))
    return refuse(Reason::conflict, "person.staff_no_taken", "staff_no");
  if (is_other(find_colleague_by_login(work.tx, person.login)))
    return refuse(Reason::conflict, "person.login_taken", "login");
  if (is_other(find_by_identity(work.tx, person.identity_number_index)))
    return refuse(Reason::conflict, "person.second_account", "identity_number");
  return {};
}

Result<Person> changeable(Work& work, Id<Person> id) {
  TRY(colleague_in_scope(work, id));
  auto person = find_person(work, id);
  if (!person) return refuse(Reason::missing, "person.missing");
  TRY(check_version(work, person->version));
  return std::move(*person);
}

Result<Person> other_person(Work& work, Id<Person> id) {
  if (work.actor.acts_as(id)) return refuse(Reason::forbidden, "person.yourself");
  return changeable(work, id);
}

Result<void> store(Work& work, Person& person) {
  return update(work, person, sealing::key(work, person.key_id));
}

template <class T>
void tell(Work& work, evidence::Kind kind, const Person& person, const T& facts) {
  evidence::append(work, kind, evidence::Subject(person.id, sealing::key(work, person.key_id)),
                   facts);
}

// Everything he could act by is over. The duties he had go to the successor.
enum class Handover { needed, elsewhere };

Result<void> end_everything(Work& work, Id<Person> id, const Leaving& input, Handover handover) {
  const Date today = work.zone.date(work.now);
  for (Appointment& one : appointments_of(work.tx, id, today)) {
    if (one.duty != Duty::none && !input.successor_id && handover == Handover::needed)
      return refuse(Reason::conflict, "unit.without_head", "successor_id");
    const Appointment ended = one;
    close_appointment(work, std::move(one), today + std::chrono::days{-1});
    if (!input.successor_id || ended.duty == Duty::none || !is_valid_on(ended, today)) continue;
    TRY(appoint(work, *input.successor_id,
                {Text<40, Presence::required>::trusted(ended.post),
                 ended.unit_id,
                 AppointmentKind::part_time,
                 today,
                 {}}));
  }
  for (Substitute& one : substitutes_of(work.tx, id, today)) close_substitute(work, std::move(one));
  for (Substitute& one : absent_for(work.tx, id, today)) close_substitute(work, std::move(one));
  return {};
}

Result<StaffView> go(Work& work, Id<Person> id, const Leaving& input, Handover handover) {
  Person person = TRY(other_person(work, id));
  if (person.status == Status::left) return refuse(Reason::conflict, "person.wrong_state");
  const Date today = work.zone.date(work.now);
  TRY(end_everything(work, id, input, handover));
  person.status = Status::left;
  person.left_on = today;
  TRY(store(work, person));
  delete_sessions_of(work.tx, id);
  delete_credentials(work.tx, id);
  delete_former_passwords(work.tx, id);
  tell(work, "person.left", person, Left{input.successor_id, today, input.reason});
  return find_staff(work, id);
}

StaffView shown(storage::Transaction& tx, Date today, const Colleague& person) {
  StaffView out{.id = person.id,
                .staff_no = person.staff_no,
                .login = person.login,
                .name = person.name,
                .status = person.status,
                .left_on = person.left_on,
                .appointments = {},
                .version = person.version};
  for (const Appointment& one : appointments_of(tx, person.id, today))
    out.appointments.push_back(posted_view(tx, one));
  return out;
}

}  // namespace

Result<Colleague> colleague_in_scope(Work& work, Id<Person> id) {
  auto person = find_colleague(work.tx, id);
  if (!person) return refuse(Reason::missing, "person.missing");
  if (work.actor.scope.level == Level::bank) return std::move(*person);
  const Date today = work.zone.date(work.now);
  for (const Appointment& one : appointments_of(work.tx, id, today)) {
    const bool is_main = one.kind == AppointmentKind::main && is_valid_on(one, today);
    if (!is_main || !is_authentic(work.keys, one)) continue;
    if (const auto unit = find_unit(work.tx, one.unit_id))
      if (lies_in(work.actor.scope, place_of(*unit), unit->id)) return std::move(*person);
  }
  return refuse(Reason::missing, "person.missing");
}

Result<Person> add_person(Work& work, const NewPerson& input, const sealing::DataKey& key) {
  Person person{.id = work.new_id<Person>(),
                .key_id = key.id(),
                .staff_no = input.staff_no.str(),
                .login = folded_login(input.login ? input.login->str() : input.staff_no.str()),
                .name = input.name.str(),
                .identity_number = input.identity_number,
                .identity_number_index = index_of(work, input.identity_number),
                .status = Status::active,
                .left_on = {}};
  TRY(check_free(work, person));
  if (!insert_if_free(work, person, key))
    return refuse(Reason::conflict, "person.staff_no_taken", "staff_no");
  return person;
}

Result<StaffView> hire(Work& work, const NewPerson& input) {
  const auto key = sealing::new_key(work);
  const Person person = TRY(add_person(work, input, key));
  evidence::append(work, "person.hired", evidence::Subject::made_now(person.id, key),
                   Hired{person.staff_no, person.login, person.name, person.identity_number});
  if (input.appointment) TRY(appoint(work, person.id, *input.appointment));
  return find_staff(work, person.id);
}

namespace {

// Who is at work under two numbers has two accounts, so nobody changes one by himself.
Result<void> check_number(Work& work, const Person& person, const PersonChange& input) {
  const auto& known = person.identity_number_index.text;
  if (!input.identity_number || known == index_of(work, input.identity_number).text) return {};
  if (work.actor.acts_as(person.id))
    return refuse(Reason::forbidden, "person.yourself", "identity_number");
  if (known) return refuse(Reason::conflict, "person.number_set", "identity_number");
  return {};
}

}  // namespace

Result<StaffView> change_person(Work& work, Id<Person> id, const PersonChange& input) {
  const Person person = TRY(changeable(work, id));
  TRY(check_number(work, person, input));
  return correct_person(work, id, input);
}

Result<StaffView> correct_person(Work& work, Id<Person> id, const PersonChange& input) {
  Person person = TRY(changeable(work, id));
  person.name = input.name.str();
  if (input.login) person.login = folded_login(input.login->str());
  if (input.identity_number) {
    person.identity_number = input.identity_number;
    person.identity_number_index = index_of(work, input.identity_number);
  }
  TRY(check_free(work, person));
  TRY(store(work, person));
  tell(work, "person.changed", person,
       Hired{person.staff_no, person.login, person.name, person.identity_number});
  return find_staff(work, id);
}

Result<StaffView> suspend(Work& work, Id<Person> id, const Suspension& input) {
  Person person = TRY(other_person(work, id));
  if (person.status != Status::active) return refuse(Reason::conflict, "person.wrong_state");
  person.status = Status::suspended;
  TRY(store(work, person));
  delete_sessions_of(work.tx, id);
  tell(work, "person.suspended", person, input);
  return find_staff(work, id);
}

Result<StaffView> reinstate(Work& work, Id<Person> id, const Suspension& input) {
  Person person = TRY(other_person(work, id));
  if (person.status != Status::suspended) return refuse(Reason::conflict, "person.wrong_state");
  person.status = Status::active;
  TRY(store(work, person));
  tell(work, "person.reinstated", person, input);
  return find_staff(work, id);
}

Result<StaffView> rehire(Work& work, Id<Person> id, const Suspension& input) {
  Person person = TRY(other_person(work, id));
  if (person.status != Status::left) return refuse(Reason::conflict, "person.wrong_state");
  person.status = Status::active;
  person.left_on = {};
  TRY(store(work, person));
  tell(work, "person.rehired", person, input);
  return find_staff(work, id);
}

Result<StaffView> leave(Work& work, Id<Person> id, const Leaving& input) {
  if (input.successor_id == id) return refuse(Reason::invalid, "person.successor", "successor_id");
  return go(work, id, input, Handover::needed);
}

Result<StaffView> leave_for_good(Work& work, Id<Person> id, const Motive& reason) {
  return go(work, id, {{}, reason}, Handover::elsewhere);
}

Result<StaffView> find_staff(Work& work, Id<Person> id) {
  const auto person = find_colleague(work.tx, id);
  if (!person) return refuse(Reason::missing, "person.missing");
  return shown(work.tx, work.zone.date(work.now), *person);
}

Result<storage::Page<StaffView>> list_staff(Work& work, const storage::ListRequest& request) {
  // Everybody may know who works where.
  const auto plan = TRY(storage::Plan::make(staff_list_spec(), Scope::whole_bank(), request));
  const auto keys = plan.keys(work.tx, Person::table);
  storage::Page<StaffView> out;
  for (const Colleague& person : colleagues(work.tx, keys.ids))
    out.items.push_back(shown(work.tx, work.zone.date(work.now), person));
  out.next_cursor = keys.next;
  return out;
}

Result<StaffList> search_staff(Work& work, const StaffSearch& input) {
  if (int{input.login.has_value()} + int{input.staff_no.has_value()} +
          int{input.name.has_value()} !=
      1)
    return refuse(Reason::invalid, "search.one_term");
  std::vector<Colleague> found;
  const auto add = [&](std::optional<Colleague> one) {
    if (one) found.push_back(std::move(*one));
  };
  if (input.login) add(find_colleague_by_login(work.tx, input.login->str()));
  if (input.staff_no) add(find_colleague_by_staff_no(work.tx, input.staff_no->str()));
  if (input.name) found = colleagues_named(work.tx, input.name->str(), found_max);
  StaffList out;
  for (const Colleague& one : found)
    out.items.push_back(shown(work.tx, work.zone.date(work.now), one));
  return out;
}

Result<PostList> list_posts(Work&) {
  PostList out;
  for (const auto& [code, post] : posts()) {
    PostView view{.code = code,
                  .name = post.name,
                  .name_en = post.name_en,
                  .kinds = post.kinds,
                  .levels = post.levels,
                  .duty = post.duty,
                  .is_system = post.is_system,
                  .needs_second_factor = post.needs_second_factor,
                  .may_break_glass = post.may_break_glass,
                  .leads_complaints = post.leads_complaints,
                  .grants = {}};
    for (const Tuple& one : post.tuples)
      view.grants.push_back({one.permission, one.reach, one.sensitivity});
    out.items.push_back(std::move(view));
  }
  return out;
}

}  // namespace xb::identity
