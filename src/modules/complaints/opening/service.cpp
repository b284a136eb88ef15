#include "modules/complaints/opening/service.h"

#include <algorithm>

#include "modules/complaints/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::complaints {
namespace {

// Copies each member of `from` that was asked for and that `OpenedFields` has by the same name.
template <class From>
void reveal(const From& from, const std::vector<PersonalField>& asked, OpenedFields& out) {
  for_each_member<OpenedFields>([&](std::string_view name, auto target) {
    const auto field = named<PersonalField>(name);
    if (!field || std::find(asked.begin(), asked.end(), *field) == asked.end()) return;
    for_each_member<From>([&](std::string_view from_name, auto source) {
      if (from_name != name) return;
      using Source = std::remove_cvref_t<decltype(from.*source)>;
      using Target = typename std::remove_cvref_t<decltype(out.*target)>::value_type;
      if constexpr (sealing::coding::is_personal<Source>) {
        if constexpr (is_optional<Source>) {
          if constexpr (std::is_same_v<privacy::Opened<typename Source::value_type::Kind>, Target>)
            if (from.*source) out.*target = Target{(from.*source)->reveal()};
        } else if constexpr (std::is_same_v<privacy::Opened<typename Source::Kind>, Target>) {
          out.*target = Target{(from.*source).reveal()};
        }
      }
    });
  });
}

}  // namespace

Result<OpenedFields> open_fields(Work& work, Id<Complaint> id, const Opening& input) {
  if (input.fields.empty()) return refuse(Reason::invalid, "opening.no_field", "fields");
  const auto opened = TRY(open(work, id));
  OpenedFields out;
  reveal(opened.complaint, input.fields, out);
  if (const auto person = find_complainant(work, opened.complaint.complainant_id))
    reveal(*person, input.fields, out);
  if (const auto details = find_details(work, id)) reveal(*details, input.fields, out);
  const Complaint& complaint = opened.complaint;
  TRY(identity::spend_glass(work, input.fields.size(),
                            {complaint.branch_id, complaint.sub_branch_id, complaint.outlet_id},
                            complaint.handling_unit_id));
  evidence::append(work, "complaint.opened", evidence::Subject(id, opened.key), input);
  return out;
}

}  // namespace xb::complaints
