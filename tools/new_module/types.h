// The words of this module: what a sample is.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"
#include "core/text.h"
#include "platform/sealing/keyring.h"

namespace xb::samples {

enum class State { open, closed };
BOOST_DESCRIBE_ENUM(State, open, closed)

enum class Action { close };
BOOST_DESCRIBE_ENUM(Action, close)

// Nothing personal; what tells of a person is a privacy::Personal.
using Title = Text<200, Presence::required>;

// What is entered to record a sample.
struct NewSample {
  Title title;
};
BOOST_DESCRIBE_STRUCT(NewSample, (), (title))

struct Sample {
  static constexpr std::string_view table = "samples";
  Id<Sample> id;
  Id<sealing::DataKey> key_id;
  Title title;
  State state = State::open;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Instant recorded_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (id, key_id, title, state, branch_id, sub_branch_id, outlet_id, recorded_at,
                       version))

// A sample as it is shown.
struct SampleView {
  Id<Sample> id;
  Title title;
  State state = State::open;
  Instant recorded_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SampleView, (), (id, title, state, recorded_at, version))

}  // namespace xb::samples
