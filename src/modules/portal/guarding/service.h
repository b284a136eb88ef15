// Who asks too often. Counted in memory, for an hour, by network; nobody is ever locked out of a
// number: whoever guesses has to solve puzzles and to wait, on his own network only. Each node
// counts for itself and forgets when it ends.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "core/describe.h"
#include "core/instant.h"
#include "core/json_struct.h"
#include "core/result.h"
#include "platform/sealing/keyring.h"

namespace xb::portal {

// An IPv4 address, or the first 64 bits of an IPv6 one; what is no address is itself.
std::string network_of(std::string_view address);

// A range of addresses, `10.0.0.0/8` or `fd00::/8`.
class Range {
 public:
  // Nothing for what is none.
  static std::optional<Range> read(std::string_view text);
  bool has(std::string_view address) const;

 private:
  std::string bytes_;  // 4 or 16
  std::size_t bits_ = 0;
};

// Whether to look for room in a full table: once a minute, because that goes through all of it,
// and a table is full when there is a flood.
class Sweeping {
 public:
  bool is_due(Instant now);

 private:
  std::optional<Instant> last_;
};

// How often something happened within an hour of its first time.
class Tally {
 public:
  explicit Tally(std::size_t keys_max) : keys_max_(keys_max) {}

  std::int64_t count(const std::string& key, Instant now) const;
  void add(const std::string& key, std::int64_t how_often, Instant now);
  // No room for another key: so many ask that all of them count as a flood.
  bool is_full(Instant now);

 private:
  struct Window {
    Instant since;
    std::int64_t count = 0;
  };
  static bool is_over(const Window& window, Instant now);

  const std::size_t keys_max_;
  std::map<std::string, Window, std::less<>> windows_;
  Sweeping sweeping_;
};

// For i = 0 … count-1 find a decimal number n so that SHA-256(puzzle "." i "." n) begins with
// `bits` zero bits (safety.md 19: sixteen small ones take about as long on every machine).
struct Puzzle {
  std::string puzzle;
  std::int64_t count = 16;
  std::int64_t bits = 12;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Puzzle, (), (puzzle, count, bits, expires_at))

Puzzle new_puzzle(const sealing::Keyring& keys, Instant now);
// Whether `answer` is `<puzzle>:<n0>,<n1>,…` for a puzzle of ours whose time is not over.
bool is_solved(const sealing::Keyring& keys, std::string_view answer, Instant now);

// One who asks: from where, with what answer to a puzzle, in which request. A command may run
// again; it then comes with the same request.
struct Asker {
  std::string network;
  std::string puzzle;
  std::string request_id;
};

class Guard {
 public:
  // A draft more of this network. Refuses with portal.puzzle or portal.too_many.
  Result<void> admit_draft(const sealing::Keyring& keys, const Asker& asker, Instant now);

  // One more change of a draft of this network. Refuses with portal.too_many.
  Result<void> admit_change(const Asker& asker, Instant now);

  // So many bytes more of this network. Refuses with portal.too_many.
  Result<void> admit_bytes(const Asker& asker, std::int64_t bytes, Instant now);

  // One more act on a case, whoever has its code. Refuses with portal.too_many.
  Result<void> admit_act(std::int64_t case_id, Instant now);

  // A look at a case by number. Refuses with portal.puzzle or portal.wait; `wait` says how long.
  Result<void> admit_look(const sealing::Keyring& keys, const Asker& asker, std::string_view number,
                          Instant now, std::chrono::seconds& wait);
  void note_wrong(const Asker& asker, std::string_view number, Instant now);

 private:
  bool spend(const sealing::Keyring& keys, const Asker& asker, Instant now);

  std::mutex mutex_;
  Tally drafts_{100'000};
  Tally changes_{100'000};
  Tally megabytes_{100'000};
  Tally acts_{100'000};
  Tally wrong_{100'000};
  struct Spent {
    Instant at;
    std::string request_id;
  };
  std::map<std::string, Spent, std::less<>> spent_;
  Sweeping sweeping_spent_;
  std::map<std::string, Instant, std::less<>> wait_until_;
  Sweeping sweeping_waits_;
};

}  // namespace xb::portal
