#include "platform/files/vault.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sys/stat.h>

#include "core/encoding.h"
#include "platform/storage/failure.h"
#include "platform/storage/space.h"

namespace xb::files {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t name_bytes = 16;
constexpr std::size_t asked_at_once = 500;

std::string folder_name(unsigned folder) { return hex(std::string(1, static_cast<char>(folder))); }

// There already is as good.
void make_folder(const std::filesystem::path& folder) {
  if (mkdir(folder.c_str(), 0700) == 0) return sync_folder(folder.parent_path());
  if (errno != EEXIST) throw_disk_failure(errno, "mkdir");
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    out.push_back(entry.path().filename());
  return out;
}

auto too_large() { return refuse(Reason::invalid, "file.too_large", "file"); }

}  // namespace

Result<void> FileKey::check(std::string_view value) {
  const auto bytes = from_base64(value);
  if (!bytes || bytes->size() != key_bytes) return refuse(Reason::invalid, "field.type");
  return {};
}

std::int64_t Limits::of(FileKind kind) const {
  switch (kind) {
    case FileKind::image: return image_max;
    case FileKind::document: return document_max;
    case FileKind::text: return text_max;
    case FileKind::audio: return audio_max;
    case FileKind::video: return video_max;
  }
  std::abort();
}

std::int64_t Limits::largest() const {
  return std::max({image_max, document_max, text_max, audio_max, video_max});
}

Incoming::Incoming(Vault& vault, std::string name)
    : vault_(vault), name_(std::move(name)), key_(sealing::random_bytes(key_bytes)) {
  writer_.emplace(vault_.incoming() / name_, key_);
  const std::lock_guard lock(vault_.mutex_);
  vault_.coming_.insert(name_);
}

Incoming::~Incoming() {
  std::error_code ignored;
  if (!is_in_place_) std::filesystem::remove(vault_.incoming() / name_, ignored);
  sealing::wipe(key_);
  const std::lock_guard lock(vault_.mutex_);
  vault_.coming_.erase(name_);
}

Result<void> Incoming::take(std::string_view bytes) {
  bytes_ += static_cast<std::int64_t>(bytes.size());
  TRY(examination_.take(bytes));
  if (bytes_ > vault_.limits().of(examination_.kind_so_far())) return too_large();
  hash_.add(bytes);
  writer_->write(bytes);
  return {};
}

Result<Received> Incoming::finish() {
  const FileType* type = TRY(examination_.finish());
  if (bytes_ > vault_.limits().of(type->kind)) return too_large();
  writer_->finish();
  writer_.reset();
  const auto place = vault_.place_of(name_);
  make_folder(place.parent_path());
  if (std::rename((vault_.incoming() / name_).c_str(), place.c_str()) != 0)
    throw_disk_failure(errno, "rename");
  is_in_place_ = true;
  sync_folder(place.parent_path());
  return Received{name_, SealedKey::trusted(base64(key_)), hex(hash_.finish()), bytes_, type};
}

void Incoming::discard() {
  std::error_code ignored;
  if (is_in_place_) std::filesystem::remove(vault_.place_of(name_), ignored);
}

Vault::Vault(std::filesystem::path root, Limits limits) : root_(std::move(root)), limits_(limits) {}

void Vault::clear_incoming() {
  std::error_code ignored;
  for (const std::string& name : names_in(incoming()))
    std::filesystem::remove(incoming() / name, ignored);
}

std::filesystem::path Vault::place_of(const std::string& file) const {
  return root_ / file.substr(0, 2) / file;
}

bool Vault::is_coming(const std::string& file) const {
  const std::lock_guard lock(mutex_);
  return coming_.contains(file);
}

Result<std::shared_ptr<Incoming>> Vault::receive() {
  make_folder(root_);
  make_folder(incoming());
  if (storage::space_under(root_) == storage::Space::low)
    return refuse(Reason::conflict, "file.space_low");
  return std::make_shared<Incoming>(*this, hex(sealing::random_bytes(name_bytes)));
}

SegmentReader Vault::open(const std::string& file, const SealedKey& key) const {
  auto secret = from_base64(key.reveal());
  if (!secret) throw storage::Failure(storage::Fault::other, "sealed", "files");
  return {place_of(file), std::move(*secret)};
}

std::optional<FileFault> Vault::fault_of(const Received& stored, Depth depth) const {
  std::error_code error;
  const auto size = std::filesystem::file_size(place_of(stored.file), error);
  if (error) return FileFault::missing;
  if (size != sealed_size(static_cast<std::uint64_t>(stored.bytes))) return FileFault::altered;
  if (depth == Depth::size) return {};
  sealing::Sha256 hash;
  try {
    SegmentReader reader = open(stored.file, stored.key);
    while (const auto part = reader.next()) hash.add(*part);
  } catch (const storage::Failure&) {
    return FileFault::altered;
  }
  if (hex(hash.finish()) != stored.sha256) return FileFault::altered;
  return {};
}

std::size_t Vault::sweep(unsigned folder, const Named& named) {
  const auto path = root_ / folder_name(folder);
  std::vector<std::string> settled;
  for (std::string& name : names_in(path))
    if (!is_coming(name)) settled.push_back(std::move(name));
  std::size_t gone = 0;
  for (std::size_t at = 0; at < settled.size(); at += asked_at_once) {
    const auto end = std::min(settled.size(), at + asked_at_once);
    const std::vector<std::string> some(settled.begin() + static_cast<std::ptrdiff_t>(at),
                                        settled.begin() + static_cast<std::ptrdiff_t>(end));
    const auto kept = named(some);
    std::error_code ignored;
    for (const std::string& name : some)
      if (!kept.contains(name) && std::filesystem::remove(path / name, ignored)) ++gone;
  }
  return gone;
}

}  // namespace xb::files
