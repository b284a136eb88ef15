#include "platform/identity/signing_in/service.h"

#include <algorithm>

#include "core/encoding.h"
#include "platform/evidence/log.h"
#include "platform/identity/authentic.h"
#include "platform/identity/passwords.h"
#include "platform/identity/sign_ins/service.h"
#include "platform/identity/signing_in/attempts.h"
#include "platform/identity/signing_in/store.h"
#include "platform/identity/totp.h"
#include "platform/sealing/crypto.h"
#include "platform/telemetry/log.h"

namespace xb::identity {
namespace {

constexpr std::string_view secret_field = "credentials.totp_secret";
// Only who knows the password is told: that a code is wanted has told him so much already.
constexpr auto wrong_code = "second_factor.wrong";

auto wrong_credentials() { return refuse(Reason::unauthenticated, "session.wrong_credentials"); }

// Who wants in, as the database knows him.
struct Claimant {
  std::optional<Colleague> person;
  std::optional<CredentialsRow> credentials;
  std::optional<AttemptsRow> attempts;
  std::optional<AttemptsRow> of_network;
};

Claimant claimant_for(const Door& door, std::string_view login, const Sources& sources) {
  Claimant out;
  door.database.read([&](storage::Transaction& tx) {
    out = {};
    out.attempts = find_attempts(tx, sources.login);
    out.of_network = find_attempts(tx, sources.network);
    out.person = find_colleague_by_login(tx, login);
    if (out.person && out.person->status == Status::active)
      out.credentials = authentic_credentials(tx, door.keys, out.person->id);
  });
  return out;
}

// `person` is none where nobody has the login.
void note_failure(storage::Transaction& tx, const Sources& sources, Id<Person> person,
                  const Origin& origin, Instant now) {
  add_attempts(tx, sources, now);
  const bool waits = !check_wait(find_attempts(tx, sources.login), now).has_value();
  record_failure(tx, person, origin, now, waits);
}

void note_failure(const Door& door, const Sources& sources, Id<Person> person, const Origin& origin,
                  Instant now) {
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    note_failure(tx, sources, person, origin, now);
    return true;
  });
}

Work work_of(const Door& door, storage::Transaction& tx, const Actor& actor, Instant now) {
  return {.tx = tx,
          .keys = door.keys,
          .actor = actor,
          .now = now,
          .zone = door.zone,
          .id = hex(sealing::random_bytes(16)),
          .if_version = {}};
}

// Whether `code` counts now; if so it has counted. In the transaction that lets one in.
bool takes_code(Work& work, CredentialsRow& credentials, const Colleague& person,
                std::string_view code) {
  const SigningInRules& rules = signing_in_rules();
  const auto key = sealing::key(work, person.key_id);
  const std::string secret = key.open(*credentials.totp_secret, secret_field, person.id.number);
  const auto step = matching_step(secret, code, totp_step_at(work.now, rules.totp_step),
                                  rules.totp_drift, credentials.totp_step);
  if (!step) return false;
  credentials.totp_step = *step;
  seal_row(work.keys, credentials);
  store(work.tx, credentials, false);
  return true;
}

// The second half of who one is, where there is one. A wrong one counts in this transaction, so
// that what runs side by side is counted, too: is_to_keep.
Result<void> check_code(Work& work, CredentialsRow& credentials, const Colleague& person,
                        const std::optional<TotpText>& code) {
  if (!credentials.is_totp_confirmed) return {};
  if (!code) return refuse(Reason::unauthenticated, "session.code_missing", "code");
  const std::string source = code_source(work.keys, person.id);
  TRY(check_wait(find_attempts(work.tx, source), work.now));
  if (takes_code(work, credentials, person, code->str())) {
    forget_attempts(work.tx, source);
    return {};
  }
  add_attempt(work.tx, source, work.now);
  telemetry::log(telemetry::Severity::warning, "session.wrong_code",
                 {{"person", person.id.number}});
  return refuse(Reason::unauthenticated, wrong_code, "code");
}

