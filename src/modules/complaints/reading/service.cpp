#include "modules/complaints/reading/service.h"

#include <unordered_map>

#include "modules/complaints/followers.h"
#include "modules/complaints/service.h"
#include "platform/evidence/followers.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

constexpr std::size_t timeline_max = 1000;

std::optional<ComplainantView> view_of(Work& work, Id<Complainant> id) {
  if (!id) return {};
  const auto person = find_complainant(work, id);
  if (!person) return {};
  return ComplainantView{person->name,        person->phone, person->identity_number,
                         person->card_number, person->email, person->address};
}

// The kind of identifier asked for and its blind index; empty for none or several.
struct Term {
  std::string_view index;
  std::string value;
};

template <class Kind>
void add_term(Work& work, std::vector<Term>& terms,
              const std::optional<privacy::Personal<Kind>>& value) {
  if (value) terms.push_back({Kind::index, *sealing::BlindIndex<Kind>::of(work.keys, *value).text});
}

struct Searched {
  std::string identifier;
  std::int64_t hits = 0;
};
BOOST_DESCRIBE_STRUCT(Searched, (), (identifier, hits))

void record_search(Work& work, const Term& term, std::size_t hits) {
  const auto key = sealing::new_key(work);
  evidence::append(work, "complaint.searched",
                   evidence::Subject::made_now(work.new_id<Searched>(), key),
                   Searched{std::string{term.index}, static_cast<std::int64_t>(hits)});
}

}  // namespace

Result<ComplaintView> find(Work& work, Id<Complaint> id) {
  auto found = find_complaint(work, work.actor, id);
  if (!found) return refuse(Reason::missing, "complaint.missing");
  Complaint& complaint = *found;
  return ComplaintView{
      .id = complaint.id,
      .number = complaint.number,
      .state = complaint.state,
      .origin = complaint.origin,
      .source = complaint.source,
      .intake_channel = complaint.intake_channel,
      .business_channel = complaint.business_channel,
      .business = complaint.business,
      .cause = complaint.cause,
      .summary = std::move(complaint.summary),
      .description = std::move(complaint.description),
      .claim = std::move(complaint.claim),
      .source_record = std::move(complaint.source_record),
      .complainant = view_of(work, complaint.complainant_id),
      .received_at = complaint.received_at,
      .registered_at = complaint.registered_at,
      .due_at = complaint.due_at,
      .closed_at = complaint.closed_at,
      .branch_id = given(complaint.branch_id),
      .sub_branch_id = given(complaint.sub_branch_id),
      .outlet_id = given(complaint.outlet_id),
      .tier = complaint.tier,
      .urgency = complaint.urgency,
      .responsible_id = given(complaint.responsible_id),
      .handling_unit_id = given(complaint.handling_unit_id),
      .handler_id = given(complaint.handler_id),
      .next_contact_on = complaint.next_contact_on,
      .raised_to_id = given(complaint.raised_to_id),
      .leader_id = given(complaint.leader_id),
      .accused_id = given(complaint.accused_id),
      .clocks = views_of(work, clocks::clocks_of(work.tx, id.number)),
      .version = complaint.version,
  };
}

std::vector<ComplaintItem> items_of(Work& work, std::vector<ComplaintLine> lines) {
  std::vector<std::int64_t> ids;
  for (const ComplaintLine& line : lines)
    if (line.complainant_id) ids.push_back(line.complainant_id.number);
  std::unordered_map<std::int64_t, Complainant> people;
  for (Complainant& person : complainants(work, ids))
    people.emplace(person.id.number, std::move(person));

  std::vector<ComplaintItem> out;
  out.reserve(lines.size());
  for (ComplaintLine& line : lines) {
    ComplaintItem item{
        .id = line.id,
        .number = std::move(line.number),
        .state = line.state,
        .origin = line.origin,
        .source = std::move(line.source),
        .intake_channel = std::move(line.intake_channel),
        .business_channel = std::move(line.business_channel),
        .business = std::move(line.business),
        .cause = std::move(line.cause),
        .summary = std::move(line.summary),
        .complainant_name = {},
        .complainant_phone = {},
        .received_at = line.received_at,
        .due_at = line.due_at,
        .closed_at = line.closed_at,
        .outlet_id = given(line.outlet_id),
        .tier = line.tier,
        .urgency = line.urgency,
        .handling_unit_id = given(line.handling_unit_id),
        .handler_id = given(line.handler_id),
        .next_contact_on = line.next_contact_on,
        .leader_id = given(line.leader_id),
        .version = line.version,
    };
    if (const auto person = people.find(line.complainant_id.number); person != people.end()) {
      item.complainant_name = person->second.name;
      item.complainant_phone = person->second.phone;
    }
    out.push_back(std::move(item));
  }
  return out;
}

Result<storage::Page<ComplaintItem>> list(Work& work, const storage::ListRequest& request) {
  // What names a person must not stand in an address, where logs and histories keep it.
  std::string personal;
  for_each_member<NewComplainant>([&](std::string_view name, auto) {
    if (request.filters.contains(name)) personal = name;
  });
  if (!personal.empty()) return refuse(Reason::invalid, "use_search", personal);
  auto keys = TRY(page(work, work.actor, request));
  return storage::Page<ComplaintItem>{items_of(work, std::move(keys.lines)), keys.next_cursor};
}

Result<Timeline> timeline(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  return Timeline{evidence::timeline(work, id.number, 0, timeline_max)};
}

Result<Counts> count(Work& work) {
  return Counts{counts(work.tx, work.actor), evidence::position(work.tx, counting_name)};
}

Result<SearchResult> search(Work& work, const Search& input) {
  std::vector<Term> terms;
  add_term(work, terms, input.phone);
  add_term(work, terms, input.identity_number);
  add_term(work, terms, input.card_number);
  add_term(work, terms, input.email);
  if (terms.size() + (input.number ? 1 : 0) != 1) return refuse(Reason::invalid, "search.one_term");
  std::vector<std::int64_t> ids;
  if (input.number) {
    const auto found = find_complaint_by_number(work, work.actor, input.number->str());
    if (found) ids.push_back(found->id.number);
  } else {
    ids = complaints_by_index(work, work.actor, terms[0].index, terms[0].value, search_max);
    record_search(work, terms[0], ids.size());
  }
  return SearchResult{items_of(work, lines_by_ids(work, ids))};
}

}  // namespace xb::complaints
