#include "platform/exchange/import.h"

#include <cstdlib>
#include <unordered_map>

#include <boost/json/serialize.hpp>

#include "core/assets.h"
#include "core/encoding.h"
#include "core/text.h"
#include "platform/evidence/log.h"
#include "platform/exchange/store.h"
#include "platform/exchange/xlsx.h"
#include "platform/sealing/crypto.h"
#include "platform/sealing/rows.h"
#include "platform/storage/space.h"

namespace xb::exchange {
namespace {

constexpr std::size_t rows_a_command = 200;

struct Started {
  std::string mapping;
  std::string file_hash;
};
BOOST_DESCRIBE_STRUCT(Started, (), (mapping, file_hash))

struct Progressed {
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t known = 0;
  std::int64_t failed = 0;
};
BOOST_DESCRIBE_STRUCT(Progressed, (), (rows, created, known, failed))

struct Broken {
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t known = 0;
  std::int64_t failed = 0;
  BrokenBy broken_by = BrokenBy::failure;
};
BOOST_DESCRIBE_STRUCT(Broken, (), (rows, created, known, failed, broken_by))

// A row that can be stored, or the error that says why not.
struct CheckedRow {
  RowMapper::Mapped mapped;
  std::optional<ImportError> error;
  bool is_again = false;  // stood in the file before
};

// As much of `text` as fits. A field of many columns names them all.
template <class T>
T cut(std::string text) {
  std::size_t count = 0;
  std::size_t end = 0;
  while (end < text.size() && count <= T::max) {
    const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (starts && ++count > T::max) break;
    ++end;
  }
  text.resize(end);
  return T::trusted(std::move(text));
}

ImportError error_at(std::int64_t line, std::string code, std::string field, std::string column) {
  return {line, cut<Text<100>>(std::move(code)), cut<Text<200>>(std::move(field)),
          cut<Text<1000>>(std::move(column))};
}

storage::Fault fault_of(BrokenBy reason) {
  switch (reason) {
    case BrokenBy::stop: return storage::Fault::busy;
    case BrokenBy::clock: return storage::Fault::clock;
    case BrokenBy::space: return storage::Fault::full;
    case BrokenBy::failure:
    case BrokenBy::right:
    case BrokenBy::restart: return storage::Fault::other;
  }
  std::abort();
}

std::optional<BrokenBy> stopped_by(const Ground& ground) {
  return ground.stopped_by ? ground.stopped_by() : std::nullopt;
}

CheckedRow check_row(const TableRow& row, const RowMapper& mapper, const Target& target,
                     Instant now) {
  CheckedRow out;
  if (row.error) {
    out.error = error_at(row.line, row.error->code, {}, row.error->column);
    return out;
  }
  const auto failed = [&](const Refusal& refusal) {
    out.error = error_at(row.line, refusal.code, refusal.field, mapper.columns_of(refusal.field));
    return out;
  };
  auto mapped = mapper.map(row);
  if (!mapped) return failed(mapped.error());
  if (const auto fit = target.check(mapped->values, now); !fit) return failed(fit.error());
  out.mapped = std::move(*mapped);
  return out;
}

void count(Report& report, const CheckedRow& row, bool is_new) {
  ++report.rows;
  if (row.error) {
    ++report.failed;
    if (report.errors.size() < errors_shown_max) report.errors.push_back(*row.error);
  } else if (is_new) {
    ++report.created;
  } else {
    ++report.known;
  }
}

// Changes `batch` to broken, with an entry.
void break_off(Work& work, Batch batch, BrokenBy reason) {
  batch.state = BatchState::broken;
  batch.broken_by = reason;
  batch.ended_at = work.now;
  evidence::append(work, "import.broken",
                   evidence::Subject(batch.id, sealing::key(work, batch.key_id)),
                   Broken{batch.rows, batch.created, batch.known, batch.failed, reason});
  update(work.tx, batch);
}

}  // namespace

class Import::Run {
 public:
  Run(const Ground& ground, const Target& target, Mapping mapping, bool is_dry_run)
      : ground_(ground), target_(target), mapping_(std::move(mapping)), is_dry_run_(is_dry_run) {}

