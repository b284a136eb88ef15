// The data directory: what lies where, and the lock of whoever writes in it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"

namespace xb::app {

struct Directory {
  std::filesystem::path root;

  std::filesystem::path configuration() const { return root / "xiaobao.toml"; }
  std::filesystem::path database() const { return root / "xiaobao.db"; }
  std::filesystem::path lock() const { return root / "lock"; }
  std::filesystem::path reserve() const { return root / "reserve"; }
  std::filesystem::path files() const { return root / "files"; }  // of cases, sealed
  std::filesystem::path run() const { return root / "run"; }
  std::filesystem::path admin_socket() const { return root / "run" / "admin.sock"; }
  std::filesystem::path scratch() const { return root / "tmp"; }
  std::filesystem::path backups() const { return root / "backups"; }
  std::filesystem::path rules() const { return root / "clocks"; }         // the bank's own limits
  std::filesystem::path approvals() const { return root / "approvals"; }  // and who agrees to what
  std::filesystem::path taxonomies() const { return root / "taxonomies"; }  // the bank's own items
};

// A lock nobody else can have (flock). Freed when it goes, also by a crash.
class DirectoryLock {
 public:
  // Refuses with directory.held (field: the holder), directory.network, directory.missing or
  // directory.path_too_long.
  static Result<DirectoryLock> take(const Directory& directory);
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&&) = delete;
  ~DirectoryLock();

  // The disk does not let us write: the lock then only keeps others of our kind away.
  bool is_read_only() const { return read_only_; }

 private:
  DirectoryLock(int file, bool read_only) : file_(file), read_only_(read_only) {}
  int file_;
  bool read_only_;
};

// Refuses with directory.path_too_long where the admin socket could not have its name (unix(7)).
Result<void> check_path(const Directory& directory);

// Locks and fsync do not mean there what they must mean.
bool is_on_network(const std::filesystem::path& path);

// 64 MiB that can be freed when the disk is full and even a DELETE fails.
inline constexpr std::uintmax_t reserve_bytes = std::uintmax_t{64} << 20;
// False if there is no room for it.
bool make_reserve(const Directory& directory);

}  // namespace xb::app
