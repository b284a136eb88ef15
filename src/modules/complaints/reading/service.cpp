#include "modules/complaints/reading/service.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "modules/complaints/earlier/service.h"
#include "modules/complaints/followers.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/service.h"
#include "platform/evidence/followers.h"

namespace xb::complaints {
namespace {

constexpr std::size_t timeline_max = 1000;

ComplainantView view_of(const Complainant& person) {
  return {person.name,        person.phone, person.identity_number, person.credit_code,
          person.card_number, person.email, person.address};
}

// What stands beside the row: who complains and acts, and what was told of the matter.
void add_details(Work& work, const Complaint& complaint, ComplaintView& out) {
  const auto person = find_complainant(work, complaint.complainant_id);
  if (person) out.complainant = view_of(*person);
  ComplaintDetails details = find_details(work, complaint.id).value_or(ComplaintDetails{});
  out.care = care_of(words(work), complaint.customer_groups);
  out.supplement_grounds =
      supplement_grounds(supplied_by(complaint, person.value_or(Complainant{}), details));
  const std::string repeated = number_in_sight(work, work.actor, complaint.repeats_id);
  if (!repeated.empty()) out.repeats_number = repeated;
  out.rights = std::move(details.rights);
  out.claim_kinds = std::move(details.claim_kinds);
  out.amount_fen = details.amount_fen;
  out.method = std::move(details.method);
  out.result = std::move(details.result);
  if (details.agent_relation && details.agent_name)
    out.agent = AgentView{std::move(*details.agent_relation), std::move(*details.agent_name),
                          std::move(details.agent_phone), std::move(details.agent_identity_number),
                          std::move(details.agent_proof)};
}

bool is_in_sight(Work& work, Id<Complaint> id) {
  return id && !number_in_sight(work, work.actor, id).empty();
}

// Another case that the reader does not see is not named to him.
void hide_other_case(Work& work, evidence::TimelineEntry& entry) {
  if (entry.kind != "complaint.joined" && entry.kind != "complaint.split") return;
  auto facts = parse_json(entry.facts.text).value().as_object();
  for (const char* name : {"into_id", "from_id"}) {
    const auto* other = facts.if_contains(name);
    if (other != nullptr && other->is_int64() && !is_in_sight(work, {other->get_int64()}))
      facts.erase(name);
  }
  entry.facts.text = boost::json::serialize(facts);
}

// Steps whose words stand in their entry alone, and the member that holds them.
const std::map<std::string, std::string_view, std::less<>> words_of_steps{
    {"complaint.accepted", "note"},        {"complaint.accused_named", "reason"},
    {"complaint.answer_accepted", "note"}, {"complaint.answered", "note"},
    {"complaint.assigned", "reason"},      {"complaint.classes_checked", "reason"},
    {"complaint.classified", "reason"},    {"complaint.clock_restarted", "facts"},
    {"complaint.closed", "result"},        {"complaint.date_set", "reason"},
    {"complaint.days_excluded", "reason"}, {"complaint.exclusion_ended", "reason"},
    {"complaint.extended", "reason"},      {"complaint.joined", "reason"},
    {"complaint.raised", "reason"},        {"complaint.redirected", "reason"},
    {"complaint.refused", "reason"},       {"complaint.sample_checked", "note"},
    {"complaint.split", "reason"},         {"complaint.taken_over", "note"},
    {"complaint.withdrawn", "reason"},
};

// By the number of their entry.
std::map<std::int64_t, Note> notes_of(Work& work, Id<Complaint> id) {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> out;
    for (const auto& [kind, member] : words_of_steps) out.push_back(kind);
    return out;
  }();
  std::map<std::int64_t, Note> out;
  for (const auto& entry : evidence::opened(work, id.number, kinds)) {
    const auto json = parse_json(entry.personal);
    const auto* told =
        json ? json->as_object().if_contains(words_of_steps.at(entry.kind)) : nullptr;
    if (told != nullptr && told->is_string())
      out.emplace(entry.n, Note::trusted(std::string{told->get_string()}));
  }
  return out;
}

}  // namespace

