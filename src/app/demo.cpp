#include "app/demo.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

#include "app/demo/author.h"
#include "app/demo/beside.h"
#include "app/demo/mix.h"
#include "app/demo/schedule.h"
#include "app/modules.h"
#include "modules/complaints/importing/service.h"
#include "platform/evidence/entries.h"
#include "platform/identity/rules.h"

namespace xb::app {
namespace {

using demo::Act;
using demo::Dice;
using demo::Life;
using demo::Matter;
using demo::ScheduledDay;
using demo::Told;
using demo::Way;
using std::chrono::days;
using std::chrono::minutes;

constexpr std::uint64_t seed = 20'261'120;
constexpr std::size_t a_command = 250;
constexpr minutes opening{9 * 60};
constexpr std::size_t letter_writers = 8;

struct Event {
  std::shared_ptr<Life> of;
  Act act;
};

Date first_of_year(Date day) {
  const std::chrono::year_month_day date{day.days};
  return {std::chrono::sys_days{date.year() / 1 / 1}};
}

class Filler {
 public:
  Filler(Installation& installation, std::int64_t count, const demo::Cast& cast, Instant end)
      : installation_(installation),
        zone_(installation.configuration.zone),
        count_(count),
        end_(end),
        calendar_(zone_),
        teller_(zone_, zone_.date(end)),
        matters_(matters()),
        setting_{cast, calendar_, teller_, matters_, zone_, end_},
        steps_(setting_),
        author_(setting_, steps_),
        today_(zone_.date(end_)),
        mix_(calendar_, today_) {
    installation.database->read(
        [&](storage::Transaction& tx) { last_ = evidence::last_entry_at(tx).value_or(Instant{}); });
  }

  void fill() {
    const auto days_of_bank = demo::schedule(calendar_, count_, end_);
    if (count_ >= demo::beside_from) {
      Dice dice{seed};
      for (auto& life : demo::lives_beside(setting_, dice)) add_acts(life);
    }
    for (const ScheduledDay& day : days_of_bank) {
      live(day);
      write_until(zone_.start(day.on + days{1}));
    }
    write_until({INT64_MAX});
    installation_.place_entries();
  }

 private:
  void live(const ScheduledDay& day) {
    for (std::int64_t i = 0; i < day.beside; ++i) tell_other(day.on);
    for (const demo::Special& special : day.specials) tell_special(day.on, special);
    for (std::int64_t i = 0; i < day.ordinary; ++i) {
      // Those that take their steps are spread over the day.
      const bool is_whole = (i + 1) * day.whole / day.ordinary != i * day.whole / day.ordinary;
      tell_ordinary(day.on, is_whole);
      if (!is_whole || count_ < demo::beside_from) continue;
      tell_upgraded(day.on);
    }
  }

  std::shared_ptr<Life> begin() {
    auto out = std::make_shared<Life>();
    out->ordinal = ++made_;
    out->dice = Dice{seed + 977 * made_};
    return out;
  }

  Instant draw_time(Date day, std::string_view channel, Dice& dice) const {
    minutes from = opening, until{17 * 60 + 10};
    if (channel == "hotline") {
      from = minutes{8 * 60 + 35};
      until = minutes{dice.happens(0.8) ? 18 * 60 : 19 * 60 + 50};
    } else if (channel == "mobile_app" || channel == "platform") {
      from = minutes{8 * 60};
      until = minutes{22 * 60 + 10};
    } else if (channel == "letter" || channel == "petition_letter") {
      until = minutes{11 * 60};
    } else if (channel.starts_with("hotline_")) {
      until = minutes{16 * 60 + 20};
    }
    Instant last = calendar_.at(day, until);
    const Instant first = calendar_.at(day, from);
    last = std::max(first + minutes{1}, std::min(last, end_));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(last - first).count();
    return first + std::chrono::seconds{dice.between(0, seconds - 1)};
  }

  // What nobody could register before the end came in the day before.
  void tell_ordinary(Date day, bool is_whole) {
    while (!told_ordinary(day, is_whole)) day = day + days{-1};
  }

  // Nobody answers late but who is meant to: another comes in his place.
  bool told_ordinary(Date day, bool is_whole, bool is_late = false) {
    auto life = begin();
    life->is_meant_late = is_late;
    Dice& dice = life->dice;
    const demo::Wave* wave = nullptr;
    const Matter& matter = mix_.matter(day, dice, &wave);
    const Way& way = mix_.way(day, dice);
    life->outlet = &setting_.cast.outlet(wave != nullptr ? wave->branch : "",
                                         wave != nullptr ? wave->unit : "", dice);
    const Instant at = draw_time(day, way.channel, dice);
    life->told = teller_.tell(dice, matter, way, at, life->outlet->name, wave);
    if (!is_whole) {
      bring_in(std::move(life));
      return true;
    }
    const std::shared_ptr<Life> earlier = is_late ? nullptr : draw_earlier(*life);
    const bool is_registered = author_.write(*life, earlier.get());
    const bool is_told = is_registered && life->is_late == is_late;
    if (wave == nullptr && (!is_told || earlier != nullptr))
      mix_.tell_instead(matter, is_told ? life->told.matter : nullptr);
    if (!is_registered) return false;
    if (!is_told) return told_ordinary(day, is_whole, is_late);
    add_acts(life);
    past_.push_back(std::move(life));
    return true;
  }

