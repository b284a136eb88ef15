// Whom a complaint is about, where that turns up after it came in: by an import, or while it is
// handled.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

struct Accusation {
  Id<Person> accused_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Accusation, (), (accused_id, reason))

// From here on the case is kept from him and from everybody who works where he works. Where he
// heard it first, whoever names him is responsible. Refuses with complaint.missing, person.missing,
// complaint.conflict_of_interest (one names oneself), version.changed, or complaint.accused_handles
// while the case is with him or in a unit of his: it is assigned elsewhere first. Where a unit of
// his took it in and nobody has dispatched it yet, it lies with them no more.
Result<ComplaintState> name_accused(Work& work, Id<Complaint> id, const Accusation& input);

}  // namespace xb::complaints
