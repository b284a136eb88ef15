#include "modules/portal/codes/service.h"

#include "core/encoding.h"
#include "modules/portal/codes/store.h"
#include "platform/sealing/crypto.h"

namespace xb::portal {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes code_lives{5};
constexpr minutes pause{1};
constexpr std::size_t an_hour_max = 5;
// Messages of any kind to one number: who files case after case in its name floods it no further.
constexpr std::int64_t to_one_number_max = 10;
constexpr std::int64_t tries_max = 3;
constexpr hours kept{24};
constexpr std::uint32_t codes = 1'000'000;

// Six figures, each as likely as any other: what lies beyond a whole number of rounds is drawn
// again.
std::string new_code() {
  constexpr std::uint32_t fair = 4'294'000'000;
  std::uint32_t drawn = fair;
  while (drawn >= fair) {
    drawn = 0;
    for (const char byte : sealing::random_bytes(4))
      drawn = drawn << 8 | static_cast<unsigned char>(byte);
  }
  const std::string digits = std::to_string(drawn % codes);
  return std::string(6 - digits.size(), '0') + digits;
}

std::string hash_of(const sealing::Keyring& keys, Id<CodeRow> id, std::string_view code) {
  return hex(keys.mac(sealing::Purpose::session,
                      "portal_code|" + std::to_string(id.number) + "|" + std::string{code}));
}

}  // namespace

complaints::ConsumerAct act_of(BindingAct act) {
  switch (act) {
    case BindingAct::withdraw: return complaints::ConsumerAct::withdraw;
    case BindingAct::accept: return complaints::ConsumerAct::accept;
    case BindingAct::dispute: return complaints::ConsumerAct::dispute;
    case BindingAct::change_contact: return complaints::ConsumerAct::change_contact;
  }
  std::abort();
}

Result<CodeSent> send_code(Work& work, Id<complaints::Complaint> id, BindingAct act,
                           const Settings& settings, Language language) {
  TRY(complaints::check_act(work, id, act_of(act)));
  if (!settings.has_sms()) return refuse(Reason::conflict, "portal.no_sms");
  const auto addressee = complaints::addressee_of(work, id);
  if (!addressee) return refuse(Reason::missing, "complaint.missing");
  if (!addressee->phone || !notices::is_mobile(*addressee->phone))
    return refuse(Reason::conflict, "portal.no_phone");
  const auto earlier = codes_since(work.tx, id, work.now - hours{1});
  const bool is_soon = !earlier.empty() && work.now - earlier.front().made_at < pause;
  const bool is_often = earlier.size() >= an_hour_max ||
                        notices::written_lately(work, *addressee->phone) >= to_one_number_max;
  if (is_soon || is_often) return refuse(Reason::too_many, "portal.code_soon");
  const std::string code = new_code();
  CodeRow row{.id = work.new_id<CodeRow>(),
              .complaint_id = id,
              .act = act,
              .code_hash = {},
              .made_at = work.now,
              .expires_at = work.now + code_lives,
              .used_at = {}};
  row.code_hash = hash_of(work.keys, row.id, code);
  if (!work.tx.insert_if_absent(row)) return refuse(Reason::too_many, "portal.code_soon");
  const std::string wording = "code_" + std::string{name_of(act)};
  notices::write(work, settings.outlet,
                 {.subject_id = id.number,
                  .wording = wording,
                  .phone = *addressee->phone,
                  .language = language,
                  .places = {{"number", addressee->number}, {"code", code}},
                  .lapses_after = code_lives},
                 sealing::key(work, addressee->key_id));
  return CodeSent{*addressee->phone, row.expires_at};
}

Result<void> spend_code(Work& work, Id<complaints::Complaint> id, BindingAct act,
                        const SentCode& code) {
  auto row = last_code(work.tx, id, act);
  if (!row || row->expires_at <= work.now || row->tries >= tries_max)
    return refuse(Reason::invalid, "portal.code_void", "code");
  if (row->used_at) return refuse(Reason::invalid, "portal.code_wrong", "code");
  if (sealing::equal_in_constant_time(row->code_hash, hash_of(work.keys, row->id, code.str()))) {
    row->used_at = work.now;
    if (!work.tx.update(*row)) return refuse(Reason::invalid, "portal.code_wrong", "code");
    return {};
  }
  ++row->tries;
  if (!work.tx.update(*row) || row->tries >= tries_max)
    return refuse(Reason::invalid, "portal.code_void", "code");
  return refuse(Reason::invalid, "portal.code_wrong", "code");
}

std::int64_t sweep_codes(storage::Transaction& tx, Instant now) {
  return erase_codes_before(tx, now - kept);
}

}  // namespace xb::portal
