// Lists as one mechanism: filter, sort, page by key, scope. A list says once what it can be
// filtered and sorted by and which combinations an index answers at once. Any other combination
// reads along its sort order in windows and stops after 50 ms of work with a cursor, so no list is
// ever slow.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_struct.h"
#include "core/scope.h"
#include "platform/storage/transaction.h"

namespace xb::storage {

inline constexpr std::size_t page_default = 50;
inline constexpr std::size_t page_max = 200;
inline constexpr std::chrono::milliseconds work_max{50};

// What was asked for, as text from a query string. Unknown names are refused.
struct ListRequest {
  std::map<std::string, std::vector<std::string>, std::less<>> filters;
  std::string sort;  // empty for the list's first; a leading `-` turns it round
  std::size_t limit = page_default;
  std::string cursor;
};

template <class Row>
struct Page {
  std::vector<Row> items;
  std::optional<std::string> next_cursor;  // none on the last page
};

// Reads one value of a filter.
using ParseCell = Result<Cell> (*)(std::string_view);

template <class T>
Result<Cell> parse_cell(std::string_view text) {
  const auto quoted = [&] {
    std::string json;
    if constexpr (Column<T>::type == CellType::integer && !std::is_same_v<T, Instant>)
      json = text;
    else
      write_json_string(json, text);
    return json;
  }();
  const auto parsed = parse_json(quoted);
  if (!parsed) return refuse(Reason::invalid, "field.type");
  const auto value = TRY(Json<T>::read(*parsed));
  return Column<T>::to(value);
}

struct Filter {
  std::string_view name;
  Fragment condition;  // `state` for any of several values, `received_at >= ?` for one
  bool any_of;
  ParseCell parse;
};

template <class T>
constexpr Filter any_of(std::string_view name, Fragment column) {
  return {name, column, true, &parse_cell<T>};
}
template <class T>
constexpr Filter compared(std::string_view name, Fragment condition) {
  return {name, condition, false, &parse_cell<T>};
}

struct Sort {
  std::string_view name;
  Fragment column;     // bigint
  bool newest_first;   // without a `-`
  Fragment condition;  // what the index requires, or empty
  // What has no such key and comes after all that has: its condition, whose index gives the order
  // of `rest_column`. Empty where rows without the key are left out.
  Fragment rest = "";
  Fragment rest_column = "";
};

// Filters, joined by commas, that one index answers under this level of scope and sort.
struct Indexed {
  Level level;
  std::string_view filters;
  std::string_view sort;
};

struct ListSpec {
  std::vector<Filter> filters;
  std::vector<Sort> sorts;
  std::vector<Indexed> indexed;
};

// What must hold of every row beside scope and filters, such as what somebody must not see.
class Restriction {
 public:
  Restriction(Fragment condition, std::vector<Cell> values);

  // `start` ends inside the condition of a subquery, which the inner one narrows and this closes.
  static Restriction inside(Fragment start, std::vector<Cell> values,
                            std::optional<Restriction> inner);

  void narrow(Query& query) const;

 private:
  struct Piece {
    Fragment text;
    std::vector<Cell> values;
  };
  std::vector<Piece> pieces_;
};

// What is kept from who asks, in a table with accused_id and shut_unit_id; nothing from the system.
// Nobody sees what is about himself or about anybody of his unit (银保监会令2020年第3号 art. 17),
// nor does who stands in for one of them, or works in that unit beside his main post. The units of
// the accused are that of his main post when he was named, and each he has an appointment in
// that is not over on the viewer's day.
std::optional<Restriction> kept_from(const Actor& viewer);

struct HitRow;  // of list.cpp

// A request checked against its list.
class Plan {
 public:
  // Refuses with list.unknown_filter, list.unknown_sort, list.cursor or a field's own code.
  static Result<Plan> make(const ListSpec& spec, Scope scope, const ListRequest& request,
                           std::optional<Restriction> restriction = {});

