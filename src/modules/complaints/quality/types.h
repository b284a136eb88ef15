// Words of the quality of classifications: what speaks against one, and what a second person found.
#pragma once

#include "modules/complaints/classification/service.h"
#include "modules/complaints/types.h"

namespace xb::complaints {

// `cause_vague`: none or "other", though a long text says why. `cause_unfit`: no such cause in that
// business. `amount_missing`: named in the text, not recorded. `elderly_unmarked`: the identity
// number says so.
enum class Doubt {
  cause_vague,
  cause_unfit,
  product_missing,
  amount_missing,
  elderly_unmarked,
  minor_unmarked
};
BOOST_DESCRIBE_ENUM(Doubt, cause_vague, cause_unfit, product_missing, amount_missing,
                    elderly_unmarked, minor_unmarked)

// Kept by a follower, for the list.
struct DoubtRow {
  static constexpr std::string_view table = "complaint_doubts";
  Id<DoubtRow> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  Doubt doubt = Doubt::cause_vague;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(DoubtRow, (), (id, complaint_id, complaint_number, doubt, received_at))

struct Doubts {
  std::vector<Doubt> items;
};
BOOST_DESCRIBE_STRUCT(Doubts, (), (items))

// Why a closed case is looked at: by lot, or because something spoke against its classification.
enum class DrawnBy { lot, doubt };
BOOST_DESCRIBE_ENUM(DrawnBy, lot, doubt)

enum class ClassCheckState { due, confirmed, corrected };
BOOST_DESCRIBE_ENUM(ClassCheckState, due, confirmed, corrected)

// A closed case whose classification a second person checks.
struct ClassCheck {
  static constexpr std::string_view table = "class_checks";
  Id<ClassCheck> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  ClassCheckState state = ClassCheckState::due;
  DrawnBy drawn_by = DrawnBy::lot;
  Instant drawn_at;
  std::string changed;  // members that were corrected, with commas
  Id<Person> checked_by_id;
  std::optional<Instant> checked_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ClassCheck, (),
                      (id, complaint_id, complaint_number, state, drawn_by, drawn_at, changed,
                       checked_by_id, checked_at, version))

struct ClassCheckView {
  Id<ClassCheck> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  ClassCheckState state = ClassCheckState::due;
  DrawnBy drawn_by = DrawnBy::lot;
  Instant drawn_at;
  std::string changed;
  std::optional<Id<Person>> checked_by_id;
  std::optional<Instant> checked_at;
};
BOOST_DESCRIBE_STRUCT(ClassCheckView, (),
                      (id, complaint_id, complaint_number, state, drawn_by, drawn_at, changed,
                       checked_by_id, checked_at))

}  // namespace xb::complaints