template <class T>
bool is_wrong(const Result<T>& result) {
  return !result &&
         (result.error().code == "session.wrong_credentials" || result.error().code == wrong_code);
}

// Who is let in, and who was not and is counted.
template <class T>
bool is_to_keep(const Result<T>& result) {
  return result || is_wrong(result);
}

Due due_for(const Door& door, const CredentialsRow& credentials, const Post& post, Instant now) {
  const bool is_old = now - credentials.changed_at > signing_in_rules().password_age_max;
  if (credentials.is_first || is_old) return Due::password;
  const bool wants_more = door.wants_second_factor && post.needs_second_factor;
  if (wants_more && !credentials.is_totp_confirmed) return Due::second_factor;
  return Due::nothing;
}

// What one acts as at first: the main post, or any.
std::optional<Appointment> first_appointment(Work& work, Id<Person> person) {
  auto open = appointments_open_to(work.tx, work.keys, person, work.zone.date(work.now));
  if (open.empty() || open.front().person_id != person) return {};
  return std::move(open.front());
}

Result<SignedIn> shown(Work& work, const std::string& token) {
  const auto session = session_of(work.tx, work.keys, work.zone, token, work.now);
  if (!session) return refuse(Reason::unauthenticated, "session.missing");
  return SignedIn{token, view_of(work.tx, work.keys, work.zone, work.now, *session, token)};
}

// Reads again what may have changed since the password was found right, and opens a session.
Result<SignedIn> let_in(const Door& door, Work& work, const Colleague& person,
                        const Credentials& said, const Origin& origin, const std::string& hash) {
  auto credentials = authentic_credentials(work.tx, work.keys, person.id);
  const auto now = find_colleague(work.tx, person.id);
  const bool is_same =
      credentials && now && now->status == Status::active && credentials->password_hash == hash;
  if (!is_same) return wrong_credentials();
  TRY(check_code(work, *credentials, person, said.code));
  const auto appointment = first_appointment(work, person.id);
  const Post* post = appointment ? find_post(appointment->post) : nullptr;
  if (post == nullptr) return refuse(Reason::forbidden, "session.no_post");
  const std::string token = new_token();
  open_session(work.tx, work.keys,
               {.token_hash = token_hash(token),
                .person_id = person.id,
                .created_at = work.now,
                .seen_at = work.now,
                .id = work.new_id<SessionRow>(),
                .appointment_id = appointment->id,
                .authenticated_at = work.now,
                .due = due_for(door, *credentials, *post, work.now),
                .remote = origin.remote,
                .device = origin.device.substr(0, 200),
                .glass_id = {},
                .mac = {}});
  record(work.tx, SignInKind::entered, person.id, origin, work.now);
  return shown(work, token);
}

// The hash that `password` matches, of whom `login` names. The same work whoever he is.
Result<Claimant> prove(const Door& door, std::string_view login, std::string_view password,
                       const Sources& sources, const Origin& origin, Instant now) {
  Claimant claimant = claimant_for(door, login, sources);
  TRY(check_wait(claimant.attempts, now));
  TRY(check_network(claimant.of_network, now));
  const bool is_known = claimant.credentials.has_value();
  const std::string& hash = is_known ? claimant.credentials->password_hash : dummy_hash();
  if (matches(password, hash) && is_known) return claimant;
  note_failure(door, sources, claimant.person ? claimant.person->id : Id<Person>{}, origin, now);
  return wrong_credentials();
}

// The same session under another token, after one has shown again who one is.
Result<SignedIn> renew(Work& work, const Session& session, Due due) {
  const std::string token = new_token();
  const bool is_ours =
      change_session(work.tx, work.keys, session.token_hash, [&](SessionPower& power) {
        power.token_hash = token_hash(token);
        power.authenticated_at = work.now;
        power.due = due;
      });
  if (!is_ours) return refuse(Reason::unauthenticated, "session.missing");
  return shown(work, token);
}

