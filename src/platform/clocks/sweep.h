// What happens to clocks by itself: somebody is told, and what is reckoned with changes. A sweep
// takes a few at a time, each with an entry on its subject. A clock whose rule is gone, whose steps
// cannot be read or whose subject is not there holds up no other: it is looked at again a day
// later.
#pragma once

#include "platform/clocks/service.h"

namespace xb::clocks {

// What a notice says of its subject, and under which key its entries are sealed.
struct Card {
  std::string number;
  Id<sealing::DataKey> key_id;
  identity::Standing standing;
  std::optional<Instant> due_at;  // what the subject says is due first
  bool is_sealed = false;         // its notices stand in no list but its module's own
};

// How a module's subjects are found, and told that their clocks have moved.
struct Source {
  std::string kind;  // Subject::kind
  std::function<std::optional<Card>(Work&, std::int64_t subject_id)> find;
  std::function<void(Work&, std::int64_t subject_id, std::optional<Instant> first_due_at)> moved;
};

inline constexpr std::size_t swept_at_once = 100;

// What a sweep takes: so many at once, and none of those that failed a while ago.
struct Taken {
  std::size_t at_once = swept_at_once;
  std::vector<Id<Clock>> without;
};

// What a loop's sweeps take, one after the other: many at once, until one of them throws; then one
// by one, so that the clock that throws, for whatever reason, is left alone for an hour and the
// rest go on. A sweep has a `next` and an `end`; one that throws comes to no end.
class Batches {
 public:
  Taken next(Instant now);
  // Before it writes: which clock comes first, where it takes but one.
  void start(storage::Transaction& tx, const Taken& taken, Instant now);
  void end(std::size_t told);

 private:
  bool is_running_ = false;
  bool is_one_by_one_ = false;
  std::optional<Id<Clock>> alone_;  // what the sweep that runs takes by itself
  std::vector<std::pair<Id<Clock>, Instant>> left_alone_;
};

// Whether a sweep would find anything: asked of a reader, so that an idle bank writes nothing.
bool has_work(storage::Transaction& tx, const workflow::Limits& limits, Instant now, Date today,
              const Taken& taken = {});

// Sends what is to be sent now: a row to be acknowledged and an entry, `clock.warned`,
// `clock.escalated` or `clock.rest_reminded`. Returns how many clocks were looked at.
std::size_t send_notices(Work& work, const std::vector<Source>& sources, const Taken& taken = {});

// Reckons again, with entries `clock.recounted`, clocks whose calendar has become known or whose
// rule has a later version that takes over. Returns how many.
std::size_t recount(Work& work, const std::vector<Source>& sources);

// Looks through running clocks once the rule book is another than before: what it says now of
// warnings, ladders and rules that had been gone holds from now on. Returns how many it looked at.
std::size_t review(Work& work, const std::vector<Source>& sources);

}  // namespace xb::clocks
