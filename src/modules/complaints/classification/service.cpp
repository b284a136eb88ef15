#include "modules/complaints/classification/service.h"

#include <algorithm>

#include "modules/complaints/rules.h"
#include "modules/complaints/service.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

struct Classified {
  IntakeKind kind = IntakeKind::complaint;
  std::vector<ClassChange> changes;
  Note reason;
};
BOOST_DESCRIBE_STRUCT(Classified, (), (kind, changes, reason))

std::string text_of(const Code& code) { return code.str(); }
std::string text_of(const RequiredCode& code) { return code.str(); }
std::string text_of(const std::optional<Code>& code) { return code ? code->str() : ""; }
std::string text_of(const Codes& codes) {
  std::string out;
  for (const std::string& code : codes.items) out += (out.empty() ? "" : ",") + code;
  return out;
}

std::string text_of(std::optional<std::int64_t> number) {
  return number ? std::to_string(*number) : "";
}

void put(std::optional<std::int64_t>& to, std::int64_t number) { to = number; }
void put(RequiredCode& to, const Code& code) { to = RequiredCode::trusted(code.str()); }
void put(std::optional<Code>& to, const Code& code) { to = code; }
void put(Codes& to, const Codes& codes) { to = codes; }

// Puts what is told into the row's members of the same name.
template <class Row>
std::vector<ClassChange> apply(const Reclassification& input, Row& row) {
  std::vector<ClassChange> out;
  for_each_member<Reclassification>([&](std::string_view name, auto told) {
    const auto& value = input.*told;
    for_each_member<Row>([&](std::string_view row_name, auto member) {
      if (row_name != name) return;
      if constexpr (requires { put(row.*member, *value); }) {
        if (!value) return;
        ClassChange change{std::string{name}, text_of(row.*member), text_of(*value)};
        put(row.*member, *value);
        if (change.from != change.to) out.push_back(std::move(change));
      }
    });
  });
  return out;
}

Result<void> store_details(Work& work, ComplaintDetails& details, bool is_there,
                           const sealing::DataKey& key) {
  if (is_there) return update(work, details, key);
  insert(work, details, key);
  return {};
}

}  // namespace

Result<std::vector<ClassChange>> apply_classes(Work& work, OpenComplaint& open,
                                               const Reclassification& told) {
  Complaint& complaint = open.complaint;
  Reclassification input = told;
  TRY(check_amount(input.amount_fen));
  TRY(check_codes(input));
  TRY(choose_codes(words(work), work.zone.date(work.now), input));
  auto changes = apply(input, complaint);
  const auto known = find_details(work, complaint.id);
  ComplaintDetails details =
      known.value_or(ComplaintDetails{.id = complaint.id, .key_id = open.key.id()});
  const auto more = apply(input, details);
  changes.insert(changes.end(), more.begin(), more.end());
  auto& unknown = complaint.unknown_codes.items;
  for (const ClassChange& change : changes) std::erase(unknown, change.member);
  if (changes.empty()) return refuse(Reason::conflict, "classification.unchanged");
  if (!more.empty()) TRY(store_details(work, details, known.has_value(), open.key));
  return changes;
}

Result<ComplaintState> reclassify(Work& work, Id<Complaint> id, const Reclassification& input) {
  auto opened = TRY(open(work, id));
  if (is_over(opened.complaint.state)) return refuse(Reason::conflict, "complaint.wrong_state");
  const auto changes = TRY(apply_classes(work, opened, input));
  TRY(update(work, opened.complaint, opened.key));
  evidence::append(work, "complaint.classified", evidence::Subject(id, opened.key),
                   Classified{opened.complaint.kind, changes, input.reason});
  return state_of(work, opened.complaint);
}

}  // namespace xb::complaints
