// The zip of named parts that an office file is (ECMA-376, Open Packaging Conventions), read within
// limits that a hostile file cannot stretch.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <zip.h>

#include "core/result.h"

namespace xb::exchange {

inline constexpr std::uint64_t package_bytes_max = 200 * 1024 * 1024;  // of all parts, unpacked
inline constexpr std::uint64_t package_ratio_max = 100;  // of a part over package_ratio_from
inline constexpr std::uint64_t package_ratio_from = 1024 * 1024;

// A part as it is unpacked, piece by piece.
class PartBytes {
 public:
  PartBytes(zip_file_t* file, std::uint64_t size) : file_(file), left_(size) {}

  // Fills `to` with up to `max` bytes and returns how many, 0 at the end. Nothing if the part is
  // damaged or longer than it said.
  std::optional<std::size_t> read(void* to, std::size_t max);

  // The bytes that are still to come; all of them before the first read.
  std::uint64_t left() const { return left_; }

 private:
  struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  std::unique_ptr<zip_file_t, Close> file_;
  std::uint64_t left_;
};

class Package {
 public:
  // Refuses with table.malformed, for what is no zip or has encrypted parts, and table.too_large.
  static Result<std::unique_ptr<Package>> open(std::string bytes);

  // Nothing if there is no such part. The bytes do not outlive the package.
  std::optional<PartBytes> part(const std::string& name) const;

 private:
  explicit Package(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<void> check_parts() const;

  struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  std::string bytes_;  // outlives `archive_`, which reads it
  std::unique_ptr<zip_t, Discard> archive_;
};

}  // namespace xb::exchange