// Reads again what may have changed since the password was found right.
Result<SignedIn> show_again(Work& work, const Session& session, const CredentialsRow& proven,
                            const Proof& proof) {
  auto row = authentic_credentials(work.tx, work.keys, session.person.id);
  const auto person = find_colleague(work.tx, session.person.id);
  if (!row || !person || row->password_hash != proven.password_hash) return wrong_credentials();
  TRY(check_code(work, *row, *person, proof.code));
  return renew(work, session, session.due);
}

}  // namespace

std::optional<CredentialsRow> authentic_credentials(storage::Transaction& tx,
                                                    const sealing::Keyring& keys,
                                                    Id<Person> person) {
  auto found = find_credentials(tx, person);
  if (found && !is_authentic(keys, *found)) found.reset();
  return found;
}

Result<SignedIn> sign_in(const Door& door, const Credentials& credentials, const Origin& origin,
                         Instant now) {
  const Sources sources = sources_of(door.keys, credentials.login.str(), origin.remote);
  const auto claimant =
      TRY(prove(door, credentials.login.str(), credentials.password.str(), sources, origin, now));
  std::optional<Result<SignedIn>> result;
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = work_of(door, tx, {}, now);
    result = let_in(door, work, *claimant.person, credentials, origin,
                    claimant.credentials->password_hash);
    if (result->has_value()) forget_attempts(tx, sources.login);
    if (is_wrong(*result)) note_failure(tx, sources, claimant.person->id, origin, now);
    return is_to_keep(*result);
  });
  if (result->has_value())
    telemetry::log(telemetry::Severity::info, "session.entered",
                   {{"person", claimant.person->id.number}, {"remote", origin.remote}});
  return std::move(*result);
}

Result<SignedIn> sign_in_again(const Door& door, const Session& session, const Proof& proof,
                               const Origin& origin, Instant now) {
  const Sources sources = sources_of(door.keys, session.person.login, origin.remote);
  const auto claimant =
      TRY(prove(door, session.person.login, proof.password.str(), sources, origin, now));
  std::optional<Result<SignedIn>> result;
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = work_of(door, tx, session.actor(), now);
    result = show_again(work, session, *claimant.credentials, proof);
    if (result->has_value()) {
      forget_attempts(tx, sources.login);
      record(tx, SignInKind::entered_again, session.person.id, origin, now);
    }
    if (is_wrong(*result)) note_failure(tx, sources, session.person.id, origin, now);
    return is_to_keep(*result);
  });
  return std::move(*result);
}

Result<void> check_unused(const Door& door, Id<Person> person, std::string_view password) {
  std::vector<std::string> hashes;
  door.database.read([&](storage::Transaction& tx) {
    hashes = former_hashes(tx, person);
    if (const auto current = find_credentials(tx, person)) hashes.push_back(current->password_hash);
  });
  for (const std::string& hash : hashes)
    if (matches(password, hash)) return refuse(Reason::invalid, "password.used_before", "password");
  return {};
}

Result<SignedIn> change_password(const Door& door, const Session& session, const NewPassword& input,
                                 const Origin& origin, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  const Sources sources = sources_of(door.keys, session.person.login, origin.remote);
  const auto claimant =
      TRY(prove(door, session.person.login, input.password.str(), sources, origin, now));
  if (input.password == input.new_password)
    return refuse(Reason::invalid, "password.same", "new_password");
  const Person named{.staff_no = session.person.staff_no,
                     .login = session.person.login,
                     .name = session.person.name};
  const auto good =
      check_password(input.new_password.str(), {rules.length_min, rules.classes_min}, named);
  if (!good) return refuse(Reason::invalid, good.error().code, "new_password");
  const auto unused = check_unused(door, session.person.id, input.new_password.str());
  if (!unused) return refuse(Reason::invalid, unused.error().code, "new_password");
  const std::string hash = hash_password(input.new_password.str());
  std::optional<Result<SignedIn>> result;
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = work_of(door, tx, session.actor(), now);
    const auto before = authentic_credentials(tx, door.keys, session.person.id);
    if (!before || before->password_hash != claimant.credentials->password_hash) {
      result = wrong_credentials();
      return false;
    }
    set_password(work, session.person.id, hash, false);
    const auto person = find_colleague(tx, session.person.id).value();
    evidence::append(work, "person.password_changed",
                     evidence::Subject(person.id, sealing::key(work, person.key_id)),
                     evidence::Nothing{});
    delete_sessions_of(tx, person.id, session.token_hash);
    const auto row = find_credentials(tx, person.id).value();
    result = renew(work, session, due_for(door, row, *session.post, now));
    return result->has_value();
  });
  return std::move(*result);
}

