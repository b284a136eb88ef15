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

// All that went and all that stays, whoever undid it and how often it was begun.
Undone undone_of(Work& work, const Batch& batch) {
  const std::int64_t kept = count_rows(work.tx, batch.id);
  return {batch.created - kept, kept};
}

// Removes one group. False when none is left; the batch is then undone, and `undone` is what it
// came to in all.
bool remove_group(Work& work, const Target& target, Batch batch, std::int64_t& after,
                  Undone& undone) {
  if (batch.state == BatchState::undone) {  // by somebody else who was faster
    undone = undone_of(work, batch);
    return false;
  }
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
  if (is_over) undone = undone_of(work, batch);
  update(work.tx, batch);
  if (is_over || work.tx.entries() == 0)
    evidence::append(work, is_over ? evidence::Kind("import.undone") : "import.undoing",
                     evidence::Subject(batch.id, sealing::key(work, batch.key_id)), undone);
  return !is_over;
}

}  // namespace

Result<Report> undo_import(const Ground& ground, const Target& target, Id<Batch> id) {
  std::optional<Batch> batch;
  ground.database.read([&](storage::Transaction& tx) { batch = find_batch(tx, ground.actor, id); });
  if (!batch || batch->target != target.name) return refuse(Reason::missing, "import.missing");
  if (batch->state == BatchState::running) return refuse(Reason::conflict, "import.running");
  if (batch->state == BatchState::undone) return refuse(Reason::conflict, "import.wrong_state");
  TRY(check_untouched(ground, target, id));

  Undone undone;
  std::int64_t after = 0;
  for (bool more = true; more;) {
    check_goes_on(ground);
    Undone so_far;
    std::int64_t reached = 0;
    ground.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      Work work = work_on(ground, tx);
      so_far = undone;
      reached = after;
      const auto now = find_batch(tx, ground.actor, id);
      more = remove_group(work, target, now.value(), reached, so_far);
      return now->state != BatchState::undone;
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
