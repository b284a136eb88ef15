// A row that gives power carries a MAC over all its other columns, so that whoever can write into
// the database, but has no key, can give nobody anything (a forged row counts as none).
#pragma once

#include <string>

#include "platform/sealing/crypto.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/table.h"

namespace xb::identity {

// Table, then each column's length and text; NULL has no length.
std::string row_bytes(std::string_view table, const std::vector<storage::Cell>& cells);

// HMAC-SHA-256 of those, base64.
std::string row_mac(const sealing::Keyring& keys, std::string_view table,
                    const std::vector<storage::Cell>& cells);

template <class Row>
std::vector<storage::Cell> power_cells(const Row& row) {
  std::vector<storage::Cell> cells;
  for_each_member<Row>([&](std::string_view name, auto member) {
    // What raises with every change says nothing about power.
    if (name == "mac" || name == "version") return;
    cells.push_back(storage::to_cell(row.*member));
  });
  return cells;
}

template <class Row>
std::string mac_of(const sealing::Keyring& keys, const Row& row) {
  return row_mac(keys, Row::table, power_cells(row));
}

void tell_of_forged_row(std::string_view table, std::int64_t id);

template <class Row>
void seal_row(const sealing::Keyring& keys, Row& row) {
  row.mac = mac_of(keys, row);
}

// False, with an alarm, for a row that was not written by us.
template <class Row>
bool is_authentic(const sealing::Keyring& keys, const Row& row) {
  if (sealing::equal_in_constant_time(row.mac, mac_of(keys, row))) return true;
  tell_of_forged_row(Row::table, row.id.number);
  return false;
}

}  // namespace xb::identity
