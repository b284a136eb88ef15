#include "platform/inbox/service.h"

#include "platform/inbox/store.h"

namespace xb::inbox {
namespace {

ToldView view_of(Told&& one) {
  std::optional<std::string> matter;
  if (!one.matter.empty()) matter = std::move(one.matter);
  return {.id = one.id,
          .kind = one.kind,
          .is_to_unit = !one.person_id,
          .matter = std::move(matter),
          .subject_kind = std::move(one.subject_kind),
          .subject_id = one.subject_id,
          .subject_number = std::move(one.subject_number),
          .approval_id = one.approval_id,
          .told_at = one.told_at};
}

}  // namespace

void tell(Work& work, Reader reader, const News& news) {
  settle(work.tx, news.subject_id, news.matter);
  if (work.actor.person && reader.person == work.actor.person) return;
  if (!reader.person && !reader.unit) return;
  std::optional<Id<Approval>> approval;
  if (news.approval_id) approval = Id<Approval>{*news.approval_id};
  work.tx.insert(Told{.id = work.new_id<Told>(),
                      .person_id = reader.person,
                      .unit_id = reader.person ? Id<Unit>{} : reader.unit,
                      .kind = news.kind,
                      .matter = std::string{news.matter},
                      .subject_kind = std::string{news.subject_kind},
                      .subject_id = {news.subject_id},
                      .subject_number = std::string{news.subject_number},
                      .approval_id = approval,
                      .accused_id = news.accused_id,
                      .shut_unit_id = news.shut_unit_id,
                      .told_at = work.now});
}

Result<Inbox> read_inbox(Work& work) {
  std::vector<Told> found = told_to(work.tx, work.actor, shown_max + 1);
  Inbox out{{}, found.size() > shown_max};
  if (out.is_more) found.resize(shown_max);
  for (Told& one : found) out.items.push_back(view_of(std::move(one)));
  return out;
}

Result<Inbox> acknowledge(Work& work, Id<Told> id) {
  if (!remove_told(work.tx, work.actor, id)) return refuse(Reason::missing, "inbox.missing");
  return read_inbox(work);
}

}  // namespace xb::inbox
