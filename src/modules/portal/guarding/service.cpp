#include "modules/portal/guarding/service.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

#include "core/encoding.h"
#include "platform/sealing/crypto.h"

namespace xb::portal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr hours window{1};
constexpr std::int64_t drafts_free = 20;      // of one network, before puzzles
constexpr std::int64_t drafts_max = 200;      // of one network
constexpr std::int64_t drafts_of_all = 2000;  // before everybody gets puzzles
constexpr std::int64_t changes_max = 5000;    // of drafts of one network
constexpr std::int64_t bytes_max = std::int64_t{1} << 30;
constexpr std::int64_t megabyte = std::int64_t{1} << 20;
constexpr std::int64_t acts_max = 60;           // on one case
constexpr std::int64_t wrong_free = 10;         // for one number, of one network
constexpr std::int64_t wrong_of_network = 100;  // for any number
constexpr seconds longest_wait{60};
constexpr minutes puzzle_lives{30};
constexpr minutes sweep_every{1};
constexpr std::size_t spent_max = 200'000;
constexpr std::size_t waits_max = 100'000;
constexpr std::size_t nonce_max = 20;
const std::string everybody = "*";

std::string mac_of(const sealing::Keyring& keys, std::string_view head) {
  return hex(keys.mac(sealing::Purpose::session, "puzzle|" + std::string{head}).substr(0, 16));
}

// Of an address: 4 for IPv4, also where it is written as IPv6, else 16; empty for what is none.
std::string bytes_of(std::string_view address) {
  const std::string text{address};
  std::string bytes(16, '\0');
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return bytes.substr(0, 4);
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return {};
  const std::string mapped = std::string(10, '\0') + "\xFF\xFF";
  return bytes.starts_with(mapped) ? bytes.substr(12) : bytes;
}

bool begins_with_zeros(const std::string& hash, std::int64_t bits) {
  for (std::int64_t bit = 0; bit < bits; ++bit) {
    const auto byte = static_cast<unsigned char>(hash[static_cast<std::size_t>(bit / 8)]);
    if ((byte >> (7 - bit % 8) & 1) != 0) return false;
  }
  return true;
}

bool is_nonce(std::string_view text) {
  return !text.empty() && text.size() <= nonce_max &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// `random.expiry.mac`, made by us and in time.
bool is_ours(const sealing::Keyring& keys, std::string_view puzzle, Instant now) {
  const std::size_t last = puzzle.rfind('.');
  if (last == std::string_view::npos) return false;
  const std::string_view head = puzzle.substr(0, last);
  if (!sealing::equal_in_constant_time(mac_of(keys, head), puzzle.substr(last + 1))) return false;
  const std::string_view expiry = head.substr(head.rfind('.') + 1);
  std::int64_t at = 0;
  const auto read = std::from_chars(expiry.data(), expiry.data() + expiry.size(), at);
  return read.ec == std::errc{} && now.ms <= at;
}

template <class Map, class IsOver>
void forget(Map& map, const IsOver& is_over) {
  std::erase_if(map, [&](const auto& pair) { return is_over(pair.second); });
}

}  // namespace

std::optional<Range> Range::read(std::string_view text) {
  Range out;
  const std::size_t slash = text.find('/');
  out.bytes_ = bytes_of(text.substr(0, slash));
  if (slash == std::string_view::npos || out.bytes_.empty()) return {};
  const std::string_view bits = text.substr(slash + 1);
  const auto read = std::from_chars(bits.data(), bits.data() + bits.size(), out.bits_);
  const bool is_whole = read.ec == std::errc{} && read.ptr == bits.data() + bits.size();
  if (!is_whole || out.bits_ > out.bytes_.size() * 8) return {};
  return out;
}

bool Range::has(std::string_view address) const {
  const std::string bytes = bytes_of(address);
  if (bytes.size() != bytes_.size()) return false;
  for (std::size_t bit = 0; bit < bits_; ++bit) {
    const auto differing = static_cast<unsigned char>(bytes[bit / 8] ^ bytes_[bit / 8]);
    if ((differing >> (7 - bit % 8) & 1) != 0) return false;
  }
  return true;
}

std::string network_of(std::string_view address) {
  const std::string bytes = bytes_of(address);
  if (bytes.empty()) return std::string{address};
  return hex(bytes.substr(0, 8));
}

bool Sweeping::is_due(Instant now) {
  if (last_ && now - *last_ < sweep_every) return false;
  last_ = now;
  return true;
}

bool Tally::is_over(const Window& window_of, Instant now) {
  return now - window_of.since >= window;
}

std::int64_t Tally::count(const std::string& key, Instant now) const {
  const auto found = windows_.find(key);
  return found == windows_.end() || is_over(found->second, now) ? 0 : found->second.count;
}

void Tally::add(const std::string& key, std::int64_t how_often, Instant now) {
  const auto found = windows_.find(key);
  if (found == windows_.end()) {
    if (!is_full(now)) windows_[key] = {now, how_often};
    return;
  }
  if (is_over(found->second, now)) found->second = {now, 0};
  found->second.count += how_often;
}

