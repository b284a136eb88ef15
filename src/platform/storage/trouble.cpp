#include "platform/storage/trouble.h"

#include "platform/storage/migrations.h"
#include "platform/telemetry/log.h"

namespace xb::storage {
namespace {

// The table a statement is about; the statement is ours.
std::string table_of(const std::string& sql) {
  if (const auto table = changed_table(sql); !table.empty()) return std::string{table};
  const std::size_t from = sql.find("FROM ");
  if (from == std::string::npos) return "database";
  const std::size_t start = from + 5;
  return sql.substr(start, sql.find_first_of(" ,)", start) - start);
}

}  // namespace

void Trouble::note(const Failure& failure) {
  const std::lock_guard lock(mutex_);
  if (corrupt_) return;
  const std::string before = word_;
  switch (failure.fault()) {
    case Fault::corrupt:
      corrupt_ = true;
      word_ = "corrupt " + table_of(failure.statement());
      break;
    case Fault::full:
    case Fault::io:
    case Fault::read_only:
    case Fault::lost:
    case Fault::clock: word_ = name(failure.fault()); break;
    case Fault::constraint:
    case Fault::serialization:
    case Fault::busy:
    case Fault::memory:
    case Fault::unknown:
    case Fault::schema:
    case Fault::other: return;
  }
  if (word_ != before)
    telemetry::log(telemetry::Severity::alarm, "storage.trouble",
                   {{"trouble", word_}, {"code", failure.code()}});
}

void Trouble::clear() {
  const std::lock_guard lock(mutex_);
  if (!corrupt_) word_.clear();
}

std::string Trouble::word() const {
  const std::lock_guard lock(mutex_);
  return word_;
}

bool Trouble::is_corrupt() const {
  const std::lock_guard lock(mutex_);
  return corrupt_;
}

}  // namespace xb::storage
