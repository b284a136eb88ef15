#include "platform/storage/connection.h"

#include <deque>
#include <string>
#include <unordered_map>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "platform/storage/pipeline.h"

namespace xb::storage {
namespace {

// Lists compose statements of many shapes; beyond this the cache starts anew.
constexpr std::size_t statements_max = 500;

// A place with a fixed address, which is what SOCI binds to.
struct Slot {
  CellType type = CellType::text;
  long long integer = 0;
  std::string text;
  double real = 0;
  soci::indicator indicator = soci::i_ok;
};

void bind_use(soci::statement& statement, Slot& slot) {
  switch (slot.type) {
    case CellType::integer: statement.exchange(soci::use(slot.integer, slot.indicator)); break;
    case CellType::text: statement.exchange(soci::use(slot.text, slot.indicator)); break;
    case CellType::real: statement.exchange(soci::use(slot.real, slot.indicator)); break;
  }
}

void bind_into(soci::statement& statement, Slot& slot) {
  switch (slot.type) {
    case CellType::integer: statement.exchange(soci::into(slot.integer, slot.indicator)); break;
    case CellType::text: statement.exchange(soci::into(slot.text, slot.indicator)); break;
    case CellType::real: statement.exchange(soci::into(slot.real, slot.indicator)); break;
  }
}

// A NULL has no type of its own; PostgreSQL gets it as text, which it casts.
CellType type_of(const Cell& cell) {
  if (std::holds_alternative<std::int64_t>(cell)) return CellType::integer;
  if (std::holds_alternative<double>(cell)) return CellType::real;
  return CellType::text;
}

void put(Slot& slot, Cell&& cell) {
  slot.indicator = std::holds_alternative<std::monostate>(cell) ? soci::i_null : soci::i_ok;
  if (auto* integer = std::get_if<std::int64_t>(&cell)) slot.integer = *integer;
  if (auto* text = std::get_if<std::string>(&cell)) slot.text = std::move(*text);
  if (auto* real = std::get_if<double>(&cell)) slot.real = *real;
}

Cell cell_of(Slot& slot) {
  if (slot.indicator == soci::i_null) return {};
  switch (slot.type) {
    case CellType::integer: return std::int64_t{slot.integer};
    case CellType::text: return std::move(slot.text);
    case CellType::real: return slot.real;
  }
  return {};
}

// `?` becomes `:p1`, `:p2` … for PostgreSQL: SOCI numbers those itself, and without names its error
// path throws std::out_of_range in place of the error. SQLite takes `?` as it is.
std::string in_dialect(Dialect dialect, std::string_view sql) {
  if (dialect == Dialect::sqlite) return std::string{sql};
  std::string out;
  int places = 0;
  for (char c : sql) {
    if (c == '?')
      out += ":p" + std::to_string(++places);
    else
      out += c;
  }
  return out;
}

class Statement {
 public:
  Statement(soci::session& session, Dialect dialect, std::string_view sql,
            std::span<const Cell> values, std::span<const CellType> columns)
      : dialect_(dialect), statement_(session) {
    for (const Cell& value : values) {
      uses_.emplace_back().type = type_of(value);
      bind_use(statement_, uses_.back());
    }
    for (CellType column : columns) {
      intos_.emplace_back().type = column;
      bind_into(statement_, intos_.back());
    }
    statement_.alloc();
    statement_.prepare(in_dialect(dialect, sql));
    statement_.define_and_bind();
  }

  // A statement prepared for one set of types serves another only if they agree. One that failed
  // serves no more: SOCI would forget to free what was bound. It is let go when it is next needed,
  // because PostgreSQL frees nothing in a transaction that has failed.
  bool takes(std::span<const Cell> values, std::span<const CellType> columns) const {
    if (is_spent_ || intos_.size() != columns.size()) return false;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (intos_[i].type != columns[i]) return false;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!std::holds_alternative<std::monostate>(values[i]) && uses_[i].type != type_of(values[i]))
        return false;
    return true;
  }

  std::int64_t run(std::vector<Cell>&& values, const RowVisitor& visit) {
    for (std::size_t i = 0; i < values.size(); ++i) put(uses_[i], std::move(values[i]));
    const Resetting resetting{*this};
    is_spent_ = true;
    const std::int64_t changed = execute(visit);
    is_spent_ = false;
    return changed;
  }

 private:
  std::int64_t execute(const RowVisitor& visit) {
    // A PRAGMA may answer with a row that nobody asked for.
    if (!statement_.execute(true) || !visit) return statement_.get_affected_rows();
    std::vector<Cell> row(intos_.size());
    do {
      for (std::size_t i = 0; i < row.size(); ++i) row[i] = cell_of(intos_[i]);
      visit(row);
    } while (statement_.fetch());
    return 0;
  }

