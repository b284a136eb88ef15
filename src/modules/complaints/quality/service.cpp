#include "modules/complaints/quality/service.h"

#include <algorithm>

#include "core/json.h"
#include "modules/complaints/numbers.h"
#include "modules/complaints/quality/rules.h"
#include "modules/complaints/rules.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"
#include "platform/identity/rules.h"

namespace xb::complaints {
namespace {

struct ClassesChecked : Moved {
  ClassVerdict result = ClassVerdict::confirmed;
  std::vector<ClassChange> changes;
  std::optional<Note> reason;
};
BOOST_DESCRIBE_STRUCT(ClassesChecked, (Moved), (result, changes, reason))

std::string said_in(const Complaint& complaint) {
  std::string out = complaint.summary.reveal();
  if (complaint.description) out += "\n" + complaint.description->reveal();
  if (complaint.claim) out += "\n" + complaint.claim->reveal();
  return out;
}

std::string_view code_in(const std::optional<Code>& code) {
  return code ? std::string_view{code->str()} : std::string_view{};
}

std::vector<Doubt> doubts_in(Work& work, const Complaint& complaint) {
  if (complaint.kind != IntakeKind::complaint) return {};
  const std::string text = said_in(complaint);
  Judged judged{.business = code_in(complaint.business),
                .cause = code_in(complaint.cause),
                .product = code_in(complaint.product),
                .is_elderly = complaint.customer_groups.has("elderly"),
                .is_minor = complaint.customer_groups.has("minor"),
                .text = text,
                .born_on = {},
                .received_on = work.zone.date(complaint.received_at)};
  if (const auto details = find_details(work, complaint.id))
    judged.has_amount = details->amount_fen.has_value();
  if (const auto person = find_complainant(work, complaint.complainant_id);
      person && person->identity_number)
    judged.born_on = birthday_in(person->identity_number->reveal());
  return doubts_of(words(work), judged);
}

// Who left it, and for whom.
identity::Hands hands_of(const evidence::TimelineEntry& entry) {
  identity::Hands out{entry.actor_id.value_or(Id<Person>{}), {}};
  const auto facts = parse_json(entry.facts.text);
  if (!facts || !facts->is_object()) return out;
  const auto* absent = facts->get_object().if_contains("on_behalf_of_id");
  if (absent != nullptr && absent->is_int64()) out.on_behalf_of = {absent->get_int64()};
  return out;
}

// Who took it in, and whoever has classified it since.
std::vector<identity::Hands> classifiers(Work& work, Id<Complaint> id) {
  constexpr std::size_t at_once = 500;
  std::vector<identity::Hands> out;
  std::int64_t n = 0;
  for (bool more = true; more;) {
    const auto entries = evidence::timeline(work, id.number, n, at_once);
    for (const auto& entry : entries) {
      n = entry.n;
      const bool classifies = entry.kind == "complaint.registered" ||
                              entry.kind == "complaint.imported" ||
                              entry.kind == "complaint.classified";
      if (classifies && entry.actor_id) out.push_back(hands_of(entry));
    }
    more = entries.size() == at_once;
  }
  return out;
}

Result<void> check(Work& work, Id<Complaint> id, const CheckedClasses& input) {
  for (const identity::Hands& one : classifiers(work, id))
    if (!identity::is_another_person(work.actor, one))
      return refuse(Reason::forbidden, "class_check.same_person");
  const bool is_corrected = input.result == ClassVerdict::corrected;
  if (is_corrected && !input.correction)
    return refuse(Reason::invalid, "class_check.correction_missing", "correction");
  if (!is_corrected && input.correction)
    return refuse(Reason::invalid, "class_check.correction_unwanted", "correction");
  return {};
}

std::string members_of(const std::vector<ClassChange>& changes) {
  std::string out;
  for (const ClassChange& change : changes) out += (out.empty() ? "" : ",") + change.member;
  return out;
}

ClassCheckView view_of(const ClassCheck& row) {
  return {row.id,       row.complaint_id, row.complaint_number,     row.state,     row.drawn_by,
          row.drawn_at, row.changed,      given(row.checked_by_id), row.checked_at};
}

}  // namespace

Result<Doubts> find_doubts(Work& work, Id<Complaint> id) {
  const auto complaint = find_complaint(work, work.actor, id);
  if (!complaint) return refuse(Reason::missing, "complaint.missing");
  return Doubts{doubts_in(work, *complaint)};
}

Result<storage::Page<DoubtRow>> list_doubts(Work& work, const storage::ListRequest& request) {
  return doubt_page(work, request);
}

bool draw_class_check(Work& work, const OpenComplaint& open) {
  const Complaint& complaint = open.complaint;
  const bool is_drawn = is_drawn_for(work.keys, "classification", complaint.id, checked_percent());
  if (complaint.kind != IntakeKind::complaint) return false;
  if (!is_drawn && doubts_in(work, complaint).empty()) return false;
  work.tx.insert(ClassCheck{.id = work.new_id<ClassCheck>(),
                            .complaint_id = complaint.id,
                            .complaint_number = complaint.number,
                            .drawn_by = is_drawn ? DrawnBy::lot : DrawnBy::doubt,
                            .drawn_at = work.now,
                            .changed = {},
                            .checked_by_id = {},
                            .checked_at = {}});
  return true;
}

Result<ComplaintState> check_classes(Work& work, Id<Complaint> id, const CheckedClasses& input) {
  auto opened = TRY(open(work, id));
  TRY(after(opened.complaint.state, Action::check_classes));
  auto row = class_check_of(work.tx, id);
  if (!row || row->state != ClassCheckState::due)
    return refuse(Reason::conflict, "class_check.none");
  TRY(check(work, id, input));
  std::vector<ClassChange> changes;
  std::optional<Note> reason;
  if (input.correction) {
    changes = TRY(apply_classes(work, opened, *input.correction));
    reason = input.correction->reason;
  }
  const bool is_confirmed = input.result == ClassVerdict::confirmed;
  row->state = is_confirmed ? ClassCheckState::confirmed : ClassCheckState::corrected;
  row->changed = members_of(changes);
  row->checked_by_id = work.actor.person;
  row->checked_at = work.now;
  if (!work.tx.update(*row)) return refuse(Reason::conflict, "version.changed");
  const Moved moved = TRY(advance(work, opened, Action::check_classes));
  evidence::append(work, "complaint.classes_checked", evidence::Subject(id, opened.key),
                   ClassesChecked{moved, input.result, changes, reason});
  return state_of(work, opened.complaint);
}

Result<storage::Page<ClassCheckView>> list_class_checks(Work& work,
                                                        const storage::ListRequest& request) {
  const auto found = TRY(class_check_page(work, request));
  storage::Page<ClassCheckView> out{{}, found.next_cursor};
  for (const ClassCheck& row : found.rows) out.items.push_back(view_of(row));
  return out;
}

Result<Agreement> agreement(Work& work) {
  Agreement out;
  for (const ClassCheckCount& one : class_check_counts(work)) {
    const bool by_lot = one.drawn_by == DrawnBy::lot;
    switch (one.state) {
      case ClassCheckState::due: (by_lot ? out.due : out.doubtful_due) = one.count; break;
      case ClassCheckState::confirmed:
        (by_lot ? out.confirmed : out.doubtful_confirmed) = one.count;
        break;
      case ClassCheckState::corrected:
        (by_lot ? out.corrected : out.doubtful_corrected) = one.count;
        break;
    }
  }
  const std::int64_t checked = out.confirmed + out.corrected;
  if (checked > 0) out.agreement_percent = out.confirmed * 100 / checked;
  return out;
}

evidence::Follower doubting(const sealing::Keyring& keys, const taxonomies::Book& book) {
  return {"complaint_doubts",
          [&](storage::Transaction& tx, const std::vector<evidence::PlacedEntry>& entries) {
            Work work{.tx = tx,
                      .keys = keys,
                      .actor = Actor::system(),
                      .now = {},
                      .zone = {},
                      .id = {},
                      .if_version = {},
                      .limits = nullptr,
                      .taxonomies = &book};
            for (const auto& entry : entries) {
              const bool is_new =
                  entry.kind == "complaint.registered" || entry.kind == "complaint.imported" ||
                  entry.kind == "complaint.classified" || entry.kind == "complaint.split";
              const bool is_settled =
                  entry.kind == "complaint.classified" ||
                  entry.kind == "complaint.classes_checked" ||
                  entry.kind == "complaint.import_undone" || entry.kind == "complaint.withdrawn" ||
                  entry.kind == "complaint.redirected" || entry.kind == "complaint.refused" ||
                  entry.kind == "complaint.joined" || entry.kind == "complaint.split";
              if (is_settled) delete_doubts(tx, {entry.subject_id});
              if (!is_new) continue;
              const auto complaint =
                  find_complaint(work, Actor::system(), Id<Complaint>{entry.subject_id});
              // Nobody can work off what is over, but by the check that was drawn for it.
              if (complaint && !is_over(complaint->state))
                insert_doubts(work, *complaint, doubts_in(work, *complaint));
            }
          }};
}

}  // namespace xb::complaints
