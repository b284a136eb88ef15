// Brings the bank's own lists in: the units of its institution system, the people of its personnel
// system. A file says how things are; what differs is done by the same commands that people use,
// each with its entry. A file is looked at whole before anything is written.
#pragma once

#include <set>
#include <string>

#include "modules/staffing/types.h"
#include "platform/exchange/import.h"

namespace xb::staffing {

struct Options {
  bool is_dry_run = false;
  bool is_whole = false;  // who does not stand in the file has left
};

std::set<std::string> unit_fields();
std::set<std::string> staff_fields();

// Row errors: unit.twice, unit.cycle, unit.parent_missing, unit.wrong_parent,
// unit.without_successor and what the commands refuse. Refuses with table.* or
// import.column_missing.
Result<Outcome> bring_units(const exchange::Ground& ground, const exchange::Mapping& mapping,
                            std::string bytes, const Options& options);

// Row errors: person.twice, person.second_account, unit.missing, post.missing, post.not_here,
// appointment.second_holder, unit.without_head and what the commands refuse. Whoever keeps the
// system stands in no file and stays. Nobody leaves by a file with rows that cannot be read: who
// would have is listed with staffing.not_sure. Refuses as bring_units, or a whole file with
// staffing.nobody or staffing.too_many_leavers.
Result<Outcome> bring_people(const exchange::Ground& ground, const exchange::Mapping& mapping,
                             std::string bytes, const Options& options);

}  // namespace xb::staffing
