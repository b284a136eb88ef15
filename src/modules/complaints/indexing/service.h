// What the search knows of complaints: their texts, where they lie, and which of them somebody
// sees.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Where a case lies and since when: what decides who finds it, and when.
struct Whereabouts {
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(Whereabouts, (),
                      (branch_id, sub_branch_id, outlet_id, handling_unit_id, received_at))

// Nothing if there is no such complaint.
std::optional<Whereabouts> whereabouts(Work& work, Id<Complaint> id);

struct Texts {
  std::string number;
  std::optional<std::string> source_number;  // of what was imported
  Summary summary;
  std::optional<Description> description;
  std::optional<Claim> claim;
  // Names, numbers and addresses of who complains and who acts for him: what nobody may find a
  // case by.
  std::vector<std::string> secrets;
};
std::optional<Texts> texts_of(Work& work, Id<Complaint> id);

struct FoundComplaint {
  Id<Complaint> id;
  std::string number;
  IntakeKind kind = IntakeKind::complaint;
  State state = State::registered;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(FoundComplaint, (), (id, number, kind, state, received_at))

// Those of `ids` that the viewer may see, in no order.
std::vector<FoundComplaint> seen_by(Work& work, const Actor& viewer,
                                    const std::vector<std::int64_t>& ids);

}  // namespace xb::complaints
