#include "modules/complaints/clocks/service.h"

#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using workflow::ClockStep;
using workflow::Reckoned;
using workflow::Reckoning;

struct Extended {
  std::int64_t to_total = 0;
  std::optional<std::string> approved_by;
  std::optional<GivenNotice> notice;
  std::vector<clocks::Change> clocks;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Extended, (), (to_total, approved_by, notice, clocks, reason))

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

// A complaint whose clock has taken a step.
struct Stepped {
  OpenComplaint open;
  std::vector<clocks::Change> changes;
  std::vector<clocks::Clock> clocks;

  ComplaintState state(Work& work) const { return state_of(work, open.complaint, clocks); }
};

// Lets a step happen to the clock of this span; the complaint then knows its first due date.
Result<Stepped> step(Work& work, Id<Complaint> id, const SpanName& span,
                     const std::function<Result<ClockStep>(const Complaint&, const Reckoned&,
                                                           const Reckoning&)>& decide) {
  auto opened = TRY(open(work, id));
  auto clock = TRY(clocks::running(work, id.number, span ? span->str() : "decide"));
  auto change =
      TRY(clocks::take_step(work, clock, [&](const Reckoned& reckoned, const Reckoning& with) {
        return decide(opened.complaint, reckoned, with);
      }));
  auto all = clocks::clocks_of(work.tx, id.number);
  opened.complaint.due_at = clocks::first_due_at(all);
  TRY(update(work, opened.complaint, opened.key));
  return Stepped{std::move(opened), {std::move(change)}, std::move(all)};
}

Result<void> check(const std::optional<GivenNotice>& notice, const Complaint& complaint,
                   Work& work) {
  if (!notice) return {};
  if (notice->on > work.zone.date(work.now))
    return refuse(Reason::invalid, "field.in_future", "notice.on");
  if (notice->on < work.zone.date(complaint.received_at))
    return refuse(Reason::invalid, "field.too_early", "notice.on");
  return check_code("notice.proof", notice->proof.str());
}

std::optional<std::string> text_of(const std::optional<Text<100, Presence::required>>& text) {
  if (!text) return {};
  return text->str();
}

}  // namespace

Result<ComplaintState> extend(Work& work, Id<Complaint> id, const ExtensionInput& input) {
  const workflow::ExtensionAsked asked{input.to_total, input.approved_by.has_value(),
                                       input.notice.has_value()};
  auto stepped = TRY(step(work, id, input.span,
                          [&](const Complaint& complaint, const Reckoned& clock,
                              const Reckoning&) -> Result<ClockStep> {
                            TRY(check(input.notice, complaint, work));
                            return workflow::extended(clock, asked, work.now);
                          }));
  evidence::append(work, "complaint.extended", evidence::Subject(id, stepped.open.key),
                   Extended{input.to_total, text_of(input.approved_by), input.notice,
                            stepped.changes, input.reason});
  return stepped.state(work);
}

Result<ComplaintState> exclude(Work& work, Id<Complaint> id, const ExclusionInput& input) {
  if (!input.notice) return refuse(Reason::invalid, "exclusion.notice_missing", "notice");
  const workflow::Exclusion days{input.kind, input.from, input.until};
  auto stepped = TRY(step(work, id, input.span,
                          [&](const Complaint& complaint, const Reckoned& clock,
                              const Reckoning&) -> Result<ClockStep> {
                            TRY(check(input.notice, complaint, work));
                            return workflow::excluded(clock, days, work.now, work.zone);
                          }));
  evidence::append(
      work, "complaint.days_excluded", evidence::Subject(id, stepped.open.key),
      Excluded{input.kind, input.from, input.until, input.notice, stepped.changes, input.reason});
  return stepped.state(work);
}

Result<ComplaintState> end_exclusion(Work& work, Id<Complaint> id, const ExclusionEnd& input) {
  auto stepped = TRY(
      step(work, id, input.span, [&](const Complaint&, const Reckoned& clock, const Reckoning&) {
        return workflow::exclusion_ended(clock, input.until, work.now, work.zone);
      }));
  evidence::append(work, "complaint.exclusion_ended", evidence::Subject(id, stepped.open.key),
                   ExclusionEnded{input.until, stepped.changes, input.reason});
  return stepped.state(work);
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
  return stepped.state(work);
}

Result<ComplaintState> set_date(Work& work, Id<Complaint> id, const DateInput& input) {
  const bool is_agreed = input.with == DateSetter::complainant;
  if (is_agreed && !input.notice) return refuse(Reason::invalid, "date.notice_missing", "notice");
  auto stepped =
      TRY(step(work, id, input.span,
               [&](const Complaint& complaint, const Reckoned& clock,
                   const Reckoning&) -> Result<ClockStep> {
                 TRY(check(input.notice, complaint, work));
                 return is_agreed ? workflow::agreed(clock, input.on, work.now, work.zone)
                                  : workflow::regulator_set(clock, input.on, work.now, work.zone);
               }));
  evidence::append(work, "complaint.date_set", evidence::Subject(id, stepped.open.key),
                   DateSet{input.with, input.on, input.notice, stepped.changes, input.reason});
  return stepped.state(work);
}

Result<clocks::ClockDetails> find_clocks(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  return clocks::details(work, clocks::clocks_of(work.tx, id.number));
}

Result<clocks::ClockDetails> explain_number(Work& work, Id<ComplaintNumber> number) {
  const auto found = find_complaint_by_number(work, work.actor, std::to_string(number.number));
  if (!found) return refuse(Reason::missing, "complaint.missing");
  return clocks::details(work, clocks::clocks_of(work.tx, found->id.number));
}

}  // namespace xb::complaints
