// One value on its way into or out of a column, and how types of ours become one. Columns are
// text, bigint or double precision and nothing else; binary is base64 text, truth is 0 or 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "core/describe.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/text.h"
#include "platform/storage/failure.h"

namespace xb::storage {

enum class CellType { integer, text, real };

// Empty is NULL.
using Cell = std::variant<std::monostate, std::int64_t, std::string, double>;

// How a T is stored: `type`, `to` and `from`. Values that must be sealed first have only `type`.
template <class T>
struct Column;

// What stands in a column need not be what we wrote: somebody may have changed it, or a newer
// program knows more names. That row cannot be read; others still can.
namespace cells {

inline void expect(bool is_so, const char* what) {
  if (!is_so) throw Failure(Fault::other, "cell", what);
}
inline std::int64_t integer(const Cell& cell) {
  expect(std::holds_alternative<std::int64_t>(cell), "a bigint column is NULL or of another type");
  return std::get<std::int64_t>(cell);
}
inline std::string text(Cell&& cell) {
  expect(std::holds_alternative<std::string>(cell), "a text column is NULL or of another type");
  return std::get<std::string>(std::move(cell));
}

}  // namespace cells

template <>
struct Column<std::int64_t> {
  static constexpr CellType type = CellType::integer;
  static Cell to(std::int64_t value) { return value; }
  static std::int64_t from(Cell&& cell) { return cells::integer(cell); }
};

template <>
struct Column<bool> {
  static constexpr CellType type = CellType::integer;
  static Cell to(bool value) { return std::int64_t{value}; }
  static bool from(Cell&& cell) { return cells::integer(cell) != 0; }
};

template <>
struct Column<double> {
  static constexpr CellType type = CellType::real;
  static Cell to(double value) { return value; }
  static double from(Cell&& cell) {
    cells::expect(std::holds_alternative<double>(cell),
                  "a double column is NULL or of another type");
    return std::get<double>(cell);
  }
};

template <>
struct Column<std::string> {
  static constexpr CellType type = CellType::text;
  static Cell to(const std::string& value) { return value; }
  static std::string from(Cell&& cell) { return cells::text(std::move(cell)); }
};

template <>
struct Column<std::string_view> {  // into the database only
  static constexpr CellType type = CellType::text;
  static Cell to(std::string_view value) { return std::string{value}; }
};

template <std::size_t max, Presence presence>
struct Column<Text<max, presence>> {
  static constexpr CellType type = CellType::text;
  static Cell to(const Text<max, presence>& value) { return value.str(); }
  static Text<max, presence> from(Cell&& cell) {
    return Text<max, presence>::trusted(cells::text(std::move(cell)));
  }
};

// An absent id is NULL.
template <class Kind>
struct Column<Id<Kind>> {
  static constexpr CellType type = CellType::integer;
  static Cell to(Id<Kind> id) { return id ? Cell{id.number} : Cell{}; }
  static Id<Kind> from(Cell&& cell) {
    return std::holds_alternative<std::monostate>(cell) ? Id<Kind>{}
                                                        : Id<Kind>{cells::integer(cell)};
  }
};

template <>
struct Column<Instant> {
  static constexpr CellType type = CellType::integer;
  static Cell to(Instant at) { return at.ms; }
  static Instant from(Cell&& cell) { return {cells::integer(cell)}; }
};

template <>
struct Column<Date> {
  static constexpr CellType type = CellType::text;
  static Cell to(Date day) { return format(day); }
  static Date from(Cell&& cell) {
    const auto day = parse_date(cells::text(std::move(cell)));
    cells::expect(day.has_value(), "a date column holds no date");
    return *day;
  }
};

template <class T>
requires is_described_enum<T>
struct Column<T> {
  static constexpr CellType type = CellType::text;
  static Cell to(T value) { return std::string{name_of(value)}; }
  static T from(Cell&& cell) {
    const auto value = named<T>(cells::text(std::move(cell)));
    cells::expect(value.has_value(), "an enum column holds an unknown name");
    return *value;
  }
};

template <class T>
struct Column<std::optional<T>> {
  static constexpr CellType type = Column<T>::type;
  static Cell to(const std::optional<T>& value) { return value ? Column<T>::to(*value) : Cell{}; }
  static std::optional<T> from(Cell&& cell) {
    if (std::holds_alternative<std::monostate>(cell)) return {};
    return Column<T>::from(std::move(cell));
  }
};

template <class T>
Cell to_cell(const T& value) {
  return Column<T>::to(value);
}
inline Cell to_cell(const char* value) { return std::string{value}; }
inline Cell to_cell(int value) { return std::int64_t{value}; }
inline Cell to_cell(std::size_t value) { return static_cast<std::int64_t>(value); }

}  // namespace xb::storage
