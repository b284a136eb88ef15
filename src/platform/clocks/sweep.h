// What happens to clocks by itself: somebody is told, and what is reckoned with changes. A sweep
// takes a few at a time, each with an entry on its subject.
#pragma once

#include "platform/clocks/service.h"

namespace xb::clocks {

// What a notice says of its subject, and under which key its entries are sealed.
struct Card {
  std::string number;
  Place place;
  Id<Unit> handling_unit_id;
  Id<sealing::DataKey> key_id;
  Id<Person> accused_id;  // its notices are kept from him, and from his unit
  Id<Unit> shut_unit_id;
  bool is_sealed = false;  // its notices stand in no list but its module's own
};

// How a module's subjects are found, and told that their clocks have moved.
struct Source {
  std::string kind;  // Subject::kind
  std::function<std::optional<Card>(Work&, std::int64_t subject_id)> find;
  std::function<void(Work&, std::int64_t subject_id, std::optional<Instant> first_due_at)> moved;
};

inline constexpr std::size_t swept_at_once = 100;

// Whether a sweep would find anything: asked of a reader, so that an idle bank writes nothing.
bool has_work(storage::Transaction& tx, const workflow::Limits& limits, Instant now, Date today);

// Sends what is to be sent now: a row to be acknowledged and an entry, `clock.warned` or
// `clock.escalated`. Returns how many clocks were looked at.
std::size_t send_notices(Work& work, const std::vector<Source>& sources);

// Reckons again, with entries `clock.recounted`, clocks whose calendar has become known or whose
// rule has a later version that takes over. Returns how many.
std::size_t recount(Work& work, const std::vector<Source>& sources);

}  // namespace xb::clocks
