// Writing what is sent, and sending it. A command or a follower writes a notice in its own
// transaction; a loop sends it afterwards, at least once and under an id that stays the same.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/notices/gateway.h"
#include "platform/notices/types.h"
#include "platform/notices/wordings.h"
#include "platform/sealing/keyring.h"
#include "platform/storage/database.h"
#include "platform/storage/work.h"

namespace xb::notices {

// Where notices of this bank go.
enum class Outlet {
  none,     // nowhere: no gateway is configured
  gateway,  // to the gateway
  shown     // a demo bank: to a page that looks like a phone
};

struct NewNotice {
  std::int64_t subject_id = 0;
  std::string_view wording;
  Phone phone;
  Language language = Language::zh_cn;
  Places places;
  std::chrono::milliseconds lapses_after = std::chrono::hours{24};
};

// Nothing is written where there is no outlet.
void write(Work& work, Outlet outlet, const NewNotice& notice, const sealing::DataKey& key);

// How many were written for this number in the last hour, whatever they were about.
std::int64_t written_lately(Work& work, const Phone& phone);

// Whether short messages reach this number: 11 digits of the mainland's mobile networks.
bool is_mobile(const Phone& phone);

// In clear: only for a demo bank.
struct ShownNotice {
  Id<Notice> id;
  Phone to;
  privacy::Opened<NoticeText::Kind> text;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ShownNotice, (), (id, to, text, made_at))
struct ShownNotices {
  std::vector<ShownNotice> items;  // newest first, at most 50
};
BOOST_DESCRIBE_STRUCT(ShownNotices, (), (items))
Result<ShownNotices> shown_notices(Work& work, const std::optional<Phone>& phone);

// What is old: codes after an hour, the rest after 30 days.
std::int64_t sweep_notices(storage::Transaction& tx, Instant now);

// Sends what waits. Its text is gone once the gateway has it; after ten failures it is put aside
// with an alarm, and nothing else waits for it.
class Sender {
 public:
  Sender(storage::Database& database, const sealing::Keyring& keys, std::function<Instant()> now,
         Gateway gateway);

  // True if there may be more to send at once.
  bool step();

 private:
  // False if it is another process's to send now, or none's any more.
  bool claim(Id<Notice> id);
  void settle(Id<Notice> id, std::optional<int> status);
  Work work_on(storage::Transaction& tx) const;

  storage::Database& database_;
  const sealing::Keyring& keys_;
  const std::function<Instant()> now_;
  const Gateway gateway_;
};

inline constexpr std::int64_t tries_max = 10;

}  // namespace xb::notices
