// What happens at the door: who came in, who was refused, who was put out.
#pragma once

#include <optional>
#include <string>

#include "platform/identity/types.h"

namespace xb::identity {

// `failed` is a wrong login, password or code; `locked` the failure from which on one waits.
// `ended` is a session that somebody took away: its owner elsewhere, or a colleague.
enum class SignInKind { entered, entered_again, failed, locked, left, ended };
BOOST_DESCRIBE_ENUM(SignInKind, entered, entered_again, failed, locked, left, ended)

// Failures of one person from one address within an hour are one row. What was typed as a login is
// never kept where nobody has it: it may be a password.
struct SignIn {
  static constexpr std::string_view table = "sign_ins";
  Id<SignIn> id;
  std::string slot;  // what is counted together
  SignInKind kind = SignInKind::entered;
  Id<Person> person_id;  // none where nobody has the login
  std::string remote;    // empty for those beyond `slots_max`
  std::string device;
  std::int64_t amount = 1;
  Instant first_at;
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(SignIn, (),
                      (id, slot, kind, person_id, remote, device, amount, first_at, last_at))

struct SignInView {
  Id<SignIn> id;
  SignInKind kind = SignInKind::entered;
  std::optional<Id<Person>> person_id;
  std::optional<std::string> staff_no;
  std::optional<std::string> name;
  std::string remote;
  std::string device;
  std::int64_t amount = 1;
  Instant first_at;
  Instant last_at;
};
BOOST_DESCRIBE_STRUCT(SignInView, (),
                      (id, kind, person_id, staff_no, name, remote, device, amount, first_at,
                       last_at))

}  // namespace xb::identity
