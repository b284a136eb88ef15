// The sealed files of one installation, under DIR/files: `ab/ab…` by random names, and `incoming`
// for those that are still coming. What a file is about stands in a row of its module; a file that
// no row names is a stray and is swept away.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/result.h"
#include "platform/files/kinds.h"
#include "platform/files/segments.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/crypto.h"

namespace xb::files {

// The key of one file as base64. A Personal value, so that a row holds it only sealed under the key
// of its case: without that nobody can read the file.
struct FileKey {
  static constexpr std::size_t max = 44;
  static Result<void> check(std::string_view value);
  static std::string mask(std::string_view) { return "***"; }
};
using SealedKey = privacy::Personal<FileKey>;

// How large a file may be, by its kind, and how many a case may have.
struct Limits {
  std::int64_t image_max = std::int64_t{20} << 20;
  std::int64_t document_max = std::int64_t{50} << 20;
  std::int64_t text_max = std::int64_t{5} << 20;
  std::int64_t audio_max = std::int64_t{100} << 20;
  std::int64_t video_max = std::int64_t{200} << 20;
  std::int64_t files_of_case_max = 200;
  std::int64_t bytes_of_case_max = std::int64_t{2000} << 20;

  std::int64_t of(FileKind kind) const;
  std::int64_t largest() const;
};

// A whole file that lies in the vault under its name, durable.
struct Received {
  std::string file;
  SealedKey key;
  std::string sha256;  // hex, of what was sent
  std::int64_t bytes = 0;
  const FileType* type = nullptr;
};

class Vault;

// A file on its way in. What does not reach its end leaves nothing behind.
class Incoming {
 public:
  Incoming(Vault& vault, std::string name);
  ~Incoming();
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;

  // Refuses with file.too_large or file.type_refused; throws storage::Failure.
  Result<void> take(std::string_view bytes);
  // Gives it its place, where it stays until a sweep finds that nobody names it. Refuses with
  // file.empty, file.too_large, file.type_refused, file.macros or file.unpacks_too_large; throws
  // storage::Failure.
  Result<Received> finish();
  // Takes it away again: nobody will name it.
  void discard();

 private:
  Vault& vault_;
  const std::string name_;
  std::string key_;
  std::optional<SegmentWriter> writer_;
  sealing::Sha256 hash_;
  Examination examination_;
  std::int64_t bytes_ = 0;
  bool is_in_place_ = false;
};

enum class FileFault {
  missing,  // there is no such file
  altered,  // its size or its bytes are not those that were stored
};
BOOST_DESCRIBE_ENUM(FileFault, missing, altered)

class Vault {
 public:
  Vault(std::filesystem::path root, Limits limits);

  // What was still coming when the program ended goes, where the disk lets it. For whoever alone
  // writes here, at the start.
  void clear_incoming();

  const Limits& limits() const { return limits_; }

  // Refuses with file.space_low (storage::Space); throws storage::Failure.
  Result<std::shared_ptr<Incoming>> receive();

  // See SegmentReader.
  SegmentReader open(const std::string& file, const SealedKey& key) const;

  // Whether a file is there with the size it must have, and with `deep` the bytes.
  enum class Depth { size, content };
  std::optional<FileFault> fault_of(const Received& stored, Depth depth) const;

  // Takes away the strays of one of 256 folders. `named` says which of these names a row has; it is
  // asked only for names of files that are not on their way in. Returns how many went.
  using Named = std::function<std::set<std::string>(const std::vector<std::string>&)>;
  static constexpr unsigned folders = 256;
  std::size_t sweep(unsigned folder, const Named& named);

 private:
  friend class Incoming;
  std::filesystem::path incoming() const { return root_ / "incoming"; }
  std::filesystem::path place_of(const std::string& file) const;
  bool is_coming(const std::string& file) const;

  const std::filesystem::path root_;
  const Limits limits_;
  mutable std::mutex mutex_;
  std::set<std::string> coming_;
};

}  // namespace xb::files
