#include "modules/referrals/matching/service.h"

#include <algorithm>

#include "core/ensure.h"
#include "modules/complaints/reading/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/service.h"
#include "modules/referrals/rules.h"
#include "modules/referrals/service.h"
#include "platform/clocks/store.h"
#include "platform/evidence/log.h"

namespace xb::referrals {
namespace {

struct Compared {
  std::int64_t referrals = 0;
  std::int64_t complaints = 0;
  std::int64_t candidates = 0;
};
BOOST_DESCRIBE_STRUCT(Compared, (), (referrals, complaints, candidates))

struct Linked {
  Id<complaints::Complaint> complaint_id;
  Matched matched = Matched::ours;
  bool is_upgraded = false;
  Id<Unit> branch_id;
  Id<Unit> sub_branch_id;
  Id<Unit> outlet_id;
  Id<Unit> handling_unit_id;
};
BOOST_DESCRIBE_STRUCT(Linked, (),
                      (complaint_id, matched, is_upgraded, branch_id, sub_branch_id, outlet_id,
                       handling_unit_id))

template <class P>
std::string revealed(const std::optional<P>& value) {
  return value ? value->reveal() : std::string{};
}

Likeness likeness_of(const Referral& referral) {
  return {revealed(referral.complainant_name), revealed(referral.phone),
          referral.wording.reveal() + "\n" + revealed(referral.demand), referral.received_at};
}

// Who complained, when, and in short what about: what a list of complaints has at hand.
Likeness likeness_of(const complaints::ComplaintItem& item) {
  return {revealed(item.complainant_name), revealed(item.complainant_phone), item.summary.reveal(),
          item.received_at};
}

// A referral and what was found for it so far.
struct Looking {
  Id<Referral> id;
  Likeness likeness;
  std::vector<Candidate> found;
};

void keep(Looking& looking, Candidate candidate) {
  looking.found.push_back(std::move(candidate));
  std::stable_sort(looking.found.begin(), looking.found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.points > b.points; });
  if (looking.found.size() > candidates_max) looking.found.pop_back();
}

// Nothing is a candidate by its text alone, so a complaint's whole text is opened only where name
// or phone speak for it.
void compare_with(Work& work, const complaints::ComplaintItem& item,
                  std::vector<Looking>& referrals) {
  const Likeness brief = likeness_of(item);
  std::optional<Likeness> whole;
  for (Looking& looking : referrals) {
    const bool may_be = phones_fit(looking.likeness.phone, brief.phone) ||
                        compare_names(looking.likeness.name, brief.name);
    if (!may_be) continue;
    if (!whole) {
      whole = brief;
      if (const auto complaint = complaints::find_complaint(work, work.actor, item.id))
        whole->text += "\n" + revealed(complaint->description) + "\n" + revealed(complaint->claim);
    }
    Score score = compare(looking.likeness, *whole);
    if (!is_candidate(score)) continue;
    keep(looking, Candidate{item.id, item.number, item.state, item.received_at, item.summary,
                            item.complainant_name, score.points, std::move(score.grounds),
                            score.shared_percent});
  }
}

std::vector<Looking> looking_for(const exchange::Ground& ground,
                                 const std::vector<Id<Referral>>& ids) {
  std::vector<Looking> out;
  ground.database.read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    out.clear();
    for (const Referral& referral : referrals_by_ids(work, work.actor, ids))
      out.push_back({referral.id, likeness_of(referral), {}});
  });
  return out;
}

// Compares one page of complaints; the request then asks for the next, or has no cursor.
Compared compare_page(const exchange::Ground& ground, storage::ListRequest& request,
                      std::vector<Looking>& looking) {
  Compared out;
  std::vector<Looking> looked;
  std::optional<std::string> next;
  ground.database.read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    looked = looking;
    const auto page = complaints::list(work, request);
    ensure(page.has_value(), "a list of ours is refused");
    for (const auto& item : page->items) compare_with(work, item, looked);
    out.complaints = static_cast<std::int64_t>(page->items.size());
    next = page->next_cursor;
  });
  looking = std::move(looked);
  request.cursor = next.value_or("");
  return out;
}

void record(const exchange::Ground& ground, const Compared& compared) {
  ground.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto key = sealing::new_key(work);
    evidence::append(work, "referral.compared",
                     evidence::Subject::made_now(work.new_id<Compared>(), key), compared);
    return true;
  });
}

