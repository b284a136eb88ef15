#include "modules/complaints/exporting/cells.h"

#include "modules/complaints/rules.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

const Texts& texts() {
  static const Texts shipped = Texts::shipped();
  return shipped;
}

// Where the words of an enumeration stand among the texts.
template <class T>
constexpr std::string_view words_of;
template <>
constexpr std::string_view words_of<IntakeKind> = "complaint.kind.";
template <>
constexpr std::string_view words_of<State> = "complaint.state.";
template <>
constexpr std::string_view words_of<Origin> = "complaint.origin.";
template <>
constexpr std::string_view words_of<Tier> = "complaint.tier.";
template <>
constexpr std::string_view words_of<Urgency> = "complaint.urgency.";

std::string column(std::string_view member) { return "export.column." + std::string{member}; }

}  // namespace

bool Cells::leaves_out(std::string_view member) const {
  return language_ && (member == "id" || member == "version");
}

std::string Cells::word(const std::string& code) const {
  return std::string{texts().of(*language_, code)};
}

std::string Cells::item_name(std::string_view taxonomy, const std::string& code) const {
  const auto* item = language_ ? book_.item(taxonomy, code) : nullptr;
  if (item == nullptr) return code;
  return *language_ == Language::zh_cn ? item->zh : item->en;
}

std::string Cells::list_of(std::string_view member, const Codes& codes) const {
  const std::string_view between = !language_ ? " " : *language_ == Language::zh_cn ? "、" : ", ";
  std::string out;
  for (const std::string& code : codes.items) {
    if (!out.empty()) out += between;
    if (language_ && member == "unknown_codes")
      out += word(column(code));
    else
      out += item_name(taxonomy_of(member, true), code);
  }
  return out;
}

// To the minute, as spreadsheets know it.
std::string Cells::time(Instant at) const {
  if (!language_) return format(at);
  const Date day = zone_.date(at);
  constexpr std::int64_t minute = 60'000;
  const std::int64_t minutes = (at.ms - zone_.start(day).ms) / minute;
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return format(day) + " " + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string Cells::unit(storage::Transaction& tx, Id<Unit> id) {
  if (!language_) return std::to_string(id.number);
  const auto known = units_.find(id.number);
  if (known != units_.end()) return known->second;
  const auto unit = identity::find_unit(tx, id);
  std::string name = unit ? unit->name : std::string{};
  if (unit && *language_ == Language::en && !unit->name_en.empty()) name = unit->name_en;
  return units_[id.number] = std::move(name);
}

std::string Cells::person(storage::Transaction& tx, Id<Person> id) {
  if (!language_) return std::to_string(id.number);
  const auto known = people_.find(id.number);
  if (known != people_.end()) return known->second;
  const auto person = identity::find_colleague(tx, id);
  return people_[id.number] = person ? person->name : std::string{};
}

template <class T>
std::string Cells::cell(storage::Transaction& tx, std::string_view member, const T& value) {
  if constexpr (is_optional<T>) {
    return value ? cell(tx, member, *value) : std::string{};
  } else if constexpr (requires { value.masked(); }) {
    return value.masked();
  } else if constexpr (requires { value.str(); }) {
    return item_name(taxonomy_of(member, false), value.str());
  } else if constexpr (std::is_same_v<T, CustomerKind>) {
    return item_name("customer_kind", std::string{name_of(value)});
  } else if constexpr (is_described_enum<T>) {
    const std::string name{name_of(value)};
    return language_ ? word(std::string{words_of<T>} + name) : name;
  } else if constexpr (std::is_same_v<T, Codes>) {
    return list_of(member, value);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return time(value);
  } else if constexpr (std::is_same_v<T, Date>) {
    return format(value);
  } else if constexpr (std::is_same_v<T, Id<Unit>>) {
    return unit(tx, value);
  } else if constexpr (std::is_same_v<T, Id<Person>>) {
    return person(tx, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return language_ ? word(value ? "export.yes" : "export.no") : std::to_string(value);
  } else if constexpr (requires { value.number; }) {
    return std::to_string(value.number);
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else {
    return value;
  }
}

std::vector<std::string> Cells::header() const {
  std::vector<std::string> out;
  for_each_member<ComplaintItem>([&](std::string_view name, auto) {
    if (leaves_out(name)) return;
    out.push_back(language_ ? word(column(name)) : std::string{name});
  });
  return out;
}

std::vector<std::string> Cells::row(storage::Transaction& tx, const ComplaintItem& item) {
  std::vector<std::string> out;
  for_each_member<ComplaintItem>([&](std::string_view name, auto member) {
    if (!leaves_out(name)) out.push_back(cell(tx, name, item.*member));
  });
  return out;
}

}  // namespace xb::complaints
