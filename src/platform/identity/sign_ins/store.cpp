#include "platform/identity/sign_ins/store.h"

namespace xb::identity {

using Remote = Text<64>;

void insert(storage::Transaction& tx, const SignIn& sign_in) { tx.insert(sign_in); }

void count_in_slot(storage::Transaction& tx, const SignIn& sign_in) {
  tx.execute(
      "INSERT INTO sign_ins (id, slot, kind, person_id, remote, device, amount, first_at, last_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slot) DO UPDATE SET"
      " amount = sign_ins.amount + 1, last_at = excluded.last_at, device = excluded.device",
      sign_in.id, sign_in.slot, sign_in.kind, sign_in.person_id, sign_in.remote, sign_in.device,
      sign_in.amount, sign_in.first_at, sign_in.last_at);
}

std::int64_t slots_since(storage::Transaction& tx, SignInKind kind, Instant since) {
  return tx
      .one<std::int64_t>(
          "SELECT count(*) FROM (SELECT id FROM sign_ins WHERE kind = ? AND first_at >= ? LIMIT ?)"
          " AS begun",
          kind, since, slots_max)
      .value_or(0);
}

const storage::ListSpec& sign_in_list() {
  using storage::any_of;
  using storage::compared;
  static const storage::ListSpec spec{
      .filters =
          {
              compared<Instant>("before", "last_at < ?"),
              compared<Instant>("from", "last_at >= ?"),
              any_of<SignInKind>("kind", "kind"),
              any_of<Id<Person>>("person_id", "person_id"),
              any_of<Remote>("remote", "remote"),
          },
      .sorts = {{"last_at", "last_at", true, ""}},
      .indexed =
          {
              {Level::bank, "", "last_at"},
              {Level::bank, "before", "last_at"},
              {Level::bank, "before,from", "last_at"},
              {Level::bank, "from", "last_at"},
              {Level::bank, "person_id", "last_at"},
          },
  };
  return spec;
}

std::vector<SignIn> sign_ins_by_ids(storage::Transaction& tx,
                                    const std::vector<std::int64_t>& ids) {
  return storage::rows_by_ids<SignIn>(
      ids, [&](const storage::Query& query) { return tx.find_all<SignIn>(query); });
}

std::int64_t delete_sign_ins(storage::Transaction& tx, Instant before) {
  return tx.execute(
      "DELETE FROM sign_ins WHERE id IN (SELECT id FROM sign_ins WHERE last_at < ? LIMIT 1000)",
      before);
}

}  // namespace xb::identity
