// Of what the customers of the demo bank complain and how they come: drawn by shares that hold over
// a year, so that the bank's figures are those of data/demo whatever day it is founded on.
#pragma once

#include <map>
#include <vector>

#include "app/demo/days.h"
#include "app/demo/telling.h"

namespace xb::app::demo {

// Who came too seldom comes more often, gently enough that a month still differs from the next.
class Quota {
 public:
  // Shares of whatever sum.
  explicit Quota(std::vector<double> shares);

  // The place of one of those that may come now: `may` says it of each, of one at least.
  std::size_t draw(Dice& dice, const std::vector<bool>& may);
  // What was drawn did not come, or came undrawn.
  void give_back(std::size_t at) { owed_[at] += 1; }
  void take(std::size_t at) { owed_[at] -= 1; }

 private:
  std::vector<double> shares_;
  std::vector<double> owed_;
};

class Mix {
 public:
  // `today` is that of the demo.
  Mix(const Days& calendar, Date today);

  // Something that comes on this day, with the wave that brings it if one does.
  const Matter& matter(Date day, Dice& dice, const Wave** wave);
  // Another was told instead of the one that was drawn, or none.
  void tell_instead(const Matter& drawn, const Matter* told);
  // Counters and offices are closed when the bank is.
  const Way& way(Date day, Dice& dice);

 private:
  // The same for what stands beside all others: a wave, or a matter of some days only.
  bool comes(const void* what, double share, Dice& dice);

  const Days& calendar_;
  const Date today_;
  Quota matters_;
  Quota ways_;
  std::map<const void*, double> owed_;
};

}  // namespace xb::app::demo
