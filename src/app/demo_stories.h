// What customers of the demo bank complain of, and who they are. Invented; the same seed tells the
// same stories.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "modules/complaints/importing/service.h"

namespace xb::app {

// Of data/demo/complaints.toml.
struct Story {
  std::string source, intake_channel, business_channel, business, cause, claim, summary, outcome,
      description;
  std::string unit;                  // code of the outlet it names, or empty
  std::vector<std::string> between;  // first and last day on which it can be told, once; or none
  bool is_overdue = false;

  // Hotline and app are open at weekends, counters and offices are not.
  bool is_round_the_clock() const;
};

// One complaint as it came in: a story with what is drawn for this customer.
struct Told {
  const Story* story = nullptr;
  Instant received_at;
  complaints::NewComplainant person;
  std::string amount, tail, street;

  complaints::ImportedComplaint complaint() const;
  std::string text(std::string out) const;  // with what was drawn in its places
};

class Narrator {
 public:
  Narrator();

  void begin_day(Date day) { today_ = format(day); }
  // `at` a counter, or where only the hotline is open.
  enum class Open { everything, hotline };
  Told tell(Instant at, Open open);
  Told tell_overdue(Instant at);

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  const Story& next(Open open);
  const Story* dated(Open open);
  void shuffle();
  Told draw(const Story& story, Instant at);
  std::string digits(int count);

  std::vector<Story> stories_;
  std::vector<std::string> surnames_, given_names_, streets_;
  std::vector<bool> is_told_;      // of the dated ones
  std::vector<std::size_t> deck_;  // the others, in the order they will be told
  std::string today_;
  std::mt19937_64 random_{20261120};
};

}  // namespace xb::app
