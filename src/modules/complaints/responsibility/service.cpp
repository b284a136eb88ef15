#include "modules/complaints/responsibility/service.h"

#include "modules/complaints/responsibility/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"
#include "platform/identity/store.h"

namespace xb::complaints {
namespace {

struct Found : Moved {
  Finding finding = Finding::undetermined;
  Id<Unit> unit_id;
  Id<Person> person_id;
  Date objection_until;
  Note grounds;
};
BOOST_DESCRIBE_STRUCT(Found, (Moved), (finding, unit_id, person_id, objection_until, grounds))

struct Objected : Moved {
  Note grounds;
};
BOOST_DESCRIBE_STRUCT(Objected, (Moved), (grounds))

struct Reviewed : Moved {
  Finding was = Finding::undetermined;
  Finding finding = Finding::undetermined;
  Note grounds;
};
BOOST_DESCRIBE_STRUCT(Reviewed, (Moved), (was, finding, grounds))

struct CauseNamed : Moved {
  RequiredCode cause;
  Id<Unit> unit_id;
  Note analysis;
  std::optional<Note> measures;
};
BOOST_DESCRIBE_STRUCT(CauseNamed, (Moved), (cause, unit_id, analysis, measures))

FindingView view_of(const ResponsibilityFinding& row) {
  return {.id = row.id,
          .complaint_id = row.complaint_id,
          .state = row.state,
          .finding = row.finding,
          .unit_id = given(row.unit_id),
          .person_id = given(row.person_id),
          .grounds = row.grounds,
          .found_by_id = row.found_by_id,
          .found_at = row.found_at,
          .objection_until = row.objection_until,
          .objection = row.objection,
          .review = row.review,
          .version = row.version};
}

RootCauseView view_of(const RootCause& row) {
  return {row.id,       row.complaint_id, row.cause,    given(row.unit_id),
          row.analysis, row.measures,     row.named_at, row.version};
}

Result<void> check_unit(Work& work, const std::optional<Id<Unit>>& unit) {
  if (unit && !identity::find_unit(work.tx, *unit))
    return refuse(Reason::invalid, "unit.missing", "unit_id");
  return {};
}

Result<void> check(Work& work, const NewFinding& input) {
  const bool is_the_banks =
      input.finding == Finding::responsible || input.finding == Finding::partly;
  if (is_the_banks && !input.unit_id)
    return refuse(Reason::invalid, "finding.unit_missing", "unit_id");
  TRY(check_unit(work, input.unit_id));
  if (input.person_id && !identity::find_colleague(work.tx, *input.person_id))
    return refuse(Reason::invalid, "person.missing", "person_id");
  if (input.person_id == work.actor.person)
    return refuse(Reason::forbidden, "finding.of_yourself", "person_id");
  if (input.objection_until && *input.objection_until < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_past", "objection_until");
  return {};
}

Result<FindingView> store(Work& work, ResponsibilityFinding& row, const OpenComplaint& open) {
  TRY(sealing::update(work, row, open.key));
  return view_of(row);
}

Result<ResponsibilityFinding> existing(Work& work, Id<Complaint> complaint) {
  auto row = finding_of(work, complaint);
  if (!row) return refuse(Reason::missing, "finding.missing");
  return std::move(*row);
}

}  // namespace

Result<FindingView> find_responsibility(Work& work, Id<Complaint> id, const NewFinding& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::find_responsibility));
  TRY(check(work, input));
  if (finding_of(work, id)) return refuse(Reason::conflict, "finding.exists");
  ResponsibilityFinding row;
  row.id = work.new_id<ResponsibilityFinding>();
  row.key_id = opened.complaint.key_id;
  row.complaint_id = id;
  row.finding = input.finding;
  row.unit_id = input.unit_id.value_or(Id<Unit>{});
  row.person_id = input.person_id.value_or(Id<Person>{});
  row.grounds = input.grounds;
  row.found_by_id = work.actor.person;
  row.found_at = work.now;
  row.objection_until = input.objection_until.value_or(work.zone.date(work.now) + objection_days);
  sealing::insert(work, row, opened.key);
  evidence::append(
      work, "complaint.responsibility_found", evidence::Subject(id, opened.key),
      Found{moved, row.finding, row.unit_id, row.person_id, row.objection_until, row.grounds});
  return view_of(row);
}

Result<FindingView> object(Work& work, Id<Complaint> id, const Objection& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::object));
  auto row = TRY(existing(work, id));
  const auto day = work.zone.date(work.now);
  if (!row.unit_id || !identity::works_in(work.tx, work.actor.person, row.unit_id, day))
    return refuse(Reason::forbidden, "finding.not_yours");
  if (row.state != FindingState::standing) return refuse(Reason::conflict, "finding.final");
  if (day > row.objection_until) return refuse(Reason::conflict, "finding.too_late");
  row.state = FindingState::objected;
  row.objection = input.grounds;
  row.objected_by_id = work.actor.person;
  row.objected_at = work.now;
  evidence::append(work, "complaint.finding_objected", evidence::Subject(id, opened.key),
                   Objected{moved, input.grounds});
  return store(work, row, opened);
}

Result<FindingView> review_finding(Work& work, Id<Complaint> id, const FindingReview& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::review_finding));
  auto row = TRY(existing(work, id));
  if (row.state != FindingState::objected) return refuse(Reason::conflict, "finding.no_objection");
  if (!identity::is_another_person(work.actor, {row.found_by_id, {}}) ||
      !identity::is_another_person(work.actor, {row.objected_by_id, {}}))
    return refuse(Reason::forbidden, "finding.same_person");
  const Finding was = row.finding;
  row.state = input.finding == was ? FindingState::upheld : FindingState::changed;
  row.finding = input.finding;
  row.review = input.grounds;
  row.reviewed_by_id = work.actor.person;
  row.reviewed_at = work.now;
  evidence::append(work, "complaint.finding_reviewed", evidence::Subject(id, opened.key),
                   Reviewed{moved, was, input.finding, input.grounds});
  return store(work, row, opened);
}

Result<RootCauseView> name_cause(Work& work, Id<Complaint> id, const NewRootCause& input) {
  TRY(check_codes(input));
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::name_cause));
  TRY(check_unit(work, input.unit_id));
  auto before = cause_of(work, id);
  RootCause row = before ? std::move(*before) : RootCause{};
  row.cause = input.cause;
  row.unit_id = input.unit_id.value_or(Id<Unit>{});
  row.analysis = input.analysis;
  row.measures = input.measures;
  row.named_by_id = work.actor.person;
  row.named_at = work.now;
  if (row.id) {
    TRY(sealing::update(work, row, opened.key));
  } else {
    row.id = work.new_id<RootCause>();
    row.key_id = opened.complaint.key_id;
    row.complaint_id = id;
    sealing::insert(work, row, opened.key);
  }
  evidence::append(work, "complaint.cause_named", evidence::Subject(id, opened.key),
                   CauseNamed{moved, row.cause, row.unit_id, row.analysis, row.measures});
  return view_of(row);
}

Result<Lessons> lessons_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Lessons out;
  if (const auto finding = finding_of(work, id)) out.finding = view_of(*finding);
  if (const auto cause = cause_of(work, id)) out.root_cause = view_of(*cause);
  return out;
}

}  // namespace xb::complaints
