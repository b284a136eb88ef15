// One open transaction: statements with bound values, rows as described structs. It knows which
// tables are of the domain, so that a change without an evidence entry can be told.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/storage/connection.h"
#include "platform/storage/ids.h"
#include "platform/storage/sql.h"
#include "platform/storage/table.h"

namespace xb::storage {

class TableKinds;

class Transaction {
 public:
  Transaction(Connection& connection, IdBlock& ids, const TableKinds& kinds)
      : connection_(connection), ids_(ids), kinds_(kinds) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Returns the number of rows changed.
  template <class... Values>
  std::int64_t execute(Sql<Values...> sql, const Values&... values) {
    return change(sql.text, cells(values...));
  }
  std::int64_t execute(const Query& query) { return change(query.text(), query.values()); }

  // The first row of a statement that names its columns; T is a described struct (columns in the
  // order of its members) or a single column.
  template <class T, class... Values>
  std::optional<T> one(Sql<Values...> sql, const Values&... values) {
    std::optional<T> found;
    visit<T>(sql.text, cells(values...), [&](T&& row) {
      if (!found) found = std::move(row);
    });
    return found;
  }
  template <class T, class... Values>
  std::vector<T> all(Sql<Values...> sql, const Values&... values) {
    return all_of<T>(sql.text, cells(values...));
  }
  template <class T>
  std::vector<T> all(const Query& query) {
    return all_of<T>(query.text(), query.values());
  }

  // Rows of Row's own table; `rest` follows FROM.
  template <class Row, class... Values>
  std::optional<Row> find(Sql<Values...> rest, const Values&... values) {
    return find_with<Row>(Plainly{}, rest, values...);
  }
  template <class Row, class Coder, class... Values>
  std::optional<Row> find_with(Coder&& coder, Sql<Values...> rest, const Values&... values) {
    std::vector<Row> rows =
        rows_of<Row>(select_text<Row>() + std::string{rest.text}, cells(values...), coder);
    if (rows.empty()) return {};
    return std::move(rows.front());
  }
  template <class Row, class... Values>
  std::vector<Row> find_all(Sql<Values...> rest, const Values&... values) {
    return rows_of<Row>(select_text<Row>() + std::string{rest.text}, cells(values...), Plainly{});
  }
  // `query` is a whole statement that starts with select_text<Row>().
  template <class Row, class Coder = Plainly>
  std::vector<Row> find_all(const Query& query, Coder&& coder = {}) {
    return rows_of<Row>(query.text(), query.values(), coder);
  }

  template <class Row, class Coder = Plainly>
  void insert(const Row& row, Coder&& coder = {}) {
    put(insert_text<Row>(), encode(row, coder));
  }
  // False if a unique key was taken already.
  template <class Row, class Coder = Plainly>
  bool insert_if_absent(const Row& row, Coder&& coder = {}) {
    return change(insert_if_absent_text<Row>(), encode(row, coder)) == 1;
  }
  // Stores `row` and raises its version; false if somebody was faster.
  template <class Row, class Coder = Plainly>
  bool update(Row& row, Coder&& coder = {}) {
    const std::int64_t read_version = row.version++;
    std::vector<Cell> values = encode(row, coder);
    values.erase(values.begin());  // the key comes first in every description
    values.push_back(Column<decltype(row.id)>::to(row.id));
    values.push_back(read_version);
    return change(update_text<Row>(), std::move(values)) == 1;
  }

  // Cells as they come, for what is read by position.
  void read(std::string_view sql, std::vector<Cell> values, std::span<const CellType> columns,
            const RowVisitor& visit);

  template <class Kind>
  Id<Kind> new_id() {
    return {ids_.take()};
  }

  Dialect dialect() const { return connection_.dialect(); }

  // The name of the Work this transaction belongs to: 128 random bits that its entries carry.
  void name_work(std::string work) { work_ = std::move(work); }
  const std::string& work() const { return work_; }

  // Runs `command` within this transaction; what it wrote is undone if it returns false. For a
  // rehearsal, whose transaction is rolled back: nobody asks here for entries.
  bool attempt(const std::function<bool(Transaction&)>& command);

  // Called by evidence/ for each entry.
  void note_entry() { ++entries_; }
  std::int64_t entries() const { return entries_; }
  // True if a domain table changed and no entry tells of it.
  bool changed_silently() const { return domain_changes_ > 0 && entries_ == 0; }
  void start_command() { domain_changes_ = entries_ = 0; }

 private:
  template <class... Values>
  static std::vector<Cell> cells(const Values&... values) {
    std::vector<Cell> out;
    out.reserve(sizeof...(Values));
    (out.push_back(to_cell(values)), ...);
    return out;
  }

  template <class T, class Take>
  void visit(std::string_view sql, std::vector<Cell> values, Take&& take) {
    if constexpr (is_described_struct<T>) {
      static constexpr auto types = cell_types<T>();
      read(sql, std::move(values), types,
           [&](std::span<Cell> row) { take(decode<T>(row, Plainly{})); });
    } else {
      static constexpr std::array types{Column<T>::type};
      read(sql, std::move(values), types,
           [&](std::span<Cell> row) { take(Column<T>::from(std::move(row[0]))); });
    }
  }

  template <class T>
  std::vector<T> all_of(std::string_view sql, std::vector<Cell> values) {
    std::vector<T> rows;
    visit<T>(sql, std::move(values), [&](T&& row) { rows.push_back(std::move(row)); });
    return rows;
  }

  // Rows are decoded after they are read, because a coder may ask the database for their keys.
  template <class Row, class Coder>
  std::vector<Row> rows_of(std::string_view sql, std::vector<Cell> values, Coder&& coder) {
    static constexpr auto types = cell_types<Row>();
    std::vector<std::vector<Cell>> read_rows;
    read(sql, std::move(values), types, [&](std::span<Cell> row) {
      read_rows.emplace_back(std::make_move_iterator(row.begin()),
                             std::make_move_iterator(row.end()));
    });
    std::vector<Row> rows;
    rows.reserve(read_rows.size());
    for (auto& row : read_rows) rows.push_back(decode<Row>(std::span<Cell>{row}, coder));
    return rows;
  }

  std::int64_t change(std::string_view sql, std::vector<Cell> values);
  void put(std::string_view sql, std::vector<Cell> values);

  Connection& connection_;
  IdBlock& ids_;
  const TableKinds& kinds_;
  std::string work_;
  std::int64_t domain_changes_ = 0;
  std::int64_t entries_ = 0;
};

}  // namespace xb::storage
