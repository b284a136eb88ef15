#include "app/demo.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "app/demo_stories.h"
#include "core/ensure.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/withdrawal/service.h"
#include "platform/evidence/entries.h"
#include "platform/identity/store.h"

namespace xb::app {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::int64_t whole_stories = 200;  // of the newest, registered step by step
constexpr std::size_t a_command = 200;
constexpr std::int64_t overdue_from = 20;  // a smaller bank has none
constexpr days overdue_after{17};
constexpr minutes opening{9 * 60};
constexpr minutes closing{17 * 60 + 30};
constexpr minutes hotline_closing{20 * 60};

// Three months of a small bank, two years of a large one.
days span_of(std::int64_t count) { return days{std::clamp<std::int64_t>(count * 3 / 4, 30, 730)}; }

// Monday to Friday, without the holidays that have a fixed date.
bool is_working(Date day) {
  const std::chrono::year_month_day date{day.days};
  const unsigned at = static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day());
  const bool is_holiday = at == 101 || (at >= 501 && at <= 503) || (at >= 1001 && at <= 1007);
  return std::chrono::weekday{day.days}.iso_encoding() <= 5 && !is_holiday;
}

complaints::NewComplaint as_new(const complaints::ImportedComplaint& from) {
  return {.source = from.source,
          .intake_channel = from.intake_channel,
          .business_channel = from.business_channel,
          .business = from.business,
          .cause = from.cause,
          .summary = from.summary,
          .description = from.description,
          .claim = from.claim,
          .received_at = from.received_at,
          .heard_by_id = {},
          .accused_id = {},
          .complainant = from.complainant.value_or(complaints::NewComplainant{}),
          .customer_kind = from.customer_kind,
          .product = from.product,
          .region = from.region,
          .rights = {},
          .claim_kinds = {},
          .customer_groups = {},
          .amount_fen = {},
          .agent = {},
          .repeats_number = {},
          .method = {},
          .result = {}};
}

// One complaint with how it went on.
struct Case {
  Told told;
  Place place;
  std::optional<Instant> over_at;  // none where it is open
  bool is_withdrawn = false;
  Id<complaints::Complaint> id;
};

enum class Happening { registered, over, imported };

struct Step {
  Happening happening;
  std::shared_ptr<Case> of;
  Instant at;
};

void bring_in(Work& work, const Case& of) {
  auto complaint = of.told.complaint();
  if (of.over_at) complaint.state = complaints::State::closed;
  complaint.closed_at = of.over_at;
  complaints::import_complaint(work, complaint);
}

void end(Work& work, const Case& of) {
  const std::string outcome = of.told.text(of.told.story->outcome);
  if (of.is_withdrawn) {
    const complaints::Withdrawal withdrawal{
        complaints::Note::trusted("客户来电表示问题已解决，不再投诉。"),
        complaints::Proof::recorded_call};
    ensure(complaints::withdraw(work, of.id, withdrawal).has_value(), "the demo cannot withdraw");
    return;
  }
  complaints::Closure closure;
  if (!outcome.empty()) closure.result = complaints::Note::trusted(outcome);
  ensure(complaints::close(work, of.id, closure).has_value(), "the demo cannot close");
}

void take(Work& work, Case& of, Happening happening) {
  work.actor.place = of.place;
  switch (happening) {
    case Happening::imported: return bring_in(work, of);
    case Happening::over: return end(work, of);
    case Happening::registered: {
      const auto made = complaints::register_complaint(work, as_new(of.told.complaint()));
      ensure(made.has_value(), "the demo's complaint is refused");
      of.id = made->id;
    }
  }
}

class Filler {
 public:
  Filler(Installation& installation, std::int64_t count)
      : installation_(installation),
        zone_(installation.configuration.zone),
        count_(count),
        end_(installation.clock->now() - minutes{1}) {
    installation.database->read([&](storage::Transaction& tx) {
      last_ = evidence::last_entry_at(tx).value_or(Instant{});
      for (const Unit& unit : identity::units(tx))
        if (unit.kind == identity::UnitKind::outlet && !unit.closed_on) {
          places_.push_back({unit.branch_id, unit.sub_branch_id, unit.id});
          codes_.push_back(unit.code);
        }
    });
    plan();
  }

  void fill() {
    for (std::size_t i = 0; i < days_.size(); ++i) {
      live(days_[i], counts_[i], i == overdue_day_);
      write_until(zone_.start(days_[i] + days{1}));
    }
    write_until({INT64_MAX});
    installation_.place_entries();
  }

 private:
  // How many come on each day: at a weekend a fifth of what comes on a working day.
  void plan() {
    const Date today = zone_.date(end_);
    const bool is_open = end_ > zone_.start(today) + opening + minutes{30};
    const Date last = is_open ? today : today + days{-1};
    std::int64_t total = 0;
    for (Date day = today + -span_of(count_); day <= last; day = day + days{1}) {
      days_.push_back(day);
      total += weight(day);
    }
    std::int64_t before = 0;
    for (const Date day : days_) {
      const std::int64_t after = before + weight(day);
      counts_.push_back(share(after, total) - share(before, total));
      before = after;
      if (counts_.back() > 0 && is_working(day) && day <= today + -overdue_after &&
          count_ >= overdue_from)
        overdue_day_ = counts_.size() - 1;
    }
  }
  static std::int64_t weight(Date day) { return is_working(day) ? 10 : 2; }
  std::int64_t share(std::int64_t part, std::int64_t total) const {
    return (2 * count_ * part + total) / (2 * total);
  }

