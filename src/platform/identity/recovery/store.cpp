#include "platform/identity/recovery/store.h"

namespace xb::identity {

std::optional<Reset> find_reset(storage::Transaction& tx, Id<Reset> id) {
  return tx.find<Reset>("WHERE id = ?", id);
}

std::optional<Reset> find_reset_by_token(storage::Transaction& tx, std::string_view token_hash) {
  return tx.find<Reset>("WHERE token_hash = ?", token_hash);
}

std::vector<Reset> open_resets(storage::Transaction& tx, Instant now, std::size_t limit) {
  return tx.find_all<Reset>(
      "WHERE state IN (?, ?) AND ends_at > ? ORDER BY asked_at DESC, id DESC LIMIT ?",
      ResetState::asked, ResetState::approved, now, limit);
}

std::optional<Reset> last_used_reset(storage::Transaction& tx, Id<Person> person, Instant since) {
  return tx.find<Reset>(
      "WHERE person_id = ? AND used_at > ? ORDER BY used_at DESC, id DESC LIMIT 1", person, since);
}

std::vector<Reset> open_resets_of(storage::Transaction& tx, Id<Person> person) {
  return tx.find_all<Reset>("WHERE person_id = ? AND state IN (?, ?) ORDER BY id", person,
                            ResetState::asked, ResetState::approved);
}

void insert(storage::Transaction& tx, const Reset& reset) { tx.insert(reset); }

void update(storage::Transaction& tx, Reset reset) {
  if (!tx.update(reset)) throw storage::Failure(storage::Fault::serialization, "version", "resets");
}

std::int64_t count_administrators(storage::Transaction& tx, Date day) {
  return tx
      .one<std::int64_t>(
          "SELECT count(*) FROM appointments JOIN people ON people.id = appointments.person_id"
          " JOIN credentials ON credentials.id = people.id"
          " WHERE appointments.post = 'administrator' AND people.status = 'active'"
          " AND appointments.since_on <= ?"
          " AND (appointments.until_on IS NULL OR appointments.until_on >= ?)",
          day, day)
      .value();
}

std::optional<GlassPower> find_glass(storage::Transaction& tx, Id<BreakGlass> id) {
  return tx.find<GlassPower>("WHERE id = ?", id);
}

std::optional<BreakGlass> find_whole_glass(Work& work, Id<BreakGlass> id) {
  return sealing::find<BreakGlass>(work, "WHERE id = ?", id);
}

std::vector<GlassPower> glasses_of(storage::Transaction& tx, Id<Person> person, std::size_t limit) {
  return tx.find_all<GlassPower>("WHERE person_id = ? ORDER BY begun_at DESC, id DESC LIMIT ?",
                                 person, limit);
}

std::vector<BreakGlass> glasses(Work& work, std::size_t limit) {
  return sealing::find_all<BreakGlass>(
      work,
      storage::Query::of<BreakGlass>().add(
          "ORDER BY CASE WHEN ruling IS NULL THEN 0 ELSE 1 END, begun_at DESC, id DESC LIMIT ?",
          limit));
}

void insert(Work& work, const BreakGlass& glass, const sealing::DataKey& key) {
  sealing::insert(work, glass, key);
}

void update(Work& work, BreakGlass glass, const sealing::DataKey& key) {
  if (!sealing::update(work, glass, key))
    throw storage::Failure(storage::Fault::serialization, "version", "break_glasses");
}

}  // namespace xb::identity
