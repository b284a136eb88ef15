#include "platform/exchange/package.h"

#include <utility>

namespace xb::exchange {
namespace {

constexpr zip_uint64_t facts_needed =
    ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

auto malformed() { return refuse(Reason::invalid, "table.malformed"); }

bool is_bomb(const zip_stat_t& part) {
  if (part.size > package_bytes_max) return true;
  return part.size > package_ratio_from && part.size / package_ratio_max >= part.comp_size;
}

}  // namespace

std::optional<std::size_t> PartBytes::read(void* to, std::size_t max) {
  const zip_int64_t count = zip_fread(file_.get(), to, max);
  if (count < 0 || static_cast<std::uint64_t>(count) > left_) return {};
  left_ -= static_cast<std::uint64_t>(count);
  return static_cast<std::size_t>(count);
}

Result<std::unique_ptr<Package>> Package::open(std::string bytes) {
  std::unique_ptr<Package> package(new Package(std::move(bytes)));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(package->bytes_.data(), package->bytes_.size(), 0, &error);
  if (source != nullptr) {
    package->archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!package->archive_) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (!package->archive_) return malformed();
  TRY(package->check_parts());
  return package;
}

// Every part, also those that nobody reads: an honest file has no bomb in it.
Result<void> Package::check_parts() const {
  std::uint64_t total = 0;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t part;
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &part) != 0 ||
        (part.valid & facts_needed) != facts_needed || part.encryption_method != ZIP_EM_NONE)
      return malformed();
    if (is_bomb(part)) return refuse(Reason::invalid, "table.too_large");
    total += part.size;
    if (total > package_bytes_max) return refuse(Reason::invalid, "table.too_large");
  }
  return {};
}

// Part names do not tell upper from lower case.
std::optional<PartBytes> Package::part(const std::string& name) const {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t facts;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &facts) != 0)
    return {};
  zip_file_t* file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) return {};
  return PartBytes{file, facts.size};
}

}  // namespace xb::exchange
