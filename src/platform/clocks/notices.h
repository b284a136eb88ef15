// Notices as people meet them: what is open, and seeing one is acknowledged.
#pragma once

#include "platform/clocks/store.h"

namespace xb::clocks {

struct NoticeView {
  Id<NoticeRow> id;
  Id<Clock> clock_id;
  std::string subject_kind;
  Id<Subject> subject_id;
  std::string subject_number;
  std::string span;
  workflow::NoticeKind kind = workflow::NoticeKind::warning;
  workflow::Office rung = workflow::Office::owner;
  std::int64_t before = 0;  // as workflow::Notice says
  Instant due_at;
  Instant sent_at;
  std::optional<Instant> acknowledged_at;
  std::optional<Id<Person>> acknowledged_by;
  std::optional<Id<Unit>> branch_id;
  std::optional<Id<Unit>> sub_branch_id;
  std::optional<Id<Unit>> outlet_id;
  bool is_yours = false;  // whoever asks stands on the rung
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (),
                      (id, clock_id, subject_kind, subject_id, subject_number, span, kind, rung,
                       before, due_at, sent_at, acknowledged_at, acknowledged_by, branch_id,
                       sub_branch_id, outlet_id, is_yours, version))

// Open ones, the newest first; with `sort=sent_at` all. With `yours=true` those that whoever asks
// may acknowledge, of 200 a page at most. Refuses with field.choice and as lists do.
Result<storage::Page<NoticeView>> list_notices(Work& work, const storage::ListRequest& request);

// Whoever stands on the rung says that he has seen it. Refuses with notice.missing,
// notice.not_yours, notice.acknowledged or version.changed.
Result<NoticeView> acknowledge(Work& work, Id<NoticeRow> id);

}  // namespace xb::clocks
