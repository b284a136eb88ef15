// Pure decisions about complaints: the lifecycle, what may be registered, numbers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/permission.h"
#include "core/result.h"
#include "modules/complaints/types.h"

namespace xb::complaints {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};

// The lifecycle as a table; the diagram in README.md is drawn from it.
std::span<const Step> lifecycle();

// Refuses with complaint.wrong_state.
Result<State> after(State state, Action action);

// At least one way to know or reach who complains.
Result<void> check(const NewComplainant& complainant);

// Not later than `now`, not before 2000.
Result<void> check_received_at(Instant received_at, Instant now);

// 8 digits of the day, 7 of a serial, 1 check digit (ISO/IEC 7064, MOD 11,10): readable aloud, and
// every single wrong digit is noticed. `serial` < 10,000,000.
std::string number_of(Date day, std::int64_t serial);
bool has_check_digit(std::string_view number);

inline constexpr std::int64_t serials = 10'000'000;

}  // namespace xb::complaints
