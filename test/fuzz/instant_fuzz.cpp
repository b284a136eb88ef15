// A point in time, a day or a zone that was read is written in the one form that reads the same.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/ensure.h"
#include "core/instant.h"

namespace xb {
namespace {

void check_zone(Zone zone, Instant at) {
  const Date day = zone.date(at);
  ensure(zone.start(day) <= at && at < zone.start(day + std::chrono::days{1}),
         "an instant is not in its day");
  ensure(zone.date(zone.start(day)) == day, "a day does not start in itself");
}

void check(std::string_view text) {
  if (const auto at = parse_instant(text)) {
    const std::string written = format(*at);
    ensure(written.size() == 24, "an instant is not written as RFC 3339 has it");
    ensure(parse_instant(written) == at, "an instant that was written reads as another");
    check_zone(Zone{}, *at);
    check_zone(Zone{std::chrono::minutes{-(23 * 60 + 59)}}, *at);
  }
  if (const auto day = parse_date(text)) ensure(format(*day) == text, "a day has two forms");
  if (const auto zone = parse_zone(text)) check_zone(*zone, Instant{1'772'413'200'000});
}

}  // namespace
}  // namespace xb

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  xb::check({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
