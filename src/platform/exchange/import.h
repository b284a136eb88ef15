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

// What ended before its last row is broken: what came in stays, and is known when the same file is
// imported again.
enum class BatchState { running, done, broken, undoing, undone };
BOOST_DESCRIBE_ENUM(BatchState, running, done, broken, undoing, undone)

enum class BrokenBy {
  failure,  // of the storage
  stop,     // the program was told to end
  clock,    // the machine's clock stepped
  space,    // the disk fills up
  restart,  // the program ended without a word
  right,    // whoever began it may import no more
};
BOOST_DESCRIBE_ENUM(BrokenBy, failure, stop, clock, space, restart, right)

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
  std::optional<BrokenBy> broken_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (id, key_id, mapping, target, file_hash, state, rows, created, known, failed,
                       actor_id, started_at, ended_at, broken_by, version))

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
  std::optional<BrokenBy> broken_by;  // if it ended early
  std::vector<ImportError> errors;    // the first 1,000
};
BOOST_DESCRIBE_STRUCT(Report, (), (batch_id, rows, created, known, failed, broken_by, errors))

inline constexpr std::size_t errors_shown_max = 1000;
inline constexpr std::int64_t errors_kept_max = 10'000;  // of a batch; `failed` counts all

// What a module offers so that its records can be imported.
struct Target {
  std::string name;
  std::set<std::string> fields;  // dotted names a mapping may fill
  // Pure: whether a mapped row could be stored at `now`.
  std::function<Result<void>(const boost::json::object&, Instant now)> check;
  // Stores a row that passed `check`, with its entry, and returns its id.
  std::function<std::int64_t(Work&, const boost::json::object&)> store;
  // Whether such a record is there under another name of the source, and comes in no more; may be
  // empty.
  std::function<bool(Work&, const boost::json::object&)> is_known = {};
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
  // Asked before each group: why nothing more may be written. May be empty.
  std::function<std::optional<BrokenBy>()> stopped_by = {};
  const workflow::Limits* limits = nullptr;
  const taxonomies::Book* taxonomies = nullptr;
};

// A work of its own for a command that `ground` runs.
Work work_on(const Ground& ground, storage::Transaction& tx);

// Throws storage::Failure where `stopped_by` names a reason.
void check_goes_on(const Ground& ground);

// The TOML of the first shipped mapping for `target` whose columns the table has. Refuses with
// mapping.none_fits or as `read_table` does.
Result<std::string> fitting_mapping(const Target& target, const std::string& bytes,
                                    std::optional<CsvFormat> csv = {});

// How a table is read that was copied from a spreadsheet: cells between tabs.
inline constexpr CsvFormat pasted{'\t', CsvFormat::Encoding::utf8};

enum class FileKind { csv, xlsx };
FileKind kind_of(std::string_view bytes);

// Any table people bring. A file of a mapping in GB18030 may also be UTF-8: Excel saves either.
Result<std::unique_ptr<TableReader>> read_table(std::string bytes, CsvFormat csv);

// Called now and then with the batch as it stands; may be empty.
using Progress = std::function<void(const Report&)>;

// Refuses with import.space_low; see storage::Space.
Result<void> check_space(const std::filesystem::path& folder);

// An import that was begun: its file can be read and has the columns its mapping wants.
class Import {
 public:
  // Refuses with table.* or import.column_missing; throws storage::Failure where `stopped_by` says
  // so from the first. What is referred to outlives the import.
  static Result<std::unique_ptr<Import>> begin(const Ground& ground, const Target& target,
                                               Mapping mapping, std::string bytes, bool is_dry_run);
  ~Import();

  // None for a dry run.
  std::optional<Id<Batch>> batch_id() const;

  // Reads to the end, or until `stopped_by` names a reason, by which the batch is then broken.
  // Calls `before_end` before it stores that the batch has ended, if it is not empty. Throws
  // storage::Failure, and leaves the batch running: see break_off.
  Report finish(const Progress& progress = {}, const std::function<void()>& before_end = {});

  // The batch is broken, unless it has ended by itself. Throws storage::Failure.
  void break_off(BrokenBy reason);

 private:
  class Run;
  explicit Import(std::unique_ptr<Run> run);
  std::unique_ptr<Run> run_;
};

// The number by which the source of an imported record names it; none of what was not imported.
std::optional<std::string> source_id_of(storage::Transaction& tx, std::string_view target,
                                        std::int64_t subject_id);

// Breaks all batches that say they are running, for a program that starts: it runs none. One that
// runs elsewhere on the same database takes itself back with its next group.
void break_off_left(const Ground& ground);

// Takes a batch out again: `created` of the report says how many went, this time and before. What
// somebody works on while it runs stays and counts as `known`. Refuses with import.missing, also
// for what the actor may not see, import.running, import.wrong_state or import.worked_on; nothing
// is undone then. Throws storage::Failure, also where `stopped_by` says so; undoing again goes on.
Result<Report> undo_import(const Ground& ground, const Target& target, Id<Batch> id);

}  // namespace xb::exchange
