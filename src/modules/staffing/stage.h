// Where the commands of a file run: each in a transaction of its own or, in a dry run, all of them
// in one that is rolled back. So a rehearsal is refused whatever the performance would be.
#pragma once

#include <functional>

#include "modules/staffing/service.h"
#include "platform/exchange/import.h"

namespace xb::staffing {

class Stage {
 public:
  // What one transaction may take in ids, of which no command here takes more than six; and others
  // wait for the writer meanwhile. What is beyond is compared with the bank only.
  static constexpr std::size_t rehearsed_max = 800;

  // Without `rehearsal` it counts.
  Stage(const exchange::Ground& ground, storage::Transaction* rehearsal)
      : ground_(ground), rehearsal_(rehearsal) {}

  bool is_rehearsal() const { return rehearsal_ != nullptr; }

  // False for what a rehearsal has no room for.
  bool takes(std::size_t commands) {
    if (!is_rehearsal()) return true;
    if (taken_ + commands > rehearsed_max) return false;
    taken_ += commands;
    return true;
  }

  void read(const std::function<void(storage::Transaction&)>& query) {
    if (is_rehearsal())
      query(*rehearsal_);
    else
      ground_.database.read(query);
  }

  // What `command` wrote is undone if it returns false.
  void write(const std::function<bool(storage::Transaction&)>& command) {
    exchange::check_goes_on(ground_);
    if (is_rehearsal())
      rehearsal_->attempt(command);
    else
      ground_.database.write(storage::Lane::bulk, command);
  }

 private:
  const exchange::Ground& ground_;
  storage::Transaction* rehearsal_;
  std::size_t taken_ = 0;
};

// Calls `play(stage, outcome)`; in a dry run maybe more than once, each time from the beginning.
template <class Play>
void stage(const exchange::Ground& ground, const Options& options, Outcome& outcome, Play&& play) {
  if (!options.is_dry_run) {
    Stage counting(ground, nullptr);
    play(counting, outcome);
    return;
  }
  const Outcome before = outcome;
  ground.database.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
    outcome = before;
    Stage rehearsal(ground, &tx);
    play(rehearsal, outcome);
    return false;
  });
}

}  // namespace xb::staffing