// Writes the tie between a referral and its complaint.
Result<ReferralState> link(Work& work, OpenReferral& open, const complaints::Complaint& complaint,
                           Matched matched, bool is_upgraded) {
  Referral& referral = open.referral;
  referral.matched = matched;
  referral.complaint_id = complaint.id;
  referral.is_upgraded = is_upgraded;
  referral.branch_id = complaint.branch_id;
  referral.sub_branch_id = complaint.sub_branch_id;
  referral.outlet_id = complaint.outlet_id;
  referral.handling_unit_id = complaint.handling_unit_id;
  referral.accused_id = complaint.accused_id;
  referral.shut_unit_id = complaint.shut_unit_id;
  TRY(update(work, referral, open.key));
  clocks::follow_subject(work.tx, referral.id.number, standing_of(referral));
  const Linked linked{complaint.id,
                      matched,
                      is_upgraded,
                      referral.branch_id,
                      referral.sub_branch_id,
                      referral.outlet_id,
                      referral.handling_unit_id};
  const evidence::Subject subject(referral.id, open.key);
  if (matched == Matched::ours)
    evidence::append(work, "referral.matched", subject, linked);
  else
    evidence::append(work, "referral.case_registered", subject, linked);
  return state_of(referral);
}

Result<OpenReferral> open_for_link(Work& work, Id<Referral> id) {
  auto opened = TRY(open(work, id));
  if (opened.referral.state == State::done) return refuse(Reason::conflict, "referral.wrong_state");
  if (opened.referral.matched == Matched::registered)
    return refuse(Reason::conflict, "referral.has_case");
  return opened;
}

complaints::Summary first_words(const Wording& wording) {
  constexpr std::size_t shown = 60;
  const std::string& text = wording.reveal();
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end) {
    const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (starts && count++ == shown) break;
  }
  return complaints::Summary::trusted(text.substr(0, end));
}

complaints::NewComplainant complainant_of(const Referral& referral) {
  complaints::NewComplainant out;
  out.name = referral.complainant_name;
  if (referral.phone)
    if (auto phone = Personal<privacy::Phone>::from(referral.phone->reveal()))
      out.phone = std::move(*phone);
  return out;
}

}  // namespace

Result<CandidateLists> find_candidates(const exchange::Ground& ground, const Asked& input) {
  if (input.ids.empty()) return refuse(Reason::invalid, "referral.none_named", "ids");
  if (input.ids.size() > asked_max) return refuse(Reason::invalid, "referral.too_many", "ids");
  CandidateLists out;
  std::vector<Looking> looking = looking_for(ground, input.ids);
  if (looking.empty()) return out;
  Instant first = looking.front().likeness.received_at;
  for (const Looking& one : looking) first = std::min(first, one.likeness.received_at);

  storage::ListRequest request;
  request.filters["received_from"] = {format(first - looked_back)};
  request.limit = storage::page_max;
  for (bool is_last = false; !is_last;) {
    const Compared page = compare_page(ground, request, looking);
    out.compared += page.complaints;
    out.is_whole = request.cursor.empty();
    is_last = out.is_whole || out.compared >= compared_max;
  }
  Compared all{static_cast<std::int64_t>(looking.size()), out.compared, 0};
  for (Looking& one : looking) {
    all.candidates += static_cast<std::int64_t>(one.found.size());
    out.items.push_back({one.id, std::move(one.found)});
  }
  record(ground, all);
  return out;
}

Result<ReferralState> match(Work& work, Id<Referral> id, const MatchInput& input) {
  auto opened = TRY(open_for_link(work, id));
  const auto complaint = complaints::find_complaint(work, work.actor, input.complaint_id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing", "complaint_id");
  const bool is_upgraded = complaint->received_at < opened.referral.received_at &&
                           !is_case_of_a_referral(work.tx, complaint->id);
  return link(work, opened, *complaint, Matched::ours, is_upgraded);
}

Result<ReferralState> register_case(Work& work, Id<Referral> id, const NewCase& input) {
  auto opened = TRY(open_for_link(work, id));
  const Referral& referral = opened.referral;
  const auto classes = classified(referral.bureau);
  const complaints::NewComplaint complaint{
      .source = complaints::Code::trusted(std::string{classes.source}),
      .intake_channel = complaints::RequiredCode::trusted(std::string{classes.intake_channel}),
      .business_channel = input.business_channel,
      .business = input.business,
      .cause = input.cause,
      .summary = input.summary.value_or(first_words(referral.wording)),
      .description = referral.wording,
      .claim = referral.demand,
      .received_at = referral.received_at,
      .heard_by_id = {},
      .accused_id = input.accused_id,
      .complainant = input.complainant.value_or(complainant_of(referral))};
  const auto made = TRY(complaints::register_complaint(work, complaint));
  const auto stored = complaints::find_complaint(work, Actor::system(), made.id);
  return link(work, opened, stored.value(), Matched::registered, false);
}

}  // namespace xb::referrals
