// A sealed file on the disk: a mark, then segments of 64 KiB, each sealed by itself with
// AES-256-GCM under the file's own key. Its number and whether it is the last are authenticated, so
// that none can be changed, moved, left out or put behind the end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace xb::files {

inline constexpr std::size_t segment_bytes = 64 * 1024;

// How large a file of so many bytes is on the disk.
std::uint64_t sealed_size(std::uint64_t bytes);

// An open file of the disk. Closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor();
  int number() const { return number_; }

 private:
  int number_;
};

// All throw storage::Failure for what the disk does: `full`, `read_only` or `io`.
class SegmentWriter {
 public:
  // Makes the file, which must not be there.
  SegmentWriter(const std::filesystem::path& path, std::string key);

  void write(std::string_view bytes);
  // Writes the last segment and waits until all is on the disk.
  void finish();

 private:
  void seal(bool is_last);

  Descriptor file_;
  std::string key_;
  std::string waiting_;
  std::uint64_t number_ = 0;   // of the next segment
  std::uint64_t written_ = 0;  // bytes on the disk
};

class SegmentReader {
 public:
  // Throws storage::Failure (`other`, file.missing) if it is not there.
  SegmentReader(const std::filesystem::path& path, std::string key);

  // The next segment in clear; nothing after the last. Throws storage::Failure (`other`,
  // file.altered) if it is not what was written.
  std::optional<std::string> next();

 private:
  Descriptor file_;
  std::string key_;
  std::uint64_t number_ = 0;
  std::uint64_t left_ = 0;  // bytes on the disk
};

// Makes names of a folder durable, as fsync(2) asks.
void sync_folder(const std::filesystem::path& folder);

// What errno says as a Failure, to be thrown.
[[noreturn]] void throw_disk_failure(int error, const char* what);

}  // namespace xb::files
