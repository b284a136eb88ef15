// Signing in, and everything one does about one's own session: passwords, second factor, switching
// to another appointment. What hashes runs for some 15 ms on the caller's thread and so has its own
// way to the database; the rest are commands.
#pragma once

#include "platform/identity/sessions.h"
#include "platform/identity/signing_in/store.h"
#include "platform/identity/signing_in/types.h"
#include "platform/storage/database.h"

namespace xb::identity {

// What signing in needs that has no Work.
struct Door {
  storage::Database& database;
  const sealing::Keyring& keys;
  Zone zone;
  bool wants_second_factor = true;  // of the posts that ask for one; a trial bank may do without
};

// Refuses with session.wrong_credentials, in the same time whether the login exists or not, with
// session.wait after too many attempts for this login from this network, from this network at all
// or, where the password is right, with wrong codes; session.code_missing or second_factor.wrong
// where the password is right and a code is wanted, session.no_post for who has no appointment
// today.
Result<SignedIn> sign_in(const Door& door, const Credentials& credentials, const Origin& origin,
                         Instant now);

// Shows again who one is: the session gets another token. Refuses as sign_in.
Result<SignedIn> sign_in_again(const Door& door, const Session& session, const Proof& proof,
                               const Origin& origin, Instant now);

// Refuses with password.used_before: the last few, the one in use among them, may not come again.
// Hashes up to as many times.
Result<void> check_unused(const Door& door, Id<Person> person, std::string_view password);

// Ends all other sessions of the person; this one gets another token. Refuses with
// session.wrong_credentials, password.* or password.same.
Result<SignedIn> change_password(const Door& door, const Session& session, const NewPassword& input,
                                 const Origin& origin, Instant now);

// A new secret that counts once it is confirmed. Refuses with second_factor.exists.
Result<NewSecondFactor> begin_second_factor(Work& work, const Session& session);
// The session gets another token. Refuses with second_factor.missing or second_factor.wrong.
Result<SignedIn> confirm_second_factor(const Door& door, const Session& session,
                                       const Confirmation& input, Instant now);

// Acts as another of one's appointments from now on. Refuses with session.not_yours, or with
// session.second_factor_due for a post that asks for one.
Result<SessionView> switch_appointment(Work& work, const Session& session, std::string_view token,
                                       const Switch& input, bool wants_second_factor);

SessionView view_of(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone, Instant now,
                    const Session& session, std::string_view token);

SessionList sessions_shown(storage::Transaction& tx, Id<Person> person,
                           std::string_view own_token_hash);

// One of the actor's own. Refuses with session.not_yours.
Result<SessionList> end_session(Work& work, Id<SessionRow> id);

// Ends the sessions of another, with an entry.
void end_all_sessions(Work& work, const Colleague& person);

// As they are stored; none, with an alarm, where that was not written by us. Whoever seals
// credentials again has read them by this.
std::optional<CredentialsRow> authentic_credentials(storage::Transaction& tx,
                                                    const sealing::Keyring& keys,
                                                    Id<Person> person);

// The first password somebody gets from another, or the one he gives himself by a link. Leaves no
// entry: the command around it does.
void set_password(Work& work, Id<Person> person, std::string hash, bool is_first);
// The same for who has lost what he signs in with: his second factor is gone, too.
void reset_password(Work& work, Id<Person> person, std::string hash);

}  // namespace xb::identity
