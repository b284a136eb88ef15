// Pure decisions about complaints: the lifecycle, what may be registered and imported, numbers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/permission.h"
#include "core/result.h"
#include "modules/complaints/types.h"
#include "platform/taxonomies/book.h"

namespace xb::complaints {

struct Step {
  State from;
  Action action;
  State to;
  Permission permission;
};

// The lifecycle as a table: the one place that says what may follow and who may do it.
std::span<const Step> lifecycle();

// What may be taken in, and who may.
struct Intake {
  IntakeKind kind;
  Permission permission;
  bool needs_complainant;  // otherwise nobody need be known
};
std::span<const Intake> intakes();
const Intake& intake_of(IntakeKind kind);

// Who may take an action, whatever the state.
Permission permission_of(Action action);

// It stays as it is; what is learned from it may still be added.
bool is_over(State state);

// Where an action leads; a split leads where `split_into` says. Refuses with complaint.wrong_state.
Result<State> after(State state, Action action);
// Where a case that is split off goes: back to how it was `before` it was joined. Refuses with
// complaint.wrong_state.
Result<State> split_into(State state, State before);

// At least one way to know or reach who complains, where the kind needs it. A credit code is that
// of a company or of a self-employed person. Refuses with complaint.complainant_unknown or
// complaint.credit_code_unwanted.
Result<void> check(const NewComplainant& complainant);
Result<void> check(IntakeKind kind, const NewComplaint& input);

// What is missing and may be asked for: codes of `supplement_ground`, as the law has them for an
// agent and for a company (银保监会令2020年第3号 art. 13, 14).
struct Supplied {
  std::optional<CustomerKind> customer_kind;
  bool has_credit_code = false;
  std::optional<Code> agent_relation;
  bool has_agent_proof = false;
  bool has_agent_identity = false;
  bool has_agent_contact = false;
};
std::vector<std::string> supplement_grounds(const Supplied& supplied);

// The same matter: of one big class of business, where both are known.
bool is_same_matter(const taxonomies::Book& book, const std::optional<Code>& business,
                    const std::optional<Code>& earlier_business);

// The care that these groups and situations ask for: codes of `care`, each once.
std::vector<std::string> care_of(const taxonomies::Book& book, const Codes& customer_groups);

// The taxonomy of a member: its name, or its singular for a list.
std::string taxonomy_of(std::string_view member, bool is_list);

// In the order of the taxonomy, each once. Refuses as Book::choose; the field is `at`.
Result<Codes> choose_list(const taxonomies::Book& book, std::string_view taxonomy,
                          const Codes& told, Date day, std::string_view field);

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

// Each classification of an input becomes its code. Refuses with taxonomy.unknown or
// taxonomy.retired; the field is the member's name.
template <class Input>
Result<void> choose_codes(const taxonomies::Book& book, Date day, Input& input) {
  Result<void> outcome;
  const auto choose = [&](std::string_view name, const std::string& text) -> std::string {
    auto code = book.choose(name, text, day);
    if (code) return std::move(*code);
    if (outcome) outcome = at_field(name, std::move(code).error());
    return text;
  };
  for_each_member<Input>([&](std::string_view name, auto member) {
    [[maybe_unused]] auto& value = input.*member;
    using Member = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Member, RequiredCode>) {
      value = RequiredCode::trusted(choose(name, value.str()));
    } else if constexpr (std::is_same_v<Member, std::optional<Code>>) {
      if (value) value = Code::trusted(choose(name, value->str()));
    } else if constexpr (std::is_same_v<Member, std::optional<Codes>>) {
      if (!value) return;
      auto chosen = choose_list(book, taxonomy_of(name, true), *value, day, name);
      if (chosen)
        value = std::move(*chosen);
      else if (outcome)
        outcome = tl::unexpected(std::move(chosen).error());
    }
  });
  return outcome;
}

// What a taxonomy knows becomes its code, whenever it was chosen; the names of the other members
// come back, whose values stay as they are.
template <class Input>
Codes recognise_codes(const taxonomies::Book& book, Input& input) {
  Codes unknown;
  const auto recognise = [&](std::string_view name, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if (const auto* item = book.known_as(name, value.str()))
      value = Value::trusted(item->code);
    else
      unknown.items.emplace_back(name);
  };
  for_each_member<Input>([&](std::string_view name, auto member) {
    [[maybe_unused]] auto& value = input.*member;
    using Member = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Member, RequiredCode>) {
      recognise(name, value);
    } else if constexpr (std::is_same_v<Member, std::optional<Code>>) {
      if (value) recognise(name, *value);
    }
  });
  return unknown;
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
