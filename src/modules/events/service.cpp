#include "modules/events/service.h"

#include <algorithm>

#include "core/ensure.h"
#include "core/json.h"
#include "platform/evidence/extent.h"
#include "platform/identity/offices.h"

namespace xb::events {
namespace {

constexpr std::size_t entries_at_once = 500;
constexpr std::size_t entries_of_case = 1000;
constexpr std::size_t last_seen_max = 5000;
constexpr std::size_t judged_at_once = 100;
constexpr std::chrono::seconds judged_every{2};
constexpr std::chrono::seconds beat_every{20};

using Facts = boost::json::object;

Facts facts_in(const std::string& text) {
  const auto json = parse_json(text);
  return json && json->is_object() ? json->get_object() : Facts{};
}

std::int64_t number_in(const Facts& facts, const char* name) {
  const auto* value = facts.if_contains(name);
  return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

std::string text_in(const Facts& facts, const char* name) {
  const auto* value = facts.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

bool is_over(const Facts& facts) {
  const std::string to = text_in(facts, "to");
  return to == "closed" || to == "withdrawn" || to == "redirected" || to == "refused" ||
         to == "joined";
}

// Which unit an entry on a case says was asked, or has answered.
Id<Unit> asked_in(std::string_view kind, const Facts& facts) {
  const bool is_asking = kind.find("task_") != std::string_view::npos ||
                         kind.find("chase") != std::string_view::npos ||
                         kind.find("supervision") != std::string_view::npos;
  return {is_asking ? number_in(facts, "handling_unit_id") : 0};
}

void add_chairs(const Facts& facts, std::vector<Chair>& out) {
  const auto* seats = facts.if_contains("seats");
  if (seats == nullptr || !seats->is_array()) return;
  for (const auto& seat : seats->get_array())
    if (seat.is_object())
      out.push_back(
          {{number_in(seat.get_object(), "unit_id")}, text_in(seat.get_object(), "chair")});
}

// Before which an approval lies or lay, as the entries of its subject tell.
std::vector<Chair> chairs_of(Work& work, std::int64_t subject, std::int64_t approval) {
  std::vector<Chair> out;
  for (const auto& entry : evidence::timeline(work, subject, 0, entries_of_case)) {
    if (!entry.kind.starts_with("approval.")) continue;
    const Facts facts = facts_in(entry.facts.text);
    if (number_in(facts, "approval_id") == approval) add_chairs(facts, out);
  }
  return out;
}

// Where a case stood that is not there any more, as its last entry says.
Standing standing_in(const Facts& facts) {
  Standing out;
  out.branch_id = {number_in(facts, "branch_id")};
  out.sub_branch_id = {number_in(facts, "sub_branch_id")};
  out.outlet_id = {number_in(facts, "outlet_id")};
  return out;
}

Audience readers_of(What what) {
  return what == What::referral ? Audience::readers_of_referrals : Audience::readers_of_cases;
}

Ear ear_of(storage::Transaction& tx, identity::Session session) {
  session.glass = {};
  const auto scope = [&](Permission permission) -> std::optional<Scope> {
    const auto allowed = identity::judge(session, permission, Sensitivity::masked);
    if (!allowed) return {};
    return allowed->scope;
  };
  Ear out{.person = session.person.id,
          .on_behalf_of = session.on_behalf_of(),
          .unit = session.unit.id,
          .other_units = session.other_units,
          .cases = scope(Permission("complaint.read")),
          .referrals = scope(Permission("referral.read")),
          .notices = scope(Permission("clock.read")),
          .chairs = {}};
  for (const identity::Seat& seat : identity::seats_of(tx, session.actor()))
    out.chairs.push_back({seat.unit_id, std::string{name_of(seat.chair)}});
  return out;
}

}  // namespace

void Listener::next(Then then) {
  std::unique_lock lock(mutex_);
  ensure(!then_, "a stream is read by one only");
  then_ = std::move(then);
  flush(std::move(lock));
}

void Listener::leave() {
  std::unique_lock lock(mutex_);
  text_.clear();
  waiting_ = {};
  is_over_ = true;
  flush(std::move(lock));
}

void Listener::tell(const Changed& changed, std::int64_t place) {
  std::unique_lock lock(mutex_);
  if (is_over_) return;
  waiting_.add(changed);
  place_ = place;
  flush(std::move(lock));
}

void Listener::say(std::string_view text) {
  std::unique_lock lock(mutex_);
  if (is_over_) return;
  text_ += text;
  flush(std::move(lock));
}

void Listener::beat(std::int64_t place) {
  std::unique_lock lock(mutex_);
  if (is_over_ || !then_) return;
  text_ += events::beat(place);
  flush(std::move(lock));
}

void Listener::end(std::string_view last_words) {
  std::unique_lock lock(mutex_);
  if (is_over_) return;
  text_ += waiting_.take(place_);
  text_ += last_words;
  is_over_ = true;
  flush(std::move(lock));
}

void Listener::flush(std::unique_lock<std::mutex> lock) {
  if (!then_ || (text_.empty() && waiting_.empty() && !is_over_)) return;
  std::string text = std::exchange(text_, {}) + waiting_.take(place_);
  const Then then = std::exchange(then_, {});
  lock.unlock();
  then(text.empty() ? std::optional<std::string>{} : std::move(text));
}

Result<std::shared_ptr<Listener>> Hub::listen(Work& work, const identity::Session& session,
                                              std::string_view token,
                                              std::string_view last_event_id) {
  auto listener = std::make_shared<Listener>();
  auto stream = std::make_shared<Stream>();
  stream->listener = listener;
  stream->token = token;
  stream->session = session.id;
  stream->appointment = session.appointment.id;
  stream->from = evidence::extent(work.tx);
  stream->ear = ear_of(work.tx, session);
  stream->judged_at = work.now;
  stream->told_at = work.now;
  std::string words = hello(stream->from);
  const auto last = place_in(last_event_id);
  if (!last_event_id.empty() && last != stream->from) words += refetch(stream->from);
  listener->say(words);

  const std::lock_guard lock(mutex_);
  const auto of_session =
      std::count_if(streams_.begin(), streams_.end(), [&](const std::shared_ptr<Stream>& other) {
        return other->session == session.id && !other->listener.expired();
      });
  if (static_cast<std::size_t>(of_session) >= streams_of_session_max)
    return refuse(Reason::too_many, "events.too_many");
  if (is_stopping_)
    listener->end({});
  else
    streams_.push_back(std::move(stream));
  return listener;
}

void Hub::stop() {
  const std::lock_guard lock(mutex_);
  is_stopping_ = true;
  for (const auto& stream : streams_)
    if (const auto listener = stream->listener.lock()) listener->end({});
  streams_.clear();
}

// Those that somebody still reads.
std::vector<std::shared_ptr<Hub::Stream>> Hub::open_streams() {
  const std::lock_guard lock(mutex_);
  std::erase_if(streams_, [](const auto& stream) { return stream->listener.expired(); });
  return streams_;
}

bool Hub::step(Instant now) {
  auto streams = open_streams();
  if (streams.empty()) {
    next_place_.reset();
    last_seen_.clear();
    return false;
  }
  join(streams);
  make_good(streams);
  Read found;
  database_->read([&](storage::Transaction& tx) { found = read(tx, now); });
  judge_due(streams, found, now);
  for (const auto& stream : streams) tell(*stream, found.news, now);
  told_until_ = *next_place_;
  return found.has_more;
}

void Hub::make_good(const std::vector<std::shared_ptr<Stream>>& streams) {
  const bool has_failed = told_until_ < *next_place_;
  told_until_ = *next_place_;
  if (!has_failed) return;
  for (const auto& stream : streams)
    if (const auto listener = stream->listener.lock()) listener->say(refetch(*next_place_));
}

// A stream that begins while the log is read on may have missed what was read.
void Hub::join(const std::vector<std::shared_ptr<Stream>>& streams) {
  if (!next_place_) {
    next_place_ = streams.front()->from;
    for (const auto& stream : streams) next_place_ = std::min(*next_place_, stream->from);
    told_until_ = *next_place_;
  }
  for (const auto& stream : streams) {
    const bool has_missed = !stream->has_joined && stream->from < *next_place_;
    stream->has_joined = true;
    if (!has_missed) continue;
    stream->from = *next_place_;
    if (const auto listener = stream->listener.lock()) listener->say(refetch(stream->from));
  }
}

// A few in a transaction: a read ends after two seconds, however many listen.
void Hub::judge_due(const std::vector<std::shared_ptr<Stream>>& streams, const Read& found,
                    Instant now) const {
  std::vector<Stream*> due;
  for (const auto& stream : streams)
    if (found.concerns_sessions || now - stream->judged_at >= judged_every)
      due.push_back(stream.get());
  for (std::size_t from = 0; from < due.size(); from += judged_at_once)
    database_->read([&](storage::Transaction& tx) {
      const std::size_t until = std::min(due.size(), from + judged_at_once);
      for (std::size_t i = from; i < until; ++i) judge(tx, *due[i], now);
    });
}

void Hub::judge(storage::Transaction& tx, Stream& stream, Instant now) const {
  auto session = identity::session_of(tx, *keys_, zone_, stream.token, now);
  const bool goes_on = session && session->id == stream.session &&
                       session->appointment.id == stream.appointment &&
                       session->due == identity::Due::nothing;
  if (goes_on)
    stream.ear = ear_of(tx, std::move(*session));
  else
    stream.ear.reset();
  stream.judged_at = now;
}

void Hub::tell(Stream& stream, const std::vector<News>& news, Instant now) const {
  const auto listener = stream.listener.lock();
  if (!listener) return;
  if (!stream.ear) return listener->end(ended);
  bool has_told = false;
  for (const News& one : news) {
    if (one.place < stream.from) continue;
    if (const auto changed = heard(*stream.ear, one)) {
      listener->tell(*changed, one.place + 1);
      has_told = true;
    }
  }
  if (!has_told && now - stream.told_at < beat_every) return;
  if (!has_told) listener->beat(*next_place_);
  stream.told_at = now;
}

// Where it stood when it was last told of, if that is elsewhere.
std::optional<Standing> Hub::moved_from(std::int64_t subject, const Standing& standing) {
  if (last_seen_.size() > last_seen_max) last_seen_.clear();
  const auto [at, is_new] = last_seen_.try_emplace(subject, standing);
  if (is_new) return {};
  std::optional<Standing> before = std::exchange(at->second, standing);
  return before;
}

void Hub::add_subject(storage::Transaction& tx, const evidence::PlacedEntry& entry,
                      const Subjects& subjects, Instant now, std::vector<News>& news) {
  const Facts facts = facts_in(entry.facts);
  const auto [first, last] = subjects.equal_range(entry.subject_id);
  if (first == last) {
    const auto* shut = facts.if_contains("is_shut");
    const bool is_shut = (shut != nullptr && *shut == true) || number_in(facts, "accused_id") != 0;
    const bool was_shown =
        entry.kind.starts_with("complaint.") && facts.contains("outlet_id") && !is_shut;
    if (was_shown)
      news.push_back({.place = entry.place,
                      .changed = {What::complaint, {}},
                      .audience = Audience::readers_of_cases,
                      .standing = standing_in(facts)});
    return;
  }
  if (moves_notices(entry.kind))
    news.push_back({.place = entry.place,
                    .changed = {What::notice, {}},
                    .audience = Audience::readers_of_notices,
                    .standing = first->second.standing});
  for (auto at = first; at != last; ++at) {
    const Subject& subject = at->second;
    const Standing& standing = subject.standing;
    const auto asked = [&](Id<Unit> unit) {
      if (unit)
        news.push_back({.place = entry.place,
                        .changed = {What::asked, {}},
                        .audience = Audience::unit,
                        .standing = standing,
                        .unit_id = unit});
    };
    asked(subject.asked_unit_id);
    if (subject.what == What::asked) continue;
    news.push_back({.place = entry.place,
                    .changed = {subject.what, subject.id},
                    .audience = readers_of(subject.what),
                    .standing = standing,
                    .before = moved_from(entry.subject_id, standing)});
    if (subject.what != What::complaint || subject.id != entry.subject_id) continue;
    asked(asked_in(entry.kind, facts));
    if (is_over(facts))
      for (const Id<Unit> unit : units_let_go(tx, subject.id)) asked(unit);
    if (!entry.kind.starts_with("approval.")) continue;
    Work work{.tx = tx,
              .keys = *keys_,
              .actor = Actor::system(),
              .now = now,
              .zone = zone_,
              .id = {},
              .if_version = {}};
    news.push_back({.place = entry.place,
                    .changed = {What::approval, {}},
                    .audience = Audience::chairs,
                    .standing = standing,
                    .chairs = chairs_of(work, entry.subject_id, number_in(facts, "approval_id"))});
  }
}

Hub::Read Hub::read(storage::Transaction& tx, Instant now) {
  Read out;
  const auto entries = evidence::placed(tx, *next_place_, entries_at_once);
  if (entries.empty()) return out;
  next_place_ = entries.back().place + 1;
  out.has_more = entries.size() == entries_at_once;
  std::vector<std::int64_t> ids;
  for (const auto& entry : entries)
    if (about(entry.kind) == About::subject && !is_reading(entry.kind))
      ids.push_back(entry.subject_id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const Subjects found = subjects(tx, ids, zone_.date(now));
  const auto tell_all = [&](const evidence::PlacedEntry& entry, What what) {
    out.news.push_back({.place = entry.place, .changed = {what, {}}});
  };
  for (const auto& entry : entries) {
    switch (about(entry.kind)) {
      case About::subject:
        if (!is_reading(entry.kind)) add_subject(tx, entry, found, now, out.news);
        break;
      case About::organisation:
        out.concerns_sessions = true;
        tell_all(entry, What::organisation);
        break;
      case About::calendar: tell_all(entry, What::calendar); break;
      case About::import:
        out.news.push_back({.place = entry.place,
                            .changed = {What::import, entry.subject_id},
                            .audience = Audience::person,
                            .person_id = entry.actor_id});
        break;
      case About::nothing: break;
    }
  }
  return out;
}

}  // namespace xb::events
