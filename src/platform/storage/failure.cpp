#include "platform/storage/failure.h"

#include <new>
#include <string_view>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace xb::storage {
namespace {

// Enough to see the table of a row with many columns.
constexpr std::size_t statement_shown_max = 800;

Fault fault_of_sqlite(int code) {
  switch (code & 0xFF) {
    case SQLITE_CONSTRAINT: return Fault::constraint;
    case SQLITE_BUSY:
    case SQLITE_INTERRUPT:
    case SQLITE_LOCKED: return Fault::busy;
    case SQLITE_FULL: return Fault::full;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return Fault::io;
    case SQLITE_NOMEM: return Fault::memory;
    case SQLITE_READONLY: return Fault::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::corrupt;
    default: return Fault::other;
  }
}

}  // namespace

Fault fault_of_sqlstate(std::string_view state) {
  if (state == "40001" || state == "40P01") return Fault::serialization;
  if (state.starts_with("23")) return Fault::constraint;
  if (state == "53100") return Fault::full;
  if (state == "53200") return Fault::memory;
  if (state == "25006") return Fault::read_only;
  if (state.starts_with("53") || state == "55P03" || state == "57014") return Fault::busy;
  if (state == "XX001" || state == "XX002") return Fault::corrupt;
  if (state.starts_with("58")) return Fault::io;
  if (state.starts_with("08") || state.starts_with("57P") ||
      state.find_first_not_of(" \0") == std::string_view::npos)
    return Fault::lost;
  return Fault::other;
}

Failure::Failure(Fault fault, std::string code, std::string statement)
    : fault_(fault),
      code_(std::move(code)),
      statement_(statement.substr(0, statement_shown_max)),
      what_(std::string{"storage failure "} + name(fault) + " " + code_ + " in " + statement_) {}

const char* name(Fault fault) {
  switch (fault) {
    case Fault::constraint: return "constraint";
    case Fault::serialization: return "serialization";
    case Fault::busy: return "busy";
    case Fault::full: return "full";
    case Fault::io: return "io";
    case Fault::memory: return "memory";
    case Fault::read_only: return "read_only";
    case Fault::corrupt: return "corrupt";
    case Fault::lost: return "lost";
    case Fault::unknown: return "unknown";
    case Fault::schema: return "schema";
    case Fault::clock: return "clock";
    case Fault::other: return "other";
  }
  return "other";
}

Failure current_failure() {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure;
  } catch (const soci::sqlite3_soci_error& error) {
    return {fault_of_sqlite(error.result()), "sqlite " + std::to_string(error.result()), {}};
  } catch (const soci::postgresql_soci_error& error) {
    const std::string state = error.sqlstate();
    return {fault_of_sqlstate(state), state, {}};
  } catch (const soci::soci_error& error) {
    const bool lost = error.get_error_category() == soci::soci_error::connection_error;
    return {lost ? Fault::lost : Fault::other, "soci", {}};
  } catch (const std::bad_alloc&) {
    return {Fault::memory, "bad_alloc", {}};
  } catch (const std::exception&) {
    return {Fault::other, "exception", {}};
  }
}

}  // namespace xb::storage
