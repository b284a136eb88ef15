// Who signed in, and who tried: kept for the security officer. No evidence: a sign-in changes
// nothing of the domain, and a flood of wrong passwords must not fill the log. What others do to
// somebody's session has its entry besides.
#pragma once

#include "platform/identity/sign_ins/types.h"
#include "platform/identity/signing_in/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::identity {

// What `person` did, or what was done to his sessions.
void record(storage::Transaction& tx, SignInKind kind, Id<Person> person, const Origin& origin,
            Instant now);
// An attempt that failed; `person` is none where nobody has the login. `starts_wait` if one waits
// from now on.
void record_failure(storage::Transaction& tx, Id<Person> person, const Origin& origin, Instant now,
                    bool starts_wait);

// Newest first. Refuses as lists do, and with permission.missing for less than the whole bank.
Result<storage::Page<SignInView>> list_sign_ins(Work& work, const storage::ListRequest& request);

}  // namespace xb::identity
