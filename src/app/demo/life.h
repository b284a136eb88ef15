// One complaint of the demo bank and what happens to it: acts of people, each at its time.
#pragma once

#include <cstdio>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/cast.h"
#include "app/demo/telling.h"
#include "core/ensure.h"
#include "modules/complaints/types.h"
#include "platform/approvals/service.h"
#include "platform/storage/work.h"

namespace xb::complaints {
struct Task;
struct Offer;
struct Fulfilment;
struct Supervision;
struct Preservation;
}  // namespace xb::complaints
namespace xb::referrals {
struct Referral;
}
namespace xb::tip_offs {
struct TipOff;
}
namespace xb::cases {
struct Case;
}

namespace xb::app::demo {

struct Life;
using Play = std::function<void(Work&, Life&)>;

// Without somebody it is the system, which chooses who acts while it plays.
struct Act {
  Instant at;
  const Staff* who = nullptr;
  std::string_view permission;
  Play play;
};

struct Life {
  Told told;
  std::uint64_t ordinal = 0;  // among all that the bank is told
  Dice dice{0};
  const Matter* mistaken = nullptr;  // as what it is registered, until somebody corrects it
  bool is_meant_late = false;        // answered after its limit; nobody else is
  const Unit* outlet = nullptr;
  const Unit* unit = nullptr;  // that handles it
  const Staff* handler = nullptr;
  std::vector<const Staff*> approvers;  // who may be asked, the nearest first
  Id<complaints::Complaint> id;
  std::string number;
  std::vector<Id<complaints::Task>> tasks;
  Id<complaints::Offer> offer;
  std::vector<Id<complaints::Fulfilment>> fulfilments;
  Id<complaints::Supervision> supervision;
  Id<complaints::Preservation> preservation;
  Id<referrals::Referral> referral;
  Id<tip_offs::TipOff> tip_off;
  Id<cases::Case> lesson;
  std::map<std::string_view, std::size_t> said;  // which of a phrase's texts last
  std::int64_t misses = 0;                       // tries in vain since he was last reached
  std::string recording;                         // of the last call
  std::optional<Date> reached_on;                // by the first call that did reach him
  std::optional<Date> signed_on;                 // a referral
  bool is_task_answered = false;
  std::optional<Instant> over_at;  // when it is closed, or will be
  int limit_days = 15;
  bool is_late = false;   // answered after its limit
  std::vector<Act> acts;  // in the order of time
};

// Whose address is only a street lives in the city of his outlet.
void move_in(Life& life, const Cast& cast);

// What every life of a bank goes by.
struct Setting {
  const Cast& cast;
  const Days& days;
  const Teller& teller;
  const approvals::Matters& matters;
  Zone zone;
  Instant end;  // nothing happens after it
};

// A step that is refused is a mistake of the demo: it says which and ends the program.
template <class T>
T taken(Result<T> result, const char* step) {
  if (!result)
    std::fprintf(stderr, "%s: %s %s\n", step, result.error().code.c_str(),
                 result.error().field.c_str());
  ensure(result.has_value(), "a step of the demo is refused");
  return std::move(*result);
}

// Puts acts on a life, one after the other, in working hours.
class Plot {
 public:
  Plot(const Setting& setting, Life& life)
      : setting_(setting), life_(life), at_(life.told.received_at) {}

  Instant now() const { return at_; }
  Date today() const { return setting_.zone.date(at_); }
  bool is_over() const { return is_over_; }
  void stop() { is_over_ = true; }  // nothing more happens

  // Working time passes, in minutes.
  void pass(std::int64_t from, std::int64_t until);
  // Not before so many days after the complaint came in.
  void reach(double days);
  // The same, but not after `latest` if there is an office hour before it.
  void reach(double days, Instant latest);
  void go_to(Instant at);    // whatever the hour
  void reach_day(Date day);  // some time in its morning
  void act(const Staff& who, std::string_view permission, Play play);
  void decide(Play play);  // by whom it turns out then

 private:
  void add(const Staff* who, std::string_view permission, Play play);

  const Setting& setting_;
  Life& life_;
  Instant at_;
  bool is_over_ = false;
};

}  // namespace xb::app::demo
