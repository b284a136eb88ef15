// What went wrong below us. Database exceptions carry bound values and so personal data; a Failure
// carries a class, a code and the statement's own text, and nothing else ever leaves storage/.
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace xb::storage {

enum class Fault {
  constraint,     // a CHECK, UNIQUE or foreign key said no
  serialization,  // another transaction was faster; run again
  busy,           // the queue is full, or the wait too long; try later
  full,           // no space left
  io,             // the disk or the network of the database failed
  memory,
  read_only,
  corrupt,
  lost,     // the connection broke before COMMIT was sent
  unknown,  // the connection broke during COMMIT: nobody knows the outcome
  schema,   // the schema is newer than this program, or was changed by hand
  clock,    // the machine's clock stepped; writing waits until it is trusted
  other,
};

class Failure : public std::exception {
 public:
  // `code` is SQLSTATE or SQLite's extended result code; `statement` is SQL text of ours.
  Failure(Fault fault, std::string code, std::string statement);

  Fault fault() const { return fault_; }
  const std::string& code() const { return code_; }
  const std::string& statement() const { return statement_; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  Fault fault_;
  std::string code_;
  std::string statement_;
  std::string what_;
};

const char* name(Fault fault);

// Classes of SQLSTATE (PostgreSQL 15, appendix A); without one libpq could not reach the server.
Fault fault_of_sqlstate(std::string_view state);

// The failure being handled, whatever was thrown. Call in a catch clause only.
Failure current_failure();

}  // namespace xb::storage
