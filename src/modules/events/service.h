// The event stream: a follower of the log in memory, one in each process, that tells whoever
// listens what to look at again. It keeps nothing, so it needs no place of its own in the database.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modules/events/rules.h"
#include "modules/events/store.h"
#include "platform/evidence/entries.h"
#include "platform/identity/sessions.h"
#include "platform/storage/database.h"

namespace xb::events {

inline constexpr std::size_t streams_of_session_max = 4;

// One stream. Whoever reads it asks for the next piece; what happens meanwhile waits, bounded.
class Listener {
 public:
  using Then = std::function<void(std::optional<std::string>)>;

  // Calls `then` once, at once or from another thread: with text, or with nothing at the end.
  void next(Then then);
  // Nobody reads any more.
  void leave();

  void tell(const Changed& changed, std::int64_t place);
  void say(std::string_view text);
  // Says that we are there, unless there is more to read already.
  void beat(std::int64_t place);
  // Nothing comes after what waits and these words.
  void end(std::string_view last_words);

 private:
  void flush(std::unique_lock<std::mutex> lock);

  std::mutex mutex_;
  std::string text_;
  Waiting waiting_;
  std::int64_t place_ = 0;
  bool is_over_ = false;
  Then then_;
};

class Hub {
 public:
  // Pointers, because the API's document is made without an installation.
  Hub(storage::Database* database, const sealing::Keyring* keys, Zone zone)
      : database_(database), keys_(keys), zone_(zone) {}
  Hub(const Hub&) = delete;
  Hub& operator=(const Hub&) = delete;

  // A stream for this session, from now on; `last_event_id` as the browser says it, or empty.
  // Refuses with events.too_many. One that comes after stop() is over at once.
  Result<std::shared_ptr<Listener>> listen(Work& work, const identity::Session& session,
                                           std::string_view token, std::string_view last_event_id);

  // Reads on in the log, tells it, and looks whether sessions are over; true if there may be more.
  // Of one thread.
  bool step(Instant now);

  // Ends all streams.
  void stop();

 private:
  struct Stream {
    std::weak_ptr<Listener> listener;
    std::string token;
    Id<identity::SessionRow> session;
    Id<Appointment> appointment;
    std::int64_t from = 0;  // place
    bool has_joined = false;
    std::optional<Ear> ear;  // none: the session is over
    Instant judged_at;
    Instant told_at;
  };
  struct Read {
    std::vector<News> news;
    bool has_more = false;
    bool concerns_sessions = false;
  };

  std::vector<std::shared_ptr<Stream>> open_streams();
  void join(const std::vector<std::shared_ptr<Stream>>& streams);
  // What was read and not told, because that failed, is made good: all look again.
  void make_good(const std::vector<std::shared_ptr<Stream>>& streams);
  Read read(storage::Transaction& tx, Instant now);
  void add_subject(storage::Transaction& tx, const evidence::PlacedEntry& entry,
                   const Subjects& subjects, Instant now, std::vector<News>& news);
  std::optional<Standing> moved_from(std::int64_t subject, const Standing& standing);
  void judge_due(const std::vector<std::shared_ptr<Stream>>& streams, const Read& found,
                 Instant now) const;
  void judge(storage::Transaction& tx, Stream& stream, Instant now) const;
  void tell(Stream& stream, const std::vector<News>& news, Instant now) const;

  storage::Database* database_;
  const sealing::Keyring* keys_;
  Zone zone_;

  std::mutex mutex_;
  std::vector<std::shared_ptr<Stream>> streams_;
  bool is_stopping_ = false;

  // Of the thread that steps.
  std::optional<std::int64_t> next_place_;
  std::int64_t told_until_ = 0;  // place; below the next one after a step that failed
  std::unordered_map<std::int64_t, Standing> last_seen_;  // where subjects stood
};

}  // namespace xb::events
