#include "modules/complaints/indexing/service.h"

#include "modules/complaints/importing/service.h"
#include "modules/complaints/indexing/store.h"
#include "modules/complaints/store.h"

namespace xb::complaints {
namespace {

template <class Kind>
void add(std::vector<std::string>& secrets, const std::optional<Personal<Kind>>& value) {
  if (value) secrets.push_back(value->reveal());
}

}  // namespace

std::optional<Whereabouts> whereabouts(Work& work, Id<Complaint> id) {
  return whereabouts_row(work.tx, id);
}

std::optional<Texts> texts_of(Work& work, Id<Complaint> id) {
  auto complaint = find_complaint(work, Actor::system(), id);
  if (!complaint) return {};
  Texts out{std::move(complaint->number),  source_number_of(work.tx, *complaint),
            std::move(complaint->summary), std::move(complaint->description),
            std::move(complaint->claim),   {}};
  if (const auto person = find_complainant(work, complaint->complainant_id)) {
    add(out.secrets, person->name);
    add(out.secrets, person->phone);
    add(out.secrets, person->identity_number);
    add(out.secrets, person->credit_code);
    add(out.secrets, person->card_number);
    add(out.secrets, person->email);
    add(out.secrets, person->address);
  }
  if (const auto details = find_details(work, id)) {
    add(out.secrets, details->agent_name);
    add(out.secrets, details->agent_phone);
    add(out.secrets, details->agent_identity_number);
  }
  return out;
}

std::vector<FoundComplaint> seen_by(Work& work, const Actor& viewer,
                                    const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return {};
  return found_rows(work.tx, viewer, ids);
}

}  // namespace xb::complaints
