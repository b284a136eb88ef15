#include "modules/complaints/offers/service.h"

#include "modules/complaints/offers/store.h"
#include "modules/complaints/offers/waivers.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Offered : Moved {
  Id<Offer> offer_id;
  std::int64_t round = 1;
  std::int64_t amount_fen = 0;
  std::optional<std::int64_t> demand_fen;
  std::optional<Date> until_on;
  Note terms;
};
BOOST_DESCRIBE_STRUCT(Offered, (Moved), (offer_id, round, amount_fen, demand_fen, until_on, terms))

struct NotApproved : Moved {
  Id<Offer> offer_id;
};
BOOST_DESCRIBE_STRUCT(NotApproved, (Moved), (offer_id))

struct Settled : Moved {
  Id<Offer> offer_id;
  OfferOutcome outcome{};
  std::int64_t amount_fen = 0;
  std::optional<Note> said;
};
BOOST_DESCRIBE_STRUCT(Settled, (Moved), (offer_id, outcome, amount_fen, said))

OfferView view_of(const Offer& row) {
  return {row.id,
          row.complaint_id,
          row.round,
          row.state,
          row.amount_fen,
          row.demand_fen,
          row.terms,
          row.until_on,
          row.offered_at,
          given(row.offered_by),
          row.said,
          row.settled_at,
          given(row.settled_by),
          given(row.approval_id),
          row.version};
}

Result<void> check_amount(std::int64_t fen, const char* field) {
  if (fen < 0 || fen > offer_max_fen) return refuse(Reason::invalid, "field.range", field);
  return {};
}

Result<void> check(const NewOffer& input, Work& work) {
  TRY(check_amount(input.amount_fen, "amount_fen"));
  if (input.demand_fen) TRY(check_amount(*input.demand_fen, "demand_fen"));
  if (is_blank(input.terms.reveal())) return refuse(Reason::invalid, "field.empty", "terms");
  if (waives_rights(input.terms.reveal()))
    return refuse(Reason::invalid, "offer.waives_rights", "terms");
  if (input.until_on && *input.until_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.too_early", "until_on");
  return {};
}

Result<OfferState> settled_as(const Offer& offer, OfferOutcome outcome, Date today) {
  const bool is_over = offer.until_on && *offer.until_on < today;
  switch (outcome) {
    case OfferOutcome::accepted:
      if (is_over) return refuse(Reason::conflict, "offer.expired");
      return OfferState::accepted;
    case OfferOutcome::declined: return OfferState::declined;
    case OfferOutcome::expired:
      if (!is_over) return refuse(Reason::conflict, "offer.still_stands");
      return OfferState::expired;
  }
  std::abort();
}

constexpr std::string_view offer_matter_name = "offer";

// What the complainant has taken already counts with what is offered now.
std::int64_t taken_fen(const std::vector<Offer>& earlier) {
  std::int64_t sum = 0;
  for (const Offer& one : earlier)
    if (one.state == OfferState::accepted) sum += one.amount_fen;
  return sum;
}

// The row whose offices have to agree; none where the maker's own authority is enough.
const workflow::ApprovalRule* above_authority(Work& work, const Complaint& complaint,
                                              std::int64_t amount_fen) {
  const auto* rule = approvals::rule_for(
      work, {.matter = offer_matter_name, .facts = facts_of(complaint), .amount_fen = amount_fen});
  if (rule == nullptr) return nullptr;
  const auto& last = rule->steps.back();
  const bool is_his = std::any_of(last.begin(), last.end(), [&](workflow::Office office) {
    return identity::stands_in(work, office, standing_of(complaint));
  });
  return is_his ? nullptr : rule;
}

}  // namespace

bool may_grant(Work& work, const Complaint& complaint, std::int64_t amount_fen) {
  return above_authority(work, complaint, amount_fen) == nullptr;
}

std::int64_t accepted_fen(Work& work, Id<Complaint> id) { return taken_fen(offer_rows(work, id)); }

