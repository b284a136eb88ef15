// Importing a table: each row is checked by itself, good rows come in by groups, bad rows are
// listed with line, column, field and code. The same source row never comes in twice; a batch can
// be undone until somebody works on what it brought.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/json_struct.h"
#include "platform/exchange/mapping.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::exchange {

enum class BatchState { running, done, undoing, undone };
BOOST_DESCRIBE_ENUM(BatchState, running, done, undoing, undone)

struct Batch {
  static constexpr std::string_view table = "import_batches";
  Id<Batch> id;
  Id<sealing::DataKey> key_id;
  std::string mapping;
  std::string target;
  std::string file_hash;  // hex of SHA-256
  BatchState state = BatchState::running;
  std::int64_t rows = 0;     // read so far
  std::int64_t created = 0;  // came in
  std::int64_t known = 0;    // were there already
  std::int64_t failed = 0;   // are listed as errors
  Id<Person> actor_id;
  Instant started_at;
  std::optional<Instant> ended_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (id, key_id, mapping, target, file_hash, state, rows, created, known, failed,
                       actor_id, started_at, ended_at, version))

struct ImportError {
  std::int64_t line = 0;
  Text<100> code;
  Text<200> field;    // ours, or empty
  Text<1000> column;  // theirs, or empty
};
BOOST_DESCRIBE_STRUCT(ImportError, (), (line, code, field, column))

// What an import came to.
struct Report {
  std::optional<Id<Batch>> batch_id;  // none for a dry run
  std::int64_t rows = 0;
  std::int64_t created = 0;  // in a dry run: would come in
  std::int64_t known = 0;
  std::int64_t failed = 0;
  std::vector<ImportError> errors;  // the first 1,000
};
BOOST_DESCRIBE_STRUCT(Report, (), (batch_id, rows, created, known, failed, errors))

inline constexpr std::size_t errors_shown_max = 1000;

// What a module offers so that its records can be imported.
struct Target {
  std::string name;
  std::set<std::string> fields;  // dotted names a mapping may fill
  // Pure: whether a mapped row could be stored at `now`.
  std::function<Result<void>(const boost::json::object&, Instant now)> check;
  // Stores a row that passed `check`, with its entry, and returns its id.
  std::function<std::int64_t(Work&, const boost::json::object&)> store;
  // True while nothing has happened to what `store` made.
  std::function<bool(Work&, std::int64_t id)> is_untouched;
  // Removes what `store` made, with an entry.
  std::function<void(Work&, std::int64_t id)> remove;
};

// Where an import runs.
struct Ground {
  storage::Database& database;
  const sealing::Keyring& keys;
  std::function<Instant()> now;
  Zone zone;
  Actor actor;
};

// A work of its own for a command that `ground` runs.
Work work_on(const Ground& ground, storage::Transaction& tx);

enum class FileKind { csv, xlsx };
FileKind kind_of(std::string_view bytes);

// Called now and then with the batch as it stands; may be empty.
using Progress = std::function<void(const Report&)>;

// Refuses with import.space_low when less than a twentieth of the disk under `folder` is free: the
// rest is for what people register.
Result<void> check_space(const std::filesystem::path& folder);

// An import that was begun: its file can be read and has the columns its mapping wants.
class Import {
 public:
  // Refuses with table.* or import.column_missing. What is referred to outlives the import.
  static Result<std::unique_ptr<Import>> begin(const Ground& ground, const Target& target,
                                               Mapping mapping, std::string bytes, bool is_dry_run);
  ~Import();

  // None for a dry run.
  std::optional<Id<Batch>> batch_id() const;

  // Reads to the end. Throws storage::Failure; what came in so far stays, and is known when the
  // import is run again.
  Report finish(const Progress& progress = {});

 private:
  class Run;
  explicit Import(std::unique_ptr<Run> run);
  std::unique_ptr<Run> run_;
};

// Takes a batch out again: `created` of the report says how many went. What somebody works on while
// it runs stays and counts as `known`. Refuses with import.missing, import.wrong_state or
// import.worked_on; nothing is undone then.
Result<Report> undo_import(const Ground& ground, const Target& target, Id<Batch> id);

}  // namespace xb::exchange