  struct Resetting {
    Statement& statement;
    ~Resetting() {
      if (statement.dialect_ == Dialect::sqlite)
        sqlite_api::sqlite3_reset(
            static_cast<soci::sqlite3_statement_backend*>(statement.statement_.get_backend())
                ->stmt_);
    }
  };

  Dialect dialect_;
  std::deque<Slot> uses_;
  std::deque<Slot> intos_;
  soci::statement statement_;
  bool is_spent_ = false;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

struct Connection::State {
  explicit State(Dialect dialect, const std::string& address)
      : session(dialect == Dialect::sqlite
                    ? static_cast<const soci::backend_factory&>(soci::sqlite3)
                    : static_cast<const soci::backend_factory&>(soci::postgresql),
                address),
        pipeline(dialect == Dialect::postgres ? postgres() : nullptr) {}

  pg_conn* postgres() const {
    return static_cast<const soci::postgresql_session_backend*>(
               const_cast<soci::session&>(session).get_backend())
        ->conn_;
  }

  sqlite_api::sqlite3* sqlite() const {
    return static_cast<const soci::sqlite3_session_backend*>(
               const_cast<soci::session&>(session).get_backend())
        ->conn_;
  }

  soci::session session;
  Pipeline pipeline;
  std::chrono::steady_clock::time_point deadline;
  std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements;
};

Connection::Connection(Dialect dialect, const std::string& address) try
    : dialect_(dialect), state_(std::make_unique<State>(dialect, address)) {
} catch (...) {
  const Failure failure = current_failure();
  throw Failure(failure.fault() == Fault::other ? Fault::lost : failure.fault(), failure.code(),
                "connecting");
}

Connection::~Connection() = default;

std::int64_t Connection::run(std::string_view sql, std::vector<Cell> values,
                             std::span<const CellType> columns, const RowVisitor& visit) {
  if (dialect_ == Dialect::postgres && columns.empty()) {
    put(sql, std::move(values));
    return state_->pipeline.finish();
  }
  if (before_statement) before_statement(sql);
  settle();
  try {
    auto found = state_->statements.find(sql);
    if (found == state_->statements.end() || !found->second->takes(values, columns)) {
      auto statement = std::make_unique<Statement>(state_->session, dialect_, sql, values, columns);
      if (state_->statements.size() >= statements_max) state_->statements.clear();
      found = state_->statements.insert_or_assign(std::string{sql}, std::move(statement)).first;
    }
    return found->second->run(std::move(values), visit);
  } catch (const Failure&) {
    throw;
  } catch (...) {
    const Failure failure = current_failure();
    throw Failure(failure.fault(), failure.code(), std::string{sql});
  }
}

void Connection::put(std::string_view sql, std::vector<Cell> values) {
  if (dialect_ == Dialect::sqlite) {
    run(sql, std::move(values));
    return;
  }
  if (before_statement) before_statement(sql);
  state_->pipeline.add(sql, values);
}

void Connection::settle() { state_->pipeline.finish(); }

bool Connection::in_autocommit() const {
  return sqlite_api::sqlite3_get_autocommit(state_->sqlite()) != 0;
}

int Connection::deferred_violations() const {
  int current = 0;
  int highest = 0;
  sqlite_api::sqlite3_db_status(state_->sqlite(), SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest,
                                0);
  return current;
}

bool Connection::is_at_rest() const {
  using namespace sqlite_api;
  for (auto* statement = sqlite3_next_stmt(state_->sqlite(), nullptr); statement != nullptr;
       statement = sqlite3_next_stmt(state_->sqlite(), statement))
    if (sqlite3_stmt_busy(statement) != 0) return false;
  return sqlite3_txn_state(state_->sqlite(), nullptr) == SQLITE_TXN_NONE;
}

void Connection::checkpoint(bool truncate) {
  const int code = sqlite_api::sqlite3_wal_checkpoint_v2(
      state_->sqlite(), nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
      nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED)
    throw Failure(code == SQLITE_FULL ? Fault::full : Fault::io, "sqlite " + std::to_string(code),
                  "checkpoint");
}

void Connection::limit_time(std::chrono::milliseconds within) {
  if (dialect_ == Dialect::postgres) return;
  constexpr int steps_between_looks = 10'000;
  state_->deadline = std::chrono::steady_clock::now() + within;
  sqlite_api::sqlite3_progress_handler(
      state_->sqlite(), steps_between_looks,
      [](void* deadline) -> int {
        using Clock = std::chrono::steady_clock;
        return Clock::now() > *static_cast<Clock::time_point*>(deadline) ? 1 : 0;
      },
      &state_->deadline);
}

bool Connection::is_alive() const {
  PQconsumeInput(state_->postgres());  // finds that the server closed its end meanwhile
  return PQstatus(state_->postgres()) == CONNECTION_OK;
}

}  // namespace xb::storage
