#include "modules/complaints/numbers.h"

#include <cstdint>

#include "modules/complaints/rules.h"

namespace xb::complaints {
namespace {

std::uint64_t first_bytes(const std::string& mac) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8; ++i) out = out << 8 | static_cast<unsigned char>(mac[i]);
  return out;
}

constexpr std::uint64_t half_bits = 12;
constexpr std::uint64_t half_mask = (1u << half_bits) - 1;  // 2^24 > 10^7
constexpr int rounds = 4;

// A Feistel network over 24 bits, walked until it falls below 10^7 (cycle walking, Black & Rogaway
// 2002): a permutation of the serials that only the key can undo.
std::uint64_t permute(const sealing::Keyring& keys, const std::string& day, std::uint64_t serial) {
  do {
    std::uint64_t left = serial >> half_bits;
    std::uint64_t right = serial & half_mask;
    for (int round = 0; round < rounds; ++round) {
      const std::string input =
          "number|" + day + "|" + std::to_string(round) + "|" + std::to_string(right);
      const std::uint64_t mixed =
          left ^ (first_bytes(keys.mac(sealing::Purpose::number, input)) & half_mask);
      left = right;
      right = mixed;
    }
    serial = left << half_bits | right;
  } while (serial >= static_cast<std::uint64_t>(serials));
  return serial;
}

}  // namespace

std::string number_for(const sealing::Keyring& keys, Date day, Id<Complaint> id) {
  const auto serial = static_cast<std::uint64_t>(id.number % serials);
  return number_of(day, static_cast<std::int64_t>(permute(keys, format(day), serial)));
}

std::string receipt_code(const sealing::Keyring& keys, Id<Complaint> id, std::int64_t epoch) {
  const std::string mac =
      keys.mac(sealing::Purpose::receipt,
               "receipt|" + std::to_string(id.number) + "|" + std::to_string(epoch));
  std::string digits = std::to_string(first_bytes(mac) % 10'000'000'000'000'000u);
  return std::string(16 - digits.size(), '0') + digits;
}

bool is_drawn_for(const sealing::Keyring& keys, std::string_view purpose, Id<Complaint> id,
                  std::uint64_t percent) {
  const std::string input = std::string{purpose} + "|" + std::to_string(id.number);
  return first_bytes(keys.mac(sealing::Purpose::number, input)) % 100 < percent;
}

bool is_sampled(const sealing::Keyring& keys, Id<Complaint> id) {
  constexpr std::uint64_t percent = 10;
  return is_drawn_for(keys, "sample", id, percent);
}

}  // namespace xb::complaints
