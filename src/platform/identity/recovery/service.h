// Getting in again by a link that two persons give, and breaking a glass: what somebody else looks
// at afterwards.
#pragma once

#include "platform/identity/recovery/types.h"
#include "platform/identity/sessions.h"
#include "platform/identity/signing_in/service.h"

namespace xb::identity {

// The first of two, who gets one half of the link; whoever asks need not be signed in where the
// bank's host asks. Refuses with person.missing, person.wrong_state or reset.yourself.
Result<ResetView> ask_reset(Work& work, Id<Person> person, const NewReset& input);

// The second, another person: gets the other half. For who keeps the system he keeps it, too.
// Refuses with reset.missing, reset.wrong_state, reset.same_person, reset.system or reset.yourself.
Result<ResetView> approve_reset(Work& work, Id<Reset> id);
// Refuses as approve_reset does, but for reset.same_person and reset.system.
Result<ResetView> refuse_reset(Work& work, Id<Reset> id);
Result<ResetList> list_resets(Work& work);

// Sets the password the two halves are for; ends all sessions and any second factor. The person is
// told when he looks at his session. Refuses with reset.link or password.*.
Result<void> use_reset(const Door& door, const PasswordReset& input, Instant now);

// For a quarter of an hour this session opens what its post does not. One at a time for each
// person, and none before the last was ruled on. Refuses with glass.not_yours, glass.runs or
// glass.unruled.
Result<GlassView> break_glass(Work& work, const Session& session, const NewGlass& input);

// By another person. Refuses with glass.missing, glass.ruled or glass.same_person.
Result<GlassView> rule_on_glass(Work& work, Id<BreakGlass> id, const NewRuling& input);
Result<GlassList> list_glasses(Work& work);

// Called by whoever opens `fields` personal values of a case at `place`, handled by `at`: counts
// them where a glass alone allows it, or where nobody says whose case it is. Refuses with
// glass.used_up.
Result<void> spend_glass(Work& work, std::size_t fields, const Place& place = {}, Id<Unit> at = {});

// Four eyes: refuses nothing itself, tells whether whoever acts now is another person than `other`.
bool is_another_person(const Actor& actor, const Hands& other);

}  // namespace xb::identity
