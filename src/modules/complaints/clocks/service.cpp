#include "modules/complaints/clocks/service.h"

#include "modules/complaints/clocks/steps.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using workflow::ClockStep;
using workflow::Reckoned;
using workflow::Reckoning;

struct Excluded {
  workflow::ExclusionKind kind = workflow::ExclusionKind::appraisal;
  Date from;
  std::optional<Date> until;
  std::optional<GivenNotice> notice;
  std::vector<clocks::Change> clocks;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Excluded, (), (kind, from, until, notice, clocks, reason))

struct ExclusionEnded {
  Date until;
  std::vector<clocks::Change> clocks;
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(ExclusionEnded, (), (until, clocks, reason))

struct Restarted {
  Instant at;
  std::vector<clocks::Change> clocks;
  Note facts;
};
BOOST_DESCRIBE_STRUCT(Restarted, (), (at, clocks, facts))

struct DateSet {
  DateSetter with = DateSetter::complainant;
  Date on;
  std::optional<GivenNotice> notice;
  std::vector<clocks::Change> clocks;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(DateSet, (), (with, on, notice, clocks, reason))

}  // namespace

Result<ComplaintState> exclude(Work& work, Id<Complaint> id, const ExclusionInput& input) {
  if (!input.notice) return refuse(Reason::invalid, "exclusion.notice_missing", "notice");
  const workflow::Exclusion days{input.kind, input.from, input.until};
  const auto exclude_days = [&](const Complaint& complaint, const Reckoned& clock,
                                const Reckoning&) -> Result<ClockStep> {
    TRY(check_notice(work, complaint, input.notice));
    return workflow::excluded(clock, days, work.now, work.zone);
  };
  auto stepped = TRY(step(work, id, input.span, exclude_days));
  evidence::append(
      work, "complaint.days_excluded", evidence::Subject(id, stepped.open.key),
      Excluded{input.kind, input.from, input.until, input.notice, stepped.changes, input.reason});
  return state_of(work, stepped.open.complaint);
}

Result<ComplaintState> end_exclusion(Work& work, Id<Complaint> id, const ExclusionEnd& input) {
  auto stepped = TRY(
      step(work, id, input.span, [&](const Complaint&, const Reckoned& clock, const Reckoning&) {
        return workflow::exclusion_ended(clock, input.until, work.now, work.zone);
      }));
  evidence::append(work, "complaint.exclusion_ended", evidence::Subject(id, stepped.open.key),
                   ExclusionEnded{input.until, stepped.changes, input.reason});
  return state_of(work, stepped.open.complaint);
}

Result<ComplaintState> restart(Work& work, Id<Complaint> id, const RestartInput& input) {
  const Instant at = input.at.value_or(work.now);
  auto stepped =
      TRY(step(work, id, input.span,
               [&](const Complaint& complaint, const Reckoned& clock, const Reckoning& with) {
                 const auto* rule =
                     with.book.choose(clock.rule->span, facts_of(complaint), work.zone.date(at));
                 return workflow::restarted(clock, rule, at, work.now, with.calendars);
               }));
  evidence::append(work, "complaint.clock_restarted", evidence::Subject(id, stepped.open.key),
                   Restarted{at, stepped.changes, input.facts});
  return state_of(work, stepped.open.complaint);
}

Result<ComplaintState> set_date(Work& work, Id<Complaint> id, const DateInput& input) {
  const bool is_agreed = input.with == DateSetter::complainant;
  if (is_agreed && !input.notice) return refuse(Reason::invalid, "date.notice_missing", "notice");
  const auto set_day = [&](const Complaint& complaint, const Reckoned& clock,
                           const Reckoning&) -> Result<ClockStep> {
    TRY(check_notice(work, complaint, input.notice));
    return is_agreed ? workflow::agreed(clock, input.on, work.now, work.zone)
                     : workflow::regulator_set(clock, input.on, work.now, work.zone);
  };
  auto stepped = TRY(step(work, id, input.span, set_day));
  evidence::append(work, "complaint.date_set", evidence::Subject(id, stepped.open.key),
                   DateSet{input.with, input.on, input.notice, stepped.changes, input.reason});
  return state_of(work, stepped.open.complaint);
}

Result<clocks::ClockDetails> find_clocks(Work& work, Id<Complaint> id) {
  if (!find_seen(work, id)) return refuse(Reason::missing, "complaint.missing");
  return clocks::details(work, clocks::clocks_of(work.tx, id.number));
}

Result<clocks::ClockDetails> explain_number(Work& work, Id<ComplaintNumber> number) {
  const auto found = find_complaint_by_number(work, work.actor, std::to_string(number.number));
  if (!found) return refuse(Reason::missing, "complaint.missing");
  return clocks::details(work, clocks::clocks_of(work.tx, found->id.number));
}

}  // namespace xb::complaints
