#include "modules/complaints/closure/service.h"

#include "modules/complaints/decision/store.h"
#include "modules/complaints/fulfilment/service.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/quality/service.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::complaints {
namespace {

struct Closed : Moved {
  SampleCheck sample_check = SampleCheck::none;
  bool class_check_due = false;
  std::optional<Note> result;
};
BOOST_DESCRIBE_STRUCT(Closed, (Moved), (sample_check, class_check_due, result))

struct SampleChecked : Moved {
  SampleCheck sample_check = SampleCheck::passed;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(SampleChecked, (Moved), (sample_check, note))

// Neither who handled it nor who proposed or gave the answer; one who approved may close it.
bool is_second_person(Work& work, const Complaint& complaint) {
  std::vector<Id<Person>> hands{complaint.handler_id};
  if (const auto proposal = last_proposal(work, complaint.id))
    hands.push_back(proposal->proposed_by_id);
  for (const Answer& answer : answers_in(work, complaint.id))
    hands.push_back(answer.answered_by_id);
  return std::all_of(hands.begin(), hands.end(), [&](Id<Person> person) {
    return !person || identity::is_another_person(work.actor, {person, {}});
  });
}

}  // namespace

Result<ComplaintState> close(Work& work, Id<Complaint> id, const Closure& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const bool is_on_the_spot = !complaint.decided_at;
  if (is_on_the_spot && is_sampled(work.keys, id)) complaint.sample_check = SampleCheck::due;
  complaint.closed_by_id = work.actor.person;
  const Moved moved = TRY(finish(work, opened, Action::close));
  if (is_on_the_spot && !input.result)
    return refuse(Reason::invalid, "closure.result_missing", "result");
  if (!is_on_the_spot && !is_second_person(work, complaint))
    return refuse(Reason::forbidden, "closure.same_person");
  TRY(check_fulfilled(work, id));
  evidence::append(
      work, "complaint.closed", evidence::Subject(id, opened.key),
      Closed{moved, complaint.sample_check, draw_class_check(work, opened), input.result});
  return state_of(work, complaint);
}

Result<ComplaintState> check_sample(Work& work, Id<Complaint> id, const CheckedSample& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const bool is_due = complaint.sample_check == SampleCheck::due;
  complaint.sample_check =
      input.result == SampleResult::passed ? SampleCheck::passed : SampleCheck::failed;
  const Moved moved = TRY(advance(work, opened, Action::check_sample));
  if (!is_due) return refuse(Reason::conflict, "sample.none");
  if (!identity::is_another_person(work.actor, {complaint.closed_by_id, {}}))
    return refuse(Reason::forbidden, "sample.same_person");
  if (input.result == SampleResult::failed && !input.note)
    return refuse(Reason::invalid, "sample.reason_missing", "note");
  evidence::append(work, "complaint.sample_checked", evidence::Subject(id, opened.key),
                   SampleChecked{moved, complaint.sample_check, input.note});
  return state_of(work, complaint);
}

}  // namespace xb::complaints
