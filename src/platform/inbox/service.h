// Telling one person what concerns him, and his seeing it.
#pragma once

#include "core/result.h"
#include "platform/inbox/types.h"
#include "platform/storage/work.h"

namespace xb::inbox {

inline constexpr std::size_t shown_max = 100;

// To whom: a person, or where none is named whoever is at work in the unit.
struct Reader {
  Id<Person> person;
  Id<Unit> unit;
};

struct News {
  Kind kind = Kind::assigned;
  std::string_view matter;
  std::string_view subject_kind;
  std::int64_t subject_id = 0;
  std::string_view subject_number;
  std::optional<std::int64_t> approval_id;
  Id<Person> accused_id = {};  // from whom it is kept, with everybody in his units
  Id<Unit> shut_unit_id = {};
};

// No person is told of what he does himself. It takes the place of what was told of the same
// subject and matter before.
void tell(Work& work, Reader reader, const News& news);
// Overtaken: a case that was taken over, a matter that was asked for again.
void settle(storage::Transaction& tx, std::int64_t subject_id, std::string_view matter = {});
// From now on, also what was told before.
void keep_from(storage::Transaction& tx, std::int64_t subject_id, Id<Person> accused,
               Id<Unit> shut);
// The subject is over, or taken out of the bank's books.
void erase_of(storage::Transaction& tx, std::int64_t subject_id);

// Of whoever asks, at most `shown_max`.
Result<Inbox> read_inbox(Work& work);
// He has seen it. Refuses with inbox.missing. Returns what is left.
Result<Inbox> acknowledge(Work& work, Id<Told> id);

}  // namespace xb::inbox
