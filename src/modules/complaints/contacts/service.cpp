#include "modules/complaints/contacts/service.h"

#include <algorithm>

#include "modules/complaints/contacts/store.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using workflow::Reckoned;
using workflow::Reckoning;

constexpr std::string_view first_span = "first_contact";
constexpr std::string_view next_span = "next_contact";

struct Contacted : Moved {
  Id<Contact> contact_id;
  Direction direction = Direction::outgoing;
  ContactMeans means = ContactMeans::phone;
  ContactOutcome outcome = ContactOutcome::reached;
  Instant begun_at;
  std::optional<Instant> ended_at;
  std::optional<IdentityCheck> identity_check;
  std::optional<Code> recording;
  std::optional<Date> next_contact_on;
  std::optional<Note> said;
};
BOOST_DESCRIBE_STRUCT(Contacted, (Moved),
                      (contact_id, direction, means, outcome, begun_at, ended_at, identity_check,
                       recording, next_contact_on, said))

Result<void> check(const NewContact& input, Instant received_at, Work& work) {
  const Instant begun_at = input.begun_at.value_or(work.now);
  const bool is_reached = input.outcome == ContactOutcome::reached;
  if (is_reached && (!input.said || is_blank(input.said->reveal())))
    return refuse(Reason::invalid, "contact.said_missing", "said");
  if (input.direction == Direction::incoming && !is_reached)
    return refuse(Reason::invalid, "contact.incoming", "outcome");
  if (begun_at > work.now) return refuse(Reason::invalid, "field.in_future", "begun_at");
  if (begun_at < received_at) return refuse(Reason::invalid, "field.too_early", "begun_at");
  if (input.ended_at && *input.ended_at < begun_at)
    return refuse(Reason::invalid, "contact.ended_early", "ended_at");
  if (input.ended_at && *input.ended_at > work.now)
    return refuse(Reason::invalid, "field.in_future", "ended_at");
  if (input.next_contact_on && *input.next_contact_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.too_early", "next_contact_on");
  if (input.recording) TRY(check_code("recording", input.recording->str()));
  return {};
}

// The running clock of this span, if there is one.
std::optional<clocks::Clock> running(Work& work, Id<Complaint> id, std::string_view span) {
  auto found = clocks::running(work, id.number, span);
  if (!found) return {};
  return std::move(*found);
}

Result<void> stop_first(Work& work, Id<Complaint> id, Instant at, Moved& moved) {
  auto clock = running(work, id, first_span);
  if (!clock) return {};
  moved.clocks.push_back(TRY(clocks::stop(work, *clock, std::max(at, clock->started_at))));
  return {};
}

// Counts the silence anew from `at`. One that was overdue stays in the books as it ended.
Result<std::optional<clocks::Clock>> begin_next(Work& work, const Complaint& complaint, Instant at,
                                                Moved& moved) {
  auto clock = running(work, complaint.id, next_span);
  const auto facts = facts_of(complaint);
  if (clock && at <= clock->started_at) return clock;  // an earlier contact, told late
  if (clock && work.now < clock->due_at) {
    moved.clocks.push_back(
        TRY(clocks::take_step(work, *clock, [&](const Reckoned& reckoned, const Reckoning& with) {
          const auto* rule = with.book.choose(next_span, facts, work.zone.date(at));
          return workflow::restarted(reckoned, rule, at, work.now, with.calendars);
        })));
    return clock;
  }
  if (clock) moved.clocks.push_back(TRY(clocks::stop(work, *clock, at)));
  auto planned =
      clocks::plan(work, clock_subject(complaint), facts, {{workflow::CountsFrom::contacted, at}});
  clocks::start(work, planned, complaint.id.number);
  std::optional<clocks::Clock> begun;
  for (std::size_t i = 0; i < planned.clocks.size(); ++i) {
    moved.clocks.push_back(planned.changes[i]);
    if (planned.clocks[i].span == next_span) begun = std::move(planned.clocks[i]);
  }
  return begun;
}

// What a contact that reached somebody does to the clocks. Returns when the next is due.
Result<std::optional<Date>> set_clocks(Work& work, const Complaint& complaint, Instant at,
                                       const std::optional<Date>& told, Moved& moved) {
  TRY(stop_first(work, complaint.id, at, moved));
  auto clock = TRY(begin_next(work, complaint, at, moved));
  if (!clock) return told;
  if (told && work.now < clock->due_at)
    moved.clocks.push_back(
        TRY(clocks::take_step(work, *clock, [&](const Reckoned& reckoned, const Reckoning&) {
          return workflow::agreed(reckoned, *told, work.now, work.zone);
        })));
  return told ? told : clock->due_on;
}

Contact row_of(Work& work, const OpenComplaint& opened, const NewContact& input) {
  return {.id = work.new_id<Contact>(),
          .key_id = opened.key.id(),
          .complaint_id = opened.complaint.id,
          .direction = input.direction,
          .means = input.means,
          .outcome = input.outcome,
          .begun_at = input.begun_at.value_or(work.now),
          .ended_at = input.ended_at,
          .identity_check = input.identity_check,
          .recording = input.recording,
          .said = input.said,
          .next_contact_on = input.next_contact_on,
          .recorded_at = work.now,
          .recorded_by = work.actor.person};
}

}  // namespace

Result<ComplaintState> record_contact(Work& work, Id<Complaint> id, const NewContact& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  TRY(after(complaint.state, Action::contact));
  TRY(check(input, complaint.received_at, work));
  Contact contact = row_of(work, opened, input);
  Moved set;
  if (contact.outcome == ContactOutcome::reached)
    contact.next_contact_on =
        TRY(set_clocks(work, complaint, contact.begun_at, input.next_contact_on, set));
  // Until there is a decision each contact sets the next.
  const bool is_reached = contact.outcome == ContactOutcome::reached;
  if (is_reached && !contact.next_contact_on && complaint.state <= State::handling)
    return refuse(Reason::invalid, "contact.next_missing", "next_contact_on");
  if (is_reached || contact.next_contact_on) complaint.next_contact_on = contact.next_contact_on;
  const auto all = clocks::clocks_of(work.tx, id.number);
  complaint.due_at = clocks::first_due_at(all);
  sealing::insert(work, contact, opened.key);
  Moved moved = TRY(advance(work, opened, Action::contact));
  moved.clocks = std::move(set.clocks);
  evidence::append(work, "complaint.contacted", evidence::Subject(id, opened.key),
                   Contacted{moved, contact.id, contact.direction, contact.means, contact.outcome,
                             contact.begun_at, contact.ended_at, contact.identity_check,
                             contact.recording, contact.next_contact_on, contact.said});
  return state_of(work, complaint, all);
}

Result<Contacts> contacts_of(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  Contacts out{{}, 0, complaint->next_contact_on};
  for (Contact& row : contact_rows(work, id)) {
    if (row.outcome == ContactOutcome::reached) out.missed = 0;
    if (row.outcome == ContactOutcome::missed) ++out.missed;
    out.items.push_back({row.id, row.direction, row.means, row.outcome, row.begun_at, row.ended_at,
                         row.identity_check, std::move(row.recording), std::move(row.said),
                         row.next_contact_on, row.recorded_at, given(row.recorded_by)});
  }
  return out;
}

}  // namespace xb::complaints
