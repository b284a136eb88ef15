// Asking for somebody's word, and giving it. A module asks in a command of its own, and brings a
// Matter that says what a grant leads to. Whoever approves is another person than whoever asked,
// handles or has approved before; the accused and his unit have no part in it.
#pragma once

#include <functional>
#include <map>

#include "platform/approvals/asked.h"
#include "platform/approvals/store.h"
#include "platform/workflow/limits.h"

namespace xb::approvals {

// What an approval is about.
struct About {
  std::string kind;
  std::int64_t id = 0;
  std::string number;
  Id<sealing::DataKey> key_id;
  identity::Standing standing;
};

// What a row of the approval book is chosen by.
struct Question {
  std::string_view matter;
  workflow::Facts facts;
  std::int64_t amount_fen = 0;
};

// The row that says who agrees; none where nobody has to.
const workflow::ApprovalRule* rule_for(const Work& work, const Question& question);

// Lays it before the first office. Asked again for the same it is the same approval, laid before
// whoever holds the office now. Refuses with approval.other_open where something else of this
// matter waits or is granted, and with approval.nobody where nobody may approve.
Result<Approval> ask(Work& work, const About& about, const workflow::ApprovalRule& rule,
                     const Asked& input);

// What was granted has been done: for the entry that tells of it.
Result<void> spend(Work& work, Approval& approval);
// The subject is over: what waits or is granted goes with it.
Result<void> lapse_all(Work& work, std::int64_t subject_id);
// The subject stands elsewhere, or is handled by another.
Result<void> follow(Work& work, std::int64_t subject_id, const identity::Standing& standing);

// Whether the actor may see this subject, whatever his scope, because an approval waits for him.
// The entry that laid it before his chair is the ground of it.
bool opens(Work& work, std::int64_t subject_id);

// What happens next: `done` is spent at once, `later` waits for the module.
enum class Effect { done, later };

// A kind of thing that is asked for.
struct Matter {
  std::string name;
  std::function<std::string(const Asked&)> show;  // JSON, personal values masked
  // In the same work; what it refuses refuses the grant.
  std::function<Result<Effect>(Work&, const Approval&)> granted;
  // It was refused, handed back or taken back; may be empty.
  std::function<Result<void>(Work&, const Approval&)> not_granted = {};
};
using Matters = std::vector<Matter>;

struct VerdictInput {
  Verdict verdict = Verdict::grant;
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(VerdictInput, (), (verdict, reason))

// Refuses with approval.missing, approval.not_yours, approval.settled, approval.same_person,
// approval.reason_missing (of anything but a grant), approval.nobody (for the next step),
// version.changed or what the matter refuses.
Result<ApprovalView> decide(Work& work, const Matters& matters, Id<Approval> id,
                            const VerdictInput& input);
// By whoever asked, while it is not acted upon. Refuses with approval.missing, approval.not_yours,
// approval.settled or version.changed.
Result<ApprovalView> take_back(Work& work, const Matters& matters, Id<Approval> id);

// For whoever it waits for, asked or has decided a step. Refuses with approval.missing.
Result<ApprovalView> find(Work& work, const Matters& matters, Id<Approval> id);

// What a line of the inbox says of its subject beside its number.
struct Glance {
  Note title;
  std::optional<Instant> due_at;
};
// Of these subjects, as far as they are in sight; of those that wait for the actor all.
using Glances = std::function<std::map<std::int64_t, Glance>(
    Work&, const std::vector<std::int64_t>& waiting, const std::vector<std::int64_t>& others)>;
// What waits for the actor; with `sort=asked_at` also what has been settled since.
Result<storage::Page<ApprovalItem>> list(Work& work, const storage::ListRequest& request,
                                         const Glances& glances = {});

}  // namespace xb::approvals
