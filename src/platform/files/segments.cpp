#include "platform/files/segments.h"

#include <cerrno>
#include <sys/stat.h>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "platform/sealing/crypto.h"
#include "platform/storage/failure.h"

namespace xb::files {
namespace {

using storage::Failure;
using storage::Fault;

constexpr std::string_view mark = "XBF1";
constexpr std::size_t overhead = 12 + 16;  // nonce and tag of a segment

std::string additional_data(std::uint64_t number, bool is_last) {
  return std::string{mark} + "|" + std::to_string(number) + (is_last ? "|last" : "|more");
}

// With the call that SQLite writes with, so that tests of faults reach both.
void write_all(int file, std::uint64_t at, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = pwrite64(file, bytes.data(), bytes.size(), static_cast<off64_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_disk_failure(errno, "write");
    bytes.remove_prefix(static_cast<std::size_t>(count));
    at += static_cast<std::uint64_t>(count);
  }
}

// Fewer only at the end of the file.
std::string read_some(int file, std::size_t max) {
  std::string out(max, '\0');
  std::size_t got = 0;
  while (got < max) {
    const ssize_t count = read(file, out.data() + got, max - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_disk_failure(errno, "read");
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  out.resize(got);
  return out;
}

Failure altered() { return {Fault::other, "file.altered", "files"}; }

}  // namespace

void throw_disk_failure(int error, const char* what) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: throw Failure(Fault::full, std::to_string(error), what);
    case EROFS: throw Failure(Fault::read_only, std::to_string(error), what);
    default: throw Failure(Fault::io, std::to_string(error), what);
  }
}

std::uint64_t sealed_size(std::uint64_t bytes) {
  // A last segment is there also for nothing, and is never empty for something.
  const std::uint64_t segments = bytes == 0 ? 1 : (bytes + segment_bytes - 1) / segment_bytes;
  return mark.size() + bytes + segments * overhead;
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

SegmentWriter::SegmentWriter(const std::filesystem::path& path, std::string key)
    : file_(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)),
      key_(std::move(key)) {
  if (file_.number() < 0) throw_disk_failure(errno, "open");
  write_all(file_.number(), 0, mark);
  written_ = mark.size();
}

void SegmentWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    // A full one waits until it is known whether anything follows.
    if (waiting_.size() == segment_bytes) seal(false);
    const auto part = bytes.substr(0, segment_bytes - waiting_.size());
    waiting_ += part;
    bytes.remove_prefix(part.size());
  }
}

void SegmentWriter::seal(bool is_last) {
  const std::string sealed =
      sealing::aes_gcm_seal(key_, waiting_, additional_data(number_++, is_last));
  write_all(file_.number(), written_, sealed);
  written_ += sealed.size();
  waiting_.clear();
}

void SegmentWriter::finish() {
  seal(true);
  if (fsync(file_.number()) != 0) throw_disk_failure(errno, "fsync");
}

SegmentReader::SegmentReader(const std::filesystem::path& path, std::string key)
    : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC)), key_(std::move(key)) {
  if (file_.number() < 0 && errno == ENOENT) throw Failure(Fault::other, "file.missing", "files");
  if (file_.number() < 0) throw_disk_failure(errno, "open");
  struct stat state {};
  if (fstat(file_.number(), &state) != 0) throw_disk_failure(errno, "stat");
  left_ = static_cast<std::uint64_t>(state.st_size);
  if (left_ < mark.size() + overhead || read_some(file_.number(), mark.size()) != mark)
    throw altered();
  left_ -= mark.size();
}

std::optional<std::string> SegmentReader::next() {
  if (left_ == 0) return {};
  const std::string sealed = read_some(file_.number(), segment_bytes + overhead);
  if (sealed.size() > left_) throw altered();
  left_ -= sealed.size();
  auto plain = sealing::aes_gcm_open(key_, sealed, additional_data(number_++, left_ == 0));
  if (!plain || sealed.empty()) throw altered();
  return plain;
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor file(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.number() < 0 || fsync(file.number()) != 0) throw_disk_failure(errno, "fsync");
}

}  // namespace xb::files
