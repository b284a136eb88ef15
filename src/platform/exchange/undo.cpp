#include "platform/evidence/log.h"
#include "platform/exchange/import.h"
#include "platform/exchange/store.h"
#include "platform/sealing/rows.h"

namespace xb::exchange {
namespace {

constexpr std::size_t rows_a_command = 200;

struct Undone {
  std::int64_t removed = 0;
  std::int64_t kept = 0;
};
BOOST_DESCRIBE_STRUCT(Undone, (), (removed, kept))

// Looking first costs a pass, but what somebody has worked on is found before anything goes.
Result<void> check_untouched(const Ground& ground, const Target& target, Id<Batch> id) {
  std::int64_t after = 0;
  for (bool more = true; more;) {
    bool worked_on = false;
    ground.database.read([&](storage::Transaction& tx) {
      Work work = work_on(ground, tx);
      const auto subjects = subjects_of(tx, id, after, rows_a_command);
      for (const std::int64_t subject : subjects)
        worked_on = worked_on || !target.is_untouched(work, subject);
      more = !subjects.empty();
      if (more) after = subjects.back();
    });
    if (worked_on) return refuse(Reason::conflict, "import.worked_on");
  }
  return {};
}

// Removes one group. False when none is left; the batch is then undone.
bool remove_group(Work& work, const Target& target, Batch batch, std::int64_t& after,
                  Undone& undone) {
  const auto subjects = subjects_of(work.tx, batch.id, after, rows_a_command);
  const bool is_over = subjects.empty();
  for (const std::int64_t subject : subjects) {
    if (!target.is_untouched(work, subject)) {
      ++undone.kept;
      continue;
    }
    target.remove(work, subject);
    forget_row(work.tx, batch.id, subject);
    ++undone.removed;
  }
  if (!is_over) after = subjects.back();
  batch.state = is_over ? BatchState::undone : BatchState::undoing;
  if (is_over) batch.ended_at = work.now;
  if (!update(work.tx, batch))
    throw storage::Failure(storage::Fault::serialization, "version", "import_batches");
  if (is_over || work.tx.entries() == 0)
    evidence::append(work, is_over ? evidence::Kind("import.undone") : "import.undoing",
                     evidence::Subject(batch.id, sealing::key(work, batch.key_id)), undone);
  return !is_over;
}

}  // namespace

Result<Report> undo_import(const Ground& ground, const Target& target, Id<Batch> id) {
  std::optional<Batch> batch;
  ground.database.read([&](storage::Transaction& tx) { batch = find_batch(tx, id); });
  if (!batch || batch->target != target.name) return refuse(Reason::missing, "import.missing");
  if (batch->state == BatchState::undone) return refuse(Reason::conflict, "import.wrong_state");
  TRY(check_untouched(ground, target, id));

  Undone undone;
  std::int64_t after = 0;
  for (bool more = true; more;) {
    Undone so_far;
    std::int64_t reached = 0;
    ground.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_on(ground, tx);
      so_far = undone;
      reached = after;
      more = remove_group(work, target, find_batch(tx, id).value(), reached, so_far);
      return true;
    });
    undone = so_far;
    after = reached;
  }
  Report report;
  report.batch_id = id;
  report.rows = undone.removed + undone.kept;
  report.created = undone.removed;
  report.known = undone.kept;
  return report;
}

}  // namespace xb::exchange
