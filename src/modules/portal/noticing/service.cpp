#include "modules/portal/noticing/service.h"

namespace xb::portal {
namespace {

constexpr std::chrono::hours told_within{24};
// To one number, of what anybody can cause: who files in its name floods it no further.
constexpr std::int64_t an_hour_max = 5;

struct Told {
  std::string_view entry;
  std::string_view wording;
};
constexpr Told told[] = {{"complaint.registered", "registered"},
                         {"complaint.answered", "answered"},
                         {"complaint.supplement_asked", "supplement_asked"},
                         {"complaint.withdrawn", "withdrawn"}};

void write(Work& work, const Settings& settings, const complaints::Addressee& addressee,
           notices::NewNotice notice) {
  if (!addressee.phone || !notices::is_mobile(*addressee.phone)) return;
  notice.phone = *addressee.phone;
  notice.places["number"] = addressee.number;
  notices::write(work, settings.outlet, notice, sealing::key(work, addressee.key_id));
}

void write_registered(Work& work, const Consumer& consumer,
                      const complaints::Addressee& addressee) {
  const bool is_often =
      addressee.phone && notices::written_lately(work, *addressee.phone) >= an_hour_max;
  if (is_often) return;
  notices::NewNotice notice{.subject_id = consumer.id.number,
                            .wording = "registered",
                            .phone = {},
                            .language = consumer.language,
                            .places = {{"code", complaints::receipt_code_of(work, consumer.id)}}};
  if (addressee.answer_by)
    notice.places["due_on"] = notices::spoken(*addressee.answer_by, consumer.language);
  else
    notice.wording = "registered_undated";
  write(work, consumer.settings, addressee, std::move(notice));
}

void tell_of(Work& work, const Settings& settings, const evidence::PlacedEntry& entry,
             std::string_view wording) {
  const Consumer consumer{{entry.subject_id}, settings};
  const auto addressee = complaints::addressee_of(work, consumer.id);
  if (!addressee || addressee->kind != complaints::IntakeKind::complaint) return;
  if (wording == "registered") return write_registered(work, consumer, *addressee);
  write(work, settings, *addressee,
        {.subject_id = entry.subject_id, .wording = wording, .phone = {}, .places = {}});
}

}  // namespace

void tell(Work& work, const Consumer& consumer, std::string_view wording) {
  if (!consumer.settings.has_sms()) return;
  const auto addressee = complaints::addressee_of(work, consumer.id);
  if (!addressee) return;
  write(work, consumer.settings, *addressee,
        {.subject_id = consumer.id.number,
         .wording = wording,
         .phone = {},
         .language = consumer.language,
         .places = {}});
}

void tell_registered(Work& work, const Consumer& consumer) {
  if (!consumer.settings.has_sms()) return;
  if (const auto addressee = complaints::addressee_of(work, consumer.id))
    write_registered(work, consumer, *addressee);
}

evidence::Follower noticing(Telling telling) {
  return {std::string{noticing_name},
          [telling = std::move(telling)](storage::Transaction& tx,
                                         const std::vector<evidence::PlacedEntry>& entries) {
            Settings settings;
            settings.outlet = telling.outlet;
            if (!settings.has_sms()) return;
            Work work{.tx = tx,
                      .keys = telling.keys,
                      .actor = Actor::system(),
                      .now = telling.now(),
                      .zone = telling.zone,
                      .id = {},
                      .if_version = {},
                      .limits = &telling.limits};
            for (const auto& entry : entries) {
              if (!entry.actor_id || work.now - entry.at > told_within) continue;
              for (const Told& one : told)
                if (entry.kind == one.entry) tell_of(work, settings, entry, one.wording);
            }
          }};
}

}  // namespace xb::portal
