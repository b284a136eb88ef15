// SQL text. It is a literal of ours with a `?` for each value, and only composed of such literals,
// so input can never become SQL. Counting `?` against the values is done when it compiles.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/storage/cell.h"
#include "platform/storage/table.h"

namespace xb::storage {

template <class... Values>
struct BasicSql {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what one writes
  consteval BasicSql(const char* literal) : text(literal) {
    std::size_t places = 0;
    for (char c : text)
      if (c == '?') ++places;
    if (places != sizeof...(Values)) throw "as many values as `?` are needed";
  }
  std::string_view text;
};

// As with std::format_string, the values decide and the literal must fit them.
template <class... Values>
using Sql = BasicSql<std::type_identity_t<Values>...>;

// A literal kept in a constant until its values are known; their number is checked when it runs.
struct Fragment {
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is what one writes
  consteval Fragment(const char* literal) : text(literal) {}
  std::string_view text;
};

// A statement composed of literals, for what a caller may filter by.
class Query {
 public:
  template <class... Values>
  explicit Query(Sql<Values...> start, const Values&... values) {
    append(start.text, values...);
  }

  // Starts with what names Row's columns and table; conditions follow.
  template <class Row>
  static Query of() {
    Query query{Sql<>("")};
    query.text_ = select_text<Row>();
    return query;
  }

  // Adds a condition, joined by WHERE or AND.
  template <class... Values>
  Query& where(Sql<Values...> condition, const Values&... values) {
    text_ += has_condition_ ? " AND " : " WHERE ";
    has_condition_ = true;
    append(condition.text, values...);
    return *this;
  }

  // Adds text as it stands: ORDER BY, LIMIT, a join.
  template <class... Values>
  Query& add(Sql<Values...> fragment, const Values&... values) {
    text_ += ' ';
    append(fragment.text, values...);
    return *this;
  }

  Query& where(Fragment condition, std::vector<Cell> values) {
    text_ += has_condition_ ? " AND " : " WHERE ";
    has_condition_ = true;
    text_ += condition.text;
    for (Cell& value : values) values_.push_back(std::move(value));
    return *this;
  }

  Query& add(Fragment fragment, std::vector<Cell> values = {}) {
    text_ += ' ';
    text_ += fragment.text;
    for (Cell& value : values) values_.push_back(std::move(value));
    return *this;
  }

  // A table's name from its row type.
  Query& add_table(std::string_view table) {
    text_ += ' ';
    text_ += table;
    return *this;
  }

  // `column IN (?, …)`; an empty list matches nothing.
  Query& where_in(Fragment column, std::vector<Cell> values) {
    text_ += has_condition_ ? " AND" : " WHERE";
    has_condition_ = true;
    return add_in(column, std::move(values));
  }
  Query& add_in(Fragment column, std::vector<Cell> values) {
    if (values.empty()) return add(Fragment{"1 = 0"});
    text_ += ' ';
    text_ += column.text;
    text_ += " IN (?";
    for (std::size_t i = 1; i < values.size(); ++i) text_ += ", ?";
    text_ += ')';
    for (Cell& value : values) values_.push_back(std::move(value));
    return *this;
  }

  const std::string& text() const { return text_; }
  std::vector<Cell> values() const { return values_; }

 private:
  template <class... Values>
  void append(std::string_view text, const Values&... values) {
    text_ += text;
    (values_.push_back(to_cell(values)), ...);
  }

  std::string text_;
  std::vector<Cell> values_;
  bool has_condition_ = false;
};

}  // namespace xb::storage
