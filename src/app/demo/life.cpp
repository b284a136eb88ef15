#include "app/demo/life.h"

#include <algorithm>

namespace xb::app::demo {

using std::chrono::minutes;
using std::chrono::seconds;

void move_in(Life& life, const Cast& cast) {
  auto& address = life.told.person.address;
  if (!address) return;
  const std::string home = address->reveal();
  const std::string city = cast.city_of(*life.outlet);
  if (home.starts_with(city) || home.starts_with("江澜市")) return;
  address = privacy::Personal<privacy::Address>::trusted(city + home);
}

void Plot::pass(std::int64_t from, std::int64_t until) {
  const minutes work{life_.dice.between(from, until)};
  at_ = setting_.days.after(at_, work) + seconds{life_.dice.between(1, 59)};
}

void Plot::reach(double days) {
  constexpr double day_ms = 86'400'000.0;
  const Instant wanted =
      life_.told.received_at + std::chrono::milliseconds{static_cast<std::int64_t>(days * day_ms)};
  at_ = setting_.days.working(std::max(at_, wanted), life_.dice);
}

void Plot::reach(double days, Instant latest) {
  const Instant before = at_;
  reach(days);
  if (at_ < latest) return;
  at_ = std::max(before, setting_.days.working_before(latest, life_.dice));
}

void Plot::go_to(Instant at) { at_ = std::max(at_, at); }

void Plot::reach_day(Date day) {
  const Instant morning = setting_.days.at(day, minutes{9 * 60});
  if (at_ < morning) at_ = setting_.days.working(morning, life_.dice);
  if (life_.dice.happens(0.6)) pass(10, 300);
}

void Plot::add(const Staff* who, std::string_view permission, Play play) {
  if (at_ > setting_.end) is_over_ = true;
  if (is_over_) return;
  life_.acts.push_back({at_, who, permission, std::move(play)});
  at_ = at_ + seconds{life_.dice.between(70, 400)};
}

void Plot::act(const Staff& who, std::string_view permission, Play play) {
  add(&who, permission, std::move(play));
}

void Plot::decide(Play play) { add(nullptr, {}, std::move(play)); }

}  // namespace xb::app::demo
