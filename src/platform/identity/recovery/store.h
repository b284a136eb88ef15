// Resets that two persons give, and broken glasses.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "platform/identity/types.h"
#include "platform/storage/work.h"

namespace xb::identity {

// `asked` waits for a second person; `approved` has a link; the last three are ends.
enum class ResetState { asked, approved, used, refused, expired };
BOOST_DESCRIBE_ENUM(ResetState, asked, approved, used, refused, expired)

struct Reset {
  static constexpr std::string_view table = "resets";
  Id<Reset> id;
  Id<Person> person_id;
  Id<Person> asked_by_id;  // none: the bank's host
  Id<Person> asked_on_behalf_of_id;
  Id<Person> approved_by_id;
  ResetState state = ResetState::asked;
  std::optional<std::string> token_hash;
  std::string code_hash;  // of the half that whoever asks is shown
  Instant asked_at;
  Instant ends_at;
  std::optional<Instant> used_at;
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Reset, (),
                      (id, person_id, asked_by_id, asked_on_behalf_of_id, approved_by_id, state,
                       token_hash, code_hash, asked_at, ends_at, used_at, mac, version))

std::optional<Reset> find_reset(storage::Transaction& tx, Id<Reset> id);
std::optional<Reset> find_reset_by_token(storage::Transaction& tx, std::string_view token_hash);
// Those that wait or have a link and can still be used, newest first.
std::vector<Reset> open_resets(storage::Transaction& tx, Instant now, std::size_t limit);
// By which he last got in, if that was after `since`.
std::optional<Reset> last_used_reset(storage::Transaction& tx, Id<Person> person, Instant since);
std::vector<Reset> open_resets_of(storage::Transaction& tx, Id<Person> person);
void insert(storage::Transaction& tx, const Reset& reset);
// Throws storage::Failure if somebody was faster.
void update(storage::Transaction& tx, Reset reset);

// Active people who are administrators on that day and can sign in.
std::int64_t count_administrators(storage::Transaction& tx, Date day);

using GlassReason = privacy::Personal<privacy::Prose<500>>;

enum class Ruling { justified, unjustified };
BOOST_DESCRIBE_ENUM(Ruling, justified, unjustified)

}  // namespace xb::identity

namespace xb {

// Who opens what his post does not open breaks a glass: for a quarter of an hour, a few fields, and
// somebody else rules on it within a day.
struct BreakGlass {
  static constexpr std::string_view table = "break_glasses";
  Id<BreakGlass> id;
  Id<sealing::DataKey> key_id;
  Id<Person> person_id;
  Id<Appointment> appointment_id;
  identity::GlassReason reason;
  Instant begun_at;
  Instant ends_at;
  std::int64_t fields = 0;  // opened so far
  Instant rule_before_at;
  std::optional<identity::Ruling> ruling;
  Id<Person> ruled_by_id;
  std::optional<Instant> ruled_at;
  std::string mac;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(BreakGlass, (),
                      (id, key_id, person_id, appointment_id, reason, begun_at, ends_at, fields,
                       rule_before_at, ruling, ruled_by_id, ruled_at, mac, version))

}  // namespace xb

namespace xb::identity {

// What of a glass gives power or says how it was judged, without its words.
struct GlassPower {
  static constexpr std::string_view table = "break_glasses";
  Id<BreakGlass> id;
  Id<Person> person_id;
  Id<Appointment> appointment_id;
  Instant begun_at;
  Instant ends_at;
  std::int64_t fields = 0;
  Instant rule_before_at;
  std::optional<Ruling> ruling;
  Id<Person> ruled_by_id;
  std::optional<Instant> ruled_at;
  std::string mac;
};
BOOST_DESCRIBE_STRUCT(GlassPower, (),
                      (id, person_id, appointment_id, begun_at, ends_at, fields, rule_before_at,
                       ruling, ruled_by_id, ruled_at, mac))

std::optional<GlassPower> find_glass(storage::Transaction& tx, Id<BreakGlass> id);
std::optional<BreakGlass> find_whole_glass(Work& work, Id<BreakGlass> id);
// Newest first.
std::vector<GlassPower> glasses_of(storage::Transaction& tx, Id<Person> person, std::size_t limit);
// Those that wait for a ruling first, then the newest.
std::vector<BreakGlass> glasses(Work& work, std::size_t limit);
void insert(Work& work, const BreakGlass& glass, const sealing::DataKey& key);
// Throws storage::Failure if somebody was faster.
void update(Work& work, BreakGlass glass, const sealing::DataKey& key);

}  // namespace xb::identity