namespace {

Offered told(const Moved& moved, const Offer& row) {
  return {moved, row.id, row.round, row.amount_fen, row.demand_fen, row.until_on, row.terms};
}

// The offer that this approval is of.
Offer waiting_for(Work& work, const approvals::Approval& approval) {
  const auto rows = offer_rows(work, {approval.subject_id});
  const bool waits = !rows.empty() && rows.back().state == OfferState::waiting &&
                     rows.back().approval_id == approval.id;
  storage::cells::expect(waits, "no offer waits for its approval");
  return rows.back();
}

// Now it may be made.
Result<approvals::Effect> approved(Work& work, const approvals::Approval& approval) {
  auto opened = TRY(open_for_system(work, {approval.subject_id}));
  Offer row = waiting_for(work, approval);
  TRY(after(opened.complaint.state, Action::settle_offer));
  if (row.until_on && *row.until_on < work.zone.date(work.now))
    return refuse(Reason::conflict, "offer.expired");
  row.state = OfferState::open;
  row.offered_at = work.now;
  TRY(sealing::update(work, row, opened.key));
  const Moved moved = TRY(move_to(work, opened, opened.complaint.state));
  evidence::append(work, "complaint.offered", evidence::Subject(row.complaint_id, opened.key),
                   told(moved, row));
  return approvals::Effect::done;
}

Result<void> not_approved(Work& work, const approvals::Approval& approval) {
  auto opened = TRY(open_for_system(work, {approval.subject_id}));
  Offer row = waiting_for(work, approval);
  row.state = OfferState::not_approved;
  row.settled_at = work.now;
  TRY(sealing::update(work, row, opened.key));
  const Moved moved = TRY(move_to(work, opened, opened.complaint.state));
  evidence::append(work, "complaint.offer_not_approved",
                   evidence::Subject(row.complaint_id, opened.key), NotApproved{moved, row.id});
  return {};
}

}  // namespace

Result<OfferView> make_offer(Work& work, Id<Complaint> id, const NewOffer& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::offer));
  TRY(check(input, work));
  const auto earlier = offer_rows(work, id);
  if (!earlier.empty() && !earlier.back().settled_at) return refuse(Reason::conflict, "offer.open");
  const auto* rule = above_authority(work, opened.complaint, taken_fen(earlier) + input.amount_fen);
  Offer row{.id = work.new_id<Offer>(),
            .key_id = opened.key.id(),
            .complaint_id = id,
            .round = static_cast<std::int64_t>(earlier.size()) + 1,
            .amount_fen = input.amount_fen,
            .demand_fen = input.demand_fen,
            .terms = input.terms,
            .until_on = input.until_on,
            .offered_at = work.now,
            .offered_by = work.actor.person,
            .said = {},
            .settled_at = {}};
  if (rule != nullptr) {
    row.state = OfferState::waiting;
    row.approval_id =
        TRY(approvals::ask(work, about(opened.complaint), *rule, approvals::asked_for(input))).id;
  }
  sealing::insert(work, row, opened.key);
  const Moved moved = TRY(advance(work, opened, Action::offer));
  evidence::append(work,
                   rule == nullptr ? evidence::Kind("complaint.offered") : "complaint.offer_asked",
                   evidence::Subject(id, opened.key), told(moved, row));
  return view_of(row);
}

Result<OfferView> settle_offer(Work& work, Id<Offer> id, const Settling& input) {
  auto row = offer_row(work, id);
  if (!row || !find_complaint(work, work.actor, row->complaint_id))
    return refuse(Reason::missing, "offer.missing");
  TRY(check_version(work, row->version));
  work.if_version.reset();  // it was the offer's, not the complaint's
  auto opened = TRY(open(work, row->complaint_id));
  TRY(after(opened.complaint.state, Action::settle_offer));
  if (row->state == OfferState::waiting) return refuse(Reason::conflict, "offer.waits");
  if (row->state != OfferState::open) return refuse(Reason::conflict, "offer.settled");
  row->state = TRY(settled_as(*row, input.outcome, work.zone.date(work.now)));
  row->said = input.said;
  row->settled_at = work.now;
  row->settled_by = work.actor.person;
  TRY(sealing::update(work, *row, opened.key));
  const Moved moved = TRY(advance(work, opened, Action::settle_offer));
  evidence::append(work, "complaint.offer_settled",
                   evidence::Subject(row->complaint_id, opened.key),
                   Settled{moved, id, input.outcome, row->amount_fen, input.said});
  return view_of(*row);
}

approvals::Matter offer_matter() {
  return {.name = std::string{offer_matter_name},
          .show = approvals::shown<NewOffer>,
          .granted = approved,
          .not_granted = not_approved};
}

Result<Offers> offers_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Offers out;
  for (const Offer& row : offer_rows(work, id)) out.items.push_back(view_of(row));
  return out;
}

Result<OfferView> find_offer(Work& work, Id<Offer> id) {
  const auto row = offer_row(work, id);
  if (!row || !find_complaint(work, work.actor, row->complaint_id))
    return refuse(Reason::missing, "offer.missing");
  return view_of(*row);
}

}  // namespace xb::complaints
