#include "platform/clocks/routes.h"

#include "core/number.h"
#include "platform/clocks/notices.h"
#include "platform/clocks/reading.h"
#include "platform/http/router.h"

namespace xb::clocks {
namespace {

constexpr auto may_read = http::permitted(Permission("clock.read"));
constexpr auto may_acknowledge = http::permitted(Permission("clock.acknowledge"));

std::int64_t year_of(Date day) { return int{std::chrono::year_month_day{day.days}.year()}; }

// Of the year that is asked for, else of this one.
Result<http::Response> calendar(Work& work, const http::Request& request) {
  std::int64_t year = year_of(work.zone.date(work.now));
  for (const auto& [name, values] : request.query) {
    if (name != "year") return refuse(Reason::invalid, "list.unknown_filter", field_name(name));
    const auto asked = parse_integer(values.front());
    if (!asked) return refuse(Reason::invalid, "calendar.year", "year");
    if (values.size() != 1) return refuse(Reason::invalid, "list.too_many_values", "year");
    year = *asked;
  }
  http::Response response;
  response.body = to_json(TRY(show_calendar(work, year)));
  return response;
}

}  // namespace

void routes(http::Router& router) {
  auto& listing = router.get({"clock_notices.list", "/api/clock-notices", may_read}, list_notices);
  http::filtered_by(listing, notice_list());
  listing.query.emplace_back("yours");
  router.act(
      {"clock_notices.acknowledge", "/api/clock-notices/{id}/acknowledgement", may_acknowledge},
      acknowledge);
  router.get({"clocks.rules", "/api/clock-rules", http::signed_in}, show_rules);
  auto& showing =
      router.raw(http::Method::get, {"clocks.calendar", "/api/calendar", http::signed_in},
                 http::Runs::reading, calendar);
  showing.output = &http::typed::schema_of<CalendarView>;
  showing.query = {"year"};
}

}  // namespace xb::clocks
