// The words of legal time limits: what a rule says, what happened to a clock, and what follows.
// Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/describe.h"
#include "core/instant.h"
#include "core/text.h"
#include "platform/workflow/book.h"

namespace xb::workflow {

// What a limit is counted in.
enum class Measure { calendar_days, working_days, hours };
BOOST_DESCRIBE_ENUM(Measure, calendar_days, working_days, hours)

// Who set a limit: a regulator or a law, the bank for itself, or the bank to its customers.
enum class RuleKind { regulatory, internal, promised };
BOOST_DESCRIBE_ENUM(RuleKind, regulatory, internal, promised)

// How well a figure is known. Only `found` was read in its source; the rest is never shown as law.
enum class Mark { found, memory, design, bank };
BOOST_DESCRIBE_ENUM(Mark, found, memory, design, bank)

// What a clock counts from.
enum class CountsFrom {
  received,
  registered,
  referred,
  application_received,
  decision_received,
  accepted,
  incident_found,
  recorded,  // the day of which evidence is
  contacted,
  dispatched,  // when a unit was asked
};
BOOST_DESCRIBE_ENUM(CountsFrom, received, registered, referred, application_received,
                    decision_received, accepted, incident_found, recorded, contacted, dispatched)

// Why days may be left out.
enum class ExclusionKind { appraisal, mediation };
BOOST_DESCRIBE_ENUM(ExclusionKind, appraisal, mediation)

// Who must have agreed to an extension, as the rule names them.
enum class Approver { nobody_named, complaint_head, superior_or_executive, head };
BOOST_DESCRIBE_ENUM(Approver, nobody_named, complaint_head, superior_or_executive, head)

struct Extension {
  std::int64_t to_total = 0;  // the whole length afterwards, in the rule's measure
  Approver approver = Approver::nobody_named;
  bool needs_notice = false;  // the complainant must be told
};
BOOST_DESCRIBE_STRUCT(Extension, (), (to_total, approver, needs_notice))

// One version of one rule: a limit, where it comes from and when it holds.
struct Rule {
  std::string rule;  // a word; with the version it names this row
  std::int64_t version = 1;
  std::string subject;  // complaint, recheck, petition …
  std::string span;     // a word; of rules for one span the most specific holds
  std::string zh;
  std::string en;
  std::int64_t length = 0;  // 0: no official value; no clock runs until the bank sets one
  Measure measure = Measure::calendar_days;
  CountsFrom from = CountsFrom::received;
  RuleKind kind = RuleKind::regulatory;
  std::string source;
  Mark mark = Mark::found;
  Date effective_from;
  std::optional<Date> effective_until;  // the last day
  Conditions when;
  std::vector<ExclusionKind> exclusions;
  std::vector<Extension> extensions;      // one after the other
  bool restarts = false;                  // on new facts
  bool takes_over = false;                // holds for clocks that run already, too
  std::vector<std::int64_t> warn_before;  // falling; in days, or hours for a rule in hours
  std::int64_t inner_before = 0;          // the bank's own date, so many days earlier; 0: none
  std::string ladder;
  bool is_own = false;  // of the bank, not shipped
  std::string place;    // file and line it stands in
};

// The facts a rule may ask for.
inline constexpr std::string_view fact_names[] = {
    "business",       "customer_group", "dated", "evidence",
    "intake_channel", "source",         "tier",  "urgency",
};

using Word = Text<64>;

// A file of a book: its name, for places, and its text.
struct RuleFile {
  std::string name;
  std::string_view text;
};

// Something that happened to a clock. Its steps in order are all there is to know of a clock.
enum class StepKind {
  started,          // counted from `at` by `rule`, `version`
  excluded,         // days from `on`, up to `until` if that is known, are not counted
  exclusion_ended,  // `until` is the first day that counts again
  extended,         // to `total`
  restarted,        // counted anew from `at` by `rule`, `version`
  agreed,           // due on `on`, as bank and complainant agreed
  regulator_set,    // due on `on` at the latest, as a regulator said
  told,             // due on `on`, as whoever keeps the evidence says
  recounted,        // by `rule`, `version` and the calendars as of `calendar`
  stopped,          // at `at`
  resumed,          // it was stopped by mistake, and is due as if it never had been
};
BOOST_DESCRIBE_ENUM(StepKind, started, excluded, exclusion_ended, extended, restarted, agreed,
                    regulator_set, told, recounted, stopped, resumed)

struct ClockStep {
  StepKind kind = StepKind::started;
  Instant at;
  std::optional<Word> rule;
  std::optional<std::int64_t> version;
  std::optional<std::int64_t> calendar;
  std::optional<Date> on;
  std::optional<Date> until;
  std::optional<ExclusionKind> exclusion;
  std::optional<std::int64_t> total;

  bool operator==(const ClockStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(ClockStep, (),
                      (kind, at, rule, version, calendar, on, until, exclusion, total))

}  // namespace xb::workflow
