#include "platform/storage/ids.h"

#include "core/ensure.h"
#include "core/id.h"

namespace xb::storage {

std::int64_t IdBlock::take() {
  const std::lock_guard lock(mutex_);
  if (next_ == end_) {
    ensure(spare_ != 0, "a command took more ids than a block holds");
    next_ = spare_;
    end_ = spare_ + size;
    spare_ = 0;
  }
  ensure(next_ < id_limit, "ids are used up");
  return next_++;
}

bool IdBlock::is_low() const {
  const std::lock_guard lock(mutex_);
  return spare_ == 0 && end_ - next_ < low;
}

void IdBlock::add(std::int64_t first) {
  const std::lock_guard lock(mutex_);
  if (next_ == end_) {
    next_ = first;
    end_ = first + size;
  } else {
    spare_ = first;
  }
}

}  // namespace xb::storage
