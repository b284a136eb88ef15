// A case of the library (C26): what happened and how it is handled rightly, without anybody's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/json_struct.h"
#include "core/permission.h"
#include "core/text.h"
#include "modules/complaints/types.h"

namespace xb::cases {

enum class State { draft, published, withdrawn };
BOOST_DESCRIBE_ENUM(State, draft, published, withdrawn)

enum class Action { publish, withdraw };
BOOST_DESCRIBE_ENUM(Action, publish, withdraw)

using Title = Text<100, Presence::required>;
using Prose = Text<5'000, Presence::required>;

struct Case {
  static constexpr std::string_view table = "cases";
  Id<Case> id;
  State state = State::draft;
  Title title;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> cause;
  Prose facts;
  Prose right_handling;
  std::optional<Prose> wrong_handling;
  std::optional<Prose> wording;  // what to say to the customer
  std::optional<std::int64_t> amount_from_fen;
  std::optional<std::int64_t> amount_to_fen;
  Id<complaints::Complaint> source_id;  // shown to nobody
  Id<Person> written_by_id;
  Instant written_at;
  Id<Person> published_by_id;
  std::optional<Instant> published_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Case, (),
                      (id, state, title, business, cause, facts, right_handling, wrong_handling,
                       wording, amount_from_fen, amount_to_fen, source_id, written_by_id,
                       written_at, published_by_id, published_at, version))

struct NewCase {
  Title title;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> cause;
  Prose facts;
  Prose right_handling;
  std::optional<Prose> wrong_handling;
  std::optional<Prose> wording;
  std::optional<std::int64_t> amount_from_fen;  // amounts are ranges: no price list
  std::optional<std::int64_t> amount_to_fen;
  std::optional<Id<complaints::Complaint>> source_id;  // the closed complaint it comes from
};
BOOST_DESCRIBE_STRUCT(NewCase, (),
                      (title, business, cause, facts, right_handling, wrong_handling, wording,
                       amount_from_fen, amount_to_fen, source_id))

struct Decision {
  std::optional<Text<500>> note;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (note))

struct CaseView {
  Id<Case> id;
  State state = State::draft;
  Title title;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> cause;
  Prose facts;
  Prose right_handling;
  std::optional<Prose> wrong_handling;
  std::optional<Prose> wording;
  std::optional<std::int64_t> amount_from_fen;
  std::optional<std::int64_t> amount_to_fen;
  Instant written_at;
  std::optional<Instant> published_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (id, state, title, business, cause, facts, right_handling, wrong_handling,
                       wording, amount_from_fen, amount_to_fen, written_at, published_at, version))

}  // namespace xb::cases