  // One in twenty-four comes back; some while their first case still runs.
  std::shared_ptr<Life> draw_earlier(Life& life) {
    constexpr std::size_t newest = 40;
    const double at = life.dice.share();
    if (past_.empty() || at > 0.114) return nullptr;
    const bool is_soon = at < 0.02;
    const std::size_t from = is_soon ? past_.size() - std::min(newest, past_.size()) : 0;
    const auto& earlier = past_[from + life.dice.below(past_.size() - from)];
    const Instant now = life.told.received_at;
    const auto age = now - earlier->told.received_at;
    const auto over_at = earlier->over_at;
    // It must still run when this one has been read, after a weekend or a holiday.
    const bool runs = age > days{1} && age < days{6} && over_at &&
                      zone_.date(*over_at) > calendar_.working_day(zone_.date(now), 1);
    const bool is_done = age < days{110} && over_at && *over_at < now - days{1};
    const bool fits = earlier->told.original == nullptr && earlier->told.other == nullptr &&
                      !earlier->told.is_copy && earlier->told.way->voice != demo::Voice::letter &&
                      !earlier->told.matter->is_about_staff && (is_soon ? runs : is_done);
    if (!fits) return nullptr;
    life.outlet = earlier->outlet;
    life.told.matter = earlier->told.matter;
    teller_.repeat(life.dice, life.told, earlier->told);
    return earlier;
  }

  void tell_overdue(Date day) {
    auto life = begin();
    life->outlet = &setting_.cast.unit("210001");
    life->told =
        teller_.tell(life->dice, demo::book().matter("loan_release_slow"), demo::way_of("counter"),
                     draw_time(day, "counter", life->dice), life->outlet->name);
    life->told.summary = life->told.matter->summary + "，已超过办理期限";
    author_.write_overdue(*life);
    add_acts(life);
  }

  void tell_late(Date day) {
    while (!told_ordinary(day, true, true)) day = calendar_.working_day_before(day);
  }

  void tell_special(Date day, const demo::Special& special) {
    if (special.is_overdue) return tell_overdue(day);
    if (special.is_late) return tell_late(day);
    while (!told_original(day, special)) day = calendar_.working_day_before(day);
  }

  bool told_original(Date day, const demo::Special& special, int tries = 0) {
    auto life = begin();
    Dice& dice = life->dice;
    const demo::Original& original = *special.original;
    life->outlet = &setting_.cast.outlet("", original.unit, dice);
    const Instant at = draw_time(day, original.channel, dice);
    life->told = special.is_copy ? teller_.tell_copy(dice, original, at, life->outlet->name)
                                 : teller_.tell(dice, original, at, life->outlet->name);
    if (special.is_copy && letters_.size() >= letter_writers)
      life->told.person.phone = dice.pick(letters_);
    if (!author_.write(*life, nullptr)) return false;
    const bool may_rest = original.is_appraised || original.is_mediated;
    constexpr int tries_max = 12;
    if (life->is_late && !may_rest && tries < tries_max)
      return told_original(day, special, tries + 1);
    if (special.is_copy && letters_.size() < letter_writers)
      letters_.push_back(*life->told.person.phone);
    add_acts(life);
    return true;
  }

  // Beside the complaints what is none: mostly questions.
  void tell_other(Date day) {
    using complaints::IntakeKind;
    auto life = begin();
    Dice& dice = life->dice;
    const double at = dice.share();
    const IntakeKind kind = at < 0.988    ? IntakeKind::consultation
                            : at < 0.991  ? IntakeKind::suggestion
                            : at < 0.9935 ? IntakeKind::praise
                            : at < 0.9993 ? IntakeKind::on_the_spot
                                          : IntakeKind::petition;
    if (kind != IntakeKind::consultation && !calendar_.is_working(day)) return;
    const bool is_here = kind == IntakeKind::on_the_spot || kind == IntakeKind::praise;
    const Way& way = demo::way_of(is_here                        ? "counter"
                                  : kind == IntakeKind::petition ? "petition_letter"
                                                                 : "hotline");
    life->outlet = &setting_.cast.outlet("", "", dice);
    life->told =
        teller_.tell_other(dice, kind, way, draw_time(day, way.channel, dice), life->outlet->name);
    author_.write_other(*life, kind);
    add_acts(life);
  }

