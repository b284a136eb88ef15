// The peer of the intake benchmark: the same rows, written by SQLite's or PostgreSQL's own C API
// with cached statements, a hundred complaints a commit, nothing else. Reads the rows from a
// database the server has filled and writes them to an empty one. Prints one JSON object.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using Row = std::vector<std::pair<bool, std::string>>;  // null or text

// What one registration writes, in that order, with how many rows of each.
struct Table {
  const char* name;
  int rows_a_complaint;
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

std::vector<Table> tables() {
  return {{"data_keys", 2, {}, {}},       {"complainants", 1, {}, {}},
          {"clocks", 1, {}, {}},          {"complaints", 1, {}, {}},
          {"evidence_chains", 1, {}, {}}, {"evidence_entries", 1, {}, {}}};
}

constexpr int complaints_a_commit = 100;

[[noreturn]] void die(const char* what) {
  std::fprintf(stderr, "bare: %s\n", what);
  std::exit(2);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// The last `complaints` worth of rows of each table, in the order in which they were written.
void read_rows(sqlite3* database, Table& table, int complaints) {
  const std::string sql = std::string("SELECT * FROM ") + table.name +
                          " ORDER BY rowid DESC LIMIT " +
                          std::to_string(complaints * table.rows_a_complaint);
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
    die(sqlite3_errmsg(database));
  for (int i = 0; i < sqlite3_column_count(statement); ++i)
    table.columns.emplace_back(sqlite3_column_name(statement, i));
  while (sqlite3_step(statement) == SQLITE_ROW) {
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      row.emplace_back(text == nullptr, text == nullptr ? "" : text);
    }
    table.rows.push_back(std::move(row));
  }
  sqlite3_finalize(statement);
  std::reverse(table.rows.begin(), table.rows.end());
}

void execute(sqlite3* database, const char* sql) {
  char* error = nullptr;
  if (sqlite3_exec(database, sql, nullptr, nullptr, &error) != SQLITE_OK) die(error);
}

std::string insert_text(const Table& table, bool dollars) {
  std::string names, places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    names += (i > 0 ? ", " : "") + table.columns[i];
    places += (i > 0 ? ", " : "") + (dollars ? "$" + std::to_string(i + 1) : std::string("?"));
  }
  const bool identity = dollars && std::strcmp(table.name, "evidence_entries") == 0;
  return std::string("INSERT INTO ") + table.name + " (" + names + ")" +
         (identity ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + places + ")";
}

double write_sqlite(const std::string& path, std::vector<Table>& all, int complaints) {
  sqlite3* database = nullptr;
  if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) die("open");
  execute(database,
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;"
          " PRAGMA wal_autocheckpoint = 4000");
  std::vector<sqlite3_stmt*> inserts;
  for (const Table& table : all) {
    inserts.emplace_back();
    if (sqlite3_prepare_v2(database, insert_text(table, false).c_str(), -1, &inserts.back(),
                           nullptr) != SQLITE_OK)
      die(sqlite3_errmsg(database));
  }
  const auto start = Clock::now();
  for (int i = 0; i < complaints; ++i) {
    if (i % complaints_a_commit == 0) execute(database, "BEGIN IMMEDIATE");
    for (std::size_t t = 0; t < all.size(); ++t)
      for (int k = 0; k < all[t].rows_a_complaint; ++k) {
        const Row& row = all[t].rows[static_cast<std::size_t>(i * all[t].rows_a_complaint + k)];
        for (std::size_t c = 0; c < row.size(); ++c) {
          const int place = static_cast<int>(c) + 1;
          if (row[c].first)
            sqlite3_bind_null(inserts[t], place);
          else
            sqlite3_bind_text(inserts[t], place, row[c].second.data(),
                              static_cast<int>(row[c].second.size()), SQLITE_STATIC);
        }
        if (sqlite3_step(inserts[t]) != SQLITE_DONE) die(sqlite3_errmsg(database));
        sqlite3_reset(inserts[t]);
      }
    if (i % complaints_a_commit == complaints_a_commit - 1 || i + 1 == complaints)
      execute(database, "COMMIT");
  }
  const double seconds = seconds_since(start);
  for (sqlite3_stmt* insert : inserts) sqlite3_finalize(insert);
  sqlite3_close(database);
  return seconds;
}

void check(PGresult* result, ExecStatusType wanted) {
  if (PQresultStatus(result) != wanted) die(PQresultErrorMessage(result));
  PQclear(result);
}

double write_postgres(const std::string& address, std::vector<Table>& all, int complaints) {
  PGconn* connection = PQconnectdb(address.c_str());
  if (PQstatus(connection) != CONNECTION_OK) die(PQerrorMessage(connection));
  for (const Table& table : all)
    check(PQprepare(connection, table.name, insert_text(table, true).c_str(), 0, nullptr),
          PGRES_COMMAND_OK);
  const auto start = Clock::now();
  for (int i = 0; i < complaints; ++i) {
    if (i % complaints_a_commit == 0) check(PQexec(connection, "BEGIN"), PGRES_COMMAND_OK);
    for (const Table& table : all)
      for (int k = 0; k < table.rows_a_complaint; ++k) {
        const Row& row = table.rows[static_cast<std::size_t>(i * table.rows_a_complaint + k)];
        std::vector<const char*> values;
        for (const auto& [is_null, text] : row) values.push_back(is_null ? nullptr : text.c_str());
        check(PQexecPrepared(connection, table.name, static_cast<int>(values.size()), values.data(),
                             nullptr, nullptr, 0),
              PGRES_COMMAND_OK);
      }
    if (i % complaints_a_commit == complaints_a_commit - 1 || i + 1 == complaints)
      check(PQexec(connection, "COMMIT"), PGRES_COMMAND_OK);
  }
  const double seconds = seconds_since(start);
  PQfinish(connection);
  return seconds;
}

// 4 KiB appends, each made durable, for a second.
double fdatasync_rate(const std::string& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) die("fdatasync file");
  const std::string block(4096, 'x');
  const auto start = Clock::now();
  int count = 0;
  for (; seconds_since(start) < 1; ++count)
    if (write(file, block.data(), block.size()) != 4096 || fdatasync(file) != 0) die("fdatasync");
  close(file);
  unlink(path.c_str());
  return count / seconds_since(start);
}

}  // namespace

// bare fdatasync FILE | bare rows FROM.db TO COMPLAINTS
int main(int count, char** values) {
  if (count == 3 && std::strcmp(values[1], "fdatasync") == 0) {
    std::printf("{\"fdatasync_rate\":%.0f}\n", fdatasync_rate(values[2]));
    return 0;
  }
  if (count != 5) die("bare fdatasync FILE | bare rows FROM.db TO COMPLAINTS");
  const int complaints = std::atoi(values[4]);
  sqlite3* source = nullptr;
  if (sqlite3_open_v2(values[2], &source, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
    die("source");
  std::vector<Table> all = tables();
  for (Table& table : all) {
    read_rows(source, table, complaints);
    if (table.rows.size() < static_cast<std::size_t>(complaints * table.rows_a_complaint))
      die("too few rows to copy");
  }
  sqlite3_close(source);
  const std::string target = values[3];
  const double seconds = target.starts_with("postgresql://")
                             ? write_postgres(target, all, complaints)
                             : write_sqlite(target, all, complaints);
  std::printf("{\"complaints\":%d,\"seconds\":%.3f,\"rate\":%.1f}\n", complaints, seconds,
              complaints / seconds);
}
