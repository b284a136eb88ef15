// What one person is told because it concerns him. Nothing here is of a consumer: ids, numbers and
// words of ours.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/describe.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/scope.h"

namespace xb::inbox {

struct Subject;   // what it is about, of whatever kind
struct Approval;  // where it tells of one

// A case was given to him; what he asked for was agreed to, refused or handed back.
enum class Kind { assigned, granted, refused, handed_back };
BOOST_DESCRIBE_ENUM(Kind, assigned, granted, refused, handed_back)

struct Told {
  static constexpr std::string_view table = "inbox";
  Id<Told> id;
  Id<Person> person_id;  // none: whoever works in the unit
  Id<Unit> unit_id;      // none: the person alone
  Kind kind = Kind::assigned;
  std::string matter;  // of an approval; empty where a case was given
  std::string subject_kind;
  Id<Subject> subject_id;
  std::string subject_number;
  std::optional<Id<Approval>> approval_id;
  Id<Person> accused_id;  // from whom it is kept, with everybody in his units
  Id<Unit> shut_unit_id;
  Instant told_at;
};
BOOST_DESCRIBE_STRUCT(Told, (),
                      (id, person_id, unit_id, kind, matter, subject_kind, subject_id,
                       subject_number, approval_id, accused_id, shut_unit_id, told_at))

// A line of the inbox.
struct ToldView {
  Id<Told> id;
  Kind kind = Kind::assigned;
  bool is_to_unit = false;            // whoever works there may take it
  std::optional<std::string> matter;  // of an approval
  std::string subject_kind;
  Id<Subject> subject_id;
  std::string subject_number;
  std::optional<Id<Approval>> approval_id;
  Instant told_at;
};
BOOST_DESCRIBE_STRUCT(ToldView, (),
                      (id, kind, is_to_unit, matter, subject_kind, subject_id, subject_number,
                       approval_id, told_at))

struct Inbox {
  std::vector<ToldView> items;  // the newest first
  bool is_more = false;
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (items, is_more))

}  // namespace xb::inbox