  // Of those who came to the bank first some go to the bureau afterwards.
  void tell_upgraded(Date day) {
    auto life = begin();
    Dice& dice = life->dice;
    if (past_.empty() || !calendar_.is_working(day) || !dice.happens(0.009)) return;
    const auto& earlier =
        *past_[past_.size() - 1 - dice.below(std::min<std::size_t>(past_.size(), 300))];
    const Way& way = demo::way_of("hotline_12378");
    const Instant at = draw_time(day, way.channel, dice);
    const bool fits = earlier.over_at && *earlier.over_at < at - days{1} &&
                      !demo::is_referred(earlier.told) && !earlier.told.is_again &&
                      earlier.told.original == nullptr && earlier.told.other == nullptr &&
                      !earlier.told.matter->is_about_staff;
    if (!fits) return;
    life->told.matter = earlier.told.matter;
    life->told.way = &way;
    life->told.received_at = at;
    teller_.repeat(dice, life->told, earlier.told);
    author_.write_upgraded(*life, earlier);
    add_acts(life);
  }

  // Brought in when it is over; what is still open, when it came.
  void bring_in(std::shared_ptr<Life> life) {
    Dice& dice = life->dice;
    const Instant received = life->told.received_at;
    double took =
        dice.happens(0.36) ? dice.share() * 3 : 5 + 8.2 * std::max(dice.share(), dice.share());
    if (dice.happens(0.05)) took = 16 + dice.share() * 13;
    const Instant over =
        calendar_.working(received + minutes{static_cast<std::int64_t>(took * 24 * 60)}, dice);
    const bool is_over = over <= end_;
    const bool is_withdrawn = dice.happens(0.032);
    demo::Play import = [this, is_over, is_withdrawn](Work& work, Life& of) {
      demo::move_in(of, setting_.cast);
      auto input = teller_.imported(of.told);
      input.region = complaints::Code::trusted(setting_.cast.region_of(*of.outlet));
      if (is_over) {
        input.state = is_withdrawn ? complaints::State::withdrawn : complaints::State::closed;
        input.closed_at = work.now;
      }
      work.actor.place = identity::place_of(*of.outlet);
      of.id = complaints::import_complaint(work, input);
    };
    const bool is_this_year =
        zone_.date(received) >= first_of_year(today_) && received < end_ - days{30};
    if (is_over && is_this_year && count_ >= demo::beside_from && demo::is_referred(life->told)) {
      author_.write_register(*life, over, std::move(import));
    } else {
      life->acts.push_back({is_over ? over : received, nullptr, {}, std::move(import)});
    }
    add_acts(life);
  }

  void add_acts(const std::shared_ptr<Life>& life) {
    for (Act& act : life->acts) {
      const Instant at = act.at;
      waiting_.emplace(at, Event{life, std::move(act)});
    }
    life->acts.clear();
  }

  // Whatever waits and happened before `until`, in the order of time.
  void write_until(Instant until) {
    while (!waiting_.empty() && waiting_.begin()->first < until) {
      std::vector<Event> events;
      while (events.size() < a_command && !waiting_.empty() && waiting_.begin()->first < until) {
        events.push_back(std::move(waiting_.begin()->second));
        waiting_.erase(waiting_.begin());
        last_ = std::max(last_, events.back().act.at);
        events.back().act.at = last_;
      }
      write(events);
    }
  }

  void write(std::vector<Event>& events) {
    installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      for (Event& event : events) {
        Work work = installation_.work(tx);
        work.now = event.act.at;
        if (event.act.who != nullptr)
          work.actor =
              setting_.cast.actor(*event.act.who, event.act.permission, zone_.date(work.now));
        event.act.play(work, *event.of);
      }
      return true;
    });
    written_ += static_cast<std::int64_t>(events.size());
    constexpr std::int64_t told_every = 100'000;
    if (count_ >= told_every && written_ / told_every > told_) {
      told_ = written_ / told_every;
      std::fprintf(stderr, "%lld steps of %lld complaints\n", static_cast<long long>(written_),
                   static_cast<long long>(count_));
    }
  }

  Installation& installation_;
  const Zone zone_;
  const std::int64_t count_;
  const Instant end_;
  const demo::Days calendar_;
  const demo::Teller teller_;
  const approvals::Matters matters_;
  const demo::Setting setting_;
  const demo::Steps steps_;
  const demo::Author author_;
  const Date today_;
  demo::Mix mix_;
  std::uint64_t made_ = 0;
  std::vector<std::shared_ptr<Life>> past_;  // whole ones
  std::vector<privacy::Personal<privacy::Phone>> letters_;
  std::multimap<Instant, Event> waiting_;
  std::int64_t written_ = 0;
  std::int64_t told_ = 0;
  Instant last_;
};

}  // namespace

Instant demo_start(Instant now, Zone zone, std::int64_t count) {
  if (count == 0) return now;
  return zone.start(zone.date(now) + -demo::span_of(count)) + opening - minutes{75};
}

void fill_demo_bank(Installation& installation, std::int64_t count, Instant now) {
  if (count == 0) return;
  std::unique_ptr<demo::Cast> cast;
  installation.database->read([&](storage::Transaction& tx) {
    const Zone zone = installation.configuration.zone;
    cast = std::make_unique<demo::Cast>(tx, zone.date(now));
  });
  Filler(installation, count, *cast, now - minutes{1}).fill();
}

}  // namespace xb::app
