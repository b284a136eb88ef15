// What a database last complained about, for readiness: one word that clears when work succeeds
// again, except corruption, which only a restart after a restore clears.
#pragma once

#include <mutex>
#include <string>

#include "platform/storage/failure.h"

namespace xb::storage {

class Trouble {
 public:
  void note(const Failure& failure);
  void clear();
  std::string word() const;
  bool is_corrupt() const;

 private:
  mutable std::mutex mutex_;
  std::string word_;
  bool corrupt_ = false;
};

}  // namespace xb::storage
