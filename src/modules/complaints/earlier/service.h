// Earlier matters of the same person, found by what identifies him: for the clerk before and when
// he registers, and to know a repeat. Nothing is shown of what is kept from the viewer.
#pragma once

#include "modules/complaints/store.h"

namespace xb::complaints {

struct EarlierMatter {
  Id<Complaint> id;
  std::string number;
  IntakeKind kind = IntakeKind::complaint;
  State state = State::registered;
  std::optional<Code> business;
  std::optional<Code> cause;
  Summary summary;
  Instant received_at;
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(EarlierMatter, (),
                      (id, number, kind, state, business, cause, summary, received_at, closed_at))

// What is known of somebody who stands there; any of his identifiers will do.
struct EarlierSearch {
  std::optional<Personal<privacy::Phone>> phone;
  std::optional<Personal<privacy::IdentityNumber>> identity_number;
  std::optional<Personal<privacy::CreditCode>> credit_code;
  std::optional<Personal<privacy::CardNumber>> card_number;
  std::optional<Personal<privacy::Email>> email;
};
BOOST_DESCRIBE_STRUCT(EarlierSearch, (), (phone, identity_number, credit_code, card_number, email))

struct EarlierMatters {
  std::vector<EarlierMatter> items;  // newest first, at most ten
};
BOOST_DESCRIBE_STRUCT(EarlierMatters, (), (items))

// A recorded read, as a search is: its entry has the kinds of identifiers and the number of hits.
// Refuses with search.no_term.
Result<EarlierMatters> find_earlier(Work& work, const EarlierSearch& input);

// Those of the person of this case. Refuses with complaint.missing.
Result<EarlierMatters> earlier_of(Work& work, Id<Complaint> id);

inline constexpr std::size_t earlier_max = 50;  // looked at of each identifier
inline constexpr std::size_t shown_max = 10;

std::vector<Term> terms_of(const Complainant& person);

// The blind index of each identifier of an input that is told.
template <class Input>
std::vector<Term> terms_of(Work& work, const Input& input) {
  std::vector<Term> out;
  for_each_member<Input>([&](std::string_view, auto member) {
    using Member = std::remove_cvref_t<decltype(input.*member)>;
    if constexpr (is_optional<Member>) {
      if constexpr (sealing::coding::is_personal<Member>) {
        using Kind = typename Member::value_type::Kind;
        if constexpr (privacy::Searchable<Kind>)
          if (input.*member)
            out.push_back(
                {Kind::index, *sealing::BlindIndex<Kind>::of(work.keys, *(input.*member)).text});
      }
    }
  });
  return out;
}

// A search by an identifier leaves an entry.
void record_search(Work& work, const std::vector<Term>& terms, std::size_t hits);

std::vector<EarlierMatter> matters_in_sight(Work& work, const std::vector<EarlierCase>& cases);

// The case that this one repeats: as told, else the newest complaint of the person on the same
// matter that is kept from nobody. Nothing for what is no complaint. Near-identical texts are
// another way to find one. Refuses with complaint.repeat_unknown.
Result<Id<Complaint>> repeated_by(Work& work, const Complaint& complaint,
                                  const std::vector<EarlierCase>& cases,
                                  const std::optional<Text<40, Presence::required>>& told);

}  // namespace xb::complaints
