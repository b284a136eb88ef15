// Pure decisions about complaints: the lifecycle, what may be registered and imported, numbers.
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

// The lifecycle as a table: the one place that says what may follow and who may do it.
std::span<const Step> lifecycle();

// Who may take an action, whatever the state.
Permission permission_of(Action action);

// It stays as it is; what is learned from it may still be added.
bool is_over(State state);

// Refuses with complaint.wrong_state.
Result<State> after(State state, Action action);

// At least one way to know or reach who complains.
Result<void> check(const NewComplainant& complainant);

// A classification is no place for a person: refuses with field.personal where one holds an
// identifier.
Result<void> check_code(std::string_view field, std::string_view text);

// Money, if told: refuses with field.negative or field.too_large (10^15 fen).
Result<void> check_amount(std::optional<std::int64_t> amount_fen);

// check_code of each classification in an input.
template <class Input>
Result<void> check_codes(const Input& input) {
  Result<void> outcome;
  for_each_member<Input>([&](std::string_view name, auto member) {
    using Member = std::remove_cvref_t<decltype(input.*member)>;
    if (!outcome) return;
    if constexpr (std::is_same_v<Member, RequiredCode>)
      outcome = check_code(name, (input.*member).str());
    else if constexpr (std::is_same_v<Member, std::optional<Code>>)
      if (input.*member) outcome = check_code(name, (input.*member)->str());
  });
  return outcome;
}

// Not later than `now`, not before 2000.
Result<void> check_received_at(Instant received_at, Instant now);

// What a source says of the end of a complaint. Many know its day only, which is then the start of
// that day in `zone`: such an end is compared by days, any other to the millisecond. Refuses with
// complaint.not_closed, complaint.closed_early or field.in_future.
struct End {
  State state = State::registered;
  Instant received_at;
  std::optional<Instant> closed_at;
};
Result<void> check_end(const End& end, Instant now, Zone zone);

// 8 digits of the day, 7 of a serial, 1 check digit (ISO/IEC 7064, MOD 11,10): readable aloud, and
// every single wrong digit is noticed. `serial` < 10,000,000.
std::string number_of(Date day, std::int64_t serial);
bool has_check_digit(std::string_view number);

inline constexpr std::int64_t serials = 10'000'000;

}  // namespace xb::complaints
