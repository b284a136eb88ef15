#include "platform/notices/service.h"

#include <algorithm>

#include "core/json.h"
#include "platform/notices/store.h"
#include "platform/telemetry/log.h"

namespace xb::notices {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t at_once = 20;
constexpr std::size_t shown_max = 50;
constexpr hours codes_kept{1};
constexpr hours kept{24 * 30};
constexpr seconds claimed_for{30};  // then who claimed it is gone, and another sends it
constexpr seconds first_pause{5};
constexpr std::chrono::minutes longest_pause{10};
constexpr std::string_view codes = "code_";

milliseconds pause_after(std::int64_t tries) {
  const auto doubled = first_pause * (std::int64_t{1} << std::min<std::int64_t>(tries - 1, 10));
  return std::min<milliseconds>(doubled, longest_pause);
}

std::string body_of(const Notice& notice, const std::string& id) {
  std::string out = R"({"id":)";
  write_json_string(out, id);
  out += R"(,"to":)";
  write_json_string(out, privacy::Phone::normal(notice.phone.reveal()));
  out += R"(,"wording":)";
  write_json_string(out, notice.wording);
  out += R"(,"text":)";
  write_json_string(out, notice.text.reveal());
  return out + "}";
}

// Ids come again when an older backup is restored; not with the same instant.
std::string stable_id(const Notice& notice) {
  return "xiaobao-" + std::to_string(notice.made_at.ms) + "-" + std::to_string(notice.id.number);
}

void end(Notice& notice, NoticeState state) {
  notice.state = state;
  notice.try_at.reset();
  notice.text = NoticeText::trusted("");
}

}  // namespace

void write(Work& work, Outlet outlet, const NewNotice& notice, const sealing::DataKey& key) {
  if (outlet == Outlet::none) return;
  const bool is_shown = outlet == Outlet::shown;
  const Notice row{
      .id = work.new_id<Notice>(),
      .key_id = key.id(),
      .subject_id = notice.subject_id,
      .wording = std::string{notice.wording},
      .phone = notice.phone,
      .phone_index = sealing::BlindIndex<privacy::Phone>::of(work.keys, notice.phone),
      .text = NoticeText::trusted(worded(notice.wording, notice.language, notice.places)),
      .state = is_shown ? NoticeState::shown : NoticeState::waiting,
      .made_at = work.now,
      .try_at = is_shown ? std::nullopt : std::optional{work.now},
      .lapses_at = work.now + notice.lapses_after,
      .sent_at = {},
  };
  sealing::insert(work, row, key);
}

std::int64_t written_lately(Work& work, const Phone& phone) {
  const auto index = sealing::BlindIndex<privacy::Phone>::of(work.keys, phone);
  return count_to(work.tx, index.text, work.now - hours{1});
}

bool is_mobile(const Phone& phone) {
  const std::string digits = privacy::Phone::normal(phone.reveal());
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

Result<ShownNotices> shown_notices(Work& work, const std::optional<Phone>& phone) {
  const auto index = sealing::BlindIndex<privacy::Phone>::of(work.keys, phone);
  ShownNotices out;
  for (Notice& notice : shown(work, index.text, shown_max))
    out.items.push_back(
        {notice.id, std::move(notice.phone), {notice.text.reveal()}, notice.made_at});
  return out;
}

std::int64_t sweep_notices(storage::Transaction& tx, Instant now) {
  return erase_before(tx, now - kept) + erase_like(tx, codes, now - codes_kept);
}

Sender::Sender(storage::Database& database, const sealing::Keyring& keys,
               std::function<Instant()> now, Gateway gateway)
    : database_(database), keys_(keys), now_(std::move(now)), gateway_(std::move(gateway)) {}

Work Sender::work_on(storage::Transaction& tx) const {
  return {.tx = tx,
          .keys = keys_,
          .actor = Actor::system(),
          .now = now_(),
          .zone = {},
          .id = {},
          .if_version = {}};
}

bool Sender::step() {
  std::vector<Notice> notices;
  database_.read([&](storage::Transaction& tx) {
    if (!has_due(tx, now_())) return;
    Work work = work_on(tx);
    notices = due(work, at_once);
  });
  for (const Notice& notice : notices) {
    if (!claim(notice.id)) continue;
    std::optional<int> status;
    const std::string id = stable_id(notice);
    const bool is_in_time = now_() < notice.lapses_at;
    if (is_in_time) status = post(gateway_, {id, body_of(notice, id)});
    settle(notice.id, status);
    // Who does not answer one does not answer twenty, each for ten seconds.
    if (is_in_time && !status) return false;
  }
  return notices.size() == at_once;
}

bool Sender::claim(Id<Notice> id) {
  return database_.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
    Work work = work_on(tx);
    auto notice = waiting(work, id);
    if (!notice || !notice->try_at || *notice->try_at > work.now) return false;
    notice->try_at = work.now + claimed_for;
    return sealing::update(work, *notice, sealing::key(work, notice->key_id)).has_value();
  });
}

void Sender::settle(Id<Notice> id, std::optional<int> status) {
  bool is_put_aside = false;
  database_.write(storage::Lane::bulk, [&](storage::Transaction& tx) {
    Work work = work_on(tx);
    is_put_aside = false;
    auto notice = waiting(work, id);
    if (!notice) return false;
    const bool is_taken = status && *status >= 200 && *status < 300;
    if (is_taken) {
      notice->sent_at = work.now;
      end(*notice, NoticeState::sent);
    } else if (work.now >= notice->lapses_at) {
      end(*notice, NoticeState::lapsed);
    } else if (++notice->tries >= tries_max) {
      is_put_aside = true;
      end(*notice, NoticeState::put_aside);
    } else {
      notice->try_at = work.now + pause_after(notice->tries);
    }
    return sealing::update(work, *notice, sealing::key(work, notice->key_id)).has_value();
  });
  if (is_put_aside)
    telemetry::log(telemetry::Severity::alarm, "notices.put_aside",
                   {{"notice", id.number}, {"status", std::int64_t{status.value_or(0)}}});
}

}  // namespace xb::notices
