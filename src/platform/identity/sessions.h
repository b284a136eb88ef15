// Staying signed in. A token is 256 random bits, kept hashed. A session acts as one appointment,
// its person's own or that of somebody he is substitute for, so that what one sees is one prefix
// of an index and the log says as what somebody acted.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/permission.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"
#include "platform/identity/types.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/work.h"

namespace xb::identity {

// What one may do, judged: how much of the bank, by break-glass or not, and how much without one.
struct Allowed {
  Scope scope;
  Id<BreakGlass> glass = {};
  std::optional<Scope> own = {};  // none: nothing but for the glass
};

// Who a token stands for.
struct Session {
  Id<SessionRow> id;
  Colleague person;
  Appointment appointment;  // a substitute's session has that of the absent
  Unit unit;                // of the appointment: its id, code, names, kind, level and place
  const Post* post = nullptr;
  std::vector<Grant> grants;          // valid today
  std::vector<Id<Unit>> other_units;  // where else he, or the absent, works today
  Date today;
  Id<BreakGlass> glass;  // that runs, or none
  Due due = Due::nothing;
  std::string token_hash;
  Instant created_at;
  Instant seen_at;
  Instant authenticated_at;
  Allowed allowed;  // by the route; its unit's own until then

  Id<Person> on_behalf_of() const {
    return appointment.person_id == person.id ? Id<Person>{} : appointment.person_id;
  }
  Actor actor() const;
};

// Whether one tuple of the session's post, of its grants or of a break-glass that runs allows this;
// the widest that does.
std::optional<Allowed> judge(const Session& session, Permission permission,
                             Sensitivity sensitivity);

// A session of ours, under the MAC that every later look asks for.
void open_session(storage::Transaction& tx, const sealing::Keyring& keys, SessionRow row);

// Changes what it gives power to. False, with an alarm, where there is none or its row is not ours.
bool change_session(storage::Transaction& tx, const sealing::Keyring& keys,
                    std::string_view token_hash, const std::function<void(SessionPower&)>& change);

// Nothing for a token that is unknown, idle for too long or too old, for who was suspended or has
// left, for an appointment that is over, or where a row that gives power is not ours.
std::optional<Session> session_of(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone,
                                  std::string_view token, Instant now);

// As what somebody acted, as it is now, for work of his that goes on without his session. Nothing
// for who was suspended or has left, for an appointment that is over, for a substitute whose time
// is up, or where a row that gives power is not ours.
std::optional<Session> still_acting(storage::Transaction& tx, const sealing::Keyring& keys,
                                    Zone zone, const Actor& actor, Instant now);

// True if the time of last use is stale enough to be written again.
bool wants_touch(const Session& session, Instant now);

// True if one has lately shown who one is.
bool is_recent(const Session& session, Instant now);

std::string new_token();  // 64 hex digits
std::string token_hash(std::string_view token);

// What must come back as X-CSRF-Token: HMAC of the token under the session key.
std::string csrf_token(const sealing::Keyring& keys, std::string_view token);

// What one may switch into today: one's own appointments, then those of whom one is substitute.
std::vector<Appointment> appointments_open_to(storage::Transaction& tx,
                                              const sealing::Keyring& keys, Id<Person> person,
                                              Date day);

// Ends what the sweep finds. At most 1,000; the number that went.
std::int64_t sweep_sessions(storage::Transaction& tx, Instant now);

}  // namespace xb::identity
