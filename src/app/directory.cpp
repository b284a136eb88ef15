#include "app/directory.h"

#include <cerrno>
#include <sys/file.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace xb::app {
namespace {

// Magic numbers of network file systems (statfs(2)).
constexpr long network_file_systems[] = {
    0x6969,      // NFS
    0x517B,      // SMB
    0xFF534D42,  // CIFS
    0xFE534D42,  // SMB2
    0x00C36400,  // Ceph
    0x01021997,  // 9P
    0x47504653,  // GPFS
};

std::string holder_of(int file) {
  char text[64] = {};
  const ssize_t size = pread(file, text, sizeof text - 1, 0);
  return size > 0 ? std::string{text, static_cast<std::size_t>(size)} : "unknown";
}

}  // namespace

bool is_on_network(const std::filesystem::path& path) {
  struct statfs state {};
  if (statfs(path.c_str(), &state) != 0) return false;
  for (const long magic : network_file_systems)
    if (static_cast<unsigned long>(state.f_type) == static_cast<unsigned long>(magic)) return true;
  return false;
}

Result<void> check_path(const Directory& directory) {
  if (directory.admin_socket().native().size() >= sizeof sockaddr_un{}.sun_path)
    return refuse(Reason::invalid, "directory.path_too_long");
  return {};
}

Result<DirectoryLock> DirectoryLock::take(const Directory& directory) {
  if (!std::filesystem::is_directory(directory.root))
    return refuse(Reason::missing, "directory.missing");
  TRY(check_path(directory));
  if (is_on_network(directory.root)) return refuse(Reason::invalid, "directory.network");
  bool read_only = false;
  int file = open(directory.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 && (errno == EROFS || errno == EACCES)) {
    read_only = true;
    file = open(directory.lock().c_str(), O_RDONLY | O_CLOEXEC);
  }
  if (file < 0) return refuse(Reason::missing, "directory.missing");
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = holder_of(file);
    close(file);
    return refuse(Reason::conflict, "directory.held", holder);
  }
  if (!read_only) {
    const std::string text = "pid " + std::to_string(getpid());
    if (ftruncate(file, 0) != 0 ||
        pwrite(file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
      read_only = errno == EROFS;
  }
  return DirectoryLock(file, read_only);
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), read_only_(other.read_only_) {}

DirectoryLock::~DirectoryLock() {
  if (file_ >= 0) close(file_);
}

bool make_reserve(const Directory& directory) {
  std::error_code error;
  if (std::filesystem::file_size(directory.reserve(), error) == reserve_bytes && !error)
    return true;
  const int file = open(directory.reserve().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool made = posix_fallocate(file, 0, static_cast<off_t>(reserve_bytes)) == 0;
  close(file);
  if (!made) std::filesystem::remove(directory.reserve(), error);
  return made;
}

}  // namespace xb::app
