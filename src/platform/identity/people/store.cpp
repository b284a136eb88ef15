#include "platform/identity/people/store.h"

namespace xb::identity {
namespace {

template <class Row>
void replace(storage::Transaction& tx, Row& row) {
  if (!tx.update(row))
    throw storage::Failure(storage::Fault::serialization, "version", std::string{Row::table});
}

}  // namespace

bool insert_if_free(Work& work, const Person& person, const sealing::DataKey& key) {
  return work.tx.insert_if_absent(person, sealing::coding::Sealing{key});
}

std::optional<Colleague> find_by_identity(
    storage::Transaction& tx, const sealing::BlindIndex<privacy::IdentityNumber>& index) {
  if (!index.text) return {};
  return tx.find<Colleague>("WHERE identity_number_index = ?", *index.text);
}

Result<void> update(Work& work, Person& person, const sealing::DataKey& key) {
  return sealing::update(work, person, key);
}

std::vector<Colleague> colleagues_named(storage::Transaction& tx, std::string_view name,
                                        std::size_t limit) {
  return tx.find_all<Colleague>("WHERE name = ? ORDER BY id LIMIT ?", name, limit);
}

const storage::ListSpec& staff_list_spec() {
  using storage::any_of;
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<LoginFilter>("login", "login"),
              any_of<LoginFilter>("staff_no", "staff_no"),
              any_of<Status>("status", "status"),
          },
      .sorts = {{"id", "id", false, ""}},
      .indexed =
          {
              {Level::bank, "", "id"},
              {Level::bank, "login", "id"},
              {Level::bank, "staff_no", "id"},
              {Level::bank, "status", "id"},
          },
  };
  return spec;
}

std::vector<Colleague> colleagues(storage::Transaction& tx, const std::vector<std::int64_t>& ids) {
  return storage::rows_by_ids<Colleague>(
      ids, [&](const storage::Query& query) { return tx.find_all<Colleague>(query); });
}

void insert(storage::Transaction& tx, const Appointment& appointment) { tx.insert(appointment); }
void update(storage::Transaction& tx, Appointment appointment) { replace(tx, appointment); }

void insert(storage::Transaction& tx, const Grant& grant) { tx.insert(grant); }
std::optional<Grant> find_grant(storage::Transaction& tx, Id<Grant> id) {
  return tx.find<Grant>("WHERE id = ?", id);
}
void update(storage::Transaction& tx, Grant grant) { replace(tx, grant); }

void insert(storage::Transaction& tx, const Substitute& substitute) { tx.insert(substitute); }
std::optional<Substitute> find_substitute(storage::Transaction& tx, Id<Substitute> id) {
  return tx.find<Substitute>("WHERE id = ?", id);
}
void update(storage::Transaction& tx, Substitute substitute) { replace(tx, substitute); }

}  // namespace xb::identity
