#include "modules/portal/choices/service.h"

#include <map>

#include "modules/portal/drafts/service.h"
#include "platform/identity/store.h"
#include "platform/taxonomies/book.h"

namespace xb::portal {
namespace {

std::vector<Choice> items_of(Work& work, std::string_view taxonomy) {
  std::vector<Choice> out;
  const auto* found = work.taxonomies->find(taxonomy);
  if (found == nullptr) return out;
  const Date today = work.zone.date(work.now);
  for (const auto& item : found->items)
    if (item.effective_from <= today && (!item.retired_on || *item.retired_on > today))
      out.push_back({item.code, item.zh, item.en, item.parent});
  return out;
}

bool is_public(const Unit& unit, Date today) {
  return unit.kind != identity::UnitKind::department &&
         unit.kind != identity::UnitKind::committee && unit.opened_on <= today &&
         (!unit.closed_on || *unit.closed_on > today);
}

std::vector<UnitChoice> units_of_bank(Work& work) {
  const Date today = work.zone.date(work.now);
  const auto units = identity::units(work.tx);
  std::map<std::int64_t, std::string> codes;
  for (const Unit& unit : units)
    if (is_public(unit, today)) codes[unit.id.number] = unit.code;
  std::vector<UnitChoice> out;
  for (const Unit& unit : units) {
    if (!is_public(unit, today)) continue;
    const auto parent = codes.find(unit.parent_id.number);
    out.push_back({unit.code, unit.name, unit.name_en, unit.kind,
                   parent == codes.end() ? std::nullopt : std::optional{parent->second}});
  }
  return out;
}

FileLimits limits_of(const files::Limits& limits) {
  constexpr std::int64_t megabyte = std::int64_t{1} << 20;
  return {.image_mb = limits.image_max / megabyte,
          .document_mb = limits.document_max / megabyte,
          .text_mb = limits.text_max / megabyte,
          .audio_mb = limits.audio_max / megabyte,
          .video_mb = limits.video_max / megabyte,
          .files_max = draft_files_max,
          .total_mb = draft_bytes_max / megabyte};
}

}  // namespace

Choices choices(Work& work, const Settings& settings, const files::Limits& limits) {
  return {.telephone = settings.telephone,
          .address = settings.address,
          .has_sms = settings.has_sms(),
          .is_demo = settings.is_demo(),
          .businesses = items_of(work, "business"),
          .claim_kinds = items_of(work, "claim_kind"),
          .customer_groups = items_of(work, "customer_group"),
          .customer_kinds = items_of(work, "customer_kind"),
          .agent_relations = items_of(work, "agent_relation"),
          .units = units_of_bank(work),
          .file_limits = limits_of(limits),
          .draft_days = draft_kept.count()};
}

}  // namespace xb::portal
