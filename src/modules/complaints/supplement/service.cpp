#include "modules/complaints/supplement/service.h"

#include "core/json.h"
#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "modules/complaints/supplement/store.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct SupplementAsked : Moved {
  Id<SupplementRequest> request_id;
  std::vector<Material> materials;
  std::optional<Date> until_on;
  Note question;
  std::optional<Note> again_reason;
};
BOOST_DESCRIBE_STRUCT(SupplementAsked, (Moved),
                      (request_id, materials, until_on, question, again_reason))

struct Supplemented : Moved {
  Id<Supplement> supplement_id;
  std::optional<Id<SupplementRequest>> request_id;
  std::vector<Material> materials;
  Instant received_at;
  bool is_complete = false;
  std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(Supplemented, (Moved),
                      (supplement_id, request_id, materials, received_at, is_complete, note))

std::vector<Material> materials_in(const std::string& column) {
  const auto json = parse_json(column);
  storage::cells::expect(json.has_value(), "materials are no JSON");
  auto read = Json<std::vector<Material>>::read(*json);
  storage::cells::expect(read.has_value(), "materials are unknown");
  return std::move(*read);
}

Result<void> check(const NewSupplementRequest& input, Work& work) {
  if (input.materials.empty()) return refuse(Reason::invalid, "field.empty", "materials");
  if (is_blank(input.question.reveal())) return refuse(Reason::invalid, "field.empty", "question");
  if (!input.bank_lacks) return refuse(Reason::invalid, "supplement.bank_holds", "bank_lacks");
  if (input.until_on && *input.until_on < work.zone.date(work.now))
    return refuse(Reason::invalid, "field.too_early", "until_on");
  return {};
}

}  // namespace

Result<ComplaintState> request_supplement(Work& work, Id<Complaint> id,
                                          const NewSupplementRequest& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::request_supplement));
  TRY(check(input, work));
  const auto earlier = supplement_requests(work, id);
  if (!earlier.empty() && !earlier.back().settled_at)
    return refuse(Reason::conflict, "supplement.open");
  const bool is_told_why = input.again_reason && !is_blank(input.again_reason->reveal());
  if (!earlier.empty() && !is_told_why)
    return refuse(Reason::conflict, "supplement.once", "again_reason");
  const SupplementRequest row{.id = work.new_id<SupplementRequest>(),
                              .key_id = opened.key.id(),
                              .complaint_id = id,
                              .materials = to_json(input.materials),
                              .question = input.question,
                              .again_reason = input.again_reason,
                              .until_on = input.until_on,
                              .asked_at = work.now,
                              .asked_by = work.actor.person,
                              .settled_at = {}};
  sealing::insert(work, row, opened.key);
  const Moved moved = TRY(advance(work, opened, Action::request_supplement));
  evidence::append(work, "complaint.supplement_asked", evidence::Subject(id, opened.key),
                   SupplementAsked{moved, row.id, input.materials, input.until_on, input.question,
                                   input.again_reason});
  return state_of(work, opened.complaint);
}

Result<ComplaintState> add_supplement(Work& work, Id<Complaint> id, const NewSupplement& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::supplement));
  if (input.materials.empty()) return refuse(Reason::invalid, "field.empty", "materials");
  const Instant received_at = input.received_at.value_or(work.now);
  if (received_at > work.now) return refuse(Reason::invalid, "field.in_future", "received_at");
  if (received_at < opened.complaint.received_at)
    return refuse(Reason::invalid, "field.too_early", "received_at");
  Supplement row{.id = work.new_id<Supplement>(),
                 .key_id = opened.key.id(),
                 .complaint_id = id,
                 .request_id = {},
                 .materials = to_json(input.materials),
                 .note = input.note,
                 .received_at = received_at,
                 .recorded_by = work.actor.person};
  auto requests = supplement_requests(work, id);
  if (!requests.empty() && !requests.back().settled_at) {
    row.request_id = requests.back().id;
    requests.back().settled_at = received_at;
    if (input.is_complete) TRY(sealing::update(work, requests.back(), opened.key));
  }
  sealing::insert(work, row, opened.key);
  const Moved moved = TRY(advance(work, opened, Action::supplement));
  evidence::append(work, "complaint.supplemented", evidence::Subject(id, opened.key),
                   Supplemented{moved, row.id, given(row.request_id), input.materials, received_at,
                                input.is_complete, input.note});
  return state_of(work, opened.complaint);
}

Result<Supplements> supplements_of(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  Supplements out;
  for (SupplementRequest& row : supplement_requests(work, id))
    out.requests.push_back({row.id, materials_in(row.materials), std::move(row.question),
                            std::move(row.again_reason), row.until_on, row.asked_at,
                            given(row.asked_by), row.settled_at});
  for (Supplement& row : supplement_rows(work, id))
    out.items.push_back({row.id, given(row.request_id), materials_in(row.materials),
                         std::move(row.note), row.received_at, given(row.recorded_by)});
  return out;
}

}  // namespace xb::complaints
