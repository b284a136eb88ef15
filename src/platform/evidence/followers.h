// Followers read the log and keep something up to date: counters, search, notices. Each remembers
// the next place it will read, in the same transaction as what it did, so that every entry has its
// effect in the database exactly once. A follower that cannot digest an entry tries ten times, then
// stops, says so at readiness, and goes on only when somebody skips the entry with a reason.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/evidence/entries.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"

namespace xb::evidence {

struct Follower {
  std::string name;
  // Operational tables only. May throw Failure; then nothing of the batch happened.
  std::function<void(storage::Transaction&, const std::vector<PlacedEntry>&)> follow;
};

class Followers {
 public:
  // `pace` tells how long a batch took.
  using Pace = std::function<std::chrono::steady_clock::time_point()>;
  Followers(storage::Database& database, std::vector<Follower> followers,
            Pace pace = &std::chrono::steady_clock::now);

  // Moves each follower on by one batch. True if any may have more to read.
  bool step();

  // Names and places of those that stopped: `complaint_counts at 4711`.
  std::vector<std::string> stopped() const;

 private:
  struct State {
    Follower follower;
    std::size_t batch = 32;  // entries at a time: grows and shrinks with how long they take
    int failures = 0;
    std::int64_t stuck_at = -1;
  };
  bool has_news(const State& state);
  bool step(State& state);

  storage::Database& database_;
  const Pace pace_;
  std::vector<State> states_;  // of the one thread that steps
  mutable std::mutex mutex_;
  std::vector<std::string> stopped_;
};

// Where a follower stands; 0 if it has read nothing.
std::int64_t position(storage::Transaction& tx, std::string_view follower);
// Entries with a place that it has not read yet.
std::int64_t unread(storage::Transaction& tx, std::string_view follower);
// It reads the log again from the first entry on: for who has thrown away what it kept.
void restart(storage::Transaction& tx, std::string_view follower);

struct Skip {
  Text<64, Presence::required> follower;
  std::int64_t place = 0;
  Text<500, Presence::required> reason;
};
BOOST_DESCRIBE_STRUCT(Skip, (), (follower, place, reason))

// Lets a follower pass over the entry it is stuck at; leaves an entry on `about`. Refuses with
// follower.unknown or follower.elsewhere.
Result<void> skip(Work& work, const sealing::DataKey& key, std::int64_t about, const Skip& input);

}  // namespace xb::evidence
