// Telling consumers by short message what happened: at once what they do at the portal themselves,
// by a follower of the log what staff have done.
#pragma once

#include <functional>
#include <string_view>

#include "modules/portal/following/service.h"
#include "platform/evidence/followers.h"
#include "platform/workflow/limits.h"

namespace xb::portal {

inline constexpr std::string_view noticing_name = "portal_notices";

// In his language, to the telephone of his case; nothing where no message reaches it.
void tell(Work& work, const Consumer& consumer, std::string_view wording);
// Number, code and legal date of what was just handed in.
void tell_registered(Work& work, const Consumer& consumer);

// What the follower needs besides the log; all of it outlives the follower.
struct Telling {
  const sealing::Keyring& keys;
  const workflow::Limits& limits;
  Zone zone;
  notices::Outlet outlet = notices::Outlet::none;
  std::function<Instant()> now;
};
// Tells of complaints that staff registered, answered, withdrew or asked something about. Of what
// is older than a day nobody is told, so that a gateway may be set up any time.
evidence::Follower noticing(Telling telling);

}  // namespace xb::portal
