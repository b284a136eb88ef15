#include "modules/complaints/callback/service.h"

#include "modules/complaints/callback/store.h"
#include "modules/complaints/decision/store.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::complaints {
namespace {

struct CalledBack : Moved {
  CallbackMeans means = CallbackMeans::telephone;
  Reached reached = Reached::yes;
  std::optional<std::int64_t> result_score;
  std::optional<std::int64_t> process_score;
  std::optional<std::int64_t> attitude_score;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(CalledBack, (Moved),
                      (means, reached, result_score, process_score, attitude_score, note))

CallbackView view_of(const Callback& row) {
  return {row.id,
          row.means,
          row.reached,
          row.result_score,
          row.process_score,
          row.attitude_score,
          row.note,
          given(row.made_by_id),
          row.made_at};
}

Result<void> check_score(std::optional<std::int64_t> score, const char* field) {
  if (score && (*score < score_min || *score > score_max))
    return refuse(Reason::invalid, "callback.score", field);
  return {};
}

Result<void> check(const NewCallback& input) {
  TRY(check_score(input.result_score, "result_score"));
  TRY(check_score(input.process_score, "process_score"));
  TRY(check_score(input.attitude_score, "attitude_score"));
  const bool is_scored = input.result_score || input.process_score || input.attitude_score;
  if (input.reached == Reached::yes && !input.result_score)
    return refuse(Reason::invalid, "callback.score_missing", "result_score");
  if (input.reached != Reached::yes && is_scored)
    return refuse(Reason::invalid, "callback.score_unwanted", "result_score");
  return {};
}

// Neither who handled it nor who proposed the decision; where nobody of the bank acts, it is the
// complainant himself.
bool is_of_another(Work& work, const Complaint& complaint) {
  if (!work.actor.person) return true;
  const auto is_other = [&](Id<Person> person) {
    return !person || identity::is_another_person(work.actor, {person, {}});
  };
  const auto proposal = last_proposal(work, complaint.id);
  return is_other(complaint.handler_id) && (!proposal || is_other(proposal->proposed_by_id));
}

Result<CallbackView> record(Work& work, Id<Complaint> id, const NewCallback& input, Action action,
                            evidence::Kind kind) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, action));
  TRY(check(input));
  // Only who is nobody of the bank comes through the portal.
  if ((input.means == CallbackMeans::portal) != !work.actor.person)
    return refuse(Reason::invalid, "field.choice", "means");
  if (!is_of_another(work, opened.complaint))
    return refuse(Reason::forbidden, "callback.same_person");
  const Callback row{.id = work.new_id<Callback>(),
                     .key_id = opened.complaint.key_id,
                     .complaint_id = id,
                     .means = input.means,
                     .reached = input.reached,
                     .result_score = input.result_score,
                     .process_score = input.process_score,
                     .attitude_score = input.attitude_score,
                     .note = input.note,
                     .made_by_id = work.actor.person,
                     .made_at = work.now};
  sealing::insert(work, row, opened.key);
  CalledBack told;
  static_cast<Moved&>(told) = moved;
  told.means = row.means;
  told.reached = row.reached;
  told.result_score = row.result_score;
  told.process_score = row.process_score;
  told.attitude_score = row.attitude_score;
  told.note = row.note;
  evidence::append(work, kind, evidence::Subject(id, opened.key), told);
  return view_of(row);
}

}  // namespace

Result<CallbackView> call_back(Work& work, Id<Complaint> id, const NewCallback& input) {
  return record(work, id, input, Action::call_back, "complaint.called_back");
}

Result<CallbackView> rate(Work& work, Id<Complaint> id, const Rating& input) {
  const NewCallback told{.means = input.means,
                         .reached = Reached::yes,
                         .result_score = input.result_score,
                         .process_score = input.process_score,
                         .attitude_score = input.attitude_score,
                         .note = input.note};
  return record(work, id, told, Action::rate, "complaint.rated");
}

Result<Callbacks> callbacks_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Callbacks out;
  for (const Callback& row : callbacks_in(work, id)) out.items.push_back(view_of(row));
  return out;
}

}  // namespace xb::complaints
