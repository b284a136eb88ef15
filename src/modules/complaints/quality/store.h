// Every SQL statement on doubts and on checks of classifications.
#pragma once

#include "modules/complaints/quality/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

void insert_doubts(Work& work, const Complaint& complaint, const std::vector<Doubt>& doubts);
void delete_doubts(storage::Transaction& tx, Id<Complaint> complaint);
const storage::ListSpec& doubt_list();
Result<storage::Page<DoubtRow>> doubt_page(Work& work, const storage::ListRequest& request);

std::optional<ClassCheck> class_check_of(storage::Transaction& tx, Id<Complaint> complaint);
const storage::ListSpec& class_check_list();
struct ClassCheckRows {
  std::vector<ClassCheck> rows;
  std::optional<std::string> next_cursor;
};
Result<ClassCheckRows> class_check_page(Work& work, const storage::ListRequest& request);

struct ClassCheckCount {
  DrawnBy drawn_by = DrawnBy::lot;
  ClassCheckState state = ClassCheckState::due;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ClassCheckCount, (), (drawn_by, state, count))
// Of cases in sight.
std::vector<ClassCheckCount> class_check_counts(Work& work);

}  // namespace xb::complaints
