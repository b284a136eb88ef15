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

constexpr std::size_t looked_max = 200;

bool is_of(Work& work, const NoticeRow& row) {
  const identity::Standing standing{{row.branch_id, row.sub_branch_id, row.outlet_id},
                                    row.handling_unit_id,
                                    row.handler_id,
                                    row.accused_id,
                                    row.shut_unit_id};
  return identity::stands_in(work, row.rung, standing);
}

// Takes the one filter that no column answers out of the request.
Result<bool> take_yours(storage::ListRequest& request) {
  const auto asked = request.filters.find("yours");
  if (asked == request.filters.end()) return false;
  const std::string value = asked->second.front();
  if (value != "true" && value != "false") return refuse(Reason::invalid, "field.choice", "yours");
  request.filters.erase(asked);
  return value == "true";
}

}  // namespace

Result<storage::Page<NoticeView>> list_notices(Work& work, const storage::ListRequest& asked) {
  storage::ListRequest request = asked;
  const bool only_yours = TRY(take_yours(request));
  storage::Page<NoticeView> out;
  std::size_t looked = 0;
  bool goes_on = true;
  while (goes_on) {
    const auto found = TRY(notices(work.tx, work.actor, request));
    for (const NoticeRow& row : found.rows) {
      NoticeView view = view_of(row);
      view.is_yours = is_of(work, row);
      if (view.is_yours || !only_yours) out.items.push_back(std::move(view));
    }
    looked += found.rows.size();
    out.next_cursor = found.next_cursor;
    request.cursor = found.next_cursor.value_or("");
    // A page without rows has worked as long as a request may.
    goes_on = out.items.empty() && out.next_cursor && !found.rows.empty() && looked < looked_max;
  }
  return out;
}

Result<NoticeView> acknowledge(Work& work, Id<NoticeRow> id) {
  auto row = find_notice(work.tx, work.actor, id);
  if (!row) return refuse(Reason::missing, "notice.missing");
  if (!is_of(work, *row)) return refuse(Reason::forbidden, "notice.not_yours");
  if (row->acknowledged_at) return refuse(Reason::conflict, "notice.acknowledged");
  row->acknowledged_at = work.now;
  row->acknowledged_by = work.actor.person;
  if (!work.tx.update(*row)) return refuse(Reason::conflict, "version.changed");
  const auto key = sealing::key(work, row->key_id);
  evidence::append(work, "clock.acknowledged", {Id<Subject>{row->subject_id}, key},
                   Acknowledged{row->id, row->clock_id, row->span, row->kind, row->rung});
  NoticeView out = view_of(*row);
  out.is_yours = true;
  return out;
}

}  // namespace xb::clocks
