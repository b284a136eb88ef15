// A pool of connections that only read. Each read is one snapshot, at most two seconds long.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/storage/transaction.h"

namespace xb::storage {

class Readers {
 public:
  Readers(const TableKinds& kinds, std::function<std::unique_ptr<Connection>()> connect,
          std::size_t count);

  // Waits for a free connection. Throws Failure.
  void read(const std::function<void(Transaction&)>& work);

 private:
  std::unique_ptr<Connection> borrow();
  void begin(std::unique_ptr<Connection>& connection);
  void give_back(std::unique_ptr<Connection> connection);

  const TableKinds& kinds_;
  std::function<std::unique_ptr<Connection>()> connect_;
  IdBlock no_ids_;  // readers make nothing
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> free_;  // null: to be connected when needed
};

}  // namespace xb::storage
