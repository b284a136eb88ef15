#include "platform/storage/queue.h"

namespace xb::storage {
namespace {

// How long the bulk lane may be passed over while people wait.
constexpr std::chrono::milliseconds bulk_patience{200};

}  // namespace

bool CommandQueue::push(Lane lane, std::shared_ptr<Ticket> ticket) {
  {
    const std::lock_guard lock(mutex_);
    auto& waiting = lane == Lane::interactive ? interactive_ : bulk_;
    if (closed_ || waiting.size() >= waiting_max_) return false;
    waiting.push_back(std::move(ticket));
  }
  arrived_.notify_one();
  return true;
}

std::vector<std::shared_ptr<Ticket>> CommandQueue::take(std::size_t most,
                                                        std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, patience,
                    [&] { return closed_ || !interactive_.empty() || !bulk_.empty(); });
  return choose(most);
}

std::vector<std::shared_ptr<Ticket>> CommandQueue::choose(std::size_t most) {
  std::vector<std::shared_ptr<Ticket>> taken;
  const auto now = std::chrono::steady_clock::now();
  const bool bulk_is_due =
      !bulk_.empty() && (interactive_.empty() || now - bulk_taken_at_ > bulk_patience);
  // Its place is kept free, or full groups of people would starve it.
  const std::size_t people_max = bulk_is_due ? most - 1 : most;
  while (taken.size() < people_max && !interactive_.empty()) {
    taken.push_back(std::move(interactive_.front()));
    interactive_.pop_front();
  }
  if (bulk_is_due) {
    taken.push_back(std::move(bulk_.front()));
    bulk_.pop_front();
    bulk_taken_at_ = now;
  }
  return taken;
}

std::vector<std::shared_ptr<Ticket>> CommandQueue::expire(
    std::chrono::steady_clock::time_point queued_before) {
  std::vector<std::shared_ptr<Ticket>> expired;
  const std::lock_guard lock(mutex_);
  while (!interactive_.empty() && interactive_.front()->queued_at < queued_before) {
    expired.push_back(std::move(interactive_.front()));
    interactive_.pop_front();
  }
  return expired;
}

void CommandQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  arrived_.notify_all();
}

bool CommandQueue::is_drained() const {
  const std::lock_guard lock(mutex_);
  return closed_ && interactive_.empty() && bulk_.empty();
}

std::size_t CommandQueue::waiting() const {
  const std::lock_guard lock(mutex_);
  return interactive_.size() + bulk_.size();
}

}  // namespace xb::storage
