// Finding cases, units and people by words of their texts. The index is kept behind what happens,
// by a follower; whatever it finds is looked up again, so that nobody finds what he may not see.
#pragma once

#include <optional>

#include "modules/search/types.h"
#include "platform/storage/work.h"

namespace xb::search {

// As whom somebody looks for each kind of case; none where he may read none of that kind. Units and
// people are found by everybody.
struct Viewer {
  std::optional<Actor> complaints;
  std::optional<Actor> referrals;
};

// Every one that has all the words, each in any of its texts; a question that takes long stops with
// a cursor. Refuses with search.empty, search.too_short, field.range or list.cursor.
Result<Hits> find(Work& work, const Viewer& viewer, const Question& question);

struct Rebuilding {
  std::int64_t unread = 0;  // entries that are read again
};
BOOST_DESCRIBE_STRUCT(Rebuilding, (), (unread))

// Empties the index; the follower fills it again from the log.
Result<Rebuilding> rebuild(Work& work);

}  // namespace xb::search
