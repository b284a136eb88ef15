#include "platform/workflow/explain.h"

#include <cstdio>
#include <initializer_list>
#include <utility>

namespace xb::workflow {
namespace {

DayReason reason_of(const WalkedDay& day, Measure measure) {
  if (day.exclusion != nullptr)
    return day.exclusion->kind == ExclusionKind::appraisal ? DayReason::appraisal
                                                           : DayReason::mediation;
  if (measure != Measure::working_days) return DayReason::counted;
  switch (day.kind) {
    case DayKind::working: return DayReason::counted;
    case DayKind::make_up: return DayReason::make_up;
    case DayKind::weekend: return DayReason::weekend;
    case DayKind::holiday: return DayReason::holiday;
  }
  return DayReason::counted;
}

bool is_named(DayReason reason) {
  return reason == DayReason::holiday || reason == DayReason::make_up;
}

// From here on nobody knows how many days are left out.
void add_open(std::vector<DayRun>& runs, const Exclusion& open) {
  const WalkedDay day{.on = open.from, .counts = false, .exclusion = &open};
  runs.push_back({open.from,
                  open.from,
                  0,
                  false,
                  reason_of(day, Measure::calendar_days),
                  {},
                  runs.empty() ? 0 : runs.back().counted});
}

void add(std::vector<DayRun>& runs, const WalkedDay& day, Measure measure) {
  const DayReason reason = reason_of(day, measure);
  const std::string_view name = is_named(reason) ? day.name : std::string_view{};
  if (runs.empty() || runs.back().reason != reason || runs.back().name != name)
    runs.push_back({day.on, day.on, 0, day.counts, reason, std::string{name},
                    runs.empty() ? 0 : runs.back().counted});
  DayRun& run = runs.back();
  run.to = day.on;
  ++run.days;
  if (day.counts) ++run.counted;
}

const char* text_of(Measure measure) {
  switch (measure) {
    case Measure::calendar_days: return "measure.calendar_days";
    case Measure::working_days: return "measure.working_days";
    case Measure::hours: return "measure.hours";
  }
  return "";
}

const char* text_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::regulatory: return "rule_kind.regulatory";
    case RuleKind::internal: return "rule_kind.internal";
    case RuleKind::promised: return "rule_kind.promised";
  }
  return "";
}

const char* text_of(Mark mark) {
  switch (mark) {
    case Mark::found: return "mark.found";
    case Mark::memory: return "mark.memory";
    case Mark::design: return "mark.design";
    case Mark::bank: return "mark.bank";
  }
  return "";
}

const char* text_of(CountsFrom from) {
  switch (from) {
    case CountsFrom::received: return "counts_from.received";
    case CountsFrom::registered: return "counts_from.registered";
    case CountsFrom::referred: return "counts_from.referred";
    case CountsFrom::application_received: return "counts_from.application_received";
    case CountsFrom::decision_received: return "counts_from.decision_received";
    case CountsFrom::accepted: return "counts_from.accepted";
    case CountsFrom::incident_found: return "counts_from.incident_found";
    case CountsFrom::recorded: return "counts_from.recorded";
    case CountsFrom::contacted: return "counts_from.contacted";
    case CountsFrom::dispatched: return "counts_from.dispatched";
  }
  return "";
}

const char* text_of(DayReason reason) {
  switch (reason) {
    case DayReason::counted: return "day.counted";
    case DayReason::make_up: return "day.make_up";
    case DayReason::weekend: return "day.weekend";
    case DayReason::holiday: return "day.holiday";
    case DayReason::appraisal: return "day.appraisal";
    case DayReason::mediation: return "day.mediation";
  }
  return "";
}

// In the bank's zone, as people there read it.
std::string local(Instant at, Zone zone) {
  const Date day = zone.date(at);
  const auto minutes = (at - zone.start(day)).count() / 60'000;
  char text[16];
  std::snprintf(text, sizeof text, " %02d:%02d", static_cast<int>(minutes / 60),
                static_cast<int>(minutes % 60));
  return format(day) + text;
}

// 24:00 of a day rather than 00:00 of the next.
std::string end_of(Instant at, Zone zone) {
  const Date day = zone.date(at);
  if (zone.start(day) != at) return local(at, zone);
  return format(day + std::chrono::days{-1}) + " 24:00";
}

// Writes the sentences of one language.
class Teller {
 public:
  Teller(const Explanation& of, Language language, const Texts& texts, Zone zone)
      : of_(of), language_(language), texts_(texts), zone_(zone) {}

  std::vector<std::string> tell() {
    tell_rule();
    tell_steps();
    for (const DayRun& run : of_.days) tell_run(run);
    for (const std::int64_t year : of_.missing_years)
      say("explain.missing_year", {{"year", std::to_string(year)}});
    tell_dates();
    tell_due();
    return std::move(out_);
  }

 private:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  std::string text(std::string_view code) const { return std::string{texts_.of(language_, code)}; }
  std::string amount(std::int64_t number) const {
    return std::to_string(number) + " " + text(text_of(of_.measure));
  }

  void say(std::string_view code, Values values) {
    std::string sentence = text(code);
    for (const auto& [name, value] : values) {
      const std::string mark = "{" + std::string{name} + "}";
      for (std::size_t at = 0; (at = sentence.find(mark, at)) != std::string::npos;
           at += value.size())
        sentence.replace(at, mark.size(), value);
    }
    out_.push_back(std::move(sentence));
  }

