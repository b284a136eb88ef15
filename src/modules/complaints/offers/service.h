// Negotiation: what the bank offers, round by round, and what became of it. Nothing may be offered
// for giving up the right to complain, report, mediate, arbitrate or sue.
#pragma once

#include "modules/complaints/types.h"
#include "platform/approvals/service.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// `lapsed`: the case was over first. `waiting`: for somebody's word, so it may not be made yet;
// `not_approved`: he said no, or it was taken back.
enum class OfferState { open, accepted, declined, expired, lapsed, waiting, not_approved };
BOOST_DESCRIBE_ENUM(OfferState, open, accepted, declined, expired, lapsed, waiting, not_approved)

enum class OfferOutcome { accepted, declined, expired };
BOOST_DESCRIBE_ENUM(OfferOutcome, accepted, declined, expired)

struct NewOffer {
  std::int64_t amount_fen = 0;             // 0: no money
  std::optional<std::int64_t> demand_fen;  // what the complainant asks for in this round
  Note terms;
  std::optional<Date> until_on;  // the last day on which it stands
};
BOOST_DESCRIBE_STRUCT(NewOffer, (), (amount_fen, demand_fen, terms, until_on))

struct Settling {
  OfferOutcome outcome{};
  std::optional<Note> said;  // what the complainant said to it
};
BOOST_DESCRIBE_STRUCT(Settling, (), (outcome, said))

struct Offer {
  static constexpr std::string_view table = "offers";
  Id<Offer> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  std::int64_t round = 1;
  OfferState state = OfferState::open;
  std::int64_t amount_fen = 0;
  std::optional<std::int64_t> demand_fen;
  Note terms;
  std::optional<Date> until_on;
  Instant offered_at;
  Id<Person> offered_by;
  std::optional<Note> said;
  std::optional<Instant> settled_at;
  Id<Person> settled_by;
  Id<approvals::Approval> approval_id;  // none where the maker's own authority was enough
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Offer, (),
                      (id, key_id, complaint_id, round, state, amount_fen, demand_fen, terms,
                       until_on, offered_at, offered_by, said, settled_at, settled_by, approval_id,
                       version))

struct OfferView {
  Id<Offer> id;
  Id<Complaint> complaint_id;
  std::int64_t round = 1;
  OfferState state = OfferState::open;
  std::int64_t amount_fen = 0;
  std::optional<std::int64_t> demand_fen;
  Note terms;
  std::optional<Date> until_on;
  Instant offered_at;
  std::optional<Id<Person>> offered_by;
  std::optional<Note> said;
  std::optional<Instant> settled_at;
  std::optional<Id<Person>> settled_by;
  std::optional<Id<approvals::Approval>> approval_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(OfferView, (),
                      (id, complaint_id, round, state, amount_fen, demand_fen, terms, until_on,
                       offered_at, offered_by, said, settled_at, settled_by, approval_id, version))

struct Offers {
  std::vector<OfferView> items;
};
BOOST_DESCRIBE_STRUCT(Offers, (), (items))

inline constexpr std::int64_t offer_max_fen = 100'000'000'000;

// Where the approval book has a row for such an offer, it waits for the offices of the row before
// it may be made, unless whoever makes it holds the last of them himself. Refuses with complaint.*,
// version.changed, field.empty, field.range, field.too_early, offer.waives_rights, offer.open (one
// at a time) and what approvals::ask does.
Result<OfferView> make_offer(Work& work, Id<Complaint> id, const NewOffer& input);
// Refuses with offer.missing, offer.waits, offer.settled, offer.still_stands (it has not expired),
// offer.expired, version.changed or complaint.wrong_state.
Result<OfferView> settle_offer(Work& work, Id<Offer> id, const Settling& input);

// Whether the actor may grant the complainant that much in all without asking anybody.
bool may_grant(Work& work, const Complaint& complaint, std::int64_t amount_fen);

// What the complainant was offered and has accepted, in all.
std::int64_t accepted_fen(Work& work, Id<Complaint> id);

// What an approved offer leads to. A grant refuses with complaint.wrong_state where the case has
// gone on meanwhile, and with offer.expired.
approvals::Matter offer_matter();

// Refuses with complaint.missing.
Result<Offers> offers_of(Work& work, Id<Complaint> id);
// Refuses with offer.missing.
Result<OfferView> find_offer(Work& work, Id<Offer> id);

}  // namespace xb::complaints