  // Keys of the page, in order, found along the sort order; `next` is where to go on.
  struct Keys {
    std::vector<std::int64_t> ids;
    std::optional<std::string> next;
  };
  Keys keys(Transaction& tx, std::string_view table) const;

 private:
  struct Key {
    std::int64_t sort = 0;
    std::int64_t id = 0;
    bool is_rest = false;
  };
  static Key key_of(const HitRow& row);
  static std::optional<Key> key_from(std::string_view cursor, const Sort& sort);
  Query start(std::string_view table, Fragment column, bool is_rest) const;
  void add_filters(Query& query) const;
  void narrow(Query& query, Fragment column, const std::optional<Key>& after,
              std::size_t limit) const;
  bool may_have_rest() const;
  std::vector<HitRow> rows(Transaction& tx, std::string_view table, const std::optional<Key>& after,
                           std::size_t limit) const;
  std::vector<HitRow> rows_with_key(Transaction& tx, std::string_view table,
                                    const std::optional<Key>& after, std::size_t limit) const;
  std::vector<HitRow> rest(Transaction& tx, std::string_view table, const std::optional<Key>& after,
                           std::size_t limit) const;
  Keys keys_at_once(Transaction& tx, std::string_view table) const;
  Keys keys_in_windows(Transaction& tx, std::string_view table) const;
  std::string cursor(const Key& key) const;

  struct Condition {
    const Filter* filter;
    std::vector<Cell> values;
  };
  std::vector<Condition> conditions_;
  const Sort* sort_ = nullptr;
  Scope scope_;
  std::optional<Restriction> restriction_;
  bool descending_ = false;
  bool is_indexed_ = false;
  std::size_t limit_ = page_default;
  std::optional<Key> after_;
};

// Narrows a query over a table with branch_id, sub_branch_id, outlet_id and handling_unit_id: what
// belongs to the scope's unit, and what was dispatched to it from elsewhere. For rows that are
// found by an index of their own; a Plan reads both along their indexes.
void in_scope(Query& query, Scope scope);
// And without what is kept from who asks.
void in_sight(Query& query, const Actor& viewer);
// The same of the rows with these ids only.
void in_sight(Query& query, const std::vector<std::int64_t>& ids, const Actor& viewer);
// What belongs to the scope's unit only; the table needs no handling_unit_id but for a department.
void in_line(Query& query, Scope scope);

// What belongs to this unit and stands at another place than `place`, where the unit has gone.
void left_behind(Query& query, Id<Unit> unit, const Place& place);

// The rows with these ids, in that order. `fetch` reads rows by a whole statement.
template <class Row, class Fetch>
std::vector<Row> rows_by_ids(const std::vector<std::int64_t>& ids, Fetch&& fetch) {
  if (ids.empty()) return {};
  std::vector<Cell> cells(ids.begin(), ids.end());
  std::vector<Row> found = fetch(Query::of<Row>().where_in("id", std::move(cells)));
  std::map<std::int64_t, Row*> by_id;
  for (Row& row : found) by_id[row.id.number] = &row;
  std::vector<Row> out;
  out.reserve(ids.size());
  for (const std::int64_t id : ids)
    if (const auto at = by_id.find(id); at != by_id.end()) out.push_back(std::move(*at->second));
  return out;
}

}  // namespace xb::storage

namespace xb {

template <class Row>
struct Json<storage::Page<Row>> {
  static void write(std::string& out, const storage::Page<Row>& page) {
    out += R"({"items":)";
    Json<std::vector<Row>>::write(out, page.items);
    out += R"(,"next_cursor":)";
    Json<std::optional<std::string>>::write(out, page.next_cursor);
    out += '}';
  }
  static boost::json::value schema(Schemas& parts) {
    return {{"type", "object"},
            {"properties",
             {{"items", Json<std::vector<Row>>::schema(parts)},
              {"next_cursor", Json<std::optional<std::string>>::schema(parts)}}},
            {"required", {"items", "next_cursor"}}};
  }
};

}  // namespace xb
