// Repeats and same items (C6): texts that many send are found together, by a follower, soon after
// they come in; the second complaint of the same person about the same matter is joined to the
// first. Each of a group is still decided by itself: nothing here changes what somebody is owed.
#pragma once

#include "modules/complaints/reading/service.h"
#include "modules/complaints/similar/rules.h"
#include "platform/evidence/followers.h"

namespace xb::complaints {

struct SimilarTexts {
  std::vector<ComplaintItem> items;  // the others in sight, newest first, at most 50
  std::vector<privacy::Personal<privacy::Prose<5'000>>>
      shared;  // what stands in all, longest first
};
BOOST_DESCRIBE_STRUCT(SimilarTexts, (), (items, shared))

// complaint.missing
Result<SimilarTexts> similar_to(Work& work, Id<Complaint> id);

struct SimilarGroupView {
  Id<Complaint> first_id;  // of those in sight
  std::int64_t count = 0;
  std::vector<privacy::Personal<privacy::Prose<5'000>>> shared;  // at most three passages
};
BOOST_DESCRIBE_STRUCT(SimilarGroupView, (), (first_id, count, shared))
struct SimilarGroups {
  std::vector<SimilarGroupView> items;  // begun last first, at most 100
};
BOOST_DESCRIBE_STRUCT(SimilarGroups, (), (items))

// Groups of at least three in sight.
Result<SimilarGroups> similar_groups(Work& work);

struct Joining {
  Id<Complaint> into_id;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Joining, (), (into_id, reason))

// Without new facts a second complaint of the same person in the same matter may be joined
// (银保监会令2020年第3号 art. 18); its limits stop, those of the first go on. Refuses with
// complaint.missing, complaint.wrong_state, version.changed, joining.itself, joining.missing,
// joining.over, joining.other_person, joining.other_accused, joining.later.
Result<ComplaintState> join(Work& work, Id<Complaint> id, const Joining& input);

struct Splitting {
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Splitting, (), (reason))

// The opposite: what was joined turns out to be another matter. It goes back to the state it was
// in, and its limits are due as if they had never been stopped, for the law knows no mistake of the
// bank's. What was asked of others about it has lapsed and is asked anew. Refuses with
// complaint.missing, complaint.wrong_state, version.changed, field.empty or clock.rule_missing.
Result<ComplaintState> split(Work& work, Id<Complaint> id, const Splitting& input);

// Keeps signatures of texts and groups of near-identical ones.
evidence::Follower grouping(const sealing::Keyring& keys);

}  // namespace xb::complaints
