// Every SQL statement on objections.
#pragma once

#include <vector>

#include "modules/complaints/objections/service.h"

namespace xb::complaints {

// Of cases in the viewer's sight, and in a branch those only that are for it.
std::optional<AnswerObjection> find_objection_row(Work& work, const Actor& viewer,
                                                  Id<AnswerObjection> id);
struct AnswerObjectionKeys {
  std::vector<AnswerObjection> rows;
  std::optional<std::string> next_cursor;
};
Result<AnswerObjectionKeys> objection_page(Work& work, const Actor& viewer,
                                           const storage::ListRequest& request);

// The oldest first.
std::vector<AnswerObjection> objections_in(Work& work, Id<Complaint> complaint);

}  // namespace xb::complaints
