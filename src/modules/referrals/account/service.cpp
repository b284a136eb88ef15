#include "modules/referrals/account/service.h"

#include "modules/referrals/handling/service.h"
#include "modules/referrals/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::referrals {
namespace {

struct Drafted : Moved {
  Part basic_facts;
  Part contacts;
  Part findings;
  Part outcome;
  std::optional<Part> responsibility;
  std::optional<Part> rectification;
};
BOOST_DESCRIBE_STRUCT(Drafted, (Moved),
                      (basic_facts, contacts, findings, outcome, responsibility, rectification))

struct Noted : Moved {
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Noted, (Moved), (note))

struct FilledBack : Moved {
  Instant filled_back_at;
  Proof proof;
};
BOOST_DESCRIBE_STRUCT(FilledBack, (Moved), (filled_back_at, proof))

struct Returned : Moved {
  std::int64_t returns = 0;
  std::optional<Date> due_on;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Returned, (Moved), (returns, due_on, reason))

struct Finished : Moved {
  CallbackResult result{};
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Finished, (Moved), (result, note))

}  // namespace

Result<ReferralState> draft(Work& work, Id<Referral> id, const Account& input) {
  auto opened = TRY(open(work, id));
  Referral& referral = opened.referral;
  referral.basic_facts = input.basic_facts;
  referral.contacts = input.contacts;
  referral.findings = input.findings;
  referral.outcome = input.outcome;
  referral.responsibility = input.responsibility;
  referral.rectification = input.rectification;
  referral.drafted_by_id = work.actor.person;
  referral.drafted_for_id = work.actor.on_behalf_of;
  referral.drafted_at = work.now;
  referral.approved_by_id = {};
  referral.approved_at = {};
  const Moved moved = TRY(advance(work, opened, Action::draft));
  evidence::append(work, "referral.account_drafted", evidence::Subject(id, opened.key),
                   Drafted{moved, input.basic_facts, input.contacts, input.findings, input.outcome,
                           input.responsibility, input.rectification});
  return state_of(referral);
}

Result<ReferralState> approve(Work& work, Id<Referral> id, const Approval& input) {
  auto opened = TRY(open(work, id));
  Referral& referral = opened.referral;
  referral.approved_by_id = work.actor.person;
  referral.approved_at = work.now;
  const Moved moved = TRY(advance(work, opened, Action::approve));
  if (!identity::is_another_person(work.actor, {referral.drafted_by_id, referral.drafted_for_id}))
    return refuse(Reason::conflict, "referral.second_person");
  evidence::append(work, "referral.account_approved", evidence::Subject(id, opened.key),
                   Noted{moved, input.note});
  return state_of(referral);
}

Result<ReferralState> send_back(Work& work, Id<Referral> id, const SendingBack& input) {
  auto opened = TRY(open(work, id));
  const Moved moved = TRY(advance(work, opened, Action::send_back));
  evidence::append(work, "referral.account_sent_back", evidence::Subject(id, opened.key),
                   Noted{moved, input.reason});
  return state_of(opened.referral);
}

Result<ReferralState> fill_back(Work& work, Id<Referral> id, const FillBack& input) {
  auto opened = TRY(open(work, id));
  Referral& referral = opened.referral;
  const Instant at = input.at.value_or(work.now);
  TRY(check_at(at, referral.approved_at.value_or(referral.received_at), work.now));
  referral.filled_back_at = at;
  referral.fill_back_proof = input.proof;
  const Moved moved =
      TRY(advance(work, opened, Action::fill_back, {sign_in_span, contact_span, answer_span}));
  evidence::append(work, "referral.filled_back", evidence::Subject(id, opened.key),
                   FilledBack{moved, at, input.proof});
  return state_of(referral);
}

Result<ReferralState> rework(Work& work, Id<Referral> id, const Rework& input) {
  auto opened = TRY(open(work, id));
  Referral& referral = opened.referral;
  if (input.due_on && *input.due_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "referral.due_early", "due_on");
  if (referral.state != State::filled_back) return refuse(Reason::conflict, "referral.wrong_state");
  ++referral.returns;
  referral.due_on = input.due_on;
  auto clocks = start_clocks(work, referral, work.now, {answer_span});
  Moved moved = TRY(advance(work, opened, Action::rework));
  moved.clocks.insert(moved.clocks.begin(), clocks.begin(), clocks.end());
  evidence::append(work, "referral.returned", evidence::Subject(id, opened.key),
                   Returned{moved, referral.returns, input.due_on, input.reason});
  return state_of(referral);
}

Result<ReferralState> finish(Work& work, Id<Referral> id, const Callback& input) {
  auto opened = TRY(open(work, id));
  opened.referral.callback = input.result;
  opened.referral.done_at = work.now;
  const Moved moved = TRY(advance(work, opened, Action::finish));
  evidence::append(work, "referral.finished", evidence::Subject(id, opened.key),
                   Finished{moved, input.result, input.note});
  return state_of(opened.referral);
}

}  // namespace xb::referrals