  Result<void> open(std::string bytes) {
    const std::string file_hash = hex(sealing::sha256(bytes));
    reader_ = TRY(read_table(std::move(bytes), mapping_.csv));
    mapper_ = TRY(RowMapper::make(mapping_, reader_->header(), ground_.zone));
    check_goes_on(ground_);
    if (!is_dry_run_) start(file_hash);
    return {};
  }

  Report read_all(const Progress& progress, const std::function<void()>& before_end) {
    for (bool is_last = false; !is_last;) {
      if (is_dry_run_) {
        check_goes_on(ground_);
      } else if (const auto reason = stopped_by(ground_)) {
        if (before_end) before_end();
        break_off(*reason);
        return report_;
      }
      std::vector<CheckedRow> rows;
      const Instant now = ground_.now();
      while (rows.size() < rows_a_command) {
        const auto row = reader_->next();
        is_last = !row;
        if (is_last) break;
        rows.push_back(check_row(*row, mapper_, target_, now));
        compare_with_earlier(rows.back(), row->line);
      }
      if (is_last && before_end) before_end();
      if (is_dry_run_)
        rehearse(rows);
      else
        store(rows, is_last);
      if (progress) progress(report_);
    }
    return report_;
  }

  void break_off(BrokenBy reason) {
    ground_.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_on(ground_, tx);
      const auto batch = find_batch(tx, work.actor, batch_id_);
      const bool is_running = batch && batch->state == BatchState::running;
      if (is_running) exchange::break_off(work, *batch, reason);
      return is_running;
    });
    report_.broken_by = reason;
  }

  const Report& report() const { return report_; }

 private:
  // One number that names two things is an error of the file: nobody can say which is meant.
  void compare_with_earlier(CheckedRow& row, std::int64_t line) {
    if (row.error) return;
    const auto content = std::hash<std::string>{}(boost::json::serialize(row.mapped.values));
    const auto [first, is_first] = contents_.emplace(row.mapped.source_id, content);
    row.is_again = !is_first;
    if (first->second != content)
      row.error = error_at(line, "import.source_id_twice", "source_id", mapping_.source_id);
  }

  void start(const std::string& file_hash) {
    ground_.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_on(ground_, tx);
      const auto key = sealing::new_key(work);
      batch_id_ = work.new_id<Batch>();
      insert(tx, Batch{.id = batch_id_,
                       .key_id = key.id(),
                       .mapping = mapping_.name,
                       .target = target_.name,
                       .file_hash = file_hash,
                       .actor_id = work.actor.person,
                       .started_at = work.now});
      evidence::append(work, "import.started", evidence::Subject::made_now(batch_id_, key),
                       Started{mapping_.name, file_hash});
      return true;
    });
    report_.batch_id = batch_id_;
  }

  // Stores a group of rows and what it came to, in one command.
  void store(const std::vector<CheckedRow>& rows, bool is_last) {
    Report report;
    ground_.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_on(ground_, tx);
      report = report_;
      Batch batch = own_batch(work);
      for (const CheckedRow& row : rows) {
        const bool is_new = !row.error && store_row(work, batch, row);
        if (row.error && report.failed < errors_kept_max) insert(tx, batch.id, *row.error);
        count(report, row, is_new);
      }
      batch.rows = report.rows;
      batch.created = report.created;
      batch.known = report.known;
      batch.failed = report.failed;
      batch.state = BatchState::running;
      batch.broken_by = {};
      batch.ended_at = {};
      if (is_last) {
        batch.state = BatchState::done;
        batch.ended_at = work.now;
        evidence::append(work, "import.ended",
                         evidence::Subject(batch.id, sealing::key(work, batch.key_id)),
                         Progressed{batch.rows, batch.created, batch.known, batch.failed});
      } else if (tx.entries() == 0) {
        evidence::append(work, "import.progressed",
                         evidence::Subject(batch.id, sealing::key(work, batch.key_id)),
                         Progressed{batch.rows, batch.created, batch.known, batch.failed});
      }
      update(tx, batch);
      return true;
    });
    report_ = std::move(report);
  }

  // Running, or taken for broken by a program that started meanwhile.
  Batch own_batch(Work& work) const {
    const auto batch = find_batch(work.tx, work.actor, batch_id_);
    const bool is_own =
        batch && (batch->state == BatchState::running ||
                  (batch->state == BatchState::broken && batch->broken_by == BrokenBy::restart));
    if (!is_own) throw storage::Failure(storage::Fault::other, "state", "import_batches");
    return *batch;
  }

  // Counts a group without writing.
  void rehearse(const std::vector<CheckedRow>& rows) {
    ground_.database.read([&](storage::Transaction& tx) {
      Work work = work_on(ground_, tx);
      for (const CheckedRow& row : rows) {
        const bool is_new = !row.error && !row.is_again && !is_known(work, row);
        count(report_, row, is_new);
      }
    });
  }

  bool is_known(Work& work, const CheckedRow& row) const {
    return is_known_row(work.tx, mapping_.name, row.mapped.source_id) ||
           (target_.is_known && target_.is_known(work, row.mapped.values));
  }

  bool store_row(Work& work, const Batch& batch, const CheckedRow& row) {
    if (is_known(work, row)) return false;
    const std::int64_t subject = target_.store(work, row.mapped.values);
    return remember_row(work.tx, batch, row.mapped.source_id, subject);
  }

  Ground ground_;
  const Target& target_;
  Mapping mapping_;
  bool is_dry_run_;
  std::unique_ptr<TableReader> reader_;
  RowMapper mapper_;
  Id<Batch> batch_id_;
  Report report_;
  std::unordered_map<std::string, std::size_t> contents_;  // hashes by the number of their row
};

