// The quality of classifications (C5): what speaks against one, as a list to work off; and a share
// of closed cases that a second person looks at, with how often he agrees.
#pragma once

#include "modules/complaints/quality/store.h"
#include "modules/complaints/service.h"
#include "platform/evidence/followers.h"

namespace xb::complaints {

// As it stands now. Refuses with complaint.missing.
Result<Doubts> find_doubts(Work& work, Id<Complaint> id);
// Across cases, a moment behind the log; the newest first.
Result<storage::Page<DoubtRow>> list_doubts(Work& work, const storage::ListRequest& request);

// For a case that is being closed: whether a second person is to look at its classification. A lot
// is drawn by a key, so nobody knows before; what is doubtful is looked at anyhow.
bool draw_class_check(Work& work, const OpenComplaint& open);

enum class ClassVerdict { confirmed, corrected };
BOOST_DESCRIBE_ENUM(ClassVerdict, confirmed, corrected)

struct CheckedClasses {
  ClassVerdict result = ClassVerdict::confirmed;
  std::optional<Reclassification> correction;  // what is right, where it was wrong
};
BOOST_DESCRIBE_STRUCT(CheckedClasses, (), (result, correction))

// By somebody who neither took the case in nor classified it. Refuses with complaint.missing,
// complaint.wrong_state, version.changed, class_check.none, class_check.same_person,
// class_check.correction_missing, class_check.correction_unwanted and what reclassify does.
Result<ComplaintState> check_classes(Work& work, Id<Complaint> id, const CheckedClasses& input);

// What is due, the longest waiting first; with `sort=drawn_at` all.
Result<storage::Page<ClassCheckView>> list_class_checks(Work& work,
                                                        const storage::ListRequest& request);

// Of cases drawn by lot, so that the rate speaks for all; those that were doubtful beside.
struct Agreement {
  std::int64_t due = 0;
  std::int64_t confirmed = 0;
  std::int64_t corrected = 0;
  std::optional<std::int64_t> agreement_percent;  // of those checked; none before the first
  std::int64_t doubtful_due = 0;
  std::int64_t doubtful_confirmed = 0;
  std::int64_t doubtful_corrected = 0;
};
BOOST_DESCRIBE_STRUCT(Agreement, (),
                      (due, confirmed, corrected, agreement_percent, doubtful_due,
                       doubtful_confirmed, doubtful_corrected))
Result<Agreement> agreement(Work& work);

// Keeps the list of doubts. `book` outlives it.
evidence::Follower doubting(const sealing::Keyring& keys, const taxonomies::Book& book);

}  // namespace xb::complaints
