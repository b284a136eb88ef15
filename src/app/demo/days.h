// The demo bank's days: how much comes in on each, and when its people are at work.
#pragma once

#include "app/demo/dice.h"
#include "core/instant.h"
#include "platform/workflow/calendar.h"

namespace xb::app::demo {

class Days {
 public:
  explicit Days(Zone zone);

  bool is_working(Date day) const;
  // How much comes in, in hundredths of an ordinary Wednesday: Mondays and the days after a
  // repayment day are high, the Spring Festival is low.
  std::int64_t weight(Date day) const;

  Instant at(Date day, std::chrono::minutes time) const { return zone_.start(day) + time; }
  std::chrono::minutes time_of(Instant at) const;
  Date date(Instant at) const { return zone_.date(at); }

  bool is_office_hour(Instant at) const;
  // Itself, or soon after the next opening.
  Instant working(Instant at, Dice& dice) const;
  // Itself, or shortly before the last closing.
  Instant working_before(Instant at, Dice& dice) const;
  // So much working time later.
  Instant after(Instant at, std::chrono::minutes work) const;
  // The working day that comes so many after this day.
  Date working_day(Date day, std::int64_t count) const;
  Date working_day_before(Date day) const;

 private:
  workflow::Calendar calendar_;
  Zone zone_;
};

}  // namespace xb::app::demo
