// Drafts: what somebody has typed into a form and not sent, so that nothing is lost with the
// network or the evening. Sealed under the writer's own key; nobody else ever reads it.
#pragma once

#include <chrono>
#include <string>

#include "core/describe.h"
#include "core/json_struct.h"
#include "core/text.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"
#include "platform/storage/work.h"

namespace xb::desk {

using DraftContent = privacy::Personal<privacy::Prose<100'000>>;

// Swept away when it has lain so long.
inline constexpr std::chrono::days draft_kept{30};
inline constexpr std::size_t drafts_max = 100;  // of one person

struct DraftSubject;  // what the form is about: a complaint, a referral …; none for a new one

struct Draft {
  static constexpr std::string_view table = "drafts";
  Id<Draft> id;
  Id<sealing::DataKey> key_id;  // the writer's
  Id<Person> owner_id;
  std::string form;
  std::int64_t subject_id = 0;
  DraftContent content;
  Instant changed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (id, key_id, owner_id, form, subject_id, content, changed_at, version))

struct DraftInput {
  Text<40, Presence::required> form;  // registration, proposal …
  std::optional<Id<DraftSubject>> subject_id;
  DraftContent content;
};
BOOST_DESCRIBE_STRUCT(DraftInput, (), (form, subject_id, content))

struct DraftPlace {
  Text<40, Presence::required> form;
  std::optional<Id<DraftSubject>> subject_id;
};
BOOST_DESCRIBE_STRUCT(DraftPlace, (), (form, subject_id))

// In clear, to its writer.
struct DraftView {
  Id<Draft> id;
  std::string form;
  std::optional<Id<DraftSubject>> subject_id;
  privacy::Opened<DraftContent::Kind> content;
  Instant changed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DraftView, (), (id, form, subject_id, content, changed_at, version))

struct DraftMark {
  Id<Draft> id;
  std::string form;
  std::optional<Id<DraftSubject>> subject_id;
  Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(DraftMark, (), (id, form, subject_id, changed_at))
struct Drafts {
  std::vector<DraftMark> items;  // the last changed first
};
BOOST_DESCRIBE_STRUCT(Drafts, (), (items))

// One for each form and subject; the later replaces the earlier. Refuses with draft.too_many.
Result<DraftMark> keep_draft(Work& work, const DraftInput& input);
// draft.missing
Result<DraftView> read_draft(Work& work, Id<Draft> id);
Result<Drafts> list_drafts(Work& work);
// Sent or thrown away.
Result<Drafts> drop_draft(Work& work, Id<Draft> id);

// Those too old. Returns how many.
std::int64_t sweep_drafts(storage::Transaction& tx, Instant now);

}  // namespace xb::desk
