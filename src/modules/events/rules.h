// Pure decisions about the event stream: which entries tell of what, who is told, and how it is
// written.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "modules/events/types.h"

namespace xb::events {

// What an entry of this kind tells of, if it names no subject that stands somewhere.
enum class About { subject, organisation, calendar, import, nothing };
About about(std::string_view kind);

// Entries that only tell of somebody's reading change nothing that others look at.
bool is_reading(std::string_view kind);

// Entries after which others wait for somebody's eyes: a notice of a limit was sent or seen, or its
// subject has another handler.
bool moves_notices(std::string_view kind);

// As lists have it: within the scope, or handled by its unit.
bool lies_within(const Scope& scope, const Standing& standing);
// Nobody is told of what is about himself, about whom he stands in for, or about anybody who works
// where one of them works or worked when he was named.
bool is_kept_from(const Ear& ear, const Standing& standing);

// What this listener is told of it; nothing where it is not for him. Of what has left his sight
// only that something has.
std::optional<Changed> heard(const Ear& ear, const News& news);

// What waits to be told to one listener. Of many of one kind only the kind is kept, so that it
// never grows.
class Waiting {
 public:
  static constexpr std::size_t ids_max = 50;

  void add(const Changed& changed);
  bool empty() const { return kinds_.empty(); }
  // As events of the stream, and forgets them. `place` is how far the log has been told.
  std::string take(std::int64_t place);

 private:
  std::map<What, std::set<std::int64_t>> kinds_;  // empty: all of the kind
};

// The stream's own events (WHATWG HTML, 9.2): each ends in an empty line.
std::string hello(std::int64_t place);
std::string refetch(std::int64_t place);
std::string beat(std::int64_t place);
inline constexpr std::string_view ended = "event: ended\ndata: {}\n\n";

// What stands in Last-Event-ID; none where it is no place.
std::optional<std::int64_t> place_in(std::string_view last_event_id);

}  // namespace xb::events
