#include "platform/identity/sign_ins/service.h"

#include "platform/identity/sign_ins/store.h"
#include "platform/identity/store.h"

namespace xb::identity {
namespace {

constexpr std::size_t device_max = 200;
constexpr std::int64_t hour_ms = 3'600'000;

SignIn row_of(storage::Transaction& tx, SignInKind kind, Id<Person> person, const Origin& origin,
              Instant now) {
  return {.id = tx.new_id<SignIn>(),
          .slot = {},
          .kind = kind,
          .person_id = person,
          .remote = origin.remote,
          .device = origin.device.substr(0, device_max),
          .amount = 1,
          .first_at = now,
          .last_at = now};
}

void count(storage::Transaction& tx, SignInKind kind, Id<Person> person, const Origin& origin,
           Instant now) {
  SignIn row = row_of(tx, kind, person, origin, now);
  const Instant hour{now.ms - now.ms % hour_ms};
  if (slots_since(tx, kind, hour) >= slots_max) row.remote.clear();
  row.slot = std::string{name_of(kind)} + "/" + std::to_string(hour.ms) + "/" +
             std::to_string(person.number) + "/" + row.remote;
  count_in_slot(tx, row);
}

}  // namespace

void record(storage::Transaction& tx, SignInKind kind, Id<Person> person, const Origin& origin,
            Instant now) {
  SignIn row = row_of(tx, kind, person, origin, now);
  row.slot = std::to_string(row.id.number);
  insert(tx, row);
}

void record_failure(storage::Transaction& tx, Id<Person> person, const Origin& origin, Instant now,
                    bool starts_wait) {
  count(tx, SignInKind::failed, person, origin, now);
  if (starts_wait) count(tx, SignInKind::locked, person, origin, now);
}

Result<storage::Page<SignInView>> list_sign_ins(Work& work, const storage::ListRequest& request) {
  // A sign-in belongs to no unit: who sees less than the bank sees none.
  if (work.actor.scope.level != Level::bank) return refuse(Reason::forbidden, "permission.missing");
  const auto plan = TRY(storage::Plan::make(sign_in_list(), Scope::whole_bank(), request));
  const auto keys = plan.keys(work.tx, SignIn::table);
  storage::Page<SignInView> out;
  out.items.reserve(keys.ids.size());
  for (SignIn& row : sign_ins_by_ids(work.tx, keys.ids)) {
    SignInView view{.id = row.id,
                    .kind = row.kind,
                    .person_id = given(row.person_id),
                    .staff_no = {},
                    .name = {},
                    .remote = std::move(row.remote),
                    .device = std::move(row.device),
                    .amount = row.amount,
                    .first_at = row.first_at,
                    .last_at = row.last_at};
    if (const auto person = find_colleague(work.tx, row.person_id)) {
      view.staff_no = person->staff_no;
      view.name = person->name;
    }
    out.items.push_back(std::move(view));
  }
  out.next_cursor = keys.next;
  return out;
}

}  // namespace xb::identity
