// The words of this module: what is asked, and what is found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/json_struct.h"
#include "core/text.h"

namespace xb::search {

enum class HitKind { complaint, referral, unit, person };
BOOST_DESCRIBE_ENUM(HitKind, complaint, referral, unit, person)

// Where the words stand: the member of what was found.
enum class HitPlace {
  number,
  source_number,
  name,
  name_en,
  summary,
  description,
  claim,
  topic,
  wording,
  demand
};
BOOST_DESCRIBE_ENUM(HitPlace, number, source_number, name, name_en, summary, description, claim,
                    topic, wording, demand)

inline constexpr std::int64_t hits_default = 20;
inline constexpr std::int64_t hits_max = 50;

struct Question {
  Text<200, Presence::required> text;  // words parted by blanks; "…" holds a phrase together
  std::optional<std::vector<HitKind>> kinds;  // all, if not told
  std::optional<std::int64_t> limit;          // at most 50, 20 if not told
  std::optional<Text<100>> cursor;
};
BOOST_DESCRIBE_STRUCT(Question, (), (text, kinds, limit, cursor))

// Units of UTF-16 of the excerpt, [from, until).
struct Mark {
  std::int64_t from = 0;
  std::int64_t until = 0;

  bool operator==(const Mark&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (from, until))

struct Hit {
  HitKind kind = HitKind::complaint;
  std::int64_t id = 0;
  std::string number;  // of the case, as the bureau has it, of the unit (机构号), of staff (工号)
  std::optional<std::string> name;         // of a unit or a person
  std::optional<std::string> name_en;      // of a unit
  std::optional<std::string> intake_kind;  // of a complaint
  std::optional<std::string> bureau;       // of a referral
  std::string state;          // of a case or a person; of a unit whether it is open or closed
  std::optional<Instant> at;  // when the case was received
  HitPlace place = HitPlace::number;
  std::string excerpt;      // what stands around the first word there, masked
  std::vector<Mark> marks;  // the words in the excerpt, in order, apart from each other
};
BOOST_DESCRIBE_STRUCT(Hit, (),
                      (kind, id, number, name, name_en, intake_kind, bureau, state, at, place,
                       excerpt, marks))

struct Hits {
  std::vector<Hit> items;                  // cases, newest first; then units and people
  std::optional<std::string> next_cursor;  // none where nothing follows; a page may be short
  std::int64_t unread = 0;                 // entries of the log that the index does not know yet
};
BOOST_DESCRIBE_STRUCT(Hits, (), (items, next_cursor, unread))

// A text of something that is found by its words.
struct Field {
  HitPlace place = HitPlace::number;
  std::string text;

  bool operator==(const Field&) const = default;
};

}  // namespace xb::search
