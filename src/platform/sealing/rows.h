// Rows that hold personal values. They carry `id` and `key_id` as their first members; a Personal
// member is sealed under that key on the way in and opened on the way out, under its permanent name
// `table.column`. An optional one that is absent is NULL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/privacy/personal.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/work.h"

namespace xb::storage {

// Only its type: there is no unsealed way into a column.
template <class Kind>
struct Column<privacy::Personal<Kind>> {
  static constexpr CellType type = CellType::text;
};

}  // namespace xb::storage

namespace xb::sealing {

// Keyed and versioned, for equality search; NULL where there is no value.
template <privacy::Searchable Kind>
struct BlindIndex {
  std::optional<std::string> text;

  static BlindIndex of(const Keyring& keys, const privacy::Personal<Kind>& value) {
    return {keys.blind_index(Kind::index, Kind::normal(value.reveal()))};
  }
  static BlindIndex of(const Keyring& keys, const std::optional<privacy::Personal<Kind>>& value) {
    return value ? of(keys, *value) : BlindIndex{};
  }
};

// A new data key, stored wrapped.
DataKey new_key(Work& work);
DataKey new_key(Work& work, Id<DataKey> id);
// Throws Failure if there is none: it was destroyed, or somebody changed the row that names it.
DataKey key(Work& work, Id<DataKey> id);
// What it sealed stays and can never be opened again.
void destroy_key(Work& work, Id<DataKey> id);

namespace coding {

template <class T>
inline constexpr bool is_personal = false;
template <class Kind>
inline constexpr bool is_personal<privacy::Personal<Kind>> = true;
template <class Kind>
inline constexpr bool is_personal<std::optional<privacy::Personal<Kind>>> = true;

template <class Row>
std::string permanent_name(std::string_view column) {
  return std::string{Row::table} + "." + std::string{column};
}

// Seals with a key at hand.
struct Sealing {
  const DataKey& key;

  template <class Row, class T>
  storage::Cell encode(const Row& row, std::string_view column, const T& value) const {
    if constexpr (!is_personal<T>)
      return storage::Column<T>::to(value);
    else if constexpr (is_optional<T>)
      return value ? encode(row, column, *value) : storage::Cell{};
    else
      return key.seal(value.reveal(), permanent_name<Row>(column), row.id.number);
  }
};

// Opens with the key the row names, fetched when the first personal value is met.
class Opening {
 public:
  explicit Opening(Work& work) : work_(work) {}

  template <class Row, class T>
  void decode(const Row& row, std::string_view column, storage::Cell&& cell, T& out) {
    if constexpr (!is_personal<T>) {
      out = storage::Column<T>::from(std::move(cell));
    } else {
      if (std::holds_alternative<std::monostate>(cell)) return;
      if (!key_ || key_->id() != row.key_id) key_.emplace(key(work_, row.key_id));
      std::string plain =
          key_->open(std::get<std::string>(cell), permanent_name<Row>(column), row.id.number);
      if constexpr (is_optional<T>)
        out = T::value_type::trusted(std::move(plain));
      else
        out = T::trusted(std::move(plain));
    }
  }

 private:
  Work& work_;
  std::optional<DataKey> key_;
};

}  // namespace coding

template <class Row>
void insert(Work& work, const Row& row, const DataKey& key) {
  work.tx.insert(row, coding::Sealing{key});
}

// Refuses with version.changed if somebody was faster.
template <class Row>
Result<void> update(Work& work, Row& row, const DataKey& key) {
  if (work.tx.update(row, coding::Sealing{key})) return {};
  return refuse(Reason::conflict, "version.changed");
}

template <class Row, class... Values>
std::optional<Row> find(Work& work, storage::Sql<Values...> rest, const Values&... values) {
  return work.tx.find_with<Row>(coding::Opening{work}, rest, values...);
}

template <class Row>
std::vector<Row> find_all(Work& work, const storage::Query& query) {
  return work.tx.find_all<Row>(query, coding::Opening{work});
}

// The row of that id, as `narrow` lets it be seen.
template <class Row, class Narrow>
std::optional<Row> find_seen(Work& work, Id<Row> id, const Narrow& narrow) {
  storage::Query query = storage::Query::of<Row>();
  query.where("id = ?", id);
  narrow(query);
  auto rows = find_all<Row>(work, query);
  if (rows.empty()) return {};
  return std::move(rows.front());
}

// Writes the fingerprints of new keys.
void store_fingerprints(storage::Transaction& tx, const Keyring& keys);
// Refuses with keys.missing or keys.wrong.
Result<void> check_fingerprints(storage::Transaction& tx, const Keyring& keys);

}  // namespace xb::sealing

namespace xb::storage {

template <class Kind>
struct Column<sealing::BlindIndex<Kind>> {
  static constexpr CellType type = CellType::text;
  static Cell to(const sealing::BlindIndex<Kind>& index) {
    return Column<std::optional<std::string>>::to(index.text);
  }
  static sealing::BlindIndex<Kind> from(Cell&& cell) {
    return {Column<std::optional<std::string>>::from(std::move(cell))};
  }
};

}  // namespace xb::storage
