#include "platform/exchange/store.h"

namespace xb::exchange {

std::optional<Batch> find_batch(storage::Transaction& tx, const Actor& viewer, Id<Batch> id) {
  auto batch = tx.find<Batch>("WHERE id = ?", id);
  const bool may_see =
      batch && (viewer.scope.level == Level::bank || batch->actor_id == viewer.person);
  return may_see ? batch : std::nullopt;
}

std::vector<Batch> batches(storage::Transaction& tx, const Actor& viewer, std::size_t limit) {
  if (viewer.scope.level == Level::bank)
    return tx.find_all<Batch>("ORDER BY id DESC LIMIT ?", limit);
  return tx.find_all<Batch>("WHERE actor_id = ? ORDER BY id DESC LIMIT ?", viewer.person, limit);
}

std::vector<Batch> running_batches(storage::Transaction& tx) {
  return tx.find_all<Batch>("WHERE state = ? ORDER BY id", name_of(BatchState::running));
}

void insert(storage::Transaction& tx, const Batch& batch) { tx.insert(batch); }

void update(storage::Transaction& tx, Batch batch) {
  if (!tx.update(batch))
    throw storage::Failure(storage::Fault::serialization, "version", "import_batches");
}

bool remember_row(storage::Transaction& tx, const Batch& batch, std::string_view source_id,
                  std::int64_t subject_id) {
  return tx.execute(
             "INSERT INTO import_rows (mapping, source_id, batch_id, subject_id)"
             " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
             batch.mapping, source_id, batch.id, subject_id) == 1;
}

bool is_known_row(storage::Transaction& tx, std::string_view mapping, std::string_view source_id) {
  return tx
      .one<std::int64_t>("SELECT subject_id FROM import_rows WHERE mapping = ? AND source_id = ?",
                         mapping, source_id)
      .has_value();
}

std::optional<std::string> source_id_of(storage::Transaction& tx, std::string_view target,
                                        std::int64_t subject_id) {
  return tx.one<std::string>(
      "SELECT source_id FROM import_rows WHERE subject_id = ? AND EXISTS"
      " (SELECT 1 FROM import_batches WHERE id = batch_id AND target = ?)",
      subject_id, target);
}

std::vector<std::int64_t> subjects_of(storage::Transaction& tx, Id<Batch> id,
                                      std::int64_t after_subject, std::size_t limit) {
  return tx.all<std::int64_t>(
      "SELECT subject_id FROM import_rows WHERE batch_id = ? AND subject_id > ?"
      " ORDER BY subject_id LIMIT ?",
      id, after_subject, limit);
}

std::int64_t count_rows(storage::Transaction& tx, Id<Batch> id) {
  return tx.one<std::int64_t>("SELECT count(*) FROM import_rows WHERE batch_id = ?", id).value();
}

void forget_row(storage::Transaction& tx, Id<Batch> id, std::int64_t subject_id) {
  tx.execute("DELETE FROM import_rows WHERE batch_id = ? AND subject_id = ?", id, subject_id);
}

void insert(storage::Transaction& tx, Id<Batch> id, const ImportError& error) {
  tx.execute(
      "INSERT INTO import_errors (batch_id, line, code, field, source_column)"
      " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      id, error.line, error.code, error.field, error.column);
}

std::vector<ImportError> errors_of(storage::Transaction& tx, Id<Batch> id, std::size_t limit) {
  return tx.all<ImportError>(
      "SELECT line, code, field, source_column FROM import_errors WHERE batch_id = ?"
      " ORDER BY line LIMIT ?",
      id, limit);
}

}  // namespace xb::exchange
