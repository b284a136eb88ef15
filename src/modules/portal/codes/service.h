// Codes by short message for what binds: six figures, five minutes, three tries, once. The code of
// the receipt alone lets somebody look, not withdraw (safety.md 17).
#pragma once

#include <string>

#include "modules/portal/types.h"
#include "platform/storage/work.h"

namespace xb::portal {

// What a code is wanted for.
enum class BindingAct { withdraw, accept, dispute, change_contact };
BOOST_DESCRIBE_ENUM(BindingAct, withdraw, accept, dispute, change_contact)

complaints::ConsumerAct act_of(BindingAct act);

struct CodeRow {
  static constexpr std::string_view table = "portal_codes";
  Id<CodeRow> id;
  Id<complaints::Complaint> complaint_id;
  BindingAct act = BindingAct::withdraw;
  std::string code_hash;  // keyed
  Instant made_at;
  Instant expires_at;
  std::int64_t tries = 0;  // wrong ones
  std::optional<Instant> used_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CodeRow, (),
                      (id, complaint_id, act, code_hash, made_at, expires_at, tries, used_at,
                       version))

struct CodeRequest {
  BindingAct act = BindingAct::withdraw;
};
BOOST_DESCRIBE_STRUCT(CodeRequest, (), (act))

struct CodeSent {
  notices::Phone sent_to;  // masked
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(CodeSent, (), (sent_to, expires_at))

// Sends one to the telephone of the case. Refuses with portal.no_sms, portal.no_phone,
// portal.code_soon, or as complaints::check_act.
Result<CodeSent> send_code(Work& work, Id<complaints::Complaint> id, BindingAct act,
                           const Settings& settings, Language language);

using SentCode = Text<20, Presence::required>;

// Uses the last one up. Refuses with portal.code_wrong or portal.code_void; a wrong one has been
// counted then, which is to be committed all the same.
Result<void> spend_code(Work& work, Id<complaints::Complaint> id, BindingAct act,
                        const SentCode& code);

std::int64_t sweep_codes(storage::Transaction& tx, Instant now);

}  // namespace xb::portal
