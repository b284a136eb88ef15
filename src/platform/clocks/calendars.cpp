#include "platform/clocks/calendars.h"

#include <algorithm>

#include "core/encoding.h"
#include "core/json_struct.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"
#include "platform/sealing/crypto.h"

namespace xb::clocks {
namespace {

// A day as a row keeps it.
struct KeptDay {
  Date on;
  workflow::Word name;
  bool is_off = true;
};
BOOST_DESCRIBE_STRUCT(KeptDay, (), (on, name, is_off))

std::string days_of(const workflow::CalendarYear& year) {
  std::vector<KeptDay> days;
  days.reserve(year.days.size());
  for (const workflow::SpecialDay& day : year.days)
    days.push_back({day.on, workflow::Word::trusted(day.name), day.is_off});
  std::sort(days.begin(), days.end(),
            [](const KeptDay& a, const KeptDay& b) { return a.on < b.on; });
  return to_json(days);
}

workflow::CalendarYear year_of(const CalendarRow& row) {
  const auto json = parse_json(row.days);
  storage::cells::expect(json.has_value(), "the days of a calendar are no JSON");
  const auto days = Json<std::vector<KeptDay>>::read(*json);
  storage::cells::expect(days.has_value(), "the days of a calendar are unknown");
  workflow::CalendarYear out{row.year, row.source, {}};
  for (const KeptDay& day : *days) out.days.push_back({day.on, day.name.str(), day.is_off});
  return out;
}

}  // namespace

std::string digest_of(const CalendarRow& row) { return hex(sealing::sha256(row.days)); }

workflow::Calendars load_calendars(storage::Transaction& tx) {
  workflow::Calendars out;
  for (const CalendarRow& row : calendar_rows(tx)) out.add(row.id.number, year_of(row));
  return out;
}

Result<CalendarImported> import_calendar(Work& work, const workflow::CalendarYear& year) {
  const auto rows = calendar_rows(work.tx);
  CalendarRow row;
  row.id = {rows.empty() ? 1 : rows.back().id.number + 1};
  row.year = year.year;
  row.source = year.source;
  row.days = days_of(year);
  row.imported_at = work.now;
  const auto known = std::find_if(rows.rbegin(), rows.rend(),
                                  [&](const CalendarRow& one) { return one.year == year.year; });
  if (known != rows.rend() && known->days == row.days)
    return refuse(Reason::conflict, "calendar.unchanged", std::to_string(year.year));
  work.tx.insert(row);
  const CalendarImported imported{year.year, static_cast<std::int64_t>(year.days.size()),
                                  row.id.number, year.source, digest_of(row)};
  const auto key = sealing::key(work, {bank_id});
  evidence::append(work, "calendar.imported", evidence::Subject(Id<CalendarRow>{bank_id}, key),
                   imported);
  return imported;
}

std::int64_t import_shipped(Work& work) {
  if (evidence::count(work, bank_id) == 0) return 0;
  std::int64_t out = 0;
  const auto rows = calendar_rows(work.tx);
  for (const auto& year : workflow::shipped_calendars()) {
    const bool is_known = std::any_of(
        rows.begin(), rows.end(), [&](const CalendarRow& row) { return row.year == year.year; });
    if (!is_known && import_calendar(work, year)) ++out;
  }
  return out;
}

bool lacks_shipped(const workflow::Calendars& known) {
  const auto shipped = workflow::shipped_calendars();
  return std::any_of(shipped.begin(), shipped.end(), [&](const workflow::CalendarYear& year) {
    return !known.now().knows(year.days.front().on);
  });
}

bool refresh(storage::Transaction& tx, workflow::Limits& limits) {
  if (calendar_version(tx) <= limits.calendars()->version()) return false;
  limits.set_calendars(load_calendars(tx));
  return true;
}

}  // namespace xb::clocks
