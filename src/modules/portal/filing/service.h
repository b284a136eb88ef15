// Handing in what was told: a complaint like any other, that came by the portal, and its receipt.
#pragma once

#include "modules/portal/drafts/service.h"
#include "modules/portal/types.h"

namespace xb::portal {

struct HandedIn {
  Receipt receipt;
  bool is_new = true;  // false: it was handed in before, and this is its receipt again
};

// How handing in is done: what the bank has set, what a case may hold, in which language he is
// told.
struct Counter {
  const Settings& settings;
  files::Limits limits;
  Language language = Language::zh_cn;
};

// Refuses with portal.draft_missing, field.empty, complaint.complainant_unknown,
// portal.phone_missing, or as save_draft and register_complaint.
Result<HandedIn> hand_in(Work& work, const DraftClaim& claim, const Counter& counter);

// Refuses with complaint.missing.
Result<Receipt> receipt_of(Work& work, Id<complaints::Complaint> id, const Settings& settings);

}  // namespace xb::portal