bool Tally::is_full(Instant now) {
  if (windows_.size() < keys_max_) return false;
  if (sweeping_.is_due(now)) forget(windows_, [&](const Window& one) { return is_over(one, now); });
  return windows_.size() >= keys_max_;
}

Puzzle new_puzzle(const sealing::Keyring& keys, Instant now) {
  Puzzle out;
  out.expires_at = now + puzzle_lives;
  out.puzzle = hex(sealing::random_bytes(16)) + "." + std::to_string(out.expires_at.ms);
  out.puzzle += "." + mac_of(keys, out.puzzle);
  return out;
}

bool is_solved(const sealing::Keyring& keys, std::string_view answer, Instant now) {
  const Puzzle wanted;
  const std::size_t colon = answer.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view puzzle = answer.substr(0, colon);
  if (!is_ours(keys, puzzle, now)) return false;
  std::string_view rest = answer.substr(colon + 1);
  for (std::int64_t i = 0; i < wanted.count; ++i) {
    const std::string_view nonce = rest.substr(0, rest.find(','));
    if (!is_nonce(nonce)) return false;
    rest.remove_prefix(std::min(nonce.size() + 1, rest.size()));
    std::string bytes{puzzle};
    bytes += "." + std::to_string(i) + ".";
    bytes += nonce;
    if (!begins_with_zeros(sealing::sha256(bytes), wanted.bits)) return false;
  }
  return rest.empty();
}

// Once only, but for the same request that runs again.
bool Guard::spend(const sealing::Keyring& keys, const Asker& asker, Instant now) {
  if (!is_solved(keys, asker.puzzle, now)) return false;
  const std::string puzzle = asker.puzzle.substr(0, asker.puzzle.find(':'));
  const auto found = spent_.find(puzzle);
  if (found != spent_.end())
    return !asker.request_id.empty() && found->second.request_id == asker.request_id;
  if (spent_.size() >= spent_max && sweeping_spent_.is_due(now))
    forget(spent_, [&](const Spent& one) { return now - one.at > puzzle_lives; });
  if (spent_.size() >= spent_max) return false;
  spent_[puzzle] = {now, asker.request_id};
  return true;
}

Result<void> Guard::admit_draft(const sealing::Keyring& keys, const Asker& asker, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::int64_t count = drafts_.count(asker.network, now);
  if (count >= drafts_max) return refuse(Reason::too_many, "portal.too_many");
  const bool is_flood = count >= drafts_free || drafts_.is_full(now) ||
                        drafts_.count(everybody, now) >= drafts_of_all;
  if (is_flood && !spend(keys, asker, now)) return refuse(Reason::too_many, "portal.puzzle");
  drafts_.add(asker.network, 1, now);
  drafts_.add(everybody, 1, now);
  return {};
}

Result<void> Guard::admit_change(const Asker& asker, Instant now) {
  const std::lock_guard lock(mutex_);
  if (changes_.count(asker.network, now) >= changes_max)
    return refuse(Reason::too_many, "portal.too_many");
  changes_.add(asker.network, 1, now);
  return {};
}

Result<void> Guard::admit_bytes(const Asker& asker, std::int64_t bytes, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::int64_t more = bytes / megabyte + 1;
  if (megabytes_.count(asker.network, now) + more > bytes_max / megabyte)
    return refuse(Reason::too_many, "portal.too_many");
  megabytes_.add(asker.network, more, now);
  return {};
}

Result<void> Guard::admit_act(std::int64_t case_id, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::string key = std::to_string(case_id);
  if (acts_.count(key, now) >= acts_max) return refuse(Reason::too_many, "portal.too_many");
  acts_.add(key, 1, now);
  return {};
}

Result<void> Guard::admit_look(const sealing::Keyring& keys, const Asker& asker,
                               std::string_view number, Instant now, seconds& wait) {
  const std::lock_guard lock(mutex_);
  const std::string key = std::string{number} + "|" + asker.network;
  const std::int64_t wrong = wrong_.count(key, now);
  const auto until = wait_until_.find(key);
  if (until != wait_until_.end() && until->second > now) {
    wait = std::chrono::ceil<seconds>(until->second - now);
    return refuse(Reason::too_many, "portal.wait");
  }
  const bool is_flood = wrong >= wrong_free || wrong_.is_full(now) ||
                        wrong_.count("|" + asker.network, now) >= wrong_of_network;
  if (!is_flood) return {};
  if (!spend(keys, asker, now)) return refuse(Reason::too_many, "portal.puzzle");
  return {};
}

void Guard::note_wrong(const Asker& asker, std::string_view number, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::string key = std::string{number} + "|" + asker.network;
  wrong_.add(key, 1, now);
  wrong_.add("|" + asker.network, 1, now);
  const std::int64_t beyond = wrong_.count(key, now) - wrong_free;
  if (beyond <= 0) return;
  if (wait_until_.size() >= waits_max && sweeping_waits_.is_due(now))
    forget(wait_until_, [&](Instant until) { return until <= now; });
  if (wait_until_.size() < waits_max)
    wait_until_[key] =
        now + std::min<seconds>(seconds{1 << std::min<std::int64_t>(beyond, 10)}, longest_wait);
}

}  // namespace xb::portal