Work work_on(const Ground& ground, storage::Transaction& tx) {
  return {.tx = tx,
          .keys = ground.keys,
          .actor = ground.actor,
          .now = ground.now(),
          .zone = ground.zone,
          .id = hex(sealing::random_bytes(16)),
          .if_version = {},
          .limits = ground.limits,
          .taxonomies = ground.taxonomies};
}

void check_goes_on(const Ground& ground) {
  const auto reason = stopped_by(ground);
  if (!reason) return;
  throw storage::Failure(fault_of(*reason), std::string{name_of(*reason)}, "import_batches");
}

Result<void> check_space(const std::filesystem::path& folder) {
  if (storage::space_under(folder) == storage::Space::low)
    return refuse(Reason::conflict, "import.space_low");
  return {};
}

FileKind kind_of(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") ? FileKind::xlsx : FileKind::csv;
}

Result<std::unique_ptr<TableReader>> read_table(std::string bytes, CsvFormat csv) {
  if (kind_of(bytes) == FileKind::xlsx) return read_xlsx(std::move(bytes));
  // Chinese text in GB18030 is hardly ever well-formed UTF-8, so what is, was saved as that.
  if (csv.encoding == CsvFormat::Encoding::gb18030 && code_points(bytes))
    csv.encoding = CsvFormat::Encoding::utf8;
  return read_csv(std::move(bytes), csv);
}

Result<std::string> fitting_mapping(const Target& target, const std::string& bytes,
                                    std::optional<CsvFormat> csv) {
  for (const std::string& name : shipped_mappings(target.name)) {
    std::string text{asset("data/mappings/" + target.name + "/" + name + ".toml").value()};
    const auto mapping = TRY(Mapping::parse(text, target.fields));
    const auto table = TRY(read_table(bytes, csv.value_or(mapping.csv)));
    if (RowMapper::make(mapping, table->header(), {})) return text;
  }
  return refuse(Reason::missing, "mapping.none_fits", "mapping");
}

Import::Import(std::unique_ptr<Run> run) : run_(std::move(run)) {}
Import::~Import() = default;

Result<std::unique_ptr<Import>> Import::begin(const Ground& ground, const Target& target,
                                              Mapping mapping, std::string bytes, bool is_dry_run) {
  auto run = std::make_unique<Run>(ground, target, std::move(mapping), is_dry_run);
  TRY(run->open(std::move(bytes)));
  return std::unique_ptr<Import>(new Import(std::move(run)));
}

std::optional<Id<Batch>> Import::batch_id() const { return run_->report().batch_id; }

Report Import::finish(const Progress& progress, const std::function<void()>& before_end) {
  return run_->read_all(progress, before_end);
}

void Import::break_off(BrokenBy reason) { run_->break_off(reason); }

void break_off_left(const Ground& ground) {
  ground.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
    Work work = work_on(ground, tx);
    const auto left = running_batches(tx);
    for (const Batch& batch : left) break_off(work, batch, BrokenBy::restart);
    return !left.empty();
  });
}

}  // namespace xb::exchange
