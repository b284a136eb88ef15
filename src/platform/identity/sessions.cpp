#include "platform/identity/sessions.h"

#include "core/encoding.h"
#include "core/ensure.h"
#include "platform/identity/passwords.h"
#include "platform/identity/posts.h"
#include "platform/identity/store.h"
#include "platform/sealing/crypto.h"

namespace xb::identity {
namespace {

constexpr std::chrono::minutes touch_after{1};

std::string hash_of(std::string_view token) { return base64(sealing::sha256(token)); }

Session session_for(storage::Transaction& tx, Person person, const SessionRow& row) {
  auto unit = find_unit(tx, person.unit_id);
  ensure(unit.has_value(), "a person's unit is not there");
  return {std::move(person), std::move(*unit), row.token_hash, row.created_at, row.seen_at};
}

}  // namespace

Actor Session::actor() const {
  Place place{unit.branch_id, unit.sub_branch_id, {}};
  if (unit.level == Level::outlet) place.outlet_id = unit.id;
  if (unit.level == Level::sub_branch) place.sub_branch_id = unit.id;
  if (unit.level == Level::branch) place.branch_id = unit.id;
  return {person.id, {unit.level, unit.id}, place, unit.id};
}

Result<SignedIn> sign_in(storage::Database& database, const sealing::Keyring& keys,
                         const Credentials& credentials, Instant now) {
  std::optional<Person> person;
  database.read(
      [&](storage::Transaction& tx) { person = find_person(tx, credentials.login.str()); });
  const std::string& hash = person ? person->password_hash : dummy_hash();
  if (!matches(credentials.password.str(), hash) || !person)
    return refuse(Reason::unauthenticated, "session.wrong_credentials");

  const std::string token = hex(sealing::random_bytes(32));
  const SessionRow row{hash_of(token), person->id, now, now};
  std::optional<Session> session;
  database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    insert(tx, row);
    session = session_for(tx, *person, row);
    return true;
  });
  return SignedIn{token, view_of(*session, keys, token)};
}

std::optional<Session> session_of(storage::Transaction& tx, std::string_view token, Instant now) {
  std::string token_hash = hash_of(token);
  auto found = find_session(tx, token_hash);
  if (!found || now - found->seen_at > idle_max || now - found->created_at > age_max) return {};
  Person person{.id = found->person_id,
                .login = std::move(found->login),
                .name = std::move(found->name),
                .post = found->post,
                .unit_id = found->unit_id,
                .version = found->person_version};
  Unit unit{.id = found->unit_id,
            .code = std::move(found->unit_code),
            .name = std::move(found->unit_name),
            .name_en = std::move(found->unit_name_en),
            .level = found->level,
            .branch_id = found->branch_id,
            .sub_branch_id = found->sub_branch_id,
            .version = found->unit_version};
  return Session{std::move(person), std::move(unit), std::move(token_hash), found->created_at,
                 found->seen_at};
}

bool wants_touch(const Session& session, Instant now) {
  return now - session.seen_at > touch_after;
}

SessionView view_of(const Session& session, const sealing::Keyring& keys, std::string_view token) {
  const Person& person = session.person;
  SessionView view{csrf_token(keys, token),
                   {person.id, person.login, person.name, person.post, session.unit.id,
                    session.unit.name, session.unit.level},
                   {},
                   session.created_at + age_max};
  for (const auto permission : permissions_of(person.post))
    view.permissions.emplace_back(permission);
  return view;
}

std::string csrf_token(const sealing::Keyring& keys, std::string_view token) {
  return hex(keys.mac(sealing::Purpose::session, token));
}

}  // namespace xb::identity
