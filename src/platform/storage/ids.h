// Ids are taken in blocks from one sequence in the database, so that no command waits for a counter
// row. A block that is not used up leaves a gap, which is allowed.
#pragma once

#include <cstdint>
#include <mutex>

namespace xb::storage {

class IdBlock {
 public:
  static constexpr std::int64_t size = 10'000;
  // Below this a new block is fetched before the next command starts; no command takes more.
  static constexpr std::int64_t low = 5'000;

  // Aborts when the block is used up, which `low` rules out.
  std::int64_t take();
  bool is_low() const;
  // A block of `size` ids from `first` on, after what is left.
  void add(std::int64_t first);

 private:
  mutable std::mutex mutex_;
  std::int64_t next_ = 0;
  std::int64_t end_ = 0;
  std::int64_t spare_ = 0;  // first id of the block after this one; 0 if there is none
};

}  // namespace xb::storage
