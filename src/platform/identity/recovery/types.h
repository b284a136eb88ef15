// What is said and shown when somebody gets in again, or breaks a glass.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/identity/recovery/store.h"
#include "platform/identity/signing_in/types.h"

namespace xb::identity {

struct NewReset {
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(NewReset, (), (reason))

struct ResetView {
  Id<Reset> id;
  Id<Person> person_id;
  std::string staff_no;
  std::string name;
  std::optional<Id<Person>> asked_by_id;  // none: the bank's host
  ResetState state = ResetState::asked;
  Instant asked_at;
  Instant ends_at;
  // Two halves, each shown once: to who approves, and to who asks. Neither gets in by his own.
  std::optional<std::string> token;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(ResetView, (),
                      (id, person_id, staff_no, name, asked_by_id, state, asked_at, ends_at, token,
                       code))

struct ResetList {
  std::vector<ResetView> items;
};
BOOST_DESCRIBE_STRUCT(ResetList, (), (items))

// What both halves are for. A second factor that was lost is set anew after signing in.
struct PasswordReset {
  Text<64, Presence::required> token;
  Text<20, Presence::required> code;
  PasswordText password;
};
BOOST_DESCRIBE_STRUCT(PasswordReset, (), (token, code, password))

struct NewGlass {
  GlassReason reason;
};
BOOST_DESCRIBE_STRUCT(NewGlass, (), (reason))

struct GlassView {
  Id<BreakGlass> id;
  Id<Person> person_id;
  std::string name;
  std::string post;
  GlassReason reason;
  Instant begun_at;
  Instant ends_at;
  std::int64_t fields = 0;
  std::int64_t fields_max = 0;
  Instant rule_before_at;
  bool is_overdue = false;
  std::optional<Ruling> ruling;
  std::optional<Id<Person>> ruled_by_id;
  std::optional<Instant> ruled_at;
};
BOOST_DESCRIBE_STRUCT(GlassView, (),
                      (id, person_id, name, post, reason, begun_at, ends_at, fields, fields_max,
                       rule_before_at, is_overdue, ruling, ruled_by_id, ruled_at))

struct GlassList {
  std::vector<GlassView> items;
};
BOOST_DESCRIBE_STRUCT(GlassList, (), (items))

struct NewRuling {
  Ruling ruling = Ruling::unjustified;
  Motive reason;
};
BOOST_DESCRIBE_STRUCT(NewRuling, (), (ruling, reason))

}  // namespace xb::identity
