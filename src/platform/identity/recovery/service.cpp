#include "platform/identity/recovery/service.h"

#include <algorithm>

#include "core/encoding.h"
#include "platform/identity/authentic.h"
#include "platform/identity/passwords.h"
#include "platform/identity/people/appointing.h"
#include "platform/identity/people/service.h"
#include "platform/identity/posts.h"
#include "platform/identity/signing_in/store.h"
#include "platform/identity/totp.h"
#include "platform/sealing/crypto.h"

namespace xb::identity {
namespace {

constexpr std::size_t shown_max = 100;
constexpr std::size_t looked_at_max = 1000;
constexpr std::size_t code_bytes = 6;  // ten letters to read out: 2^48 while the link lives

struct ResetFacts {
  Id<Reset> id;
  ResetState state = ResetState::asked;
};
BOOST_DESCRIBE_STRUCT(ResetFacts, (), (id, state))

struct AskedReset {
  Id<Reset> id;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(AskedReset, (), (id, reason))

ResetView view_of(storage::Transaction& tx, const Reset& reset) {
  const auto person = find_colleague(tx, reset.person_id).value_or(Colleague{});
  return {reset.id,    reset.person_id, person.staff_no, person.name, given(reset.asked_by_id),
          reset.state, reset.asked_at,  reset.ends_at,   {},          {}};
}

std::string code_hash(const sealing::Keyring& keys, Id<Reset> id, std::string_view code) {
  return base64(keys.mac(sealing::Purpose::session,
                         "reset\n" + std::to_string(id.number) + "\n" + std::string{code}));
}

bool is_system_post(const Appointment& appointment) {
  const Post* post = find_post(appointment.post);
  return post != nullptr && post->is_system;
}

// Today or later.
bool keeps_system(Work& work, Id<Person> person) {
  const auto all = appointments_of(work.tx, person, work.zone.date(work.now));
  return std::any_of(all.begin(), all.end(), is_system_post);
}

bool acts_for_system(Work& work) {
  const auto acts_as = find_appointment(work.tx, work.actor.appointment);
  return acts_as && is_system_post(*acts_as);
}

// One that waits for its second person, of somebody in the actor's scope.
Result<Reset> waiting(Work& work, Id<Reset> id) {
  auto reset = find_reset(work.tx, id);
  if (!reset || !is_authentic(work.keys, *reset) || !colleague_in_scope(work, reset->person_id))
    return refuse(Reason::missing, "reset.missing");
  if (reset->state != ResetState::asked || work.now >= reset->ends_at)
    return refuse(Reason::conflict, "reset.wrong_state");
  if (work.actor.acts_as(reset->person_id)) return refuse(Reason::forbidden, "reset.yourself");
  return std::move(*reset);
}

void store(Work& work, Reset& reset) {
  seal_row(work.keys, reset);
  update(work.tx, reset);
  tell_of_person(work, "person.reset_changed", reset.person_id, ResetFacts{reset.id, reset.state});
}

}  // namespace

bool is_another_person(const Actor& actor, const Hands& other) {
  return different_persons({actor.person, actor.on_behalf_of}, other);
}

Result<ResetView> ask_reset(Work& work, Id<Person> person, const NewReset& input) {
  const auto found = TRY(colleague_in_scope(work, person));
  if (found.status != Status::active) return refuse(Reason::conflict, "person.wrong_state");
  if (work.actor.acts_as(person)) return refuse(Reason::forbidden, "reset.yourself");
  for (Reset& old : open_resets_of(work.tx, person)) {
    const bool is_ours = is_authentic(work.keys, old);
    old.state = ResetState::expired;
    old.token_hash.reset();
    if (is_ours) seal_row(work.keys, old);
    update(work.tx, old);
  }
  const std::string code = base32(sealing::random_bytes(code_bytes));
  const Id<Reset> id = work.new_id<Reset>();
  Reset reset{.id = id,
              .person_id = person,
              .asked_by_id = work.actor.person,
              .asked_on_behalf_of_id = work.actor.on_behalf_of,
              .approved_by_id = {},
              .state = ResetState::asked,
              .token_hash = {},
              .code_hash = code_hash(work.keys, id, code),
              .asked_at = work.now,
              .ends_at = work.now + signing_in_rules().ask_lives,
              .used_at = {},
              .mac = {}};
  seal_row(work.keys, reset);
  insert(work.tx, reset);
  tell_of_person(work, "person.reset_asked", person, AskedReset{reset.id, input.reason});
  ResetView view = view_of(work.tx, reset);
  view.code = code;
  return view;
}

Result<ResetView> approve_reset(Work& work, Id<Reset> id) {
  Reset reset = TRY(waiting(work, id));
  // Where the host asked, anybody who may approve is another.
  const Hands asked{reset.asked_by_id, reset.asked_on_behalf_of_id};
  if (reset.asked_by_id && !is_another_person(work.actor, asked))
    return refuse(Reason::forbidden, "reset.same_person");
  if (keeps_system(work, reset.person_id) && !acts_for_system(work))
    return refuse(Reason::forbidden, "reset.system");
  const std::string token = new_token();
  reset.state = ResetState::approved;
  reset.approved_by_id = work.actor.person;
  reset.token_hash = token_hash(token);
  reset.ends_at = work.now + signing_in_rules().link_lives;
  store(work, reset);
  ResetView view = view_of(work.tx, reset);
  view.token = token;
  return view;
}

Result<ResetView> refuse_reset(Work& work, Id<Reset> id) {
  Reset reset = TRY(waiting(work, id));
  reset.state = ResetState::refused;
  store(work, reset);
  return view_of(work.tx, reset);
}

Result<ResetList> list_resets(Work& work) {
  ResetList out;
  for (const Reset& one : open_resets(work.tx, work.now, looked_at_max)) {
    if (out.items.size() == shown_max) break;
    if (colleague_in_scope(work, one.person_id)) out.items.push_back(view_of(work.tx, one));
  }
  return out;
}

Result<void> use_reset(const Door& door, const PasswordReset& input, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  const auto good_link = [&](storage::Transaction& tx) -> Result<Reset> {
    auto reset = find_reset_by_token(tx, token_hash(input.token.str()));
    const bool is_good = reset && reset->state == ResetState::approved && now < reset->ends_at &&
                         is_authentic(door.keys, *reset) &&
                         sealing::equal_in_constant_time(
                             reset->code_hash, code_hash(door.keys, reset->id, input.code.str()));
    if (!is_good) return refuse(Reason::missing, "reset.link", "token");
    return std::move(*reset);
  };
  Result<void> checked;
  Id<Person> owner;
  door.database.read([&](storage::Transaction& tx) {
    checked = {};
    const auto reset = good_link(tx);
    if (!reset) {
      checked = tl::unexpected(reset.error());
      return;
    }
    owner = reset->person_id;
    const auto person = find_colleague(tx, owner).value();
    const Person named{.staff_no = person.staff_no, .login = person.login, .name = person.name};
    checked = check_password(input.password.str(), {rules.length_min, rules.classes_min}, named);
  });
  TRY(std::move(checked));
  TRY(check_unused(door, owner, input.password.str()));
  const std::string hash = hash_password(input.password.str());
  Result<void> outcome;
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    outcome = {};
    auto reset = good_link(tx);
    if (!reset) {
      outcome = tl::unexpected(reset.error());
      return false;
    }
    Work work{.tx = tx,
              .keys = door.keys,
              .actor = {.person = reset->person_id, .scope = {}, .place = {}, .unit = {}},
              .now = now,
              .zone = door.zone,
              .id = hex(sealing::random_bytes(16)),
              .if_version = {}};
    reset->state = ResetState::used;
    reset->used_at = now;
    reset->token_hash.reset();
    reset_password(work, reset->person_id, hash);
    delete_sessions_of(tx, reset->person_id);
    store(work, *reset);
    return true;
  });
  return outcome;
}

}  // namespace xb::identity
