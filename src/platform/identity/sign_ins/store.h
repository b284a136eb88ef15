// The record of sign-ins.
#pragma once

#include <vector>

#include "platform/identity/sign_ins/types.h"
#include "platform/storage/list.h"

namespace xb::identity {

// Rows of one kind that an hour may add for addresses; what comes beyond is counted in one, so that
// a flood fills no disk.
inline constexpr std::int64_t slots_max = 1000;

void insert(storage::Transaction& tx, const SignIn& sign_in);
// Counts it with what has its slot, or begins one.
void count_in_slot(storage::Transaction& tx, const SignIn& sign_in);
// How many rows of a kind have begun since then, up to `slots_max`.
std::int64_t slots_since(storage::Transaction& tx, SignInKind kind, Instant since);

const storage::ListSpec& sign_in_list();
std::vector<SignIn> sign_ins_by_ids(storage::Transaction& tx, const std::vector<std::int64_t>& ids);

// Those whose last was before `before`, at most 1,000.
std::int64_t delete_sign_ins(storage::Transaction& tx, Instant before);

}  // namespace xb::identity
