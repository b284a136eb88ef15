#include "platform/sealing/keyring.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

#include "core/encoding.h"
#include "core/ensure.h"
#include "platform/sealing/crypto.h"
#include "platform/storage/failure.h"

namespace xb::sealing {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::string_view kek_prefix = "kek-";
constexpr std::string_view format_mark = "1";

std::string_view file_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::blind_index: return "blind_index-1";
    case Purpose::receipt: return "receipt-1";
    case Purpose::entry: return "entry-1";
    case Purpose::number: return "number-1";
    case Purpose::session: return "session-1";
  }
  std::abort();
}

constexpr Purpose purposes[] = {Purpose::blind_index, Purpose::receipt, Purpose::entry,
                                Purpose::number, Purpose::session};

// False if the disk does not take it.
bool write_file(const std::filesystem::path& path, std::string_view text) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return false;
  const bool whole = write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const bool durable = whole && fsync(file) == 0;
  close(file);
  return durable;
}

bool write_key(const std::filesystem::path& path) {
  return write_file(path, base64(random_bytes(key_bytes)) + "\n");
}

// A file is there after a power cut only if its name is.
bool make_names_durable(const std::filesystem::path& directory) {
  const int folder = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return false;
  const bool durable = fsync(folder) == 0;
  close(folder);
  return durable;
}

bool others_may_read(const std::filesystem::path& path) {
  struct stat state {};
  return stat(path.c_str(), &state) == 0 && (state.st_mode & 077) != 0;
}

std::string additional_data(std::int64_t key, std::string_view field, std::int64_t row) {
  std::string out{format_mark};
  out += '|';
  out += std::to_string(key);
  out += '|';
  out += field;
  out += '|';
  out += std::to_string(row);
  return out;
}

// The number in `kek-7`, if the name is written as we write it.
std::optional<std::int64_t> epoch_of(std::string_view name) {
  name.remove_prefix(kek_prefix.size());
  std::int64_t epoch = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), epoch);
  const bool whole = error == std::errc{} && end == name.data() + name.size();
  if (!whole || epoch <= 0 || name.starts_with('0')) return {};
  return epoch;
}

// The row was tampered with or the key is not its own; other rows are still good.
storage::Failure altered(std::string_view field) {
  return {storage::Fault::other, "sealed", std::string{field}};
}

}  // namespace

DataKey::DataKey(Id<DataKey> id, std::string secret) : id_(id), secret_(std::move(secret)) {}

DataKey::~DataKey() { wipe(secret_); }

std::string DataKey::seal(std::string_view plain, std::string_view field, std::int64_t row) const {
  return base64(aes_gcm_seal(secret_, plain, additional_data(id_.number, field, row)));
}

std::string DataKey::open(std::string_view sealed, std::string_view field, std::int64_t row) const {
  const auto bytes = from_base64(sealed);
  auto plain =
      bytes ? aes_gcm_open(secret_, *bytes, additional_data(id_.number, field, row)) : std::nullopt;
  if (!plain) throw altered(field);
  return std::move(*plain);
}

Result<Keyring> Keyring::create(const std::filesystem::path& directory) {
  std::error_code error;
  if (std::filesystem::exists(directory, error) && !std::filesystem::is_empty(directory, error))
    return refuse(Reason::conflict, "keys.exist");
  std::filesystem::create_directories(directory, error);
  bool made = !error && chmod(directory.c_str(), 0700) == 0;
  made = made && write_key(directory / (std::string{kek_prefix} + "1"));
  for (const Purpose purpose : purposes) made = made && write_key(directory / file_of(purpose));
  if (!made || !make_names_durable(directory))
    return refuse(Reason::conflict, "keys.cannot_be_made");
  return load(directory);
}

Result<Keyring> Keyring::load(const std::filesystem::path& directory) {
  Keyring ring;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(directory, error)) {
    if (others_may_read(file.path())) return refuse(Reason::forbidden, "keys.readable_by_others");
    std::ifstream stream(file.path());
    std::string line;
    std::getline(stream, line);
    auto secret = from_base64(line);
    if (!secret || secret->size() != key_bytes) return refuse(Reason::invalid, "keys.missing");
    const std::string name = file.path().filename();
    if (name.starts_with(kek_prefix)) {
      const auto epoch = epoch_of(name);
      if (!epoch) return refuse(Reason::invalid, "keys.missing");
      ring.epoch_ = std::max(ring.epoch_, *epoch);
    }
    ring.secrets_[name] = std::move(*secret);
  }
  bool complete = ring.epoch_ > 0;
  for (const Purpose purpose : purposes)
    complete = complete && ring.secrets_.contains(std::string{file_of(purpose)});
  if (!complete) return refuse(Reason::missing, "keys.missing");
  return ring;
}

std::map<std::string, std::string> Keyring::fingerprints() const {
  std::map<std::string, std::string> out;
  for (const auto& [name, secret] : secrets_)
    out[name] = hex(hmac_sha256(secret, "xiaobao key fingerprint " + name).substr(0, 16));
  return out;
}

DataKey Keyring::fresh(Id<DataKey> id) const { return {id, random_bytes(key_bytes)}; }

std::string Keyring::wrap(const DataKey& key) const {
  const std::string epoch = std::to_string(epoch_);
  const std::string& kek = secrets_.at(std::string{kek_prefix} + epoch);
  return epoch + ":" +
         base64(
             aes_gcm_seal(kek, key.secret_, additional_data(epoch_, "data_key", key.id_.number)));
}

DataKey Keyring::unwrap(Id<DataKey> id, std::string_view wrapped) const {
  const std::size_t colon = wrapped.find(':');
  if (colon == std::string_view::npos) throw altered("data_key");
  const std::string epoch{wrapped.substr(0, colon)};
  const auto kek = secrets_.find(std::string{kek_prefix} + epoch);
  const auto bytes = from_base64(wrapped.substr(colon + 1));
  if (kek == secrets_.end() || !bytes) throw altered("data_key");
  auto secret =
      aes_gcm_open(kek->second, *bytes, additional_data(std::stoll(epoch), "data_key", id.number));
  if (!secret) throw altered("data_key");
  return {id, std::move(*secret)};
}

std::string Keyring::mac(Purpose purpose, std::string_view bytes) const {
  return hmac_sha256(secrets_.at(std::string{file_of(purpose)}), bytes);
}

std::string Keyring::blind_index(std::string_view index, std::string_view normal) const {
  const std::string key = mac(Purpose::blind_index, index);
  return "1:" + base64(hmac_sha256(key, normal).substr(0, 16));
}

}  // namespace xb::sealing
