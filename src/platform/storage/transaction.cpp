#include "platform/storage/transaction.h"

#include "platform/storage/migrations.h"

namespace xb::storage {

void Transaction::read(std::string_view sql, std::vector<Cell> values,
                       std::span<const CellType> columns, const RowVisitor& visit) {
  connection_.run(sql, std::move(values), columns, visit);
}

std::int64_t Transaction::change(std::string_view sql, std::vector<Cell> values) {
  const std::int64_t rows = connection_.run(sql, std::move(values));
  if (rows > 0 && kinds_.is_domain_change(sql)) domain_changes_ += rows;
  return rows;
}

bool Transaction::attempt(const std::function<bool(Transaction&)>& command) {
  connection_.run("SAVEPOINT attempt", {});
  start_command();
  const bool is_kept = command(*this);
  if (!is_kept) connection_.run("ROLLBACK TO attempt", {});
  connection_.run("RELEASE attempt", {});
  return is_kept;
}

void Transaction::put(std::string_view sql, std::vector<Cell> values) {
  connection_.put(sql, std::move(values));
  if (kinds_.is_domain_change(sql)) ++domain_changes_;
}

}  // namespace xb::storage
