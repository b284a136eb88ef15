// The words of the event stream: what may have changed, who listens, and where what changed stands.
// An event never says more than what to look at again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/scope.h"

namespace xb::events {

enum class What {
  complaint,
  referral,
  asked,     // of one's own unit
  approval,  // before one's chair
  preservation,
  import,  // one's own
  organisation,
  calendar,
  notice  // of a limit
};
BOOST_DESCRIBE_ENUM(What, complaint, referral, asked, approval, preservation, import, organisation,
                    calendar, notice)

// Without an id: something of this kind, or many.
struct Changed {
  What what = What::complaint;
  std::optional<std::int64_t> id;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (what, id))

// Where something stands and from whom it is kept.
struct Standing {
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Id<Person> accused_id;
  Id<Unit> shut_unit_id;
  std::vector<Id<Unit>> accused_units;  // where the accused works
};

// A chair at a unit: unit and name.
struct Chair {
  Id<Unit> unit_id;
  std::string chair;

  bool operator==(const Chair&) const = default;
};
BOOST_DESCRIBE_STRUCT(Chair, (), (unit_id, chair))

// Whom a change is told to.
enum class Audience {
  readers_of_cases,
  readers_of_referrals,
  readers_of_notices,
  unit,
  chairs,
  person,
  everyone
};
BOOST_DESCRIBE_ENUM(Audience, readers_of_cases, readers_of_referrals, readers_of_notices, unit,
                    chairs, person, everyone)

// A change that the log tells of.
struct News {
  std::int64_t place = 0;  // of its entry
  Changed changed;
  Audience audience = Audience::everyone;
  Standing standing;               // whatever the audience, nobody is told whom it is kept from
  std::optional<Standing> before;  // it has left this place since
  Id<Unit> unit_id;
  std::vector<Chair> chairs;
  Id<Person> person_id;
};

// As what somebody listens. Scopes are those of his own post, without a broken glass.
struct Ear {
  Id<Person> person;
  Id<Person> on_behalf_of;
  Id<Unit> unit;
  std::vector<Id<Unit>> other_units;
  std::optional<Scope> cases;  // none: he may not read them
  std::optional<Scope> referrals;
  std::optional<Scope> notices;
  std::vector<Chair> chairs;
};

}  // namespace xb::events
