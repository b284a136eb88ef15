// Where a test stands and watches the statements of writers go by; it may stop one by throwing.
#pragma once

#include <functional>
#include <mutex>
#include <string_view>
#include <utility>

#include "platform/storage/failure.h"

namespace xb::test {

class Gate {
 public:
  using Look = std::function<void(std::string_view sql)>;

  // For Options::before_statement. The gate outlives the database.
  Look pass() {
    return [this](std::string_view sql) {
      const std::lock_guard lock(mutex_);
      if (look_) look_(sql);
    };
  }
  void watch(Look look) {
    const std::lock_guard lock(mutex_);
    look_ = std::move(look);
  }
  void open() { watch({}); }

  // Stops the n-th statement from now on, counted from 1, with `fault`; all others pass.
  void stop_at(int n, storage::Fault fault) {
    watch([n, fault, seen = 0](std::string_view sql) mutable {
      if (++seen == n) throw storage::Failure(fault, "injected", std::string{sql.substr(0, 40)});
    });
  }

 private:
  std::mutex mutex_;
  Look look_;
};

}  // namespace xb::test
