// Whether what was referred is a complaint we have: candidates with their reasons, and what a
// person decides. A masked name and the end of a phone are in no index, and must not be: four
// digits under a key are ten thousand guesses. So the complaints of the last 90 days that one may
// see are opened and compared in memory, newest first, for many referrals in one pass; that
// somebody did is an entry.
#pragma once

#include "modules/complaints/types.h"
#include "modules/referrals/types.h"
#include "platform/exchange/import.h"
#include "platform/storage/work.h"

namespace xb::referrals {

inline constexpr std::size_t asked_max = 200;  // referrals at once
inline constexpr std::int64_t compared_max = 20'000;
inline constexpr std::size_t candidates_max = 5;  // of each referral
inline constexpr std::chrono::days looked_back{90};

struct Asked {
  std::vector<Id<Referral>> ids;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (ids))

struct Candidate {
  Id<complaints::Complaint> complaint_id;
  std::string number;
  complaints::State state = complaints::State::registered;
  Instant received_at;
  complaints::Summary summary;
  std::optional<Personal<privacy::Name>> complainant_name;
  std::int64_t points = 0;
  std::vector<Ground> grounds;
  std::int64_t shared_percent = 0;
};
BOOST_DESCRIBE_STRUCT(Candidate, (),
                      (complaint_id, number, state, received_at, summary, complainant_name, points,
                       grounds, shared_percent))

struct Candidates {
  Id<Referral> referral_id;
  std::vector<Candidate> items;  // the most points first
};
BOOST_DESCRIBE_STRUCT(Candidates, (), (referral_id, items))

struct CandidateLists {
  std::vector<Candidates> items;  // of those asked for that one may see
  std::int64_t compared = 0;      // complaints
  bool is_whole = true;           // false if `compared_max` ended it
};
BOOST_DESCRIBE_STRUCT(CandidateLists, (), (items, compared, is_whole))

// Reads page by page, each in a snapshot of its own, so that neither a writer nor a reader is held
// for long. Refuses with referral.none_named or referral.too_many.
Result<CandidateLists> find_candidates(const exchange::Ground& ground, const Asked& input);

struct MatchInput {
  Id<complaints::Complaint> complaint_id;
};
BOOST_DESCRIBE_STRUCT(MatchInput, (), (complaint_id))

// The referral is about this complaint: it goes where the complaint is handled, and is kept from
// whom that is kept from. Until a case was registered from it, another match corrects it. Refuses
// with referral.missing, complaint.missing, referral.has_case, referral.wrong_state or
// version.changed.
Result<ReferralState> match(Work& work, Id<Referral> id, const MatchInput& input);

// What the bureau does not tell, or tells otherwise.
struct NewCase {
  std::optional<complaints::Code> business_channel;
  std::optional<complaints::Code> business;
  std::optional<complaints::Code> cause;
  std::optional<complaints::Summary> summary;
  std::optional<Id<Person>> accused_id;
  std::optional<complaints::NewComplainant> complainant;
};
BOOST_DESCRIBE_STRUCT(NewCase, (),
                      (business_channel, business, cause, summary, accused_id, complainant))

// Registers a complaint with the text, the demand and the day of the referral. Also refuses as
// complaints::register_complaint does.
Result<ReferralState> register_case(Work& work, Id<Referral> id, const NewCase& input);

}  // namespace xb::referrals
