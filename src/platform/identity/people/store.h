// People, appointments, grants and substitutes as they are changed and listed.
#pragma once

#include <optional>
#include <vector>

#include "platform/identity/store.h"
#include "platform/identity/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::identity {

// False if staff number, login or identity number is another's.
bool insert_if_free(Work& work, const Person& person, const sealing::DataKey& key);
std::optional<Colleague> find_by_identity(
    storage::Transaction& tx, const sealing::BlindIndex<privacy::IdentityNumber>& index);
// Refuses with version.changed if somebody was faster.
Result<void> update(Work& work, Person& person, const sealing::DataKey& key);
using LoginFilter = Text<100>;

std::vector<Colleague> colleagues_named(storage::Transaction& tx, std::string_view name,
                                        std::size_t limit);

const storage::ListSpec& staff_list_spec();
std::vector<Colleague> colleagues(storage::Transaction& tx, const std::vector<std::int64_t>& ids);

void insert(storage::Transaction& tx, const Appointment& appointment);
// Throws storage::Failure if somebody was faster.
void update(storage::Transaction& tx, Appointment appointment);

void insert(storage::Transaction& tx, const Grant& grant);
std::optional<Grant> find_grant(storage::Transaction& tx, Id<Grant> id);
void update(storage::Transaction& tx, Grant grant);

void insert(storage::Transaction& tx, const Substitute& substitute);
std::optional<Substitute> find_substitute(storage::Transaction& tx, Id<Substitute> id);
void update(storage::Transaction& tx, Substitute substitute);

}  // namespace xb::identity
