#include "modules/complaints/earlier/service.h"

#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Searched {
  std::string identifier;  // its kind; several with commas
  std::int64_t hits = 0;
};
BOOST_DESCRIBE_STRUCT(Searched, (), (identifier, hits))

template <class Kind>
void add(std::vector<Term>& terms, const sealing::BlindIndex<Kind>& index) {
  if (index.text) terms.push_back({Kind::index, *index.text});
}

}  // namespace

std::vector<Term> terms_of(const Complainant& person) {
  std::vector<Term> out;
  add(out, person.phone_index);
  add(out, person.identity_number_index);
  add(out, person.card_number_index);
  add(out, person.email_index);
  add(out, person.credit_code_index);
  return out;
}

void record_search(Work& work, const std::vector<Term>& terms, std::size_t hits) {
  std::string kinds;
  for (const Term& term : terms) kinds += (kinds.empty() ? "" : ",") + std::string{term.index};
  const auto key = sealing::new_key(work);
  evidence::append(work, "complaint.searched",
                   evidence::Subject::made_now(work.new_id<Searched>(), key),
                   Searched{kinds, static_cast<std::int64_t>(hits)});
}

std::vector<EarlierMatter> matters_in_sight(Work& work, const std::vector<EarlierCase>& cases) {
  std::vector<std::int64_t> ids;
  for (const EarlierCase& one : cases) ids.push_back(one.id.number);
  std::vector<EarlierMatter> out;
  for (ComplaintLine& line : lines_in_sight(work, work.actor, ids, shown_max))
    out.push_back({line.id, std::move(line.number), line.kind, line.state, std::move(line.business),
                   std::move(line.cause), std::move(line.summary), line.received_at,
                   line.closed_at});
  return out;
}

Result<EarlierMatters> find_earlier(Work& work, const EarlierSearch& input) {
  const auto terms = terms_of(work, input);
  if (terms.empty()) return refuse(Reason::invalid, "search.no_term");
  EarlierMatters out{matters_in_sight(work, cases_of_person(work, terms, {}, earlier_max))};
  record_search(work, terms, out.items.size());
  return out;
}

Result<EarlierMatters> earlier_of(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  const auto person = find_complainant(work, complaint->complainant_id);
  if (!person) return EarlierMatters{};
  return EarlierMatters{
      matters_in_sight(work, cases_of_person(work, terms_of(*person), id, earlier_max))};
}

Result<Id<Complaint>> repeated_by(Work& work, const Complaint& complaint,
                                  const std::vector<EarlierCase>& cases,
                                  const std::optional<Text<40, Presence::required>>& told) {
  if (told) {
    const auto found = find_complaint_by_number(work, work.actor, told->str());
    if (!found) return refuse(Reason::invalid, "complaint.repeat_unknown", "repeats_number");
    return found->id;
  }
  if (complaint.kind != IntakeKind::complaint) return Id<Complaint>{};
  for (const EarlierCase& one : cases) {
    const bool is_kept = one.accused_id || one.shut_unit_id;
    const bool is_complaint = one.kind == IntakeKind::complaint && one.state != State::redirected;
    if (!is_kept && is_complaint && is_same_matter(words(work), complaint.business, one.business))
      return one.id;
  }
  return Id<Complaint>{};
}

}  // namespace xb::complaints