Result<NewSecondFactor> begin_second_factor(Work& work, const Session& session) {
  auto credentials = authentic_credentials(work.tx, work.keys, session.person.id);
  if (!credentials || credentials->is_totp_confirmed)
    return refuse(Reason::conflict, "second_factor.exists");
  const auto person = find_colleague(work.tx, session.person.id).value();
  const auto key = sealing::key(work, person.key_id);
  const std::string secret = new_totp_secret();
  credentials->totp_secret = key.seal(secret, secret_field, person.id.number);
  credentials->totp_step = 0;
  seal_row(work.keys, *credentials);
  store(work.tx, *credentials, false);
  const std::string shown_secret = base32(secret);
  return NewSecondFactor{shown_secret, "otpauth://totp/Xiaobao:" + person.staff_no +
                                           "?secret=" + shown_secret + "&issuer=Xiaobao"};
}

Result<SignedIn> confirm_second_factor(const Door& door, const Session& session,
                                       const Confirmation& input, Instant now) {
  std::optional<Result<SignedIn>> result;
  door.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = work_of(door, tx, session.actor(), now);
    auto credentials = authentic_credentials(tx, door.keys, session.person.id);
    const auto person = find_colleague(tx, session.person.id).value();
    if (!credentials || !credentials->totp_secret || credentials->is_totp_confirmed) {
      result = refuse(Reason::conflict, "second_factor.missing");
      return false;
    }
    credentials->is_totp_confirmed = true;
    if (!takes_code(work, *credentials, person, input.code.str())) {
      result = refuse(Reason::invalid, wrong_code, "code");
      return false;
    }
    evidence::append(work, "person.second_factor_set",
                     evidence::Subject(person.id, sealing::key(work, person.key_id)),
                     evidence::Nothing{});
    const auto row = find_credentials(tx, person.id).value();
    result = renew(work, session, due_for(door, row, *session.post, now));
    return result->has_value();
  });
  return std::move(*result);
}

namespace {

void remember(Work& work, const CredentialsRow& row) {
  add_former_password(work.tx,
                      {work.new_id<FormerPassword>(), row.id, row.password_hash, row.changed_at},
                      signing_in_rules().passwords_remembered - 1);
}

}  // namespace

void set_password(Work& work, Id<Person> person, std::string hash, bool is_first) {
  auto found = find_credentials(work.tx, person);
  const bool is_new = !found;
  // Nothing of a row that is not ours is sealed.
  const bool is_ours = found && is_authentic(work.keys, *found);
  if (is_ours) remember(work, *found);
  CredentialsRow row = is_ours ? *found : CredentialsRow{.id = person};
  if (found) row.version = found->version;
  row.password_hash = std::move(hash);
  row.is_first = is_first;
  row.changed_at = work.now;
  seal_row(work.keys, row);
  store(work.tx, row, is_new);
}

void reset_password(Work& work, Id<Person> person, std::string hash) {
  if (const auto found = authentic_credentials(work.tx, work.keys, person)) remember(work, *found);
  delete_credentials(work.tx, person);
  set_password(work, person, std::move(hash), false);
}

}  // namespace xb::identity
