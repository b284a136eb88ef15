#include "platform/evidence/followers.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "platform/evidence/extent.h"
#include "platform/evidence/log.h"
#include "platform/evidence/store.h"
#include "platform/telemetry/log.h"

namespace xb::evidence {
namespace {

constexpr std::size_t batch_max = 500;
constexpr std::chrono::milliseconds batch_aim{8};  // what others wait for it, on one writer
constexpr int tries_max = 10;

// A full disk or a lost connection says nothing about the entry that was being read.
bool is_fault_of_an_entry(storage::Fault fault) {
  return fault == storage::Fault::constraint || fault == storage::Fault::other;
}

// As many as fit the aim at the pace of the last batch, growing fourfold at most.
std::size_t next_batch(std::size_t batch, std::size_t count, std::chrono::nanoseconds took) {
  const auto fitting =
      static_cast<std::size_t>(batch_aim * count / std::max(took, std::chrono::nanoseconds{1}));
  return std::clamp<std::size_t>(fitting, 1, std::min(4 * batch, batch_max));
}

}  // namespace

Followers::Followers(storage::Database& database, std::vector<Follower> followers, Pace pace)
    : database_(database), pace_(std::move(pace)) {
  for (Follower& follower : followers) states_.push_back({.follower = std::move(follower)});
}

bool Followers::step() {
  bool more = false;
  std::vector<std::string> stopped;
  for (State& state : states_) {
    more = step(state) || more;
    if (state.failures >= tries_max)
      stopped.push_back(state.follower.name + " at " + std::to_string(state.stuck_at));
  }
  const std::lock_guard lock(mutex_);
  stopped_ = std::move(stopped);
  return more;
}

// A look costs less than a lock, and leaves a database that has nothing to tell at rest.
bool Followers::has_news(const State& state) {
  bool has_news = false;
  database_.read([&](storage::Transaction& tx) {
    const std::int64_t from = position(tx, state.follower.name);
    const bool is_stuck = state.failures >= tries_max && from == state.stuck_at;
    has_news = !is_stuck && (state.failures > 0 || !placed(tx, from, 1).empty());
  });
  return has_news;
}

bool Followers::step(State& state) {
  if (!has_news(state)) return false;
  // After a failure entries come one by one, so that the one at fault is known.
  const std::size_t limit = state.failures > 0 ? 1 : state.batch;
  std::int64_t from = 0;
  std::size_t count = 0;
  bool is_following = false;
  std::chrono::nanoseconds took{};
  try {
    database_.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      is_following = false;
      lock_follower(tx, state.follower.name);
      from = position(tx, state.follower.name);
      if (state.failures >= tries_max && from == state.stuck_at) return false;
      const auto entries = placed(tx, from, limit);
      count = entries.size();
      if (entries.empty()) return false;
      is_following = true;
      const auto began = pace_();
      state.follower.follow(tx, entries);
      took = pace_() - began;
      set_position(tx, state.follower.name, entries.back().place + 1);
      return true;
    });
    if (count > 0 || from != state.stuck_at) state.failures = 0;
    if (count > 0) state.batch = next_batch(state.batch, count, took);
    return count == limit;
  } catch (const storage::Failure& failure) {
    if (!is_following || !is_fault_of_an_entry(failure.fault())) return false;
    const bool one_by_one = limit == 1 && from == state.stuck_at;
    state.failures = one_by_one ? state.failures + 1 : 1;
    state.stuck_at = from;
    if (state.failures == tries_max)
      telemetry::log(telemetry::Severity::alarm, "evidence.follower_stopped",
                     {{"follower", state.follower.name}, {"place", from}});
    return state.failures < tries_max;
  }
}

std::vector<std::string> Followers::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

std::int64_t position(storage::Transaction& tx, std::string_view follower) {
  return find_position(tx, follower).value_or(0);
}

std::int64_t unread(storage::Transaction& tx, std::string_view follower) {
  return std::max<std::int64_t>(extent(tx) - position(tx, follower), 0);
}

void restart(storage::Transaction& tx, std::string_view follower) {
  lock_follower(tx, follower);
  set_position(tx, follower, 0);
}

Result<void> skip(Work& work, const sealing::DataKey& key, std::int64_t about, const Skip& input) {
  const auto at = find_position(work.tx, input.follower.str());
  if (!at) return refuse(Reason::missing, "follower.unknown", "follower");
  if (*at != input.place) return refuse(Reason::conflict, "follower.elsewhere", "place");
  set_position(work.tx, input.follower.str(), input.place + 1);
  append(work, "follower.skipped", Subject(Id<Skip>{about}, key), input);
  return {};
}

}  // namespace xb::evidence
