#include "modules/referrals/opening/service.h"

#include <algorithm>

#include "modules/referrals/service.h"
#include "platform/evidence/log.h"
#include "platform/identity/recovery/service.h"

namespace xb::referrals {

Result<OpenedReferral> open_fields(Work& work, Id<Referral> id, const Opening& input) {
  if (input.fields.empty()) return refuse(Reason::invalid, "opening.no_field", "fields");
  const auto opened = TRY(open(work, id));
  const Referral& referral = opened.referral;
  const auto asked = [&](PersonalField field) {
    return std::find(input.fields.begin(), input.fields.end(), field) != input.fields.end();
  };
  const auto take = [&](PersonalField field, const auto& value, auto& out) {
    using Out = typename std::remove_cvref_t<decltype(out)>::value_type;
    if (asked(field) && value) out = Out{value->reveal()};
  };
  OpenedReferral out;
  take(PersonalField::complainant_name, referral.complainant_name, out.complainant_name);
  take(PersonalField::phone, referral.phone, out.phone);
  take(PersonalField::wording, std::optional{referral.wording}, out.wording);
  take(PersonalField::demand, referral.demand, out.demand);
  take(PersonalField::source_record, referral.source_record, out.source_record);
  TRY(identity::spend_glass(work, input.fields.size()));
  evidence::append(work, "referral.opened", evidence::Subject(id, opened.key), input);
  return out;
}

}  // namespace xb::referrals
