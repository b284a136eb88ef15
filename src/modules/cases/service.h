// The case library: written from closed complaints, published by a second person, offered while a
// complaint of the same kind is handled.
#pragma once

#include "modules/cases/guides.h"
#include "modules/cases/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::cases {

// Refuses with field.personal, case.range, complaint.missing or case.source_open.
Result<CaseView> write_case(Work& work, const NewCase& input);
// Refuse with case.missing, case.wrong_state, case.same_person or version.changed.
Result<CaseView> publish(Work& work, Id<Case> id, const Decision& input);
Result<CaseView> withdraw(Work& work, Id<Case> id, const Decision& input);

// Only published ones are there for who does not write.
Result<CaseView> find_case(Work& work, Id<Case> id);
Result<CaseView> find_any_case(Work& work, Id<Case> id);
Result<storage::Page<CaseView>> list_cases(Work& work, const storage::ListRequest& request);
Result<storage::Page<CaseView>> list_all_cases(Work& work, const storage::ListRequest& request);

inline constexpr std::size_t offered_max = 5;

// What helps with this complaint: cases of its kind, and the guide of its topic.
struct Help {
  std::vector<CaseView> cases;
  std::optional<Guide> guide;
};
BOOST_DESCRIBE_STRUCT(Help, (), (cases, guide))
// complaint.missing
Result<Help> help_with(Work& work, Id<complaints::Complaint> id);

}  // namespace xb::cases
