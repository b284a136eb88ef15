#include "platform/clocks/notices.h"

#include "platform/evidence/log.h"
#include "platform/sealing/rows.h"

namespace xb::clocks {
namespace {

struct Acknowledged {
  Id<NoticeRow> notice_id;
  Id<Clock> clock_id;
  std::string span;
  workflow::NoticeKind kind = workflow::NoticeKind::warning;
  workflow::Office rung = workflow::Office::owner;
};
BOOST_DESCRIBE_STRUCT(Acknowledged, (), (notice_id, clock_id, span, kind, rung))

NoticeView view_of(const NoticeRow& row) {
  return {.id = row.id,
          .clock_id = row.clock_id,
          .subject_kind = row.subject_kind,
          .subject_id = {row.subject_id},
          .subject_number = row.subject_number,
          .span = row.span,
          .kind = row.kind,
          .rung = row.rung,
          .before = row.before,
          .due_at = row.due_at,
          .sent_at = row.sent_at,
          .acknowledged_at = row.acknowledged_at,
          .acknowledged_by = given(row.acknowledged_by),
          .branch_id = given(row.branch_id),
          .sub_branch_id = given(row.sub_branch_id),
          .outlet_id = given(row.outlet_id),
          .version = row.version};
}

}  // namespace

Result<storage::Page<NoticeView>> list_notices(Work& work, const storage::ListRequest& request) {
  const auto found = TRY(notices(work.tx, work.actor, request));
  storage::Page<NoticeView> out{{}, found.next_cursor};
  for (const NoticeRow& row : found.rows) out.items.push_back(view_of(row));
  return out;
}

Result<NoticeView> acknowledge(Work& work, Id<NoticeRow> id) {
  auto row = find_notice(work.tx, work.actor, id);
  if (!row) return refuse(Reason::missing, "notice.missing");
  const identity::Standing standing{{row->branch_id, row->sub_branch_id, row->outlet_id},
                                    row->handling_unit_id,
                                    row->handler_id,
                                    row->accused_id,
                                    row->shut_unit_id};
  if (!identity::stands_in(work, row->rung, standing))
    return refuse(Reason::forbidden, "notice.not_yours");
  if (row->acknowledged_at) return refuse(Reason::conflict, "notice.acknowledged");
  row->acknowledged_at = work.now;
  row->acknowledged_by = work.actor.person;
  if (!work.tx.update(*row)) return refuse(Reason::conflict, "version.changed");
  const auto key = sealing::key(work, row->key_id);
  evidence::append(work, "clock.acknowledged", {Id<Subject>{row->subject_id}, key},
                   Acknowledged{row->id, row->clock_id, row->span, row->kind, row->rung});
  return view_of(*row);
}

}  // namespace xb::clocks
