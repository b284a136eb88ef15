// Statements of one described row: its columns are its members, in the order of the description.
// A row type names its table with `static constexpr std::string_view table`; its key is `id`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/describe.h"
#include "platform/storage/cell.h"

namespace xb::storage {

template <class Row>
std::string column_list() {
  std::string out;
  for_each_member<Row>([&](std::string_view name, auto) {
    if (!out.empty()) out += ", ";
    out += name;
  });
  return out;
}

template <class Row>
const std::string& select_text() {
  static const std::string text =
      "SELECT " + column_list<Row>() + " FROM " + std::string{Row::table} + " ";
  return text;
}

template <class Row>
const std::string& insert_text() {
  static const std::string text = [] {
    std::string places = "?";
    for (std::size_t i = 1; i < member_count<Row>; ++i) places += ", ?";
    return "INSERT INTO " + std::string{Row::table} + " (" + column_list<Row>() + ") VALUES (" +
           places + ")";
  }();
  return text;
}

template <class Row>
const std::string& insert_if_absent_text() {
  static const std::string text = insert_text<Row>() + " ON CONFLICT DO NOTHING";
  return text;
}

// Changes every column but the key; the row must still have the version it was read with.
template <class Row>
const std::string& update_text() {
  static const std::string text = [] {
    std::string changes;
    for_each_member<Row>([&](std::string_view name, auto) {
      if (name == "id") return;
      if (!changes.empty()) changes += ", ";
      changes += name;
      changes += " = ?";
    });
    return "UPDATE " + std::string{Row::table} + " SET " + changes +
           " WHERE id = ? AND version = ?";
  }();
  return text;
}

template <class Row>
constexpr auto cell_types() {
  std::array<CellType, member_count<Row>> types{};
  std::size_t i = 0;
  for_each_member<Row>([&](std::string_view, auto member) {
    using Member = std::remove_cvref_t<decltype(std::declval<Row>().*member)>;
    types[i++] = Column<Member>::type;
  });
  return types;
}

// How values pass when nothing has to be sealed.
struct Plainly {
  template <class Row, class T>
  Cell encode(const Row&, std::string_view, const T& value) const {
    return Column<T>::to(value);
  }
  template <class Row, class T>
  void decode(const Row&, std::string_view, Cell&& cell, T& out) const {
    out = Column<T>::from(std::move(cell));
  }
};

// The row's cells in column order. `coder` decides how each value passes.
template <class Row, class Coder = Plainly>
std::vector<Cell> encode(const Row& row, Coder&& coder = {}) {
  std::vector<Cell> cells;
  cells.reserve(member_count<Row> + 2);
  for_each_member<Row>([&](std::string_view name, auto member) {
    cells.push_back(coder.encode(row, name, row.*member));
  });
  return cells;
}

template <class Row, class Coder = Plainly>
Row decode(std::span<Cell> cells, Coder&& coder = {}) {
  Row row{};
  std::size_t i = 0;
  for_each_member<Row>([&](std::string_view name, auto member) {
    coder.decode(row, name, std::move(cells[i++]), row.*member);
  });
  return row;
}

}  // namespace xb::storage
