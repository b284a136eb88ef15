// Who answers for a complaint, and why it came about (C31, C16): found by the department, objected
// to by whom it concerns, reviewed by another person. Appraisal uses it, not volume alone.
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class Finding { responsible, partly, not_responsible, undetermined };
BOOST_DESCRIBE_ENUM(Finding, responsible, partly, not_responsible, undetermined)

// `standing` may be objected to until its day; what was reviewed is final.
enum class FindingState { standing, objected, upheld, changed };
BOOST_DESCRIBE_ENUM(FindingState, standing, objected, upheld, changed)

struct ResponsibilityFinding {
  static constexpr std::string_view table = "responsibility_findings";
  Id<ResponsibilityFinding> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  FindingState state = FindingState::standing;
  Finding finding = Finding::undetermined;
  Id<Unit> unit_id;
  Id<Person> person_id;
  Note grounds;
  Id<Person> found_by_id;
  Instant found_at;
  Date objection_until;
  std::optional<Note> objection;
  Id<Person> objected_by_id;
  std::optional<Instant> objected_at;
  std::optional<Note> review;
  Id<Person> reviewed_by_id;
  std::optional<Instant> reviewed_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ResponsibilityFinding, (),
                      (id, key_id, complaint_id, state, finding, unit_id, person_id, grounds,
                       found_by_id, found_at, objection_until, objection, objected_by_id,
                       objected_at, review, reviewed_by_id, reviewed_at, version))

// Days in which a unit may object, if the finding does not say: the bank's own custom, no law.
inline constexpr std::chrono::days objection_days{10};

struct NewFinding {
  Finding finding = Finding::undetermined;
  std::optional<Id<Unit>> unit_id;  // whose it is; needed where the bank is responsible
  std::optional<Id<Person>> person_id;
  Note grounds;
  std::optional<Date> objection_until;
};
BOOST_DESCRIBE_STRUCT(NewFinding, (), (finding, unit_id, person_id, grounds, objection_until))

struct Objection {
  Note grounds;
};
BOOST_DESCRIBE_STRUCT(Objection, (), (grounds))

struct FindingReview {
  Finding finding = Finding::undetermined;  // as it is from now on
  Note grounds;
};
BOOST_DESCRIBE_STRUCT(FindingReview, (), (finding, grounds))

struct RootCause {
  static constexpr std::string_view table = "root_causes";
  Id<RootCause> id;
  Id<sealing::DataKey> key_id;  // the complaint's
  Id<Complaint> complaint_id;
  RequiredCode cause;  // the bank's own word for it
  Id<Unit> unit_id;    // where it lies
  Note analysis;
  std::optional<Note> measures;
  Id<Person> named_by_id;
  Instant named_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RootCause, (),
                      (id, key_id, complaint_id, cause, unit_id, analysis, measures, named_by_id,
                       named_at, version))

struct NewRootCause {
  RequiredCode cause;
  std::optional<Id<Unit>> unit_id;
  Note analysis;
  std::optional<Note> measures;
};
BOOST_DESCRIBE_STRUCT(NewRootCause, (), (cause, unit_id, analysis, measures))

struct FindingView {
  Id<ResponsibilityFinding> id;
  Id<Complaint> complaint_id;
  FindingState state = FindingState::standing;
  Finding finding = Finding::undetermined;
  std::optional<Id<Unit>> unit_id;
  std::optional<Id<Person>> person_id;
  Note grounds;
  Id<Person> found_by_id;
  Instant found_at;
  Date objection_until;
  std::optional<Note> objection;
  std::optional<Note> review;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(FindingView, (),
                      (id, complaint_id, state, finding, unit_id, person_id, grounds, found_by_id,
                       found_at, objection_until, objection, review, version))

struct RootCauseView {
  Id<RootCause> id;
  Id<Complaint> complaint_id;
  RequiredCode cause;
  std::optional<Id<Unit>> unit_id;
  Note analysis;
  std::optional<Note> measures;
  Instant named_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RootCauseView, (),
                      (id, complaint_id, cause, unit_id, analysis, measures, named_at, version))

struct Lessons {
  std::optional<FindingView> finding;
  std::optional<RootCauseView> root_cause;
};
BOOST_DESCRIBE_STRUCT(Lessons, (), (finding, root_cause))

// All refuse with complaint.missing, complaint.wrong_state, version.changed.
// Also finding.exists, finding.unit_missing, unit.missing, person.missing, field.in_past,
// finding.of_yourself.
Result<FindingView> find_responsibility(Work& work, Id<Complaint> id, const NewFinding& input);
// By the unit it names. Also finding.missing, finding.not_yours, finding.too_late, finding.final.
Result<FindingView> object(Work& work, Id<Complaint> id, const Objection& input);
// Of an objection, by another person than who found. Also finding.missing, finding.no_objection,
// finding.same_person.
Result<FindingView> review_finding(Work& work, Id<Complaint> id, const FindingReview& input);
// A later one replaces it; the entries keep both. Also unit.missing, field.personal.
Result<RootCauseView> name_cause(Work& work, Id<Complaint> id, const NewRootCause& input);

Result<Lessons> lessons_of(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
