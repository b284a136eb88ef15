// What is sent to people outside the bank: a short message, from when it is written to when a
// gateway has taken it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/describe.h"
#include "core/instant.h"
#include "platform/privacy/personal.h"
#include "platform/sealing/rows.h"

namespace xb::notices {

using Phone = privacy::Personal<privacy::Phone>;
using NoticeText = privacy::Personal<privacy::Prose<1'000>>;

enum class NoticeState {
  waiting,    // for the gateway
  sent,       // the gateway has taken it
  put_aside,  // it failed too often; somebody has been told
  lapsed,     // its time was over before it could be sent
  shown       // of a demo bank: on the page that looks like a phone, and sent to nobody
};
BOOST_DESCRIBE_ENUM(NoticeState, waiting, sent, put_aside, lapsed, shown)

struct Notice {
  static constexpr std::string_view table = "notices";
  Id<Notice> id;
  Id<sealing::DataKey> key_id;  // of the case
  std::int64_t subject_id = 0;
  std::string wording;  // of data/notices
  Phone phone;
  sealing::BlindIndex<privacy::Phone> phone_index;
  NoticeText text;
  NoticeState state = NoticeState::waiting;
  std::int64_t tries = 0;
  Instant made_at;
  std::optional<Instant> try_at;  // when next, while it waits
  Instant lapses_at;
  std::optional<Instant> sent_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, key_id, subject_id, wording, phone, phone_index, text, state, tries,
                       made_at, try_at, lapses_at, sent_at, version))

}  // namespace xb::notices
