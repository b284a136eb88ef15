// The inbox of approvals: its lines, with what a reader needs to choose between them.
#include "platform/approvals/service.h"

namespace xb::approvals {
namespace {

void add_glances(Work& work, const Glances& glances, std::vector<ApprovalItem>& items) {
  std::vector<std::int64_t> waiting;
  std::vector<std::int64_t> others;
  for (const ApprovalItem& item : items)
    (item.state == State::waiting ? waiting : others).push_back(item.subject_id.number);
  const auto found = glances(work, waiting, others);
  for (ApprovalItem& item : items) {
    const auto glance = found.find(item.subject_id.number);
    if (glance == found.end()) continue;
    item.title = glance->second.title;
    item.due_at = glance->second.due_at;
  }
}

}  // namespace

std::optional<std::int64_t> amount_in(const Asked& asked) {
  const auto json = parse_json(asked.reveal());
  if (!json || !json->is_object()) return {};
  const auto* amount = json->get_object().if_contains("amount_fen");
  if (amount == nullptr || !amount->is_int64()) return {};
  return amount->get_int64();
}

Result<storage::Page<ApprovalItem>> list(Work& work, const storage::ListRequest& request,
                                         const Glances& glances) {
  const auto found = TRY(before(work, work.actor, request));
  storage::Page<ApprovalItem> out{{}, found.next_cursor};
  for (const Approval& one : found.rows)
    out.items.push_back({.id = one.id,
                         .matter = one.matter,
                         .subject_kind = one.subject_kind,
                         .subject_id = {one.subject_id},
                         .subject_number = one.subject_number,
                         .state = one.state,
                         .amount_fen = amount_in(one.input),
                         .asked_by_id = one.asked_by_id,
                         .asked_at = one.asked_at,
                         .settled_at = one.settled_at,
                         .version = one.version});
  if (glances) add_glances(work, glances, out.items);
  return out;
}

}  // namespace xb::approvals
