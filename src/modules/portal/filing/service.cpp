#include "modules/portal/filing/service.h"

#include "core/ensure.h"
#include "core/text.h"
#include "modules/complaints/attachments/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/portal/noticing/service.h"
#include "platform/identity/organisation/store.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"
#include "platform/privacy/detect.h"

namespace xb::portal {
namespace {

constexpr std::size_t summary_points = 100;
constexpr auto channel = "web_portal";
constexpr auto source = "own";

bool is_told(const auto& text) { return text && !is_blank(text->reveal()); }

// The bytes of the first `count` code points.
std::size_t length_of(std::string_view text, std::size_t count) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins_one = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (begins_one && count-- == 0) return at;
  }
  return text.size();
}

// No number is cut in two: half of it no mask would find.
std::string_view beginning(std::string_view text, std::size_t count) {
  std::size_t length = length_of(text, count);
  for (const privacy::Finding& one : privacy::detect(text))
    if (one.begin < length && length < one.end) length = one.begin > 0 ? one.begin : one.end;
  return text.substr(0, length);
}

complaints::Summary summary_of(const Filing& filing) {
  if (is_told(filing.summary)) return *filing.summary;
  return complaints::Summary::trusted(
      std::string{beginning(filing.description->reveal(), summary_points)});
}

Result<void> check_complete(const Filing& filing) {
  if (!is_told(filing.summary) && !is_told(filing.description))
    return refuse(Reason::invalid, "field.empty", "description");
  if (!is_told(filing.name))
    return refuse(Reason::invalid, "complaint.complainant_unknown", "complainant");
  if (!is_told(filing.phone)) return refuse(Reason::invalid, "portal.phone_missing", "phone");
  return {};
}

complaints::NewComplaint complaint_of(const Filing& filing) {
  complaints::NewComplaint out;
  out.source = complaints::Code::trusted(source);
  out.intake_channel = complaints::RequiredCode::trusted(channel);
  out.business = filing.business;
  out.product = filing.product;
  out.summary = summary_of(filing);
  out.description = filing.description;
  out.claim = filing.claim;
  out.complainant = {.name = filing.name,
                     .phone = filing.phone,
                     .identity_number = filing.identity_number,
                     .credit_code = filing.credit_code,
                     .card_number = filing.card_number,
                     .email = filing.email,
                     .address = filing.address};
  out.customer_kind = filing.customer_kind;
  out.claim_kinds = filing.claim_kinds;
  out.customer_groups = filing.customer_groups;
  out.amount_fen = filing.amount_fen;
  out.agent = filing.agent;
  return out;
}

// Where the head office takes in what names no branch: with the department of its officer, so that
// somebody below the president is told of its limits.
Id<Unit> reception(Work& work) {
  const auto head = identity::head_office(work.tx);
  if (!head) return {};
  for (const auto& one : identity::on_duty_in(work.tx, head->id, work.zone.date(work.now)))
    if (one.duty == identity::Duty::officer) return one.unit_id;
  return head->id;
}

// The bank itself takes it in, at the unit that it is about.
Actor taker_of(Work& work, const Filing& filing) {
  Actor out = Actor::system();
  if (filing.unit_code)
    if (const auto unit = identity::find_unit_by_code(work.tx, filing.unit_code->str()))
      out.place = identity::place_of(*unit);
  if (!out.place.branch_id) out.unit = reception(work);
  return out;
}

}  // namespace

Result<Receipt> receipt_of(Work& work, Id<complaints::Complaint> id, const Settings& settings) {
  auto progress = TRY(complaints::progress_of(work, id));
  return Receipt{.number = std::move(progress.number),
                 .receipt_code = complaints::receipt_code_of(work, id),
                 .state = progress.state,
                 .received_at = progress.received_at,
                 .unit = std::move(progress.unit),
                 .answer_by = std::move(progress.answer_by),
                 .contact_by = std::move(progress.contact_by),
                 .telephone = settings.telephone};
}

Result<HandedIn> hand_in(Work& work, const DraftClaim& claim, const Counter& counter) {
  auto draft = TRY(hold_draft(work, claim));
  if (draft.row.complaint_id)
    return HandedIn{TRY(receipt_of(work, draft.row.complaint_id, counter.settings)), false};
  TRY(check_complete(draft.filing));
  TRY(check_filing(work, draft.filing));
  Work taking = work;
  taking.actor = taker_of(work, draft.filing);
  const auto registered = TRY(complaints::register_complaint(taking, complaint_of(draft.filing)));
  taking.actor = Actor::system();
  for (const HeldFile& file : held_files(work, draft))
    TRY(complaints::attach(taking, registered.id, file.kind, file.name, file.received,
                           counter.limits));
  TRY(settle_draft(work, draft, registered.id));
  tell_registered(work, {registered.id, counter.settings, counter.language});
  return HandedIn{TRY(receipt_of(work, registered.id, counter.settings)), true};
}

}  // namespace xb::portal