  void tell_rule() {
    say("explain.rule", {{"name", language_ == Language::en ? of_.en : of_.zh},
                         {"rule", of_.rule},
                         {"version", std::to_string(of_.version)},
                         {"kind", text(text_of(of_.kind))},
                         {"length", amount(of_.length)},
                         {"from", text(text_of(of_.counts_from))}});
    say("explain.source", {{"source", of_.source},
                           {"mark", text(text_of(of_.mark))},
                           {"from", format(of_.effective_from)}});
    if (of_.effective_until) say("explain.until", {{"until", format(*of_.effective_until)}});
  }

  void tell_steps() {
    const bool by_hours = of_.measure == Measure::hours;
    say(by_hours ? "explain.start_hours" : "explain.start",
        {{"at", local(of_.started_at, zone_)}, {"date", format(of_.started_on)}});
    if (of_.first_started_at)
      say("explain.restarted", {{"at", local(*of_.first_started_at, zone_)}});
    if (of_.recounted_at) say("explain.recounted", {{"at", local(*of_.recounted_at, zone_)}});
    for (const std::int64_t total : of_.extended_to)
      say("explain.extended", {{"total", amount(total)}});
  }

  void tell_run(const DayRun& run) {
    if (run.days == 0)
      return say("explain.left_out_from",
                 {{"from", format(run.from)}, {"reason", text(text_of(run.reason))}});
    const bool one = run.days == 1;
    const char* code = run.counts ? (one ? "explain.day_counted" : "explain.days_counted")
                                  : (one ? "explain.day_left_out" : "explain.days_left_out");
    const bool is_workday =
        run.reason == DayReason::counted && of_.measure == Measure::working_days;
    std::string reason = text(is_workday ? "day.working" : text_of(run.reason));
    if (!run.name.empty()) reason += " " + run.name;
    say(code, {{"from", format(run.from)},
               {"to", format(run.to)},
               {"days", std::to_string(run.days)},
               {"reason", reason},
               {"counted", std::to_string(run.counted)}});
  }

  void tell_dates() {
    if (of_.agreed_on) say("explain.agreed", {{"date", format(*of_.agreed_on)}});
    if (of_.regulator_on) say("explain.regulator", {{"date", format(*of_.regulator_on)}});
    if (of_.told_on) say("explain.told", {{"date", format(*of_.told_on)}});
  }

  void tell_due() {
    if (of_.measure == Measure::hours)
      say("explain.due_hours", {{"at", local(of_.due_at, zone_)}});
    else
      say("explain.due", {{"date", format(of_.due_on)}, {"at", end_of(of_.due_at, zone_)}});
    if (of_.due_day == DayKind::weekend) say("explain.due_weekend", {});
    if (of_.due_day == DayKind::holiday) say("explain.due_holiday", {{"name", of_.due_day_name}});
    if (of_.inner_on) say("explain.inner", {{"date", format(*of_.inner_on)}});
    if (of_.rests) say("explain.rests", {});
    if (of_.stopped_at) say("explain.stopped", {{"at", local(*of_.stopped_at, zone_)}});
  }

  const Explanation& of_;
  const Language language_;
  const Texts& texts_;
  const Zone zone_;
  std::vector<std::string> out_;
};

}  // namespace

Explanation explain(const Reckoned& clock, const Reckoning& with, const Texts& texts) {
  const Rule& rule = *clock.rule;
  const ClockState& state = clock.state;
  Explanation out{
      .span = rule.span,
      .zh = rule.zh,
      .en = rule.en,
      .rule = rule.rule,
      .version = rule.version,
      .kind = rule.kind,
      .source = rule.source,
      .mark = rule.mark,
      .effective_from = rule.effective_from,
      .effective_until = rule.effective_until,
      .length = rule.length,
      .measure = rule.measure,
      .counts_from = rule.from,
      .started_at = state.started_at,
      .started_on = with.zone.date(state.started_at),
      .recounted_at = state.recounted_at,
      .extended_to = state.extensions,
      .agreed_on = state.agreed_on,
      .regulator_on = state.regulator_on,
      .told_on = state.told_on,
      .inner_on = clock.inner_on(with.zone),
      .due_on = clock.due_on,
      .due_at = clock.due_at,
      .rests = clock.rests,
      .stopped_at = state.stopped_at,
  };
  if (state.first_started_at != state.started_at) out.first_started_at = state.first_started_at;
  // A rule in working days is explained with the calendars it was reckoned with.
  const bool by_calendar = rule.measure == Measure::working_days;
  const Calendar& calendar =
      by_calendar ? with.calendars.as_of(state.calendar) : with.calendars.now();
  if (rule.measure != Measure::hours) {
    const Exclusion* open = state.open_exclusion();
    walk(clock, out.started_on, calendar, [&](const WalkedDay& day) {
      if (open == nullptr || day.on < open->from) add(out.days, day, rule.measure);
    });
    if (open != nullptr) add_open(out.days, *open);
    if (by_calendar && !out.days.empty())
      out.missing_years = calendar.missing(out.days.front().from, out.days.back().to);
    out.due_day = calendar.kind(out.due_on);
    out.due_day_name = std::string{calendar.name(out.due_on)};
  }
  out.text.zh = Teller(out, Language::zh_cn, texts, with.zone).tell();
  out.text.en = Teller(out, Language::en, texts, with.zone).tell();
  return out;
}

}  // namespace xb::workflow
