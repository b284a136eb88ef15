// A pool of connections that only read. Each read is one snapshot and takes at most read_within:
// a longer one on SQLite would keep the log from being emptied.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/storage/database.h"

namespace xb::storage {

class Readers {
 public:
  Readers(const TableKinds& kinds, std::function<std::unique_ptr<Connection>()> connect,
          const Options& options);

  // Waits for a free connection, at most as long as a read may take. Throws Failure.
  void read(const std::function<void(Transaction&)>& work);

 private:
  std::unique_ptr<Connection> borrow();
  void begin(std::unique_ptr<Connection>& connection);
  void give_back(std::unique_ptr<Connection> connection);

  const TableKinds& kinds_;
  std::function<std::unique_ptr<Connection>()> connect_;
  std::chrono::milliseconds read_within_;
  IdBlock no_ids_;  // readers make nothing
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> free_;  // null: to be connected when needed
};

}  // namespace xb::storage