  // Makes up the complaints of a day.
  void live(Date day, std::int64_t count, bool has_overdue) {
    narrator_.begin_day(day);
    const bool works = is_working(day);
    std::vector<Instant> times;
    for (std::int64_t i = 0; i < count; ++i)
      times.push_back(draw_time(day, works ? closing : hotline_closing));
    std::sort(times.begin(), times.end());
    for (std::size_t i = 0; i < times.size(); ++i) {
      auto of = std::make_shared<Case>();
      const bool is_overdue = has_overdue && i == 0;
      of->told = is_overdue ? narrator_.tell_overdue(times[i])
                            : narrator_.tell(times[i], works ? Narrator::Open::everything
                                                             : Narrator::Open::hotline);
      of->place = place_of(*of->told.story);
      const Instant over_at = draw_end(day);
      if (!is_overdue && over_at <= end_) of->over_at = over_at;
      of->is_withdrawn = narrator_.below(25) == 0;
      remember(std::move(of));
    }
  }

  void remember(std::shared_ptr<Case> of) {
    const Instant received_at = of->told.received_at;
    const auto over_at = of->over_at;
    if (made_++ < count_ - whole_stories) {
      add({Happening::imported, std::move(of), over_at.value_or(received_at)});
      return;
    }
    add({Happening::registered, of, received_at});
    if (over_at) add({Happening::over, std::move(of), *over_at});
  }
  void add(Step step) {
    const Instant at = step.at;
    waiting_.emplace(at, std::move(step));
  }

  Instant draw_time(Date day, minutes until) {
    const Instant from = zone_.start(day) + opening;
    const Instant to = std::min(zone_.start(day) + until, end_);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(to - from).count();
    return from + std::chrono::seconds{narrator_.below(static_cast<std::uint64_t>(seconds))};
  }

  // Two to fourteen days later, when somebody is at work.
  Instant draw_end(Date received) {
    Date day = received + days{2 + static_cast<int>(narrator_.below(13))};
    while (!is_working(day)) day = day + days{1};
    while (day > received + days{14} || !is_working(day)) day = day + days{-1};
    const auto seconds = (closing - opening).count() * 60;
    return zone_.start(day) + opening +
           std::chrono::seconds{narrator_.below(static_cast<std::uint64_t>(seconds))};
  }

  Place place_of(const Story& story) {
    const auto named = std::find(codes_.begin(), codes_.end(), story.unit);
    if (named != codes_.end()) return places_[static_cast<std::size_t>(named - codes_.begin())];
    return narrator_.pick(places_);
  }

  // Whatever waits and happened before `until`, in the order of time.
  void write_until(Instant until) {
    while (!waiting_.empty() && waiting_.begin()->first < until) {
      std::vector<Step> steps;
      while (steps.size() < a_command && !waiting_.empty() && waiting_.begin()->first < until) {
        steps.push_back(std::move(waiting_.begin()->second));
        waiting_.erase(waiting_.begin());
        last_ = std::max(last_, steps.back().at);
        steps.back().at = last_;
      }
      write(steps);
    }
  }

  void write(const std::vector<Step>& steps) {
    installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
      for (const Step& step : steps) {
        Work work = installation_.work(tx);
        work.now = step.at;
        take(work, *step.of, step.happening);
      }
      return true;
    });
    written_ += static_cast<std::int64_t>(steps.size());
    if (count_ >= 100'000 && written_ / 100'000 > told_) {
      told_ = written_ / 100'000;
      std::fprintf(stderr, "%lld of %lld complaints\n", static_cast<long long>(written_),
                   static_cast<long long>(count_));
    }
  }

  Installation& installation_;
  const Zone zone_;
  const std::int64_t count_;
  const Instant end_;
  Narrator narrator_;
  std::vector<Place> places_;
  std::vector<std::string> codes_;  // of the places
  std::vector<Date> days_;
  std::vector<std::int64_t> counts_;  // by day
  std::size_t overdue_day_ = SIZE_MAX;
  std::multimap<Instant, Step> waiting_;
  std::int64_t made_ = 0;
  std::int64_t written_ = 0;
  std::int64_t told_ = 0;
  Instant last_;
};

}  // namespace

Instant demo_start(Instant now, Zone zone, std::int64_t count) {
  if (count == 0) return now;
  return zone.start(zone.date(now) + -span_of(count)) + opening - minutes{30};
}

void fill_demo_bank(Installation& installation, std::int64_t count) {
  if (count > 0) Filler(installation, count).fill();
}

}  // namespace xb::app