Result<ComplaintView> find(Work& work, Id<Complaint> id) {
  auto found = find_seen(work, id);
  if (!found) return refuse(Reason::missing, "complaint.missing");
  Complaint& complaint = *found;
  ComplaintView out;
  out.id = complaint.id;
  out.number = complaint.number;
  out.kind = complaint.kind;
  out.state = complaint.state;
  out.origin = complaint.origin;
  out.source = complaint.source;
  out.intake_channel = complaint.intake_channel;
  out.business_channel = complaint.business_channel;
  out.business = complaint.business;
  out.cause = complaint.cause;
  out.summary = std::move(complaint.summary);
  out.description = std::move(complaint.description);
  out.claim = std::move(complaint.claim);
  out.source_record = std::move(complaint.source_record);
  out.source_number = source_number_of(work.tx, complaint);
  out.received_at = complaint.received_at;
  out.registered_at = complaint.registered_at;
  out.due_at = complaint.due_at;
  out.decided_at = complaint.decided_at;
  out.answered_at = complaint.answered_at;
  out.closed_at = complaint.closed_at;
  out.sample_check = complaint.sample_check;
  out.archived_on = complaint.archived_on;
  if (is_in_sight(work, complaint.joined_into_id)) out.joined_into_id = complaint.joined_into_id;
  out.branch_id = given(complaint.branch_id);
  out.sub_branch_id = given(complaint.sub_branch_id);
  out.outlet_id = given(complaint.outlet_id);
  out.tier = complaint.tier;
  out.urgency = complaint.urgency;
  out.responsible_id = given(complaint.responsible_id);
  out.handling_unit_id = given(complaint.handling_unit_id);
  out.handler_id = given(complaint.handler_id);
  out.next_contact_on = complaint.next_contact_on;
  out.raised_to_id = given(complaint.raised_to_id);
  out.leader_id = given(complaint.leader_id);
  out.accused_id = given(complaint.accused_id);
  out.customer_kind = complaint.customer_kind;
  out.product = complaint.product;
  out.region = complaint.region;
  out.customer_groups = complaint.customer_groups;
  out.is_repeat = bool{complaint.repeats_id};
  out.unknown_codes = complaint.unknown_codes;
  out.clocks = views_of(work, clocks::clocks_of(work.tx, id.number));
  out.approvals = approvals::briefs_of(work.tx, id.number);
  out.version = complaint.version;
  add_details(work, complaint, out);
  return out;
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
        .kind = line.kind,
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
        .customer_kind = line.customer_kind,
        .product = std::move(line.product),
        .region = std::move(line.region),
        .customer_groups = std::move(line.customer_groups),
        .is_repeat = bool{line.repeats_id},
        .unknown_codes = std::move(line.unknown_codes),
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

storage::ListRequest in_codes(const taxonomies::Book& book, storage::ListRequest request) {
  for (auto& [name, values] : request.filters) {
    if (book.find(name) == nullptr) continue;
    const bool takes_one = name == "customer_group";
    std::vector<std::string> codes;
    for (std::string& value : values) {
      const auto* item = book.known_as(name, value);
      auto known = item == nullptr ? std::vector{std::move(value)}
                   : takes_one     ? std::vector{item->code}
                                   : book.below(name, item->code);
      for (std::string& code : known)
        if (std::find(codes.begin(), codes.end(), code) == codes.end())
          codes.push_back(std::move(code));
    }
    values = std::move(codes);
  }
  return request;
}

Result<storage::Page<ComplaintItem>> list(Work& work, const storage::ListRequest& request) {
  // What names a person must not stand in an address, where logs and histories keep it.
  std::string personal;
  for_each_member<NewComplainant>([&](std::string_view name, auto) {
    if (request.filters.contains(name)) personal = name;
  });
  if (!personal.empty()) return refuse(Reason::invalid, "use_search", personal);
  auto keys = TRY(page(work, work.actor, in_codes(words(work), request)));
  return storage::Page<ComplaintItem>{items_of(work, std::move(keys.lines)), keys.next_cursor};
}

Result<Timeline> timeline(Work& work, Id<Complaint> id) {
  if (!find_seen(work, id)) return refuse(Reason::missing, "complaint.missing");
  const auto notes = notes_of(work, id);
  Timeline out;
  for (auto& entry : evidence::timeline(work, id.number, 0, timeline_max)) {
    hide_other_case(work, entry);
    TimelineItem& item = out.items.emplace_back(TimelineItem{std::move(entry), {}});
    if (const auto note = notes.find(item.n); note != notes.end()) item.note = note->second;
  }
  return out;
}

Result<Counts> count(Work& work) {
  return Counts{counts(work.tx, work.actor), evidence::position(work.tx, counting_name)};
}

Result<SearchResult> search(Work& work, const Search& input) {
  const std::vector<Term> terms = terms_of(work, input);
  if (terms.size() + (input.number ? 1 : 0) != 1) return refuse(Reason::invalid, "search.one_term");
  std::vector<std::int64_t> ids;
  if (input.number) {
    const auto found = find_complaint_by_number(work, work.actor, input.number->str());
    if (found) ids.push_back(found->id.number);
  } else {
    ids = complaints_by_index(work, work.actor, terms[0].index, terms[0].value, search_max);
    record_search(work, terms, ids.size());
  }
  return SearchResult{items_of(work, lines_by_ids(work, ids))};
}

}  // namespace xb::complaints
