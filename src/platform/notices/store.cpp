#include "platform/notices/store.h"

namespace xb::notices {

std::vector<Notice> due(Work& work, std::size_t limit) {
  storage::Query query = storage::Query::of<Notice>();
  query.where("state = 'waiting'").where("try_at <= ?", work.now);
  query.add("ORDER BY try_at, id LIMIT ?", limit);
  return sealing::find_all<Notice>(work, query);
}

bool has_due(storage::Transaction& tx, Instant now) {
  return tx
      .one<std::int64_t>("SELECT id FROM notices WHERE state = 'waiting' AND try_at <= ? LIMIT 1",
                         now)
      .has_value();
}

std::optional<Notice> waiting(Work& work, Id<Notice> id) {
  return sealing::find<Notice>(work, "WHERE id = ? AND state = 'waiting'", id);
}

std::vector<Notice> shown(Work& work, const std::optional<std::string>& phone_index,
                          std::size_t limit) {
  storage::Query query = storage::Query::of<Notice>();
  query.where("state = 'shown'");
  if (phone_index) query.where("phone_index = ?", *phone_index);
  query.add("ORDER BY id DESC LIMIT ?", limit);
  return sealing::find_all<Notice>(work, query);
}

std::int64_t count_since(storage::Transaction& tx, std::int64_t subject_id,
                         std::string_view wording, Instant since) {
  return tx
      .one<std::int64_t>(
          "SELECT count(*) FROM notices WHERE subject_id = ? AND wording = ? AND made_at > ?",
          subject_id, wording, since)
      .value_or(0);
}

std::int64_t count_to(storage::Transaction& tx, const std::optional<std::string>& phone_index,
                      Instant since) {
  return tx
      .one<std::int64_t>("SELECT count(*) FROM notices WHERE phone_index = ? AND made_at > ?",
                         phone_index, since)
      .value_or(0);
}

std::int64_t erase_before(storage::Transaction& tx, Instant before) {
  return tx.execute("DELETE FROM notices WHERE made_at < ?", before);
}

std::int64_t erase_like(storage::Transaction& tx, std::string_view wording_prefix, Instant before) {
  const std::string pattern = std::string{wording_prefix} + "%";
  return tx.execute("DELETE FROM notices WHERE made_at < ? AND wording LIKE ?", before, pattern);
}

}  // namespace xb::notices
