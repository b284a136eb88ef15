#include "modules/portal/following/service.h"

#include <algorithm>
#include <charconv>

#include "core/encoding.h"
#include "core/text.h"
#include "modules/complaints/callback/service.h"
#include "modules/complaints/objections/service.h"
#include "modules/complaints/supplement/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "modules/portal/noticing/service.h"
#include "platform/sealing/crypto.h"

namespace xb::portal {
namespace {

using complaints::Complaint;
using complaints::Proof;

constexpr std::chrono::minutes token_lives{30};

std::string mac_of(const sealing::Keyring& keys, const complaints::Coded& coded,
                   std::string_view head) {
  return hex(keys.mac(sealing::Purpose::session, "portal_case|" + std::to_string(coded.id.number) +
                                                     "|" + std::to_string(coded.receipt_epoch) +
                                                     "|" + std::string{head}));
}

// `number.expiry.mac`.
std::string token_for(Work& work, const std::string& number, const complaints::Coded& coded,
                      Instant expires_at) {
  const std::string head = number + "." + std::to_string(expires_at.ms);
  return head + "." + mac_of(work.keys, coded, head);
}

bool needs_code(complaints::ConsumerAct act) {
  switch (act) {
    case complaints::ConsumerAct::supplement:
    case complaints::ConsumerAct::rate: return false;
    case complaints::ConsumerAct::withdraw:
    case complaints::ConsumerAct::accept:
    case complaints::ConsumerAct::dispute:
    case complaints::ConsumerAct::change_contact: return true;
  }
  std::abort();
}

// What he was asked for, or else what a complainant brings of his own accord.
std::vector<complaints::Material> materials_of(Work& work, Id<Complaint> id) {
  const auto known = complaints::supplements_of(work, id);
  if (known && !known->requests.empty() && !known->requests.back().settled_at)
    return known->requests.back().materials;
  return {complaints::Material::claim_and_facts};
}

}  // namespace

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '-') out += c;
  return out;
}

Result<Followed> follow(Work& work, const Look& look, const Settings& settings) {
  const std::string number = digits_of(look.number.str());
  if (!complaints::is_number(number)) return refuse(Reason::invalid, "portal.number", "number");
  const auto id = complaints::case_of(work, number, digits_of(look.code.str()));
  if (!id) return refuse(Reason::missing, "portal.unknown");
  const auto coded = complaints::coded_case(work, number);
  if (!coded) return refuse(Reason::missing, "portal.unknown");
  const Instant expires_at = work.now + token_lives;
  auto view = TRY(case_view(work, *id, settings));
  return Followed{token_for(work, number, *coded, expires_at), expires_at, std::move(view)};
}

Result<Id<Complaint>> case_of_token(Work& work, std::string_view token) {
  const auto none = [] { return refuse(Reason::unauthenticated, "portal.token"); };
  const std::size_t last = token.rfind('.');
  const std::size_t first = token.find('.');
  if (last == std::string_view::npos || first == last) return none();
  const std::string_view head = token.substr(0, last);
  const std::string_view expiry = head.substr(first + 1);
  std::int64_t at = 0;
  const auto read = std::from_chars(expiry.data(), expiry.data() + expiry.size(), at);
  if (read.ec != std::errc{} || read.ptr != expiry.data() + expiry.size() || at <= work.now.ms)
    return none();
  const auto coded = complaints::coded_case(work, head.substr(0, first));
  const complaints::Coded it = coded.value_or(complaints::Coded{});
  const bool is_right =
      sealing::equal_in_constant_time(mac_of(work.keys, it, head), token.substr(last + 1));
  if (!coded || !is_right) return none();
  return it.id;
}

Result<CaseView> case_view(Work& work, Id<Complaint> id, const Settings& settings) {
  auto progress = TRY(complaints::progress_of(work, id));
  CaseView out{.number = std::move(progress.number),
               .state = progress.state,
               .received_at = progress.received_at,
               .unit = std::move(progress.unit),
               .steps = std::move(progress.steps),
               .answer_by = std::move(progress.answer_by),
               .contact_by = std::move(progress.contact_by),
               .is_over = progress.is_over,
               .can = {},
               .phone = std::move(progress.phone),
               .supplement_request = std::move(progress.supplement_request),
               .answered_at = progress.answered_at,
               .answer = std::move(progress.answer),
               .accepted_at = progress.accepted_at,
               .dispute_until = progress.dispute_until,
               .objection = progress.objection,
               .files = progress.files,
               .telephone = settings.telephone};
  for (const auto act : progress.can) out.can.push_back({act, needs_code(act)});
  return out;
}

Result<void> supplement(Work& work, Id<Complaint> id, const Supplementing& input) {
  TRY(complaints::check_act(work, id, complaints::ConsumerAct::supplement));
  if (is_blank(input.note.reveal())) return refuse(Reason::invalid, "field.empty", "note");
  complaints::NewSupplement told;
  told.materials = materials_of(work, id);
  told.note = input.note;
  TRY(complaints::add_supplement(work, id, told));
  return {};
}

Result<void> rate(Work& work, Id<Complaint> id, const RatingGiven& input) {
  TRY(complaints::check_act(work, id, complaints::ConsumerAct::rate));
  TRY(complaints::rate(work, id,
                       {.means = complaints::CallbackMeans::portal,
                        .result_score = input.result_score,
                        .process_score = input.process_score,
                        .attitude_score = input.attitude_score,
                        .note = input.note}));
  return {};
}

Result<void> act(Work& work, const Consumer& consumer, const WithdrawalAsked& input) {
  TRY(complaints::withdraw(work, consumer.id, {input.reason, Proof::sms_code}));
  tell(work, consumer, "withdrawn");
  return {};
}

Result<void> act(Work& work, const Consumer& consumer, const AcceptanceGiven& input) {
  return complaints::accept_answer(work, consumer.id, {input.note}, Proof::sms_code);
}

Result<void> act(Work& work, const Consumer& consumer, const ObjectionRaised& input) {
  TRY(complaints::dispute_answer(work, consumer.id, {input.reason}, Proof::sms_code));
  tell(work, consumer, "objection_received");
  return {};
}

// Told at the telephone that was, so that he notices whom it was taken from.
Result<void> act(Work& work, const Consumer& consumer, const ContactGiven& input) {
  tell(work, consumer, "contact_changed");
  return complaints::change_phone(work, consumer.id, {input.phone}, Proof::sms_code);
}

}  // namespace xb::portal
