#include "modules/desk/drafts/service.h"

#include "modules/desk/drafts/store.h"
#include "platform/identity/store.h"

namespace xb::desk {
namespace {

std::optional<Id<DraftSubject>> subject_of(const Draft& draft) {
  return given(Id<DraftSubject>{draft.subject_id});
}

DraftMark mark_of(const Draft& draft) {
  return {draft.id, draft.form, subject_of(draft), draft.changed_at};
}

}  // namespace

Result<DraftMark> keep_draft(Work& work, const DraftInput& input) {
  const std::int64_t subject = input.subject_id.value_or(Id<DraftSubject>{}).number;
  const auto writer = identity::find_colleague(work.tx, work.actor.person);
  if (!writer) return refuse(Reason::missing, "person.missing");
  const auto key = sealing::key(work, writer->key_id);
  if (auto draft = draft_at(work, input.form.str(), subject)) {
    draft->content = input.content;
    draft->changed_at = work.now;
    TRY(sealing::update(work, *draft, key));
    return mark_of(*draft);
  }
  if (count_drafts(work) >= static_cast<std::int64_t>(drafts_max))
    return refuse(Reason::conflict, "draft.too_many");
  const Draft draft{.id = work.new_id<Draft>(),
                    .key_id = writer->key_id,
                    .owner_id = work.actor.person,
                    .form = input.form.str(),
                    .subject_id = subject,
                    .content = input.content,
                    .changed_at = work.now};
  sealing::insert(work, draft, key);
  return mark_of(draft);
}

Result<DraftView> read_draft(Work& work, Id<Draft> id) {
  const auto draft = own_draft(work, id);
  if (!draft) return refuse(Reason::missing, "draft.missing");
  return DraftView{draft->id,          draft->form,
                   subject_of(*draft), privacy::Opened<DraftContent::Kind>{draft->content.reveal()},
                   draft->changed_at,  draft->version};
}

Result<Drafts> list_drafts(Work& work) {
  Drafts out;
  for (const Draft& draft : own_drafts(work)) out.items.push_back(mark_of(draft));
  return out;
}

Result<Drafts> drop_draft(Work& work, Id<Draft> id) {
  if (!own_draft(work, id)) return refuse(Reason::missing, "draft.missing");
  erase(work.tx, id);
  return list_drafts(work);
}

std::int64_t sweep_drafts(storage::Transaction& tx, Instant now) {
  return erase_drafts_before(tx, now - draft_kept);
}

}  // namespace xb::desk
